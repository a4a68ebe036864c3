/** The characters that a correction names, taken out of the texts they stand in. */

import { isBlank } from '../language/characters.ts'
import type { AnnotatedText } from '../reconstruct/lines/annotated-text.ts'
import type { Span } from '../source/types.ts'
import { keepPlaces, type Sourced, type Texts } from './texts.ts'

/** Characters of the source by place, in the order a person gave them. */
export interface Selection {
  places: ReadonlySet<number>
  lines: ReadonlySet<number>
}

/** Null when the source has not all of the spans, or nothing but blanks in them. */
export function select(texts: Texts, spans: readonly Span[]): Selection | null {
  const places = new Set<number>()
  for (const span of spans) {
    const found = texts.placesOf(span)
    if (!found) return null
    for (const place of found) places.add(place)
  }
  return places.size > 0 ? { places, lines: new Set(spans.map((span) => span.line)) } : null
}

/** The same without what `pieces` hold. */
export function without(selection: Selection, texts: Texts, pieces: readonly Sourced[]): Selection {
  const held = new Set<number>()
  for (const piece of pieces.filter((each) => touches(each, selection, texts)))
    for (const span of piece.from) for (const place of texts.placesOf(span)!) held.add(place)
  if (held.size === 0) return selection
  return { ...selection, places: new Set([...selection.places].filter((place) => !held.has(place))) }
}

export function touches({ from }: { from: readonly Span[] }, selection: Selection, texts: Texts): boolean {
  return from.some(
    (span) =>
      selection.lines.has(span.line) &&
      texts.placesOf(span)?.some((place) => selection.places.has(place)) === true,
  )
}

/** What is left of a text once the selection is taken out: itself where it has none of it. */
export function restOf<T extends Sourced>(part: T, selection: Selection, texts: Texts): T | null {
  if (!touches(part, selection, texts)) return part
  const rest = keepPlaces(texts.annotate(part), (place) => !selection.places.has(place))
  return rest.length > 0 ? { ...part, ...texts.sourced(rest) } : null
}

/** A stretch of the selection that stood together in one text. */
export interface Slice<T> {
  part: T
  text: AnnotatedText
}

/**
 * The selection as stretches of the texts it stands in, in its own order. `read` gives a text with its places.
 */
export function slicesOf<T extends Sourced>(
  selection: Selection,
  parts: readonly T[],
  read: (part: T) => AnnotatedText,
): Slice<T>[] {
  const where = new Map<number, { part: T; text: AnnotatedText; at: number }>()
  for (const part of parts) {
    const text = read(part)
    text.places.forEach((place, at) => {
      if (selection.places.has(place)) where.set(place, { part, text, at })
    })
  }
  const slices: Slice<T>[] = []
  let last: { part: T; text: AnnotatedText; start: number; end: number } | null = null
  const close = () => {
    if (last) slices.push({ part: last.part, text: last.text.slice(last.start, last.end) })
  }
  for (const place of selection.places) {
    const found = where.get(place)
    if (!found) continue
    const { part, text, at } = found
    if (last && last.text === text && onlyBlanks(text, last.end, at)) {
      last.end = at + 1
      continue
    }
    close()
    last = { part, text, start: at, end: at + 1 }
  }
  close()
  return slices
}

const onlyBlanks = (text: AnnotatedText, start: number, end: number): boolean =>
  start <= end && [...text.text.slice(start, end)].every(isBlank)
