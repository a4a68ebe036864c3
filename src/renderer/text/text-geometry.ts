/** Where carets and selections stand on the page: the lines of the composition, asked for a story. */
import { StoryCarets, type TextPlace } from '../../core/compose/caret.ts'
import type { Composition } from '../../core/compose/composition.ts'
import type { Box } from '../../core/geometry.ts'
import type { PageModel } from '../state/page-model.ts'
import type { TextRange } from './places.ts'

const known = new WeakMap<Composition, Map<string, StoryCarets>>()

export function caretsOf({ composition }: Pick<PageModel, 'composition'>, story: string): StoryCarets {
  const stories = known.get(composition) ?? new Map<string, StoryCarets>()
  known.set(composition, stories)
  const carets = stories.get(story) ?? new StoryCarets(composition, story)
  stories.set(story, carets)
  return carets
}

export interface CaretBox {
  box: Box
  vertical: boolean
}

/** Undefined where the place is not on the page: it is overset, or the story has no frame. */
export function caretBox(page: PageModel, story: string, place: TextPlace): CaretBox | undefined {
  const carets = caretsOf(page, story)
  const index = carets.lineAt(place)
  const box = carets.boxAt(place)
  if (box && index !== undefined) return { box, vertical: carets.lines[index]?.line.vertical === true }
  return carets.lines.length === 0 ? emptyStoryBox(page, story) : undefined
}

/** At the head of its first frame, where the first character would stand. */
export function emptyStoryBox(page: PageModel, id: string): CaretBox | undefined {
  const { stories, frames, paragraphStyles } = page.doc
  const story = stories[id]
  const frame = frames[story?.frames[0] ?? '']
  if (!story || frame?.kind !== 'text' || story.paragraphs.some(({ runs }) => runs.length > 0))
    return undefined
  const style = paragraphStyles[story.paragraphs[0]?.style ?? emptyStyleOf(page, id)]
  if (!style) return undefined
  const { sizePt, leadingPt, indentEm } = style
  const { top = 0, left = 0, right = 0 } = frame.inset ?? {}
  const lead = Math.max(0, leadingPt - sizePt) / 2
  if (frame.writing === 'vertical') {
    const x = frame.x + frame.width - right - lead - sizePt
    return { box: { x, y: frame.y + top + indentEm * sizePt, width: sizePt, height: 0 }, vertical: true }
  }
  const box = { x: frame.x + left + indentEm * sizePt, y: frame.y + top + lead, width: 0, height: sizePt }
  return { box, vertical: false }
}

/** The paragraph style that a story without text begins with: what the page sets its role in. */
export function emptyStyleOf({ doc }: PageModel, id: string): string {
  const role = doc.stories[id]?.role ?? 'body'
  const alike = Object.values(doc.stories).find((story) => story.role === role && story.paragraphs.length > 0)
  const style = alike?.paragraphs[0]?.style ?? role
  return doc.paragraphStyles[style] ? style : (Object.keys(doc.paragraphStyles)[0] ?? 'body')
}

export const boxesOf = (page: PageModel, story: string, { from, to }: TextRange): Box[] =>
  caretsOf(page, story)
    .boxesOf(from, to)
    .map(({ box }) => box)

/** The frame that a place stands in. */
export function frameAt(page: PageModel, story: string, place: TextPlace): string | undefined {
  const carets = caretsOf(page, story)
  return carets.lines[carets.lineAt(place) ?? -1]?.frame ?? page.doc.stories[story]?.frames[0]
}
