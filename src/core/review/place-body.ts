/** Where placed body text stands, and the paragraphs it makes. */
import { joinLines } from '../reconstruct/lines/printed-lines.ts'
import type { Article, ArticleParagraph, Place } from '../reconstruct/types.ts'
import { holds } from './parts.ts'
import type { Selection, Slice } from './selection.ts'
import { type Held, restOfParagraph } from './taking.ts'
import type { Texts } from './texts.ts'

/** How many paragraphs of the article will stand before the text: those before the one that holds `before`, else all. */
export function insertionPoint(
  target: Article,
  selection: Selection,
  before: Place | undefined,
  texts: Texts,
): number {
  const character = before && texts.characterAt(before)
  const at = character ? target.paragraphs.findIndex((paragraph) => holds(paragraph, character)) : -1
  const ahead = at < 0 ? target.paragraphs : target.paragraphs.slice(0, at)
  return ahead.filter((paragraph) => restOfParagraph(paragraph, selection, texts)).length
}

/**
 * The paragraphs that placed text makes: what was a paragraph stays one; lines from elsewhere that follow one
 * another make one together. Printed lines are kept where they are whole and of the article's measure.
 */
export function newParagraphs(
  slices: readonly Slice<Held>[],
  kind: ArticleParagraph['kind'],
  hasLinesOf: (article: Article) => boolean,
  texts: Texts,
): ArticleParagraph[] {
  return grouped(slices).map((group) => {
    const text = joinLines(group.map((slice) => slice.text)).trim()
    const { paragraph, article } = group[0]!.part
    const places = new Set(text.places)
    const lines =
      kind === 'body' && paragraph && article && hasLinesOf(article)
        ? texts.linesWithin(paragraph, (place) => places.has(place))
        : undefined
    return {
      kind,
      ...texts.sourced(text),
      confidence: 1,
      rule: `corrected/${kind}`,
      ...(lines && { lines }),
    }
  })
}

function grouped(slices: readonly Slice<Held>[]): Slice<Held>[][] {
  const groups: Slice<Held>[][] = []
  for (const slice of slices) {
    const last = groups.at(-1)
    const goesOn = last && last[0]!.part.paragraph === slice.part.paragraph
    if (goesOn) last.push(slice)
    else groups.push([slice])
  }
  return groups
}
