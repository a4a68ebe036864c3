import { isBlank } from '../../language/characters.ts'
import type { SourceText, Span } from '../../source/types.ts'

/** The place of a character that no source character stands for: a space put in where two lines join. */
const NOWHERE = -1

/**
 * Text that knows, for each of its UTF-16 units, which source character it is.
 *
 * Places are offsets into the source's lines laid end to end, one unit apart; a `SourceIndex` gives them and
 * turns them back into spans. Values never change: every operation returns a new text.
 */
export class AnnotatedText {
  static readonly empty = new AnnotatedText('', [])

  private constructor(
    readonly text: string,
    readonly places: readonly number[],
  ) {}

  static at(text: string, firstPlace: number): AnnotatedText {
    return new AnnotatedText(
      text,
      Array.from({ length: text.length }, (_, i) => firstPlace + i),
    )
  }

  /** Puts texts one after another, with `glue` (blanks only) between them. */
  static join(parts: readonly AnnotatedText[], glue = ''): AnnotatedText {
    const places: number[] = []
    parts.forEach((part, i) => {
      if (i > 0) for (let k = 0; k < glue.length; k++) places.push(NOWHERE)
      for (const place of part.places) places.push(place)
    })
    return new AnnotatedText(parts.map((part) => part.text).join(glue), places)
  }

  get length(): number {
    return this.text.length
  }

  slice(start: number, end = this.length): AnnotatedText {
    return new AnnotatedText(this.text.slice(start, end), this.places.slice(start, end))
  }

  /** Keeps the units for which `keep` holds. */
  filter(keep: (unit: string, index: number) => boolean): AnnotatedText {
    let text = ''
    const places: number[] = []
    for (let i = 0; i < this.length; i++) {
      if (!keep(this.text[i]!, i)) continue
      text += this.text[i]
      places.push(this.places[i]!)
    }
    return new AnnotatedText(text, places)
  }

  /** The same text in other characters: `text` must be as long. */
  respelt(text: string): AnnotatedText {
    if (text.length !== this.length) throw new Error('respelt text must keep its length')
    return new AnnotatedText(text, this.places)
  }

  trim(): AnnotatedText {
    let start = 0
    let end = this.length
    while (start < end && isBlank(this.text[start]!)) start += 1
    while (end > start && isBlank(this.text[end - 1]!)) end -= 1
    return this.slice(start, end)
  }

  withoutBlanks(): AnnotatedText {
    return this.filter((unit) => !isBlank(unit))
  }
}

/** Turns places in the source into lines and offsets. */
export class SourceIndex {
  readonly #lines: readonly string[]
  readonly #starts: number[] = []

  constructor(source: SourceText) {
    this.#lines = source.lines
    let start = 0
    for (const line of source.lines) {
      this.#starts.push(start)
      start += line.length + 1
    }
  }

  /** The place of a line's first character; `line` counts from 1. */
  placeOf(line: number): number {
    return this.#starts[line - 1]!
  }

  /** The line of a place, counted from 1. */
  lineOf(place: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= place) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  /** The line that a text begins on, counted from 1; 1 for a text without a place. */
  firstLineOf(text: AnnotatedText): number {
    const place = text.places.find((each) => each !== NOWHERE)
    return place === undefined ? 1 : this.lineOf(place)
  }

  /** The stretches of source that a text was taken from, in its order; blanks that were dropped part none. */
  spansOf(text: AnnotatedText): Span[] {
    const spans: Span[] = []
    for (let i = 0; i < text.length; i++) {
      const place = text.places[i]!
      if (place === NOWHERE || isBlank(text.text[i]!)) continue
      const last = spans.at(-1)
      const lastStart = last ? this.placeOf(last.line) : 0
      if (last && this.#onlyBlanksBetween(last, place - lastStart)) {
        last.end = place - lastStart + 1
      } else {
        const line = this.lineOf(place)
        const start = place - this.placeOf(line)
        spans.push({ line, start, end: start + 1 })
      }
    }
    return spans
  }

  #onlyBlanksBetween(span: Span, start: number): boolean {
    const line = this.#lines[span.line - 1]!
    if (start < span.end || start >= line.length) return false
    for (let i = span.end; i < start; i++) if (!isBlank(line[i]!)) return false
    return true
  }
}
