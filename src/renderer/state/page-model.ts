/**
 * An opened page with what the window asks of it again and again: articles and frames in reading order, and
 * finding a frame's lines. Built anew after every change; never changed itself.
 */
import type { ComposedLine, Composition } from '../../core/compose/composition.ts'
import { paragraphText } from '../../core/doc/paragraph-text.ts'
import type { DocArticle, Frame, PageDoc, Paragraph, Story } from '../../core/doc/schema.ts'
import { ROLES_IN_ORDER } from '../../core/doc/stories-in-order.ts'
import type { Box } from '../../core/geometry.ts'
import type { Correction, Reconstruction } from '../../core/reconstruct/types.ts'
import type { SourceText } from '../../core/source/types.ts'
import type { OpenedPage } from '../../shared/engine.ts'

export interface PageModel {
  /** The file's name. */
  name: string
  doc: PageDoc
  composition: Composition
  source?: SourceText
  reconstruction?: Reconstruction
  corrections: readonly Correction[]
  /** Those that found no place, by index. */
  unapplied: readonly number[]
  articles: readonly ArticleEntry[]
  stories: ReadonlyMap<string, StoryEntry>
  /** Frames in reading order: articles, folio, advertisements, and behind them boxes and rules. */
  frames: readonly FrameEntry[]
  framesById: ReadonlyMap<string, FrameEntry>
}

export interface ArticleEntry {
  id: string
  number: number
  article: DocArticle
  /** Stories in the order in which they are read. */
  stories: readonly StoryEntry[]
}

export interface StoryEntry {
  id: string
  story: Story
  article?: string
  oversetCharacters: number
  oversetLines: number
  lines: number
}

export interface FrameEntry {
  id: string
  frame: Frame
  box: Box
  article?: string
  story?: StoryEntry
  /** Its place in the story's thread, from 0, and how many there are. */
  index: number
  count: number
  lines: readonly ComposedLine[]
}

/** What a model is built of. */
export type PageParts = Omit<OpenedPage, 'outlines' | 'corrections'> & Pick<PageModel, 'corrections'>

export function buildPageModel(name: string, page: PageParts): PageModel {
  const { doc, composition } = page
  const linesOf = new Map<string, ComposedLine[]>()
  for (const item of composition.items) {
    if (item.kind === 'text' && item.story !== undefined) {
      linesOf.set(item.frame, [...(linesOf.get(item.frame) ?? []), ...item.lines])
    }
  }
  const stories = new Map(
    Object.entries(doc.stories).map(([id, story]) => [id, storyEntry(id, story, composition)]),
  )
  const articles = Object.entries(doc.articles)
    .map(([id, article]): ArticleEntry => {
      const own = article.stories.flatMap((story) => stories.get(story) ?? [])
      return { id, number: article.number, article, stories: inReadingOrder(own) }
    })
    .sort((a, b) => a.number - b.number)

  const entryOf = (id: string): FrameEntry | undefined => {
    const frame = doc.frames[id]
    if (!frame) return undefined
    const story = frame.kind === 'text' ? stories.get(frame.story) : undefined
    const { x, y, width, height } = frame
    const thread = story?.story.frames ?? [id]
    return {
      id,
      frame,
      box: { x, y, width, height },
      article: frame.article ?? story?.article,
      story,
      index: Math.max(0, thread.indexOf(id)),
      count: thread.length,
      lines: linesOf.get(id) ?? [],
    }
  }
  const ids = new Set<string>()
  for (const article of articles) {
    for (const story of article.stories) for (const id of story.story.frames) ids.add(id)
    for (const id of idsOfKind(doc, 'picture')) if (doc.frames[id]?.article === article.id) ids.add(id)
  }
  for (const story of stories.values()) for (const id of story.story.frames) ids.add(id)
  for (const kind of ['picture', 'ad', 'text', 'shape', 'rule'] as const)
    for (const id of idsOfKind(doc, kind)) ids.add(id)
  const frames = [...ids].flatMap((id) => entryOf(id) ?? [])
  return {
    name,
    doc,
    composition,
    source: page.source,
    reconstruction: page.reconstruction,
    corrections: page.corrections,
    unapplied: page.unapplied,
    articles,
    stories,
    frames,
    framesById: new Map(frames.map((frame) => [frame.id, frame])),
  }
}

function storyEntry(id: string, story: Story, composition: Composition): StoryEntry {
  const fit = composition.stories[id]
  return {
    id,
    story,
    article: story.article,
    lines: fit?.lines ?? 0,
    oversetLines: fit?.oversetLines ?? 0,
    oversetCharacters: fit?.oversetCharacters ?? 0,
  }
}

const inReadingOrder = (stories: readonly StoryEntry[]): StoryEntry[] =>
  [...stories].sort((a, b) => ROLES_IN_ORDER.indexOf(a.story.role) - ROLES_IN_ORDER.indexOf(b.story.role))

const idsOfKind = (doc: PageDoc, kind: Frame['kind']): string[] =>
  Object.keys(doc.frames).filter((id) => doc.frames[id]?.kind === kind)

export { paragraphText }

/** Characters without blanks. */
export const characterCount = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + [...paragraphText(paragraph).replace(/\s/g, '')].length, 0)

/** What the desk calls the length of an article: its body without the credit, or its captions. */
export function articleCharacters(model: PageModel, entry: ArticleEntry): number {
  const body = entry.stories.filter(({ story }) => story.role === 'body')
  const counted = body.length > 0 ? body : entry.stories.filter(({ story }) => story.role === 'caption')
  const all = counted.reduce((sum, { story }) => sum + characterCount(story.paragraphs), 0)
  return all - [...(creditOf(model, entry) ?? '').replace(/\s/g, '')].length
}

/** The credit at the end of an article's body: the run that its style sets to the right of the last line. */
export function creditOf(model: PageModel, entry: ArticleEntry): string | undefined {
  const body = entry.stories.find(({ story }) => story.role === 'body')
  const run = body?.story.paragraphs.at(-1)?.runs.at(-1)
  if (run?.style === undefined) return undefined
  return model.doc.characterStyles[run.style]?.endInsetEm === undefined ? undefined : run.text.trim()
}

/** Stories with text that found no room; one for which the page had no frame at all is among them. */
export const oversetStories = (model: PageModel): StoryEntry[] =>
  [...model.stories.values()].filter((story) => story.oversetCharacters > 0)

/** `3 企业跨市迁移登记`: which article a diagnostic is about, empty when it is about none. */
export function articleTitle(model: PageModel | null, story: string | undefined): string {
  const article = model?.stories.get(story ?? '')?.article
  const known = article === undefined ? undefined : model?.doc.articles[article]
  return known ? `${known.number} ${known.title}` : ''
}

export const doubtsOf = (model: PageModel, article: string) =>
  model.reconstruction?.doubts.filter((doubt) => doubt.article === article) ?? []

/** Pigments are given in reading order and used again from the ninth article on. */
export const pigmentOf = (number: number): number => ((number - 1) % 8) + 1
