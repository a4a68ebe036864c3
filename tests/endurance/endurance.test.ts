/** The long runs, short: `npm run test:kill`, `test:soak` and `test:fuzz` run them whole. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './run.mjs'

const root = join(import.meta.dirname, '../..')
const SEED = Number(process.env.SEED ?? 20250317)

beforeAll(() => bundle(), 60_000)

/** The run as `npm run` makes it: it fails by its exit code, and says what it counted. */
const run = (name: string, ...counts: number[]): string =>
  execFileSync(
    process.execPath,
    ['--expose-gc', join(root, 'out/endurance', `${name}.js`), ...counts.map(String), '--seed', String(SEED)],
    { cwd: root, encoding: 'utf8' },
  )

describe('in short', () => {
  it('a kill loses nothing older than a tenth of a second, and damages no file', { timeout: 120_000 }, () => {
    expect(run('kill', 4)).toContain('| 4 |')
  })

  it('opening, editing and saving leaves neither memory nor handles nor files', { timeout: 120_000 }, () => {
    expect(run('soak', 30)).toContain('| 30 |')
  })

  it('no damage to a page or a dump makes a crash, a hang or a file', { timeout: 240_000 }, () => {
    expect(run('fuzz', 150, 25)).toContain('no file was written')
  })
})
