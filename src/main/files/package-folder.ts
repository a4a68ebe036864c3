/** Packaging (页面打包): a folder with the page and all that belongs to it, whole or not at all. */
import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeProblem } from '../../adapters/files.ts'
import type { Diagnostic } from '../../core/diagnostics.ts'

export interface PackageContent {
  files: readonly { path: string; bytes: Uint8Array }[]
  /** From a path on the disk to one inside the folder. */
  copies: readonly { from: string; path: string }[]
}

const SAFE = /^(?!\.)[^/\\:*?"<>|\u0000-\u001f]{1,120}$/

/** Neither leads out of the folder nor has a character that a system of ours does not allow. */
const isSafePath = (path: string): boolean =>
  path.split('/').length <= 3 && path.split('/').every((part) => SAFE.test(part) && !part.endsWith('.'))

/** Makes `name` in `parent`, or `name 2` where there is one already. */
export async function writePackage(
  parent: string,
  name: string,
  content: PackageContent,
): Promise<{ ok: true; path: string } | { ok: false; error: Diagnostic }> {
  const paths = [...content.files, ...content.copies].map(({ path }) => path)
  const unsafe = [name, ...paths].find((path) => !isSafePath(path))
  if (unsafe !== undefined) throw new Error(`not a path of a package: ${unsafe}`)
  const half = join(parent, `.${name}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    await mkdir(half)
    for (const { path, bytes } of content.files) await writeInto(half, path, bytes)
    for (const { from, path } of content.copies) {
      await mkdir(dirname(join(half, path)), { recursive: true })
      await copyFile(from, join(half, path))
    }
    const target = await freeName(parent, name)
    await rename(half, target)
    return { ok: true, path: target }
  } catch (error) {
    await rm(half, { recursive: true, force: true }).catch(() => undefined)
    return { ok: false, error: writeProblem(error, name) }
  }
}

async function writeInto(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(folder, path)
  await mkdir(dirname(target), { recursive: true })
  const file = await open(target, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function freeName(parent: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join(parent, n === 1 ? name : `${name} ${n}`)
    const taken = await stat(path).then(
      () => true,
      () => false,
    )
    if (!taken) return path
  }
}
