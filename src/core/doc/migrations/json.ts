/** Reading values whose shape is not known yet. */

export type Json = Record<string, unknown>

export function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

/** Every record of a table changed; what is no table, and no record, stays as it is. */
export function mapRecords(table: unknown, change: (record: Json) => Json): unknown {
  const records = objectOf(table)
  if (!records) return table
  return Object.fromEntries(
    Object.entries(records).map(([id, record]) => {
      const known = objectOf(record)
      return [id, known ? change(known) : record]
    }),
  )
}
