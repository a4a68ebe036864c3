/** One run over an archive: counts and tells how each page ended, and enters what was made into the ledger. */
import { writeProblem } from '../adapters/files.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import { type PageAnswer, type PageCounts, type PageJob, problem } from './archive-job.ts'
import type { Ledger } from './archive-ledger.ts'
import { ArchiveProgress } from './archive-progress.ts'
import { complain, EXIT } from './terminal.ts'
import type { Outcome } from './thread-pool.ts'

export interface RunOptions {
  pages: number
  /** A page that takes longer is given up. */
  limitMs: number
  /** Identifies the program that makes the pages. */
  program: string
}

export class ArchiveRun {
  readonly stop = new AbortController()
  private readonly ledger: Ledger
  private readonly options: RunOptions
  private readonly progress: ArchiveProgress
  private readonly start = performance.now()
  private readonly count = { done: 0, upToDate: 0, failed: 0, articles: 0, doubts: 0 }
  /** What keeps every further page from being written. */
  private fatal: Diagnostic | undefined

  constructor(ledger: Ledger, options: RunOptions) {
    this.ledger = ledger
    this.options = options
    this.progress = new ArchiveProgress(options.pages)
  }

  /** What can't be read as a page at all. */
  passOver(problems: readonly Diagnostic[]): void {
    complain(problems)
    this.count.failed += problems.length
  }

  async finish(job: PageJob, outcome: Outcome<PageAnswer>): Promise<void> {
    if (outcome.kind === 'answer') return this.take(job, outcome.answer)
    if (outcome.kind === 'crashed')
      this.fail(problem('archive-crashed', job.page, { detail: firstLine(outcome.detail) }))
    if (outcome.kind === 'late')
      this.fail(problem('archive-too-slow', job.page, { seconds: this.options.limitMs / 1000 }))
  }

  private async take(job: PageJob, answer: PageAnswer): Promise<void> {
    if (answer.kind === 'failed') return this.fail(answer.problem)
    if (answer.kind === 'up-to-date') {
      this.count.upToDate += 1
      this.add(this.ledger.of(job.page))
    } else {
      const { program } = this.options
      try {
        await this.ledger.add({ page: job.page, program, ...answer.hashes, ...answer.counts })
      } catch (error) {
        return this.abandon(writeProblem(error, job.output))
      }
      this.count.done += 1
      this.add(answer.counts)
    }
    this.progress.page()
  }

  private add(counts: PageCounts | undefined): void {
    this.count.articles += counts?.articles ?? 0
    this.count.doubts += counts?.doubts ?? 0
  }

  private fail(reason: Diagnostic): void {
    if (reason.code === 'disk-full') this.abandon(reason)
    else {
      this.count.failed += 1
      this.progress.page(reason)
    }
  }

  private abandon(reason: Diagnostic): void {
    this.fatal ??= reason
    this.stop.abort()
  }

  /** Says how it went, and gives the exit code. */
  end(): number {
    this.progress.clear()
    if (this.fatal) complain([this.fatal])
    process.stdout.write(this.summary())
    if (this.fatal) return EXIT.failed
    if (this.stop.signal.aborted) return EXIT.stopped
    return this.count.failed > 0 ? EXIT.partly : EXIT.done
  }

  private summary(): string {
    const { done, upToDate, failed, articles, doubts } = this.count
    const ended = done + upToDate + failed
    const seconds = (performance.now() - this.start) / 1000
    const rest = this.stop.signal.aborted ? '未完，再运行一次就接着做 stopped, run it again to go on\n' : ''
    return `版 pages       ${done} done, ${upToDate} up to date, ${failed} failed
稿件 articles  ${articles}, ${doubts} doubts
时间 time      ${seconds.toFixed(1)} s, ${(ended / seconds).toFixed(1)} pages a second
${rest}`
  }
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''
