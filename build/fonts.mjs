#!/usr/bin/env node
/**
 * Lays the page's faces out as plain TrueType under out/fonts, each beside its licence: copied from the font
 * packages and from assets, unpacked from WOFF2. What is there already with the right source is kept.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)

/** Makes out/fonts complete; resolves to the files that had to be made. */
export async function prepareFonts(target = join(root, 'out/fonts')) {
  mkdirSync(target, { recursive: true })
  const made = []
  for (const face of JSON.parse(readFileSync(join(root, 'assets/fonts/faces.json'), 'utf8'))) {
    const { folder, stamp } = sourceOf(face)
    const file = join(target, `${face.id}.ttf`)
    const note = join(target, `${face.id}.source.txt`)
    if (existsSync(file) && existsSync(note) && readFileSync(note, 'utf8') === stamp) continue
    writeWhole(file, await trueType(join(folder, face.file)))
    copyFileSync(join(folder, face.licence), join(target, `${face.id}.licence.txt`))
    writeWhole(note, stamp)
    made.push(basename(file))
  }
  return made
}

/** Where a face's file and licence lie, and what tells them from another version. */
function sourceOf(face) {
  if (face.folder) {
    const folder = join(root, face.folder)
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, face.file)))
      .digest('hex')
    return { folder, stamp: `${face.folder}/${face.file} ${hash}` }
  }
  const manifest = require.resolve(`${face.package}/package.json`)
  return { folder: dirname(manifest), stamp: `${face.package}@${require(manifest).version}/${face.file}` }
}

async function trueType(file) {
  const bytes = readFileSync(file)
  if (extname(file) !== '.woff2') return bytes
  const { decompress } = (await import('wawoff2')).default
  return decompress(bytes)
}

/** Under a temporary name first: a build that is stopped half-way leaves no half font behind. */
function writeWhole(file, bytes) {
  writeFileSync(`${file}.tmp`, bytes)
  renameSync(`${file}.tmp`, file)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const made = await prepareFonts()
  if (made.length > 0) console.log(`fonts: ${made.join(' ')}`)
}
