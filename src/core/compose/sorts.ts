/**
 * Sorts, the printer's word for pieces of type: a token shaped in one face, size and ink under one preset, with
 * all that a line must know of it. Equal tokens of a page share one sort, so each is shaped once.
 */
import type { CharacterStyle, PageDoc, ParagraphStyle, Preset } from '../doc/schema.ts'
import type { Features, HyphenPoint, ShapedToken, Shaper } from '../fonts.ts'
import type { Em, Pt } from '../units.ts'
import { hasRightToLeft } from './bidi.ts'
import type { Ink } from './composition.ts'
import type { TokenKind } from './tokens.ts'
import { type LaidGlyph, type LaidToken, shapeVertically } from './vertical-sorts.ts'

/** One glyph of a sort, from the sort's left edge (in vertical text: from its top) in em of the paragraph. */
export interface SortGlyph {
  face: string
  id: number
  text: string
  x: Em
  /** Below the baseline; in vertical text, right of the column's axis. Absent: on the baseline. */
  y?: Em
  turned?: true
  sizePt: Pt
  ink: Ink
}

export interface Sort {
  kind: TokenKind
  text: string
  /** All widths are in em of the paragraph's size. */
  width: Em
  /** What it can give up anywhere in a line, by the squeeze of that index in the preset; -1: nothing. */
  give: Em
  by: number
  /** What it can give up where it ends a line. */
  endGive: Em
  /** The white half that an opening or closing mark shares with a neighbour. */
  white: Em
  /** Share of what is given up that lies to the glyph's left, 0 to 1. */
  leftShare: number
  opening: boolean
  closing: boolean
  neverStart: boolean
  neverEnd: boolean
  /** A word that runs from right to left: its glyphs stand as they are seen, the last letter first. */
  rightToLeft?: true
  glyphs: readonly SortGlyph[]
  /** Where a word may be parted, in offsets of its text. */
  hyphenPoints: readonly HyphenPoint[]
  missing?: { character: string; face: string }
}

/** Signs of arithmetic in text (网格吹哨+维管报道) are as wide as figures. */
const SIGN = /^[+=<>]$/

/** A page has some hundred different words and numbers. */
const MOST_WORDS = 500

/** All sorts of one style: the paragraph's, changed by a character style. */
export class SortCase {
  private readonly characters = new Map<string, Sort>()
  /** Sorts of one UTF-16 unit by its code: looked for without a string to be made. */
  private readonly singles = new Map<number, Sort>()
  private readonly words = new Map<string, Sort>()
  private readonly face: string
  private readonly sizePt: Pt
  private readonly scale: number
  private readonly ink: Ink
  private readonly rise: Em

  constructor(
    doc: PageDoc,
    style: ParagraphStyle,
    character: CharacterStyle,
    readonly preset: Preset,
    private readonly shaper: Shaper,
    private readonly vertical: boolean,
  ) {
    this.face = character.face ?? style.face
    this.sizePt = character.sizePt ?? style.sizePt
    this.scale = this.sizePt / style.sizePt
    this.rise = character.riseEm ?? 0
    const name = character.swatch ?? style.swatch
    const swatch = doc.swatches[name]
    if (swatch === undefined) throw new Error(`the document has no swatch named ${name}`)
    this.ink = swatch
  }

  /** The sort of a token, `start` to `end` of a text. */
  sortAt(kind: TokenKind, text: string, start: number, end: number): Sort {
    if (end - start > 1) return this.sort(kind, text.slice(start, end))
    const code = text.charCodeAt(start)
    let sort = this.singles.get(code)
    if (sort === undefined) {
      sort = this.sort(kind, text[start] as string)
      this.singles.set(code, sort)
    }
    return sort
  }

  private sort(kind: TokenKind, text: string): Sort {
    // Typing makes a new word with every key: there is no end of words, as there is of characters.
    const sorts = kind === 'word' || kind === 'figures' ? this.words : this.characters
    const known = sorts.get(text)
    if (known !== undefined) return known
    if (this.words.size >= MOST_WORDS) this.words.clear()
    const sort = this.make(kind, text)
    sorts.set(text, sort)
    return sort
  }

  /** A bracket as it looks where text runs from right to left; it still stands for the character that it is in the text. */
  mirrored(text: string, mirror: string): Sort {
    const sort = this.sort('mark', mirror)
    return { ...sort, text, glyphs: sort.glyphs.map((glyph) => ({ ...glyph, text })) }
  }

  /** The hyphen that a parted word ends its line with; it stands for no character of the text. */
  hyphen(): Sort {
    const sort = this.sort('mark', '-')
    return { ...sort, glyphs: sort.glyphs.map((glyph) => ({ ...glyph, text: '\u00ad' })) }
  }

  private make(kind: TokenKind, text: string): Sort {
    const { preset } = this
    const first = String.fromCodePoint(text.codePointAt(0) as number)
    const last = text.at(-1) as string
    const sort: Sort = {
      kind,
      text,
      width: 0,
      give: 0,
      by: -1,
      endGive: 0,
      white: 0,
      leftShare: 0,
      opening: preset.opening.includes(text),
      closing: preset.closing.includes(text),
      neverStart: kind === 'space' || kind === 'nothing' || preset.neverStart.includes(first),
      neverEnd: preset.neverEnd.includes(last),
      glyphs: [],
      hyphenPoints: kind === 'word' && preset.hyphenate ? (this.shaper.hyphenate?.(text) ?? []) : [],
    }
    if (kind === 'word' && hasRightToLeft(text)) sort.rightToLeft = true
    if (kind === 'break' || kind === 'nothing') return sort
    if (this.vertical) this.addVertical(sort, kind, text)
    else if (kind === 'figures') this.addFigures(sort, text)
    else if (SIGN.test(text)) this.add(sort, text, ['hwid'], 0.5)
    else this.add(sort, text, [], this.ownWidth(text))
    this.whites(sort)
    return sort
  }

  private ownWidth(text: string): Em | undefined {
    return text === '·' ? this.preset.interpunctEm : undefined
  }

  /** Figures at the house's widths: half-width digits, a narrow point, a full-width per cent and range dash. */
  private addFigures(sort: Sort, text: string): void {
    const { figures, percentEm, pointEm, rangeEm } = this.preset
    let before = ''
    for (const character of text) {
      if (/\d/.test(character)) {
        if (figures === 'half') this.add(sort, character, ['hwid'], 0.5)
        else if (figures === 'full') this.add(sort, character, ['fwid'], 1)
        else this.add(sort, character, [], undefined)
      } else if (/[%％‰℃]/.test(character)) this.add(sort, character, ['fwid'], percentEm)
      else if (/[.,:]/.test(character)) this.add(sort, character, [], pointEm)
      else if (/[-~～]/.test(character) && before !== '') this.add(sort, character, ['fwid'], rangeEm)
      else this.add(sort, character, ['hwid'], 0.5)
      before = character
    }
  }

  private addVertical(sort: Sort, kind: TokenKind, text: string): void {
    const upright = kind !== 'figures' && kind !== 'word' && kind !== 'space'
    const { face } = this.shapeSomewhere(sort, text, (each) =>
      upright && this.shaper.shapeVertical
        ? this.shaper.shapeVertical(each, text, [])
        : this.shaper.shape(each, text, []),
    )
    const token = shapeVertically(this.shaper, face, kind, text)
    this.lay(sort, face, token, 0, token.advance)
  }

  /** Appends shaped text to the sort, centred in `width` where the house sets one apart from the font's. */
  private add(sort: Sort, text: string, features: Features, width: Em | undefined): void {
    const { face, token } = this.shapeSomewhere(sort, text, (each) => this.shaper.shape(each, text, features))
    const lead = width === undefined ? 0 : (width - token.advance) / 2
    this.lay(sort, face, laidOut(token), lead, width ?? token.advance)
  }

  private lay(sort: Sort, face: string, token: LaidToken, lead: Em, width: Em): void {
    const pen = sort.width + lead * this.scale
    sort.glyphs = [...sort.glyphs, ...token.glyphs.map((glyph) => this.glyphAt(face, glyph, pen))]
    sort.width += width * this.scale
  }

  private glyphAt(face: string, { id, text, x, y, turned }: LaidGlyph, pen: Em): SortGlyph {
    const across = y * this.scale - this.rise
    return {
      face,
      id,
      text,
      x: pen + x * this.scale,
      ...((this.vertical || across !== 0) && { y: across }),
      ...(turned && { turned }),
      sizePt: this.sizePt,
      ink: this.ink,
    }
  }

  /** In the face itself, or the first of its fallbacks that has the glyphs; what none has is noted. */
  private shapeSomewhere(sort: Sort, text: string, shape: (face: string) => ShapedToken) {
    const wanted = this.shaper.face(this.face)
    const borrowed = wanted.borrowed !== undefined && [...text].every((c) => wanted.borrowed?.includes(c))
    let face = borrowed && wanted.fallback !== undefined ? wanted.fallback : this.face
    const tried = new Set<string>()
    for (;;) {
      const token = shape(face)
      tried.add(face)
      const next = this.shaper.face(face).fallback
      if (token.missing === undefined) return { face, token }
      if (next === undefined || tried.has(next)) {
        sort.missing = { character: token.missing, face: this.face }
        return { face, token }
      }
      face = next
    }
  }

  /** What the preset lets the sort give up, and where its white is (CLREQ #punctuation_width_adjustment). */
  private whites(sort: Sort): void {
    const { preset, scale } = this
    const { text, kind } = sort
    if (kind === 'mark' || kind === 'other') {
      const half = this.halfWidth(sort)
      sort.leftShare = half.leftShare
      if (preset.tight.includes(text)) {
        const cut = sort.width - preset.tightEm * scale
        sort.glyphs = sort.glyphs.map((glyph) => ({ ...glyph, x: glyph.x - cut * half.leftShare }))
        sort.width -= cut
        return
      }
      if (sort.opening || sort.closing) sort.white = Math.max(0, sort.width - half.width)
    }
    preset.squeezes.forEach((squeeze, index) => {
      if (squeeze.what === 'marks' && squeeze.marks.includes(text)) {
        sort.by = index
        sort.give = Math.max(0, sort.width - squeeze.toEm * scale)
      } else if (squeeze.what === 'line-end' && squeeze.marks.includes(text)) {
        sort.endGive = Math.max(0, sort.width - squeeze.toEm * scale)
      } else if (squeeze.what === 'word-space' && text === ' ') {
        sort.by = index
        sort.give = Math.max(0, sort.width - squeeze.toEm * scale)
      }
    })
  }

  /**
   * A full-width mark at half its width: the font says by `halt`, or `vhal` in a column, where the glyph then stands.
   * Where it does not, the mark's side does: opening marks have their white before them, all others behind.
   */
  private halfWidth(sort: Sort): { width: Em; leftShare: number } {
    const side = { width: sort.width / 2, leftShare: sort.opening ? 1 : 0 }
    if (sort.glyphs.length !== 1) return side
    const { face } = sort.glyphs[0] as SortGlyph
    const found = this.vertical ? this.halfDown(face, sort.text) : this.halfAlong(face, sort.text)
    if (found === undefined || found.cut < 0.1) return side
    return { width: sort.width - found.cut * this.scale, leftShare: found.moved / found.cut }
  }

  private halfAlong(face: string, text: string): Cut {
    const full = this.shaper.shape(face, text, [])
    const half = this.shaper.shape(face, text, ['halt'])
    return {
      cut: full.advance - half.advance,
      moved: (full.glyphs[0]?.dx ?? 0) - (half.glyphs[0]?.dx ?? 0),
    }
  }

  private halfDown(face: string, text: string): Cut | undefined {
    const full = this.shaper.shapeVertical?.(face, text, [])
    const half = this.shaper.shapeVertical?.(face, text, ['vhal'])
    if (full === undefined || half === undefined) return undefined
    return {
      cut: full.advance - half.advance,
      moved: (half.glyphs[0]?.dy ?? 0) - (full.glyphs[0]?.dy ?? 0),
    }
  }
}

/** What a mark loses at half its width, and how far its glyph then stands before its place. */
interface Cut {
  cut: Em
  moved: Em
}

/** A horizontal token's glyphs at their places. */
function laidOut({ glyphs, advance }: ShapedToken): LaidToken {
  let pen = 0
  const laid = glyphs.map(({ id, text, advance: width, dx, dy = 0 }): LaidGlyph => {
    const glyph = { id, text, x: pen + dx, y: dy === 0 ? 0 : -dy }
    pen += width
    return glyph
  })
  return { glyphs: laid, advance }
}
