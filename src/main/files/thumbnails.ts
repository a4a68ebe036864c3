/** Small pictures of the pages that were opened last, drawn by their windows. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../../adapters/files.ts'

const LARGEST_BYTES = 256 * 1024
const PNG = [0x89, 0x50, 0x4e, 0x47]

export class Thumbnails {
  constructor(readonly folder: string) {}

  /** Only small PNGs are kept. */
  async keep(path: string, png: Uint8Array): Promise<void> {
    if (png.length > LARGEST_BYTES || !PNG.every((byte, i) => png[i] === byte)) return
    await mkdir(this.folder, { recursive: true })
    await writeAtomically(this.#fileOf(path), png)
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const png = await readFile(this.#fileOf(path)).catch(() => undefined)
    return png && new Uint8Array(png)
  }

  /** Of files that are no longer among the recent ones. */
  async prune(paths: readonly string[]): Promise<void> {
    const kept = new Set(paths.map((path) => this.#nameOf(path)))
    for (const name of await readdir(this.folder).catch(() => [])) {
      if (!kept.has(name)) await rm(join(this.folder, name), { force: true })
    }
  }

  #fileOf(path: string): string {
    return join(this.folder, this.#nameOf(path))
  }

  #nameOf(path: string): string {
    return `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.png`
  }
}
