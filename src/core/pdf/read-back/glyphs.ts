/** Shown text as glyphs on the page: which text each stands for, where, and what it looks like. */
import type { PageBoxes } from '../page-boxes.ts'
import { type Drawn, multiply } from './content.ts'
import type { ReadPdf } from './read-pdf.ts'

export type GlyphsDrawn = Extract<Drawn, { kind: 'glyphs' }>

export interface ReadGlyph {
  /** Empty for the further glyphs of one character. */
  text: string
  /** In pt from the trim's top left, y down. */
  x: number
  y: number
  outlineHead: string | undefined
}

export interface ReadRun {
  drawn: GlyphsDrawn
  /** The font's name with its subset tag; undefined where it is not embedded as it should be. */
  face: string | undefined
  glyphs: ReadGlyph[]
}

const CODE_DIGITS = 4

/** ISO 32000-1 §9.4.4: a number in a TJ array moves the pen back by thousandths of the size. */
export function glyphsOf(drawn: GlyphsDrawn, pdf: ReadPdf, { originX, originY }: PageBoxes): ReadRun {
  const font = pdf.fonts.get(drawn.font)
  const [a, b, , , e, f] = multiply(drawn.place, drawn.matrix)
  const glyphs: ReadGlyph[] = []
  let pen = 0
  for (const part of drawn.shown) {
    if (typeof part === 'number') {
      pen -= (part / 1000) * drawn.sizePt
      continue
    }
    for (let at = 0; at < part.length; at += CODE_DIGITS) {
      const cid = Number.parseInt(part.slice(at, at + CODE_DIGITS), 16)
      glyphs.push({
        text: font?.texts.get(cid) ?? '',
        x: e + a * pen - originX,
        y: originY - (f + b * pen),
        outlineHead: font?.outlineHead(cid),
      })
      pen += ((font?.advance(cid) ?? 0) / 1000) * drawn.sizePt
    }
  }
  return { drawn, face: font?.baseFont, glyphs }
}
