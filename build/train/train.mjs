#!/usr/bin/env node
/**
 * Trains the models of the reconstruction on drawn pages: `npm run train -- [--only STAGE,…] FOLDER[:PAGES]…`
 * (tests/drawn says how pages are drawn). A stage learns from what the stages before it make of the pages, so each is bundled anew.
 *
 * The roles know the pages they were trained on by their words, 98 of 100, and new ones less well, 90 of 100. The
 * stages after them would learn to trust them too much, so they see the pages by roles that know no words: these
 * err as often on trained pages as all of them do on new ones.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'

/** The last ones see the same of the pages, so that these are read once. */
const STAGES = [['subheads'], ['breaks'], ['joins'], ['roles'], ['captions', 'heads', 'links']]
/** Features of the roles that name words, as `LEXICAL` in training.ts. */
const NAMES_WORDS = /:(?:pair|last|last2|last3|first|first2)=/

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
})
if (folders.length === 0) {
  console.error(
    'usage: npm run train -- [--only STAGE,…] FOLDER[:PAGES]…   folders of drawn pages, the first PAGES of each',
  )
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
const wanted = options.only?.split(',') ?? STAGES.flat()
for (const group of STAGES) {
  const stages = group.filter((stage) => wanted.includes(stage))
  if (stages.length === 0) continue
  const afterRoles = group.includes('heads')
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
  execFileSync(
    process.execPath,
    ['--max-old-space-size=6000', join(target, 'train.js'), stages.join(','), ...folders],
    {
      stdio: 'inherit',
    },
  )
}
