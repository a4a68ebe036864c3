/** What the archive command and its threads say to each other. */
import type { Diagnostic } from '../core/diagnostics.ts'

export interface PageJob {
  /** The dump's path below the archive's folder, with `/`: what messages and the ledger call the page. */
  page: string
  /** The same for its JSON. */
  output: string
  dumpPath: string
  outputPath: string
  /** The hashes of the dump and of the JSON that this program made of it, if it did. */
  made?: PageHashes
  /** Whether an earlier run wrote the JSON; if not, a file in its place may be somebody's own. */
  written: boolean
}

/** SHA-256 in hex. */
export interface PageHashes {
  dump: string
  json: string
}

export interface PageCounts {
  articles: number
  doubts: number
}

export type PageAnswer =
  | { kind: 'done'; hashes: PageHashes; counts: PageCounts }
  | { kind: 'up-to-date' }
  | { kind: 'failed'; problem: Diagnostic }

/** A problem of one file; `file` is named as the person knows it. */
export const problem = (code: string, file: string, params?: Diagnostic['params']): Diagnostic => ({
  code,
  severity: 'error',
  at: { file },
  params: { file, ...params },
})

/** The same problem under the name by which the archive knows the file. */
export const nameFile = (diagnostic: Diagnostic, file: string): Diagnostic => ({
  ...diagnostic,
  at: { ...diagnostic.at, file },
  params: { ...diagnostic.params, file },
})
