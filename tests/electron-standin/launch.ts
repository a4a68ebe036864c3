import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Runtime {
  name: 'electron' | 'stand-in'
  /** What the launched app's environment has to add. */
  env: Record<string, string>
}

const standIn = import.meta.dirname

/** The real binary that the npm package `electron` has downloaded, if it has. */
function electronBinary(): string | null {
  const dist = join(dirname(createRequire(import.meta.url).resolve('electron')), 'dist')
  const names = ['electron', 'electron.exe', 'Electron.app']
  return names.map((name) => join(dist, name)).find((file) => existsSync(file)) ?? null
}

/**
 * Which runtime the end-to-end specs use: real Electron where its binary is installed, else the stand-in.
 * `E2E_REQUIRE_REAL=1` forbids the stand-in, `E2E_STANDIN=1` asks for it.
 *
 *     _electron.launch({ args: ['.', `--user-data-dir=${dir}`], cwd: root, env: { ...process.env, ...runtime().env } })
 *
 * Playwright resolves the binary in the process of the test, not in `env`, and only once; so the variable is also set
 * here, and `runtime()` must be called before the first launch.
 */
export function runtime(): Runtime {
  if (process.env.E2E_STANDIN !== '1') {
    if (electronBinary()) return { name: 'electron', env: {} }
    if (process.env.E2E_REQUIRE_REAL === '1') {
      throw new Error('E2E_REQUIRE_REAL is set, and Electron is not installed: run `npx install-electron`')
    }
  }
  process.env.ELECTRON_OVERRIDE_DIST_PATH = standIn
  return { name: 'stand-in', env: { ELECTRON_OVERRIDE_DIST_PATH: standIn } }
}
