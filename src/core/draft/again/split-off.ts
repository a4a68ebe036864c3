/** The articles that a page has no room for, as the next page. */
import type { PageDoc } from '../../doc/schema.ts'
import { newPage } from '../new/new-page.ts'
import type { Template } from '../template.ts'
import { removeArticles } from './remove-articles.ts'

/** Both pages are still to be laid out. The next page has the number after this one's. */
export function splitOff(
  doc: PageDoc,
  articles: readonly string[],
  template: Template,
): { rest: PageDoc; next: PageDoc } {
  const others = Object.keys(doc.articles).filter((id) => !articles.includes(id))
  const { number, ...fields } = doc.meta
  const next = nextNumber(number)
  const empty = newPage(template, { ...fields, ...(next !== undefined && { number: next }) })
  const moved = removeArticles(doc, others)
  const stories = Object.entries(moved.stories).filter(([, { article }]) => article !== undefined)
  // Where they stood is of no use; what their pictures show goes with them.
  const frames = Object.entries(moved.frames).filter(([, { article }]) => article !== undefined)
  return {
    rest: removeArticles(doc, articles),
    next: {
      ...empty,
      articles: numberedAnew(moved.articles),
      stories: { ...empty.stories, ...Object.fromEntries(stories) },
      frames: { ...empty.frames, ...Object.fromEntries(frames) },
      ...(doc.assets && { assets: doc.assets }),
      paragraphStyles: { ...doc.paragraphStyles, ...empty.paragraphStyles },
    },
  }
}

const numberedAnew = (articles: PageDoc['articles']): PageDoc['articles'] =>
  Object.fromEntries(
    Object.entries(articles)
      .sort(([, a], [, b]) => a.number - b.number)
      .map(([id, { pinned: _, ...article }], i) => [id, { ...article, number: i + 1 }]),
  )

/** A08 → A09, 9 → 10. */
function nextNumber(number: string | undefined): string | undefined {
  const digits = /\d+$/.exec(number ?? '')?.[0]
  if (number === undefined || digits === undefined) return undefined
  return number.slice(0, -digits.length) + String(Number(digits) + 1).padStart(digits.length, '0')
}
