import type { Correction, FieldSource, Reconstruction } from '../reconstruct/types.ts'
import type { Span } from '../source/types.ts'
import type { Desk } from './desk.ts'
import { decided, FIELDS, fieldOf, partsOf, withField } from './parts.ts'
import { select, touches } from './selection.ts'
import { settle } from './settle.ts'

/**
 * `accept`: the doubt of this code at this text is settled, and its text sure. What is doubted of the page as a
 * whole has no text. Null when there is no such doubt.
 */
export function accept(
  page: Reconstruction,
  { text, code }: Extract<Correction, { kind: 'accept' }>,
  { texts }: Desk,
): Reconstruction | null {
  if (text.length === 0) {
    const doubts = page.doubts.filter((doubt) => doubt.code !== code || doubt.from.length > 0)
    return doubts.length < page.doubts.length ? { ...page, doubts } : null
  }
  const selection = select(texts, text)
  if (!selection) return null
  const settled = settle(page, selection, texts, [code])
  if (settled.doubts.length === page.doubts.length) return null
  const hit = (part: { from: Span[] }) => touches(part, selection, texts)
  const sure = <T extends FieldSource>(part: T) => (hit(part) ? decided(part, 'accept') : part)
  const articles = page.articles.map((article) => {
    if (!partsOf(article).some(hit)) return article
    const { paragraphs, captions } = article
    return FIELDS.reduce(
      (next, field) => {
        const part = fieldOf(next, field)
        return part ? withField(next, field, sure(part)) : next
      },
      { ...article, paragraphs: paragraphs.map(sure), captions: captions.map(sure) },
    )
  })
  const unplaced = page.unplaced.map((piece) => (hit(piece) ? { ...piece, rule: 'corrected/accept' } : piece))
  return { ...settled, articles, unplaced }
}
