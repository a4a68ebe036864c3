#!/usr/bin/env node
/**
 * Bundles the bench and runs it; its tables go to the terminal and to tests/bench/results.md. Parts that are named
 * (`bench.mjs composition print`) run alone.
 */
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { parseJson } from '../../build/parse-json.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)
execFileSync('npm', ['run', 'build'], { stdio: 'ignore' })
/** A module that asks for its folder means the one that its source stands in. */
const keepFolders = {
  name: 'keep-folders',
  transform: (code, id) => code.replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
}
const bundle = await rolldown({
  cwd: root,
  platform: 'node',
  input: {
    run: 'tests/bench/run.ts',
    'print-page': 'tests/bench/print/print-page.ts',
  },
  external: (id) => !/^[./]/.test(id) && !id.startsWith(root),
  resolve: { extensions: ['.ts', '.js'] },
  plugins: [keepFolders, parseJson],
})
const target = join(root, 'out/bench')
await bundle.write({ dir: target, format: 'esm', entryFileNames: '[name].js', cleanDir: true })
await import(pathToFileURL(join(target, 'run.js')).href)
