/** How far an archive is, on stderr: a bar on a terminal, else a line now and then. Problems stand between. */
import type { Diagnostic } from '../core/diagnostics.ts'
import { complain } from './terminal.ts'

const BAR_WIDTH = 30
const REDRAW_MS = 100
/** Without a terminal: a line for each tenth of the pages, and at least every so often. */
const LINE_MS = 10_000

export class ArchiveProgress {
  private readonly isTerminal = process.stderr.isTTY === true
  private readonly total: number
  private readonly start = performance.now()
  private ended = 0
  private told = 0
  private toldAt = this.start

  constructor(total: number) {
    this.total = total
  }

  /** One more page has ended, well or with a problem. */
  page(problem?: Diagnostic): void {
    this.ended += 1
    if (problem) {
      this.clear()
      complain([problem])
    }
    const now = performance.now()
    const isNews = this.isTerminal
      ? problem || now - this.toldAt > REDRAW_MS
      : now - this.toldAt > LINE_MS || tenths(this.ended, this.total) > tenths(this.told, this.total)
    if (!isNews) return
    this.told = this.ended
    this.toldAt = now
    process.stderr.write(this.isTerminal ? `\r\u001b[2K${this.bar()}` : `${this.ended} / ${this.total}\n`)
  }

  clear(): void {
    if (this.isTerminal) process.stderr.write('\r\u001b[2K')
  }

  private bar(): string {
    const full = Math.round((this.ended / this.total) * BAR_WIDTH)
    const seconds = (performance.now() - this.start) / 1000
    const left = (seconds / this.ended) * (this.total - this.ended)
    const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full)
    return `${bar} ${this.ended} / ${this.total}  ${(this.ended / seconds).toFixed(1)}/s  -${clock(left)}`
  }
}

const tenths = (count: number, total: number): number => Math.floor((10 * count) / total)

function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
