/**
 * One embedded subset a face, written by glyph id: Type 0 over CIDFontType2 (ISO 32000-1 §9.7). Each pair of
 * glyph and text has a CID of its own, so that two characters that share a glyph are still copied and found
 * as what was written.
 */
import { type PDFContext, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { GlyphRun } from '../compose/composition.ts'
import { pack, packedStream } from './deflate.ts'
import type { FontSubsetter, SubsetFont } from './subset.ts'

export interface EmbeddedFont {
  /** Its name in the page's resources. */
  name: string
  ref: PDFRef
  /** The CID of a glyph that stands for this text, in four hexadecimal digits. */
  code(glyph: number, text: string): string
  /** As the font names itself. */
  postScriptName: string
  /** In 1/1000 em. */
  advance(glyph: number): number
  /** Undefined for a glyph that is not in the font. */
  outlineHead(glyph: number): string | undefined
}

/** Its CID is its place in the list, from 1. */
interface Pair {
  glyph: number
  text: string
}

export function embedFonts(
  context: PDFContext,
  runs: Iterable<GlyphRun>,
  subsetter: FontSubsetter,
): Map<string, EmbeddedFont> {
  const fonts = new Map<string, EmbeddedFont>()
  for (const [face, pairs] of pairsByFace(runs)) {
    const subset = subsetter.subset(face, [...new Set(pairs.map(({ glyph }) => glyph))])
    const codes = codesOf(pairs)
    fonts.set(face, {
      name: face,
      ref: writeFont(context, subset, pairs),
      code: (glyph, text) => codes.get(glyph)?.get(text) as string,
      postScriptName: subset.postScriptName,
      advance: (glyph) => subset.advance(glyph),
      outlineHead: (glyph) => subset.outlineHead(glyph),
    })
  }
  return fonts
}

/**
 * Faces in the order of their names, pairs in the order of their glyphs: the file is the same every time, and the
 * maps from CID to glyph and text pack well.
 */
function pairsByFace(runs: Iterable<GlyphRun>): [face: string, pairs: Pair[]][] {
  const faces = new Map<string, Map<number, Set<string>>>()
  for (const { face, glyphs, texts } of runs) {
    const textsByGlyph = faces.get(face) ?? new Map<number, Set<string>>()
    faces.set(face, textsByGlyph)
    glyphs.forEach((glyph, i) => {
      const text = texts[i] ?? ''
      const known = textsByGlyph.get(glyph)
      if (known) known.add(text)
      else textsByGlyph.set(glyph, new Set([text]))
    })
  }
  return [...faces]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([face, textsByGlyph]) => [face, inOrder(textsByGlyph)])
}

const inOrder = (textsByGlyph: ReadonlyMap<number, ReadonlySet<string>>): Pair[] =>
  [...textsByGlyph]
    .sort(([a], [b]) => a - b)
    .flatMap(([glyph, texts]) => [...texts].sort().map((text) => ({ glyph, text })))

function codesOf(pairs: readonly Pair[]): Map<number, Map<string, string>> {
  const codes = new Map<number, Map<string, string>>()
  pairs.forEach(({ glyph, text }, i) => {
    const ofGlyph = codes.get(glyph) ?? new Map<string, string>()
    codes.set(glyph, ofGlyph.set(text, hex(i + 1)))
  })
  return codes
}

function writeFont(context: PDFContext, subset: SubsetFont, pairs: readonly Pair[]): PDFRef {
  const { metrics } = subset
  const parts = partsOf(subset, pairs)
  const name = PDFName.of(parts.name)
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: metrics.serif ? 6 : 4,
      FontBBox: [...metrics.bbox],
      ItalicAngle: 0,
      Ascent: metrics.ascent,
      Descent: metrics.descent,
      CapHeight: metrics.capHeight,
      StemV: Math.round(50 + (metrics.weight / 65) ** 2),
      FontFile2: packedStream(context, parts.program, { Length1: subset.bytes.length }),
    }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        // Names in ASCII, which are compared byte by byte (ISO 32000-1 Table 116).
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of('Identity'),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: DEFAULT_WIDTH,
      ...(parts.widths.length > 0 && { W: parts.widths }),
      CIDToGIDMap: packedStream(context, parts.glyphMap),
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: packedStream(context, parts.toUnicode),
    }),
  )
}

/** What takes time to make of a subset and its pairs, streams packed. */
interface FontParts {
  key: string
  /** With its subset tag. */
  name: string
  program: Uint8Array
  glyphMap: Uint8Array
  toUnicode: Uint8Array
  widths: (number | number[])[]
}

const knownParts = new WeakMap<SubsetFont, FontParts>()

/** Made once for a subset that is embedded again with the same texts. */
function partsOf(subset: SubsetFont, pairs: readonly Pair[]): FontParts {
  const key = pairs.map(({ glyph, text }) => `${glyph} ${text}`).join('\n')
  const known = knownParts.get(subset)
  if (known?.key === key) return known
  const parts: FontParts = {
    key,
    name: known?.name ?? `${subsetTag(subset.bytes)}+${subset.postScriptName}`,
    program: known?.program ?? pack(subset.bytes),
    glyphMap: pack(glyphMap(subset, pairs)),
    toUnicode: pack(toUnicode(pairs)),
    widths: widthsOf(subset, pairs),
  }
  knownParts.set(subset, parts)
  return parts
}

/** Of most Han glyphs, and of every code that W leaves out. */
const DEFAULT_WIDTH = 1000

/** `first [width …]` for each row of codes of other widths (ISO 32000-1 §9.7.4.3). */
function widthsOf(subset: SubsetFont, pairs: readonly Pair[]): (number | number[])[] {
  const widths: (number | number[])[] = []
  let row: number[] | undefined
  pairs.forEach(({ glyph }, i) => {
    const width = subset.advance(glyph)
    if (width === DEFAULT_WIDTH) row = undefined
    else if (row) row.push(width)
    else {
      row = [width]
      widths.push(i + 1, row)
    }
  })
  return widths
}

function glyphMap(subset: SubsetFont, pairs: readonly Pair[]): Uint8Array {
  const map = new Uint8Array(2 * (pairs.length + 1))
  pairs.forEach(({ glyph }, i) => {
    const id = subset.renumbered.get(glyph) as number
    map[2 * i + 2] = id >> 8
    map[2 * i + 3] = id & 255
  })
  return map
}

/** Six capitals from the font's bytes (ISO 32000-1 §9.6.4): the same subset always has the same name. */
function subsetTag(bytes: Uint8Array): string {
  let hash = 0x811c9dc5
  // By index: an iterator would take five times as long over a whole font.
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  hash >>>= 0
  return Array.from({ length: 6 }, (_, i) =>
    String.fromCharCode(65 + (Math.floor(hash / 26 ** i) % 26)),
  ).join('')
}

/** At most this many mappings stand in one block (Adobe Technical Note 5014). */
const BLOCK = 100

function toUnicode(pairs: readonly Pair[]): string {
  const named = pairs.map(({ text }, i) => ({ cid: i + 1, text })).filter(({ text }) => text !== '')
  const blocks: string[] = []
  for (let i = 0; i < named.length; i += BLOCK) {
    const block = named.slice(i, i + BLOCK)
    const lines = block.map(({ cid, text }) => `<${hex(cid)}> <${utf16(text)}>`)
    blocks.push(`${block.length} beginbfchar\n${lines.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('')
