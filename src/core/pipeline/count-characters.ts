/** Where every character of the source went, in numbers: what reports and the window's 原稿去向 show. */
import { accountFor } from '../reconstruct/account-for.ts'
import type { Reconstruction } from '../reconstruct/types.ts'
import type { SourceText, Span } from '../source/types.ts'

/** Characters without blanks. `total` is the sum of the others when nothing is missing or stands twice. */
export interface CharacterAccount {
  total: number
  body: number
  heads: number
  furniture: number
  shadows: number
  unplaced: number
  missing: number
  twice: number
}

export function countCharacters(source: SourceText, reconstruction: Reconstruction): CharacterAccount {
  const count = (spans: readonly Span[]) =>
    spans.reduce(
      (sum, { line, start, end }) => sum + inked(source.lines[line - 1]?.slice(start, end) ?? ''),
      0,
    )
  const { articles, furniture, shadows, unplaced } = reconstruction
  const spansOf = (parts: readonly { from: Span[] }[]) => parts.flatMap((part) => part.from)
  const { missing, twice } = accountFor(source, reconstruction)
  return {
    total: source.lines.reduce((sum, line) => sum + inked(line), 0),
    body: count(articles.flatMap((article) => spansOf(article.paragraphs))),
    heads: count(
      articles.flatMap((article) => [...spansOf(Object.values(article.from)), ...spansOf(article.captions)]),
    ),
    furniture: count(spansOf(furniture)),
    shadows: count(spansOf(shadows)),
    unplaced: count(spansOf(unplaced)),
    missing: count(missing),
    twice: count(twice),
  }
}

const inked = (text: string): number => [...text.replace(/[\s\u200b\u2060\ufeff]/gu, '')].length
