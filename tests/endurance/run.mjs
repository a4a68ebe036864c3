#!/usr/bin/env node
/**
 * The long runs: node tests/endurance/run.mjs kill|kill-window|random|soak|fuzz [COUNT…] [--seed N]. Bundles what they
 * run, so that it is the program's own code, and prints a table; kill-window and random are specs of the window.
 * `npm test` runs each of them short.
 */
import { spawn, spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleForNode } from '../../build/bundle-for-node.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const RUNS = ['kill', 'soak', 'fuzz']

/** Bundles a run and its helpers into out/endurance. */
export async function bundle() {
  const input = Object.fromEntries(
    ['kill', 'kill-session', 'soak', 'fuzz', 'fuzz-worker'].map((name) => [
      name,
      `tests/endurance/${name}.ts`,
    ]),
  )
  await bundleForNode(root, {
    input,
    logLevel: 'silent',
    output: { dir: join(root, 'out/endurance'), chunkFileNames: '[name]-[hash].js' },
  })
}

function runSpec(name, counts) {
  const { status } = spawnSync('npx', ['playwright', 'test', `tests/e2e/${name}.spec.ts`], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...counts },
  })
  process.exit(status ?? 1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', ...rest] = process.argv.slice(2)
  const [count] = rest
  const seed = rest.includes('--seed') ? rest[rest.indexOf('--seed') + 1] : String(Date.now() % 1e6)
  if (name === 'kill-window') runSpec('kill', { KILLS: count ?? '20' })
  if (name === 'random') runSpec('random', { STEPS: count ?? '2000', SEED: seed })
  if (!RUNS.includes(name)) {
    console.error(`one of ${RUNS.join(', ')}`)
    process.exit(64)
  }
  await bundle()
  const args = ['--expose-gc', join(root, 'out/endurance', `${name}.js`), ...rest]
  spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 1))
}
