/**
 * HTML from Word, WeChat and browsers as plain paragraphs: of the markup only text, headings and stress are taken.
 */
import { type HtmlToken, htmlTokens } from './html-tokens.ts'

/** What a pasted paragraph is, before it is given the page's styles. */
export interface PastedParagraph {
  heading: boolean
  pieces: PastedPiece[]
}

export interface PastedPiece {
  text: string
  bold: boolean
  italic: boolean
}

const SKIPPED = new Set(
  'script style head title meta link template noscript iframe object embed svg math canvas audio video img picture input select textarea button del rt rp'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form header hr li main nav ol p pre section table tbody tfoot thead tr ul h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)
/** Cells of a row stay on one line, apart. */
const CELLS = new Set(['td', 'th'])
const HEADING = /^h[1-6]$/
/** Word's own names of styles. */
const WORD_HEADING = /(?:^|\s)Mso(?:Title|Subtitle|Heading\d?)(?:\s|$)/

interface Look {
  bold: boolean
  italic: boolean
  heading: boolean
  preserve: boolean
  hidden: boolean
}

const PLAIN: Look = { bold: false, italic: false, heading: false, preserve: false, hidden: false }

/** Paragraphs with text, in their order. */
export function readHtml(html: string): PastedParagraph[] {
  const reader = new Reader()
  for (const token of htmlTokens(html)) reader.take(token)
  return reader.paragraphs()
}

class Reader {
  readonly #done: PastedParagraph[] = []
  #now: PastedParagraph = { heading: false, pieces: [] }
  /** The elements that are open, with the look that holds inside them. */
  readonly #open: { name: string; look: Look }[] = []

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.#add(token.text, this.#look)
    else if (token.kind === 'open') this.#enter(token)
    else this.#leave(token.name)
  }

  paragraphs(): PastedParagraph[] {
    this.#end()
    return this.#done
  }

  get #look(): Look {
    return this.#open.at(-1)?.look ?? PLAIN
  }

  #enter({ name, attributes, empty }: Extract<HtmlToken, { kind: 'open' }>): void {
    if (name === 'br' || BLOCKS.has(name)) this.#end()
    // A paragraph ends where the next block begins, closed or not.
    if (BLOCKS.has(name) && this.#open.some((each) => each.name === 'p')) this.#leave('p')
    if (CELLS.has(name) && this.#now.pieces.length > 0) this.#add('\u3000', { ...this.#look, preserve: true })
    if (!empty) this.#open.push({ name, look: lookOf(name, attributes, this.#look) })
  }

  /** What was opened inside of it and never closed ends with it. */
  #leave(name: string): void {
    const at = this.#open.findLastIndex((each) => each.name === name)
    if (at < 0) return
    this.#open.length = at
    if (BLOCKS.has(name)) this.#end()
  }

  #add(text: string, { bold, italic, heading, preserve, hidden }: Look): void {
    if (hidden) return
    const lines = preserve ? text.split('\n') : [text.replace(/[ \t\n\r\f]+/g, ' ')]
    lines.forEach((line, i) => {
      if (i > 0) this.#end()
      const clean = cleanText(line)
      if (clean === '') return
      this.#now.heading ||= heading && clean.trim() !== ''
      this.#now.pieces.push({ text: clean, bold, italic })
    })
  }

  #end(): void {
    const { heading } = this.#now
    const pieces = trimmed(this.#now.pieces)
    if (pieces.length > 0) this.#done.push({ heading, pieces })
    this.#now = { heading: false, pieces: [] }
  }
}

function lookOf(name: string, attributes: ReadonlyMap<string, string>, look: Look): Look {
  const style = attributes.get('style') ?? ''
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1]
  const word = name === 'p' && WORD_HEADING.test(attributes.get('class') ?? '')
  return {
    bold: weight === undefined ? look.bold || name === 'b' || name === 'strong' : isBold(weight),
    italic: slant === undefined ? look.italic || name === 'i' || name === 'em' : slant !== 'normal',
    heading: look.heading || HEADING.test(name) || word,
    preserve: look.preserve || name === 'pre',
    hidden: look.hidden || SKIPPED.has(name) || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style),
  }
}

const isBold = (weight: string): boolean => weight.startsWith('bold') || Number(weight) >= 600

/** Without control and zero-width characters; spaces of any kind but the full-width one as plain spaces. */
export const cleanText = (text: string): string =>
  text
    .replace(/[\t\v\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/gu, '')

/** The blank at both ends goes: an indent is the style's. Of two spaces in a row one stays. */
function trimmed(pieces: readonly PastedPiece[]): PastedPiece[] {
  const texts = pieces.map(({ text }) => text)
  const first = texts.findIndex((text) => text.trim() !== '')
  const last = texts.findLastIndex((text) => text.trim() !== '')
  if (first < 0) return []
  let spaced = false
  return pieces.slice(first, last + 1).flatMap((piece, i) => {
    let text = i === 0 ? piece.text.trimStart() : piece.text
    if (first + i === last) text = text.trimEnd()
    if (spaced) text = text.replace(/^ +/, '')
    text = text.replace(/ {2,}/g, ' ')
    spaced = text.endsWith(' ')
    return text === '' ? [] : [{ ...piece, text }]
  })
}
