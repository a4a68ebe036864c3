/** How large what has no room is, in characters. */
import type { Manuscript } from '../manuscript.ts'

/** All that would be read of an article, blanks left out. */
export function charactersOf(article: Manuscript): number {
  const { section, kicker, headline, deck, byline, credit, paragraphs, captions } = article
  const fields = [section, kicker, headline, deck, byline, credit]
  const texts = [...fields, ...paragraphs.map(({ text }) => text), ...captions.map(({ text }) => text)]
  return texts.reduce((sum, text) => sum + (text ?? '').replace(/\s/gu, '').length, 0)
}
