/** The page's flat records as shared maps: a map of fields for every record, a record's fields plain JSON. */
import * as Y from 'yjs'
import { same } from '../same.ts'
import type { PageDoc } from '../schema.ts'

/** The parts of a page that are one value each. */
export const PARTS = ['setup', 'meta', 'guides', 'signOffs', 'preflightProfile', 'template'] as const
/** The parts that are records by id, stories apart. */
export const TABLES = [
  'articles',
  'frames',
  'paragraphStyles',
  'characterStyles',
  'swatches',
  'presets',
  'assets',
] as const
export type TableName = (typeof TABLES)[number]

export type Fields = Record<string, unknown>
export type SharedRecord = Y.Map<unknown>

/** A record with its fields in one order, whatever happened to them. */
export const readRecord = (record: SharedRecord): Fields =>
  sortedRecord([...record.entries()].filter(([, value]) => !(value instanceof Y.AbstractType)))

export const sortedRecord = <T>(entries: [string, T][]): Record<string, T> =>
  Object.freeze(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))))

/** Writes the fields that differ. */
export function patchRecord(record: SharedRecord, before: Fields | undefined, after: Fields): void {
  for (const key of Object.keys(before ?? {})) if (after[key] === undefined) record.delete(key)
  for (const [key, value] of Object.entries(after)) {
    if (value !== undefined && !same(before?.[key], value)) record.set(key, value)
  }
}

/** Writes the records of a table that differ, by `patch`; the others are not looked into. */
export function patchTable<T>(
  table: Y.Map<SharedRecord>,
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  patch: (record: SharedRecord, before: T | undefined, after: T) => void,
): void {
  for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) table.delete(id)
  for (const [id, next] of Object.entries(after)) {
    const old = Object.hasOwn(before, id) ? before[id] : undefined
    if (old === next) continue
    const record = table.get(id) ?? table.set(id, new Y.Map<unknown>())
    patch(record, old, next)
  }
}

export const tableOf = (doc: PageDoc, name: TableName): Readonly<Record<string, Fields>> =>
  (doc[name] ?? {}) as Readonly<Record<string, Fields>>
