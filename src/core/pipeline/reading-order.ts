/** A page in the order it is read: articles by their number, and within each its heads before its body. */
import type { PageDoc, Paragraph, Story } from '../doc/schema.ts'
import type { Bookmark } from '../pdf/outline.ts'
import type { ReadingPart, ReadingSection, StructureTag } from '../pdf/structure.ts'

const ROLES: Story['role'][] = ['section', 'kicker', 'headline', 'deck', 'byline', 'body', 'caption', 'folio']

function articlesInOrder(doc: PageDoc): { title: string; stories: string[] }[] {
  return Object.values(doc.articles)
    .sort((a, b) => a.number - b.number)
    .map(({ title, stories }) => {
      const rank = (id: string) => ROLES.indexOf(doc.stories[id]?.role ?? 'folio')
      return { title, stories: [...stories].sort((a, b) => rank(a) - rank(b)) }
    })
}

/** A bookmark an article, at the frame of its first part that has one. */
export function bookmarksOf(doc: PageDoc): Bookmark[] {
  return articlesInOrder(doc).flatMap(({ title, stories }) => {
    const frame = stories.flatMap((id) => doc.stories[id]?.frames ?? []).map((id) => doc.frames[id])[0]
    return frame ? [{ title, x: frame.x, y: frame.y }] : []
  })
}

/** What of the page is text to be read; the folio is furniture and stays out. */
export const sectionsOf = (doc: PageDoc): ReadingSection[] =>
  articlesInOrder(doc).map(({ title, stories }) => ({
    title,
    parts: stories.map((story) => partOf(story, doc.stories[story] as Story)),
  }))

const TAGS: Record<Story['role'], StructureTag> = {
  headline: 'H1',
  section: 'H1',
  kicker: 'P',
  deck: 'H2',
  byline: 'P',
  body: 'P',
  caption: 'Caption',
  folio: 'P',
}

const partOf = (story: string, { role, paragraphs }: Story): ReadingPart => ({
  story,
  tags: paragraphs.map(({ style }: Paragraph) => (style.endsWith('subhead') ? 'H3' : TAGS[role])),
})
