/** `banxin reconstruct FOLDER -o OUTFOLDER`: every dump of an archive, one JSON a page at the same relative path. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type PageAnswer, type PageJob, problem } from './archive-job.ts'
import type { Ledger } from './archive-ledger.ts'
import { openOutput } from './archive-output.ts'
import { type ArchivePage, findPages } from './archive-pages.ts'
import { ArchiveRun } from './archive-run.ts'
import { complain, EXIT } from './terminal.ts'
import { runJobs } from './thread-pool.ts'

export interface ArchiveFlags {
  /** How many pages are read at a time. */
  jobs: number
  /** Makes every page anew. */
  force: boolean
}

/** A page takes some 30 ms: what takes this long is no page, and the others shall not wait for it. */
const PAGE_LIMIT_MS = 60_000
/** How long a page at work may go on when the run is stopped. */
const GRACE_MS = 3_000
const WORKER = new URL('./archive-worker.js', import.meta.url)

/**
 * Exit codes: `done`; `partly` when some pages failed; `failed` when there is nothing to read or nowhere to
 * write; `stopped` by a signal. However it ends, every JSON is whole and the next run goes on from there.
 */
export async function archiveCommand(folder: string, output: string, flags: ArchiveFlags): Promise<number> {
  const { pages, problems } = await findPages(folder)
  const opened: Awaited<ReturnType<typeof openOutput>> =
    pages.length + problems.length === 0
      ? { ok: false, error: problem('archive-empty', folder) }
      : await openOutput(folder, output, pages)
  if (!opened.ok) {
    complain([opened.error])
    return EXIT.failed
  }
  const ledger = opened.value
  const program = createHash('sha256')
    .update(await readFile(WORKER))
    .digest('hex')
    .slice(0, 16)
  const run = new ArchiveRun(ledger, { pages: pages.length, limitMs: PAGE_LIMIT_MS, program })
  run.passOver(problems)

  const ignoreSignals = onSignal(() => run.stop.abort())
  await runJobs<PageJob, PageAnswer>(
    jobsOf(pages, folder, output, ledger, flags.force ? undefined : program),
    {
      program: WORKER,
      threads: Math.min(flags.jobs, pages.length),
      limitMs: PAGE_LIMIT_MS,
      stop: run.stop.signal,
      graceMs: GRACE_MS,
    },
    (job, outcome) => run.finish(job, outcome),
  )
  ignoreSignals()
  await ledger.close()
  return run.end()
}

/** The pages in order. One that `program` made may be up to date. */
function* jobsOf(
  pages: readonly ArchivePage[],
  folder: string,
  output: string,
  ledger: Ledger,
  program: string | undefined,
): Generator<PageJob> {
  for (const page of pages) {
    const line = ledger.of(page.page)
    yield {
      ...page,
      dumpPath: join(folder, page.page),
      outputPath: join(output, page.output),
      made: line && line.program === program ? { dump: line.dump, json: line.json } : undefined,
      written: line !== undefined,
    }
  }
}

/** The second signal ends the program as it always does. */
function onSignal(stop: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.once(signal, stop)
  return () => {
    for (const signal of signals) process.off(signal, stop)
  }
}
