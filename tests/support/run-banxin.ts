import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
export const SAMPLE = join(root, 'assets/samples/page08.txt')

/** Runs the built command line in a folder, in English. */
export function runBanxin(folder: string, ...args: string[]) {
  const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' }
  const run = spawnSync(process.execPath, [join(root, 'out/cli/banxin.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  return { code: run.status, out: run.stdout, complaints: run.stderr.trim().split('\n').filter(Boolean) }
}
