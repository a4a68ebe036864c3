/** What the command line says: results to stdout, progress and problems to stderr, in the catalogue's words. */
import type { Diagnostic } from '../core/diagnostics.ts'
import { type Language, problemText } from '../shared/messages.ts'

/**
 * 0 done, 1 bad input or an output that can't be written, 2 done but for some pages of an archive, or a page
 * with errors, 64 bad usage
 * (sysexits.h), 130 stopped by Ctrl+C (128 and the signal's number).
 */
export const EXIT = { done: 0, failed: 1, partly: 2, faulty: 2, usage: 64, stopped: 130 } as const

/** Chinese unless the system says English. */
export const language = (): Language =>
  /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'en' : 'zh'

/** One line a problem: `banxin: file: what is wrong; what to do`. What is said of many stories is said once. */
export function complain(problems: readonly Diagnostic[], file?: string): void {
  const lines = condense(problems).map((problem) => {
    const { what, todo } = problemText(language(), problem)
    const name = problem.at?.file ?? file
    const place = name && !what.includes(name) ? `${name}: ` : ''
    const separator = language() === 'zh' ? '。' : '. '
    return `banxin: ${place}${what}${todo ? separator + todo : ''}\n`
  })
  process.stderr.write([...new Set(lines)].join(''))
}

/** All overset text as one problem. */
function condense(problems: readonly Diagnostic[]): Diagnostic[] {
  const [first, ...more] = problems.filter(({ code }) => code === 'overset')
  if (!first) return [...problems]
  const sum = (key: string) =>
    [first, ...more].reduce((total, { params }) => total + Number(params?.[key] ?? 0), 0)
  const all: Diagnostic = { ...first, params: { lines: sum('lines'), characters: sum('characters') } }
  return [...problems.filter(({ code }) => code !== 'overset'), all]
}

/** A line on the terminal that names the stage at work; nothing where stderr is no terminal. */
export class Progress {
  private readonly shown = process.stderr.isTTY === true
  private readonly began = new Map<string, number>()
  readonly tookMs = new Map<string, number>()
  private current: string | undefined

  stage(name: string): void {
    this.finishStage()
    this.current = name
    this.began.set(name, performance.now())
    if (this.shown) process.stderr.write(`\r\u001b[2K${name} …`)
  }

  done(): void {
    this.finishStage()
    if (this.shown) process.stderr.write('\r\u001b[2K')
  }

  private finishStage(): void {
    if (this.current === undefined) return
    this.tookMs.set(this.current, performance.now() - (this.began.get(this.current) ?? 0))
    this.current = undefined
  }
}
