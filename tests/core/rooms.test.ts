/** The rooms and who may enter: every import line in src is held against the table of src/core/README.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const BASE = ['units', 'geometry', 'fonts', 'diagnostics']

/** Which rooms of core each room of core may import, besides the base. */
const CORE_ROOMS: Record<string, string[]> = {
  base: [],
  language: [],
  source: [],
  reconstruct: ['source', 'language'],
  review: ['source', 'reconstruct', 'language'],
  doc: ['source', 'reconstruct'],
  edit: ['doc'],
  draft: ['source', 'reconstruct', 'doc', 'language'],
  compose: ['doc', 'language'],
  preflight: ['doc', 'compose', 'language'],
  paint: ['compose'],
  pdf: ['compose'],
  proof: ['compose'],
  pipeline: ['source', 'reconstruct', 'review', 'doc', 'draft', 'compose', 'preflight', 'paint', 'pdf'],
}

/** Which parts of src each part may import. Processes never import each other. */
const PARTS: Record<string, string[]> = {
  core: ['core'],
  shared: ['core', 'shared'],
  adapters: ['core', 'shared', 'adapters'],
  cli: ['core', 'shared', 'adapters', 'cli'],
  worker: ['core', 'shared', 'adapters', 'worker'],
  main: ['core', 'shared', 'adapters', 'main'],
  preload: ['shared', 'preload'],
  renderer: ['core', 'shared', 'adapters', 'renderer'],
}

/** Packages core may use: pure code without DOM or Node. */
const CORE_PACKAGES = [
  'valibot',
  'fflate',
  '@cantoo/pdf-lib',
  '@noble/hashes',
  'pako',
  'fractional-indexing',
  'yjs',
  'node-diff3',
]

/** Data that comes with Banxin belongs to no room. */
const DATA = /^assets\/.*\.json$/

interface Import {
  file: string
  target: string
}

const IMPORT = /^(?:import|export)\b[^'"=]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

function importsOf(part: string): Import[] {
  const files = readdirSync(join(root, 'src', part), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const path = join('src', part, file)
      const text = readFileSync(join(root, path), 'utf8')
      return [...text.matchAll(IMPORT)].map((match) => ({
        file: path,
        target: (match[1] ?? match[2] ?? match[3]) as string,
      }))
    })
}

/** `src/core/compose/units.ts` for a relative import, undefined for a package. */
function resolved({ file, target }: Import): string | undefined {
  return target.startsWith('.') ? relative(root, join(root, dirname(file), target)) : undefined
}

const roomOf = (path: string): string => {
  const [, , room = ''] = path.split('/')
  return BASE.includes(room.replace(/\.ts$/, '')) ? 'base' : room
}

describe('rooms', () => {
  it.each(Object.keys(PARTS))('%s imports only what it may', (part) => {
    for (const each of importsOf(part)) {
      const path = resolved(each)
      if (path === undefined || !path.startsWith('src/')) continue
      const other = path.split('/')[1] as string
      const worker = part === 'renderer' && /^src\/worker\/([a-z]+-)?engine\.ts$/.test(path)
      expect(worker || PARTS[part]?.includes(other), `${each.file} imports ${path}`).toBe(true)
    }
  })

  it('core rooms import only leftwards', () => {
    for (const each of importsOf('core')) {
      const path = resolved(each)
      if (path === undefined || DATA.test(path)) continue
      const [from, to] = [roomOf(each.file), roomOf(path)]
      const allowed = to === 'base' || to === from || CORE_ROOMS[from]?.includes(to)
      expect(allowed, `${each.file} imports ${path}`).toBe(true)
    }
  })

  it('core uses no package that needs a platform', () => {
    for (const each of importsOf('core')) {
      if (resolved(each) !== undefined) continue
      const known = CORE_PACKAGES.some((name) => each.target === name || each.target.startsWith(`${name}/`))
      expect(known, `${each.file} imports ${each.target}`).toBe(true)
    }
  })
})
