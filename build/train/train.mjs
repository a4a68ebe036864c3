#!/usr/bin/env node
/**
 * Trains the models of the reconstruction on drawn pages: `npm run train -- FOLDER…` (tests/drawn says how pages
 * are drawn). Every stage learns from what the stages before it make of the pages, so each is bundled anew.
 */
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const STAGES = ['subheads', 'breaks', 'joins', 'roles', 'captions', 'heads', 'links']

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('usage: npm run train -- FOLDER…   folders of drawn pages')
  process.exit(64)
}
/** A module that asks for its folder means the one that its source stands in. */
const keepFolders = {
  name: 'keep-folders',
  transform: (code, id) => code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
}
for (const stage of STAGES) {
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: 'build/train/train.ts',
    external: (id) => !/^[./]/.test(id) && !id.startsWith(root),
    resolve: { extensions: ['.ts', '.js'] },
    plugins: [keepFolders],
  })
  const target = join(root, 'out/train')
  await bundle.write({ dir: target, format: 'esm', entryFileNames: 'train.js', cleanDir: true })
  execFileSync(process.execPath, [join(target, 'train.js'), stage, ...folders], { stdio: 'inherit' })
}
