/**
 * What the journal of a page is made of, as bytes: the page as it was, then step after step, and once which files
 * (dump, pictures) belong to it. JSON with its length before it, and after it the bytes of Yjs.
 */
import { strFromU8, strToU8 } from 'fflate'
import type { JournalEntry, Step } from './live-page.ts'

export type JournalRecord = StateRecord | StepRecord | FilesRecord

export interface StateRecord {
  kind: 'state'
  /** The file's name, as the window shows it. */
  name: string
  atMs: number
  state: Uint8Array
}

export interface StepRecord extends JournalEntry {
  kind: 'step'
  atMs: number
  /** What was selected then: which article the step is about. */
  article?: string
}

export interface FilesRecord {
  kind: 'files'
  source?: { name: string; sha256: string }
  pictures: string[]
}

export function encodeRecord(record: JournalRecord): Uint8Array {
  const bytes = record.kind === 'state' ? record.state : record.kind === 'step' ? record.update : NONE
  const head = strToU8(JSON.stringify({ ...record, state: undefined, update: undefined }))
  const encoded = new Uint8Array(4 + head.length + bytes.length)
  new DataView(encoded.buffer).setUint32(0, head.length, true)
  encoded.set(head, 4)
  encoded.set(bytes, 4 + head.length)
  return encoded
}

const NONE = new Uint8Array()

/** Undefined for what this version does not know. */
function decodeRecord(encoded: Uint8Array): JournalRecord | undefined {
  try {
    const length = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength).getUint32(0, true)
    const head = JSON.parse(strFromU8(encoded.subarray(4, 4 + length)))
    const bytes = encoded.subarray(4 + length)
    if (head.kind === 'state') return { ...head, state: bytes }
    if (head.kind === 'step' && isStep(head.step)) return { ...head, update: bytes }
    return head.kind === 'files' ? head : undefined
  } catch {
    return undefined
  }
}

const isStep = (step: unknown): step is Step =>
  typeof step === 'object' && step !== null && 'name' in step && typeof step.name === 'string'

/** A journal read: what `LivePage.recover` needs, and what the window says of it. */
export interface ReadJournal {
  state: StateRecord
  steps: StepRecord[]
  files: FilesRecord
}

export function readRecords(entries: readonly Uint8Array[]): ReadJournal | undefined {
  const records = entries.flatMap((each) => decodeRecord(each) ?? [])
  const [state] = records
  if (state?.kind !== 'state') return undefined
  const files = records.filter((record) => record.kind === 'files')
  return {
    state,
    steps: records.filter((record) => record.kind === 'step'),
    files: {
      kind: 'files',
      ...files.findLast(({ source }) => source !== undefined),
      pictures: [...new Set(files.flatMap(({ pictures }) => pictures))],
    },
  }
}
