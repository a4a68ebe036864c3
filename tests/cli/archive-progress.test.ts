/** What a person sees of a long run: a bar on a terminal, a few lines in a log, problems on lines of their own. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ArchiveProgress } from '../../src/cli/archive-progress.ts'

const PROBLEM = { code: 'source-empty', severity: 'error', at: { file: 'x/p.txt' } } as const
const terminal = process.stderr.isTTY
let written = ''

beforeEach(() => {
  written = ''
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += text
    return true
  })
})

afterEach(() => {
  process.stderr.isTTY = terminal
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

function run(isTerminal: boolean, total: number, each: (progress: ArchiveProgress, i: number) => void) {
  process.stderr.isTTY = isTerminal
  const progress = new ArchiveProgress(total)
  for (let i = 0; i < total; i++) {
    vi.advanceTimersByTime(50)
    each(progress, i)
  }
  return progress
}

describe('progress without a terminal', () => {
  it('is a line for each tenth', () => {
    run(false, 1000, (progress) => progress.page())
    expect(written.split('\n')).toEqual(
      [...Array(10).keys()].map((i) => `${100 * (i + 1)} / 1000`).concat(''),
    )
  })

  it('is a line every ten seconds when a tenth takes longer', () => {
    run(false, 100_000, (progress, i) => i < 500 && progress.page())
    expect(written).toMatch(/^20\d \/ 100000\n40\d \/ 100000\n$/)
  })
})

describe('progress on a terminal', () => {
  it('is one line drawn over and over, gone at the end', () => {
    const progress = run(true, 60, (each) => each.page())
    expect(written).not.toContain('\n')
    const last = written.split('\r').at(-1)
    expect(last).toContain('60 / 60  20.0/s  -0:00')
    expect(last).toContain('█'.repeat(30))
    progress.clear()
    expect(written.endsWith('\r\u001b[2K')).toBe(true)
  })

  it('makes room for a problem', () => {
    run(true, 4, (progress, i) => progress.page(i === 1 ? PROBLEM : undefined))
    expect(written).toMatch(/\r\u001b\[2Kbanxin: x\/p\.txt: .*\n\r\u001b\[2K█+░+ 2 \/ 4/)
  })
})
