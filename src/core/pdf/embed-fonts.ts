/**
 * One embedded subset a face, written by glyph id: Type 0 over CIDFontType2 (ISO 32000-1 §9.7). Each pair of
 * glyph and text has a CID of its own, so that two characters that share a glyph are still copied and found
 * as what was written.
 */
import { type PDFContext, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import type { GlyphRun } from '../compose/composition.ts'
import { deflated } from './deflate.ts'
import type { FontSubsetter, SubsetFont } from './subset.ts'

export interface EmbeddedFont {
  /** Its name in the page's resources. */
  name: string
  ref: PDFRef
  cid(glyph: number, text: string): number
  /** As the font names itself. */
  postScriptName: string
  /** In 1/1000 em. */
  advance(glyph: number): number
  outlineHead(glyph: number): string
}

interface Pair {
  cid: number
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
    const glyphs = [...new Set([...pairs.values()].map((pair) => pair.glyph))]
    const subset = subsetter.subset(face, glyphs)
    fonts.set(face, {
      name: face,
      ref: writeFont(context, subset, [...pairs.values()]),
      cid: (glyph, text) => (pairs.get(`${glyph} ${text}`) as Pair).cid,
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
function pairsByFace(runs: Iterable<GlyphRun>): [string, Map<string, Pair>][] {
  const faces = new Map<string, Map<string, Pair>>()
  for (const run of runs) {
    const pairs = faces.get(run.face) ?? new Map<string, Pair>()
    faces.set(run.face, pairs)
    run.glyphs.forEach((glyph, i) => {
      const text = run.texts[i] ?? ''
      const key = `${glyph} ${text}`
      if (!pairs.has(key)) pairs.set(key, { cid: 0, glyph, text })
    })
  }
  return [...faces].sort(([a], [b]) => (a < b ? -1 : 1)).map(([face, pairs]) => [face, numbered(pairs)])
}

function numbered(pairs: Map<string, Pair>): Map<string, Pair> {
  const inOrder = [...pairs].sort(([, a], [, b]) => a.glyph - b.glyph || (a.text < b.text ? -1 : 1))
  return new Map(inOrder.map(([key, pair], i) => [key, { ...pair, cid: i + 1 }]))
}

function writeFont(context: PDFContext, subset: SubsetFont, pairs: readonly Pair[]): PDFRef {
  const { metrics } = subset
  const name = PDFName.of(`${subsetTag(subset.bytes)}+${subset.postScriptName}`)
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
      FontFile2: deflated(context, subset.bytes, { Length1: subset.bytes.length }),
    }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFHexString.fromText('Adobe'),
        Ordering: PDFHexString.fromText('Identity'),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, pairs.map((pair) => subset.advance(pair.glyph))],
      CIDToGIDMap: deflated(context, glyphMap(subset, pairs)),
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: deflated(context, toUnicode(pairs)),
    }),
  )
}

function glyphMap(subset: SubsetFont, pairs: readonly Pair[]): Uint8Array {
  const map = new Uint8Array(2 * (pairs.length + 1))
  for (const { cid, glyph } of pairs) {
    const id = subset.renumbered.get(glyph) as number
    map[2 * cid] = id >> 8
    map[2 * cid + 1] = id & 255
  }
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
  const named = pairs.filter((pair) => pair.text !== '')
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

export const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('')
