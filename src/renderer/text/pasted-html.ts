/**
 * HTML from Word, WeChat and browsers as plain paragraphs. The markup is read in a document of its own that runs
 * no script and loads nothing; of it only text, headings and stress are taken.
 */

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
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form header hr li main nav ol p pre section table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)
/** Cells of a row stay on one line, apart. */
const CELLS = new Set(['td', 'th'])
const HEADING = /^h[1-6]$/
/** Word's own style names, in either language. */
const WORD_HEADING = /^(?:MsoTitle|MsoSubtitle|MsoHeading\d?|\d)$/

interface Look {
  bold: boolean
  italic: boolean
  heading: boolean
  preserve: boolean
}

export function readHtml(html: string): PastedParagraph[] {
  const reader = new Reader()
  reader.readAll(new DOMParser().parseFromString(html, 'text/html').body)
  return reader.paragraphs()
}

class Reader {
  readonly #done: PastedParagraph[] = []
  #now: PastedParagraph = { heading: false, pieces: [] }

  readAll(root: Node, look: Look = { bold: false, italic: false, heading: false, preserve: false }): void {
    for (const child of root.childNodes) this.#read(child, look)
  }

  paragraphs(): PastedParagraph[] {
    this.#end()
    return this.#done
  }

  #read(node: Node, look: Look): void {
    if (node.nodeType === Node.TEXT_NODE) {
      this.#add(node.textContent ?? '', look)
      return
    }
    if (!(node instanceof Element)) return
    const name = node.localName
    if (name === 'br') this.#end()
    if (SKIPPED.has(name) || isHidden(node)) return
    const block = BLOCKS.has(name) && !CELLS.has(name)
    if (block) this.#end()
    if (CELLS.has(name) && this.#now.pieces.length > 0) this.#add('\u3000', { ...look, preserve: true })
    this.readAll(node, lookOf(node, look))
    if (block) this.#end()
  }

  #add(text: string, { bold, italic, heading, preserve }: Look): void {
    const lines = preserve ? text.split('\n') : [text.replace(/[ \t\n\r\f]+/g, ' ')]
    lines.forEach((line, i) => {
      if (i > 0) this.#end()
      const clean = cleanText(line)
      if (clean === '') return
      this.#now.heading ||= heading
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

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? ''
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style)
}

function lookOf(element: Element, look: Look): Look {
  const name = element.localName
  const style = element.getAttribute('style') ?? ''
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1]
  const word = [...element.classList].some((each) => WORD_HEADING.test(each))
  return {
    bold: weight === undefined ? look.bold || name === 'b' || name === 'strong' : isBold(weight),
    italic: slant === undefined ? look.italic || name === 'i' || name === 'em' : slant !== 'normal',
    heading: look.heading || HEADING.test(name) || (name === 'p' && word),
    preserve: look.preserve || name === 'pre',
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
