#!/usr/bin/env node
/**
 * Bundles the bench and runs it; its tables go to the terminal and to tests/bench/results.md. Parts that are named
 * (`bench.mjs composition print`) run alone.
 */
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleForNode, keepFolders } from '../../build/bundle-for-node.mjs'
import { parseJson } from '../../build/parse-json.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)
execFileSync('npm', ['run', 'build'], { stdio: 'ignore' })
const target = join(root, 'out/bench')
await bundleForNode(root, {
  input: {
    run: 'tests/bench/run.ts',
    'print-page': 'tests/bench/print/print-page.ts',
  },
  plugins: [keepFolders, parseJson],
  output: { dir: target, entryFileNames: '[name].js', cleanDir: true },
})
await import(pathToFileURL(join(target, 'run.js')).href)
