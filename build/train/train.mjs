#!/usr/bin/env node
/**
 * Trains the models of the reconstruction on drawn pages of our own articles:
 * `npm run train -- [--only STAGE,…] FOLDER[:PAGES]…` (tests/drawn says how pages are drawn). They go into `own/`; then
 * they go on with the pages of `tests/drawn/pages` and go into the tree. `--only adapt` does that alone; `--only paces`
 * prints how far they should go on;
 * `--only calibration FOLDER…` fits the curves of their confidences, with folders that they have not seen.
 *
 * A stage learns from what the stages before it make of the pages. The roles know the pages they were trained on by
 * their words, 98 of 100, and new ones less well, 90 of 100. The stages after them would learn to trust them too
 * much, so they see the pages by roles that know no words: these err as often on trained pages as all of them do on
 * new ones. So do the roles themselves where they learn from their first look at a page what to make of it at the
 * second: the roles that look first are those at hand.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleForModels } from './bundle.mjs'

/** The last ones see the same of the pages, so that these are read once. */
const STAGES = [['subheads'], ['breaks'], ['joins'], ['roles'], ['captions', 'heads', 'links']]
/** Features of the roles that name words, as `LEXICAL` in training.ts. */
const NAMES_WORDS = /:(?:pair|last|last2|last3|first|first2)=/

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const own = join(root, 'build/train/own')
const tree = 'src/core/reconstruct/model'
const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
})
const wanted = options.only?.split(',') ?? [...STAGES.flat(), 'adapt']
if (folders.length === 0 && wanted.some((stage) => stage !== 'adapt' && stage !== 'paces')) {
  console.error(
    'usage: npm run train -- [--only STAGE,…] FOLDER[:PAGES]…   folders of drawn pages, the first PAGES of each',
  )
  process.exit(64)
}

async function run(program, models, ...args) {
  const file = `out/train/${program}.js`
  await bundleForModels(root, `build/train/${program}.ts`, file)
  // heads have some hundreds of thousands of examples
  execFileSync(process.execPath, ['--max-old-space-size=6000', join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MODELS: models },
  })
}

/** The models with roles that know no words. */
function withoutWords() {
  const folder = join(root, 'out/train/without-words')
  cpSync(own, folder, { recursive: true })
  const file = join(folder, 'roles.json')
  const model = JSON.parse(readFileSync(file, 'utf8'))
  const nodes = Object.fromEntries(Object.entries(model.nodes).filter(([name]) => !NAMES_WORDS.test(name)))
  writeFileSync(file, JSON.stringify({ ...model, nodes }))
  return folder
}

/** The models of the tree by themselves. */
function withoutCurves() {
  const folder = join(root, 'out/train/without-curves')
  cpSync(join(root, tree), folder, { recursive: true })
  writeFileSync(join(folder, 'calibration.json'), '{}')
  return folder
}

for (const group of STAGES) {
  const stages = group.filter((stage) => wanted.includes(stage))
  if (stages.length === 0) continue
  const afterRoles = group.includes('roles') || group.includes('heads')
  await run('train', afterRoles ? withoutWords() : own, stages.join(','), ...folders)
}
if (wanted.includes('paces')) {
  await bundleForModels(root, 'tests/bench/reconstruction/fold-run.ts', 'out/train/paces/fold-run.js')
  await run('choose-paces', own, 'tests/drawn/pages')
}
if (wanted.includes('adapt')) await run('adapt-all', own, tree)
if (wanted.includes('calibration'))
  await run('fit-calibration', withoutCurves(), `${tree}/calibration.json`, ...folders)
