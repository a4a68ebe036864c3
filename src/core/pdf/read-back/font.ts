/** An embedded font as a reader of the PDF sees it: what its codes mean, how wide they are, what they draw. */
import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { strFromU8 } from 'fflate'
import { unpackedOnce } from './stream.ts'
import { outlineHeads } from './true-type-heads.ts'

export interface ReadFont {
  /** With its subset tag. */
  baseFont: string
  texts: ReadonlyMap<number, string>
  /** In 1/1000 em. */
  advance(cid: number): number
  /** The first ten bytes of each code's outline; empty for a blank. Undefined for a code without a glyph. */
  outlineHead(cid: number): string | undefined
}

/** Undefined where a part is missing: then the font is not embedded as it should be. */
export function readFont(font: PDFDict): ReadFont | undefined {
  const descendant = arrayAt(font, 'DescendantFonts')?.lookup(0)
  if (!(descendant instanceof PDFDict)) return undefined
  const descriptor = descendant.lookup(PDFName.of('FontDescriptor'))
  if (!(descriptor instanceof PDFDict)) return undefined
  const program = unpackedOnce(descriptor.lookup(PDFName.of('FontFile2')))
  const toUnicode = unpackedOnce(font.lookup(PDFName.of('ToUnicode')))
  const glyphMap = unpackedOnce(descendant.lookup(PDFName.of('CIDToGIDMap')))
  const baseFont = font.lookup(PDFName.of('BaseFont'))
  if (!program || !toUnicode || !glyphMap || !(baseFont instanceof PDFName)) return undefined
  const heads = headsOf(program)
  const others = descendant.lookup(PDFName.of('DW'))
  const otherwise = others instanceof PDFNumber ? others.asNumber() : DEFAULT_WIDTH
  const advances = readWidths(arrayAt(descendant, 'W'))
  return {
    baseFont: baseFont.decodeText(),
    texts: textsOf(toUnicode),
    advance: (cid) => advances.get(cid) ?? otherwise,
    outlineHead: (cid) => heads[((glyphMap[2 * cid] ?? 0) << 8) | (glyphMap[2 * cid + 1] ?? 0)],
  }
}

/** ISO 32000-1 Table 117. */
const DEFAULT_WIDTH = 1000

/** What was read from a stream is known as long as the stream is. */
function once<T>(read: (bytes: Uint8Array) => T): (bytes: Uint8Array) => T {
  const known = new WeakMap<Uint8Array, { value: T }>()
  return (bytes) => {
    const found = known.get(bytes) ?? { value: read(bytes) }
    known.set(bytes, found)
    return found.value
  }
}

const headsOf = once(outlineHeads)
const textsOf = once(readToUnicode)

/** `bfchar` lines only; the writer makes no ranges (Adobe Technical Note 5014). */
function readToUnicode(bytes: Uint8Array): Map<number, string> {
  const texts = new Map<number, string>()
  for (const [, code = '', units = ''] of strFromU8(bytes, true).matchAll(
    /^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm,
  )) {
    if (units === 'FFFF') continue
    const text = (units.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    texts.set(Number.parseInt(code, 16), text.join(''))
  }
  return texts
}

/** `first [width …]`, again and again; the writer gives no ranges of one width (ISO 32000-1 §9.7.4.3). */
function readWidths(widths: PDFArray | undefined): Map<number, number> {
  const advances = new Map<number, number>()
  for (let at = 0; widths && at + 1 < widths.size(); at += 2) {
    const [first, row] = [widths.lookup(at), widths.lookup(at + 1)]
    if (!(first instanceof PDFNumber) || !(row instanceof PDFArray)) return advances
    row.asArray().forEach((width, i) => {
      if (width instanceof PDFNumber) advances.set(first.asNumber() + i, width.asNumber())
    })
  }
  return advances
}

function arrayAt(dict: PDFDict, key: string): PDFArray | undefined {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFArray ? value : undefined
}
