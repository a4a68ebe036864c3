#!/usr/bin/env node
/**
 * Bundles the bench and runs it; the table goes to the terminal and to tests/bench/results.md. `bench.mjs composition`,
 * `print` and `editor` run that part alone.
 */
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

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
    print: 'tests/bench/print/run.ts',
    composition: 'tests/bench/composition/run.ts',
    editor: 'tests/bench/editor/run.ts',
    'print-page': 'tests/bench/print/print-page.ts',
  },
  external: (id) => !/^[./]/.test(id) && !id.startsWith(root),
  resolve: { extensions: ['.ts', '.js'] },
  plugins: [keepFolders],
})
const target = join(root, 'out/bench')
await bundle.write({ dir: target, format: 'esm', entryFileNames: '[name].js', cleanDir: true })
const part = ['composition', 'print', 'editor'].find((name) => name === process.argv[2]) ?? 'run'
await import(pathToFileURL(join(target, `${part}.js`)).href)
