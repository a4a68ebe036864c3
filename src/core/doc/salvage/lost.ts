/** A part of a damaged file that could not be kept. */
export interface Lost {
  /** Which table, entry or list it was in: `frames`, `picture`, `source`, `corrections`, … */
  kind: string
  /** Its id or name; empty for the whole. */
  name: string
}
