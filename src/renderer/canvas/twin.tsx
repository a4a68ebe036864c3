/**
 * The page as a tree to be read: page › story › frame › paragraph, in reading order. It is out of sight; the
 * canvas is its picture.
 */
import { memo } from 'react'
import type { ComposedLine } from '../../core/compose/composition.ts'
import { app } from '../state/app-state.ts'
import { type FrameEntry, type PageModel, paragraphText } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { frameName } from './frame-name.ts'

export function PageTwin() {
  const page = useStore(app, (state) => state.page)
  const say = useSay()
  if (!page) return null
  const loose = page.frames.filter((frame) => frame.article === undefined)
  return (
    <section className="visually-hidden" aria-label={say('canvas.twin')} data-testid="twin">
      {page.articles.map((entry) => (
        <article key={entry.id} aria-label={`${entry.number} ${entry.article.title}`}>
          {page.frames
            .filter((frame) => frame.article === entry.id)
            .map((frame) => (
              <TwinFrame key={frame.id} page={page} frame={frame} say={say} />
            ))}
        </article>
      ))}
      {loose.map((frame) => (
        <TwinFrame key={frame.id} page={page} frame={frame} say={say} />
      ))}
    </section>
  )
}

interface TwinFrameProps {
  page: PageModel
  frame: FrameEntry
  say: Say
}

const TwinFrame = memo(function TwinFrame({ page, frame, say }: TwinFrameProps) {
  const overset = frame.story?.oversetCharacters ?? 0
  const state =
    overset > 0 && frame.index === frame.count - 1 ? `，${say('stories.overset', { n: overset })}` : ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and a section would be a landmark
    <div role="group" aria-label={`${frameName(page, frame, say)}${state}`}>
      {paragraphsIn(frame).map(({ paragraph, text }) => (
        <p key={paragraph} lang="zh-CN">
          {text}
        </p>
      ))}
    </div>
  )
}, sameText)

/** Lines that are set as before are the same objects. */
function sameText(a: TwinFrameProps, b: TwinFrameProps): boolean {
  const [before, after] = [a.frame, b.frame]
  return (
    a.say === b.say &&
    a.page.doc.articles === b.page.doc.articles &&
    before.frame === after.frame &&
    before.index === after.index &&
    before.count === after.count &&
    before.story?.story.role === after.story?.story.role &&
    before.story?.oversetCharacters === after.story?.oversetCharacters &&
    before.lines.length === after.lines.length &&
    before.lines.every((line, i) => line === after.lines[i])
  )
}

/** The parts of the story's paragraphs that stand in this frame. */
function paragraphsIn(frame: FrameEntry): { paragraph: number; text: string }[] {
  const ranges = new Map<number, { start: number; end: number }>()
  for (const { paragraph, start, end } of frame.lines satisfies readonly ComposedLine[]) {
    const range = ranges.get(paragraph)
    ranges.set(paragraph, {
      start: Math.min(start, range?.start ?? start),
      end: Math.max(end, range?.end ?? end),
    })
  }
  return [...ranges].map(([paragraph, { start, end }]) => {
    const source = frame.story?.story.paragraphs[paragraph]
    return { paragraph, text: source ? paragraphText(source).slice(start, end) : '' }
  })
}
