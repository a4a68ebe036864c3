/** A stream's bytes as they were before they were packed (ISO 32000-1 §7.4.4). */
import { PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { inflate } from 'pako'
import { sameBytes } from '../same-bytes.ts'

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

interface Remembered {
  dict: string
  packed: Uint8Array
  content: Uint8Array
}

/** The last ones, the latest at the end: more than the fonts of one page have. */
const remembered: Remembered[] = []
const MOST = 40

/**
 * The same for what stands in file after file, font programs and profiles: a stream that is byte for byte one that was
 * unpacked lately gives the very same array, so that what was read from it is known too.
 */
export function unpackedOnce(object: unknown): Uint8Array | undefined {
  if (!(object instanceof PDFRawStream)) return undefined
  const dict = object.dict.toString()
  const known = remembered.find((each) => each.dict === dict && sameBytes(each.packed, object.contents))
  if (known) return known.content
  const content = unpacked(object)
  if (content === undefined) return undefined
  if (remembered.length === MOST) remembered.shift()
  remembered.push({ dict, packed: object.contents, content })
  return content
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
