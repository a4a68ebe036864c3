#!/usr/bin/env node
/**
 * Trains the models of the reconstruction on drawn pages: `npm run train -- FOLDER…` (tests/drawn says how pages
 * are drawn). Every stage learns from what the stages before it make of the pages, so each is bundled anew.
 *
 * The roles know the pages they were trained on by their words, 98 of 100, and new ones less well, 90 of 100. The
 * stages after them would learn to trust them too much, so they see the pages by roles that know no words: these
 * err as often on trained pages as all of them do on new ones.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const STAGES = ['subheads', 'breaks', 'joins', 'roles', 'captions', 'heads', 'links']
/** Features of the roles that name words, as `LEXICAL` in training.ts. */
const NAMES_WORDS = /:(?:pair|last|last2|last3|first|first2)=/

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
/** The roles without the features that name words. */
const withoutWords = {
  name: 'without-words',
  load: (id) => {
    if (!id.endsWith('model/roles.json')) return null
    const model = JSON.parse(readFileSync(id, 'utf8'))
    const nodes = Object.fromEntries(Object.entries(model.nodes).filter(([name]) => !NAMES_WORDS.test(name)))
    return { code: JSON.stringify({ ...model, nodes }), moduleType: 'json' }
  },
}
for (const [i, stage] of STAGES.entries()) {
  const afterRoles = i > STAGES.indexOf('roles')
  const bundle = await rolldown({
    cwd: root,
    platform: 'node',
    input: 'build/train/train.ts',
    external: (id) => !/^[./]/.test(id) && !id.startsWith(root),
    resolve: { extensions: ['.ts', '.js'] },
    plugins: afterRoles ? [withoutWords, keepFolders] : [keepFolders],
  })
  const target = join(root, 'out/train')
  await bundle.write({ dir: target, format: 'esm', entryFileNames: 'train.js', cleanDir: true })
  // heads have some hundreds of thousands of examples
  execFileSync(process.execPath, ['--max-old-space-size=6000', join(target, 'train.js'), stage, ...folders], {
    stdio: 'inherit',
  })
}
