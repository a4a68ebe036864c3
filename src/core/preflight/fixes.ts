/** What fixes are made of: pure changes of a page. A place that is no longer as it was is left alone. */
import { withFrames, withStories } from '../doc/commands/command.ts'
import { replaceFound } from '../doc/commands/find.ts'
import { deleteFrames } from '../doc/commands/remove.ts'
import { paragraphText } from '../doc/paragraph-text.ts'
import type { Frame, PageDoc } from '../doc/schema.ts'
import type { Fix } from './issue.ts'

/** A locked frame is left as it is. */
export function withFrame(doc: PageDoc, id: string, change: (frame: Frame) => Frame): PageDoc {
  const frame = doc.frames[id]
  return frame && !frame.locked ? withFrames(doc, { [id]: change(frame) }) : doc
}

export interface TextRange {
  story: string
  paragraph: number
  start: number
  end: number
}

/**
 * Puts a text in the place of what stands in the range now; it keeps the style. `text` is the whole paragraph: where
 * the neighbours are others by then, the fix has been made already or the place is gone.
 */
export function replaceText(range: TextRange, text: string, put: string): Fix {
  const { story, paragraph, start, end } = range
  const was = text.slice(start, end)
  const around = (whole: string) => whole.slice(Math.max(0, start - 1), end + 1)
  return {
    name: put === '' ? 'delete' : 'replace',
    params: { was, put },
    apply: (doc) => {
      const there = doc.stories[story]?.paragraphs[paragraph]
      if (!there || around(paragraphText(there)) !== around(text)) return doc
      return replaceFound(doc, [{ ...range, text: was, replacement: put }])
    },
  }
}

export const deleteParagraph = (id: string, index: number, was: string): Fix => ({
  name: 'delete-paragraph',
  apply: (doc) => {
    const story = doc.stories[id]
    const paragraph = story?.paragraphs[index]
    if (!story || !paragraph || paragraphText(paragraph) !== was || story.paragraphs.length < 2) return doc
    return withStories(doc, { [id]: { ...story, paragraphs: story.paragraphs.toSpliced(index, 1) } })
  },
})

export const deleteFrame = (id: string, name = 'delete-frame'): Fix => ({
  name,
  apply: (doc) => {
    const deleted = deleteFrames(doc, [id])
    return deleted.ok ? deleted.value : doc
  },
})
