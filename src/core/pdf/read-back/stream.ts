/** A stream's bytes as they were before they were packed (ISO 32000-1 §7.4.4). */
import { PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { inflate } from 'pako'

/** Undefined where there is no stream, or it is packed in a way that the writer doesn't know. */
export function unpacked(object: unknown): Uint8Array | undefined {
  if (!(object instanceof PDFRawStream)) return undefined
  const filter = object.dict.lookup(PDFName.of('Filter'))
  if (filter === undefined) return object.contents
  if (filter !== PDFName.of('FlateDecode')) return undefined
  const parameters = object.dict.lookup(PDFName.of('DecodeParms'))
  const bytes = inflate(object.contents)
  if (!(parameters instanceof PDFDict)) return bytes
  const columns = parameters.lookup(PDFName.of('Columns'))
  return columns instanceof PDFNumber ? unpredicted(bytes, columns.asNumber()) : undefined
}

/** Rows of PNG's predictors None and Up; the writer knows no other. */
function unpredicted(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = bytes.length / (columns + 1)
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const at = row * (columns + 1)
    const up = bytes[at] === 2 && row > 0
    for (let i = 0; i < columns; i++) {
      const above = up ? (out[(row - 1) * columns + i] as number) : 0
      out[row * columns + i] = (bytes[at + 1 + i] as number) + above
    }
  }
  return out
}
