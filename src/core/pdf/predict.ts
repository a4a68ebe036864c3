/**
 * A smooth colour table packs to less when each row is written as what it differs by from the row before: the PNG
 * predictor Up, which every reader of PDF undoes (ISO 32000-1 §7.4.4.4). Nothing is lost.
 */
import type { ColourTable } from './icc.ts'

const NONE = 0
const UP = 2
const PNG_PREDICTORS = 15

export interface Predicted {
  bytes: Uint8Array
  /** The stream's DecodeParms; absent where the bytes stand as they are. */
  parameters?: Record<string, number>
}

export function predictable(bytes: Uint8Array, table: ColourTable | undefined): Predicted {
  // Readers differ in what they make of a last row that is short.
  if (table === undefined || bytes.length % table.rowBytes !== 0) return { bytes }
  const { rowBytes } = table
  const rows = bytes.length / rowBytes
  const out = new Uint8Array(bytes.length + rows)
  for (let row = 0; row < rows; row++) {
    const from = row * rowBytes
    const to = from + rowBytes
    const inside = from - rowBytes >= table.start && to <= table.end
    const at = from + row
    out[at] = inside ? UP : NONE
    for (let i = from; i < to; i++) {
      const above = inside ? (bytes[i - rowBytes] as number) : 0
      out[at + 1 + i - from] = (bytes[i] as number) - above
    }
  }
  return { bytes: out, parameters: { Predictor: PNG_PREDICTORS, Colors: 1, Columns: rowBytes } }
}
