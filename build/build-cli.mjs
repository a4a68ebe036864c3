#!/usr/bin/env node
/** Lays out the fonts and bundles the command line into out/cli; packages stay outside, as they are installed. */
import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleForNode } from './bundle-for-node.mjs'
import { prepareFonts } from './fonts.mjs'
import { parseJson } from './parse-json.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

await prepareFonts()
const write = (input, output) =>
  bundleForNode(root, {
    input,
    plugins: [parseJson],
    output: { dir: join(root, 'out/cli'), chunkFileNames: '[name]-[hash].js', ...output },
  })
const programs = {
  banxin: 'src/cli/banxin.ts',
  page08: 'src/cli/page08.ts',
  'common-fonts': 'build/common-fonts.ts',
}
await write(programs, { cleanDir: true })
// In one file of its own: the archive knows by its hash which program made a page.
await write({ 'archive-worker': 'src/cli/archive-worker.ts' })
chmodSync(join(root, 'out/cli/banxin.js'), 0o755)

process.chdir(root)
await import(pathToFileURL(join(root, 'out/cli/common-fonts.js')).href)
