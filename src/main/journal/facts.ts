/** What the main process writes into a journal itself: the first frame, and one before each save. */
import type { DiskFacts } from '../files/disk-facts.ts'

export interface JournalHeader {
  fact: 'header'
  /** What the page is called, as the list of what can be recovered shows it. */
  name: string
  /** ISO 8601. */
  startedAt: string
  /** The file of the page as it was when this journal began; a page that was never saved has none. */
  file?: { path: string } & DiskFacts
}

/** A file of this hash is about to be put in place: if it is there, it has so many of the entries in it. */
export interface SavingFact {
  fact: 'saving'
  path: string
  sha256: string
  entries: number
}

export type Fact = JournalHeader | SavingFact

export const encodeFact = (fact: Fact): Uint8Array => Buffer.from(JSON.stringify(fact), 'utf8')

/** Undefined for what is none of ours; a later version may write other facts. */
export function decodeFact(bytes: Uint8Array): Fact | undefined {
  try {
    const value: Partial<Fact> = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return value.fact === 'header' || value.fact === 'saving' ? (value as Fact) : undefined
  } catch {
    return undefined
  }
}
