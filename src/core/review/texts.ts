/** The texts of a reconstruction with the place of every character, so that they can be cut and put together. */

import { isBlank } from '../language/characters.ts'
import { AnnotatedText, SourceIndex } from '../reconstruct/lines/annotated-text.ts'
import { isLetterSpaced, joinLines, printedLines, tidySpaces } from '../reconstruct/lines/printed-lines.ts'
import type { ArticleParagraph, Place } from '../reconstruct/types.ts'
import type { SourceText, Span } from '../source/types.ts'

export interface Sourced {
  text: string
  from: Span[]
}

const BLANK = AnnotatedText.join([AnnotatedText.empty, AnnotatedText.empty], ' ')

/** Keeps the characters whose place is kept, and single blanks between them. */
export function keepPlaces(text: AnnotatedText, keep: (place: number) => boolean): AnnotatedText {
  let afterBlank = true
  const kept = text.filter((unit, i) => {
    const blank = isBlank(unit)
    if (blank ? afterBlank : !keep(text.places[i]!)) return false
    afterBlank = blank
    return true
  })
  return kept.trim()
}

/** The first unit of the character at an offset: half a surrogate pair is none. */
const wholeAt = (text: string, at: number): number =>
  at > 0 && /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) ? at - 1 : at

export class Texts {
  readonly #source: SourceText
  readonly #index: SourceIndex

  constructor(source: SourceText) {
    this.#source = source
    this.#index = new SourceIndex(source)
  }

  /** The characters of a span that a reader sees; null when the source has no such span. */
  placesOf({ line, start, end }: Span): number[] | null {
    const text = this.#source.lines[line - 1]
    if (text === undefined || start < 0 || end > text.length || start >= end) return null
    const first = this.#index.placeOf(line)
    const places: number[] = []
    const stop = wholeAt(text, end) < end ? end + 1 : end
    for (let i = wholeAt(text, start); i < stop; i++) if (!isBlank(text[i]!)) places.push(first + i)
    return places
  }

  /** The character at a place, or the next one of its line where that is a blank; null when there is none. */
  characterAt({ line, at }: Place): Place | null {
    const text = this.#source.lines[line - 1]
    if (text === undefined || at < 0) return null
    for (let i = wholeAt(text, at); i < text.length; i++) if (!isBlank(text[i]!)) return { line, at: i }
    return null
  }

  numberOf = ({ line, at }: Place): number => this.#index.placeOf(line) + at

  /** The text as it stands in the reconstruction. */
  annotate({ text, from }: Sourced): AnnotatedText {
    const solid = AnnotatedText.join(
      from.map(({ line, start, end }) =>
        AnnotatedText.at(this.#source.lines[line - 1]!.slice(start, end), this.#index.placeOf(line) + start),
      ),
    ).withoutBlanks()
    const { laid, used } = layOver(text, solid, 0)
    if (used !== solid.length) throw new Error('a text must be the characters of its spans')
    return laid
  }

  /** The text as reconstruction would read it in the lines of an article: radicals as Han, spaces tidied. */
  readAnew(piece: Sourced): AnnotatedText {
    const numbers = new Set(piece.from.map((span) => span.line))
    const lines = this.#source.lines.map((line, i) => (numbers.has(i + 1) ? line : ''))
    const places = new Set(piece.from.flatMap((span) => this.placesOf(span) ?? []))
    const printed = printedLines({ ...this.#source, lines }, this.#index).lines
    const tidy = printed.map((line) => tidySpaces(line, isLetterSpaced(line.text)))
    const read = joinLines(tidy.map((line) => keepPlaces(line, (place) => places.has(place))))
    // what is far too long for a page is handed back as it is
    return read.withoutBlanks().length === places.size ? read : this.annotate(piece)
  }

  sourced(text: AnnotatedText): Sourced {
    return { text: text.text, from: this.#index.spansOf(text) }
  }

  /**
   * The printed lines of what is kept of a paragraph: undefined when one of them was cut, for it is no printed
   * line any more. The last may lose its end, as it does when a credit stood there.
   */
  linesWithin(paragraph: ArticleParagraph, keep: (place: number) => boolean): string[] | undefined {
    const kept: string[] = []
    let cut = false
    for (const line of this.#printedLines(paragraph) ?? []) {
      const rest = keepPlaces(line, keep)
      if (rest.length === 0) continue
      const solid = line.withoutBlanks()
      if (cut || rest.places[0] !== solid.places[0]) return undefined
      cut = rest.withoutBlanks().length < solid.length
      if (cut && !line.text.startsWith(rest.text)) return undefined
      kept.push(rest.text)
    }
    return kept.length > 0 ? kept : undefined
  }

  /** The printed lines of two paragraphs that are one: the first must end where its line ends in the source. */
  linesOfBoth(first: ArticleParagraph, second: ArticleParagraph): string[] | undefined {
    const end = first.from.at(-1)
    if (!first.lines || !second.lines || !end) return undefined
    const rest = this.#source.lines[end.line - 1]!.slice(end.end)
    return [...rest].every(isBlank) ? [...first.lines, ...second.lines] : undefined
  }

  #printedLines(paragraph: ArticleParagraph): AnnotatedText[] | undefined {
    if (!paragraph.lines) return undefined
    const solid = this.annotate(paragraph).withoutBlanks()
    const lines: AnnotatedText[] = []
    let at = 0
    for (const line of paragraph.lines) {
      const { laid, used } = layOver(line, solid, at)
      lines.push(laid)
      at = used
    }
    return at === solid.length ? lines : undefined
  }
}

/** Gives a text the places of `solid`, which has its characters from `at` on, blanks left out. */
function layOver(text: string, solid: AnnotatedText, at: number): { laid: AnnotatedText; used: number } {
  const parts: AnnotatedText[] = []
  let used = at
  for (let start = 0; start < text.length; ) {
    let end = start
    while (end < text.length && !isBlank(text[end]!)) end += 1
    if (end === start) {
      parts.push(BLANK)
      start += 1
      continue
    }
    const part = solid.slice(used, used + end - start)
    if (part.length < end - start) throw new Error('a text must be the characters of its spans')
    parts.push(part.respelt(text.slice(start, end)))
    used += end - start
    start = end
  }
  return { laid: AnnotatedText.join(parts), used }
}
