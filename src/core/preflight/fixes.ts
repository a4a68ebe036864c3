/** What fixes are made of: pure changes of a page. A place that is no longer as it was is left alone. */
import type { CopyfitRecord, Frame, PageDoc, Paragraph, Run, Story } from '../doc/schema.ts'
import type { Fix } from './issue.ts'
import { textOfParagraph } from './view.ts'

export function withStory(doc: PageDoc, id: string, change: (story: Story) => Story): PageDoc {
  const story = doc.stories[id]
  if (!story) return doc
  const next = change(story)
  return next === story ? doc : { ...doc, stories: { ...doc.stories, [id]: next } }
}

export function withFrame(doc: PageDoc, id: string, change: (frame: Frame) => Frame): PageDoc {
  const frame = doc.frames[id]
  return frame ? { ...doc, frames: { ...doc.frames, [id]: change(frame) } } : doc
}

export interface TextRange {
  story: string
  paragraph: number
  start: number
  end: number
}

/** Puts a text in the place of what stands there now. */
export const replaceText = (range: TextRange, was: string, put: string): Fix => ({
  name: put === '' ? 'delete' : was === '' ? 'insert' : 'replace',
  params: { was, put },
  apply: (doc) => withStory(doc, range.story, (story) => replaceIn(story, range, was, put)),
})

function replaceIn(
  story: Story,
  { paragraph: index, start, end }: TextRange,
  was: string,
  put: string,
): Story {
  const paragraph = story.paragraphs[index]
  if (!paragraph || textOfParagraph(paragraph).slice(start, end) !== was) return story
  return {
    ...story,
    paragraphs: story.paragraphs.with(index, replaceInParagraph(paragraph, start, end, put)),
  }
}

/** The text takes the style of the run that its first character stood in, or that it stands behind. */
export function replaceInParagraph(paragraph: Paragraph, start: number, end: number, put: string): Paragraph {
  let from = 0
  let placed = false
  const runs = paragraph.runs.flatMap((run): Run[] => {
    const to = from + run.text.length
    const before = run.text.slice(0, Math.max(0, start - from))
    const after = run.text.slice(Math.max(0, end - from))
    const here = !placed && start >= from && (start < to || (start === to && end === start))
    if (here) placed = true
    from = to
    if (to <= start && !here) return [run]
    if (from - run.text.length >= end && !here) return [run]
    const text = before + (here ? put : '') + after
    return text === '' ? [] : [{ ...run, text }]
  })
  const { copyfit, ...rest } = paragraph
  const records = copyfit?.flatMap((record) => moveRecord(record, start, end, put.length))
  return {
    ...rest,
    runs: runs.length > 0 ? runs : [{ text: '' }],
    ...(records?.length && { copyfit: records }),
  }
}

/** A record of copyfit goes with its characters; one that loses a part of them keeps the rest. */
function moveRecord(record: CopyfitRecord, start: number, end: number, length: number): CopyfitRecord[] {
  const by = length - (end - start)
  if (record.end <= start) return [record]
  if (record.start >= end) return [{ ...record, start: record.start + by, end: record.end + by }]
  const from = record.start >= start ? start : record.start
  const to = record.end <= end ? start + length : record.end + by
  return to > from ? [{ ...record, start: from, end: to }] : []
}

export const deleteParagraph = (story: string, index: number, was: string): Fix => ({
  name: 'delete-paragraph',
  apply: (doc) =>
    withStory(doc, story, (old) => {
      const paragraph = old.paragraphs[index]
      if (!paragraph || textOfParagraph(paragraph) !== was || old.paragraphs.length < 2) return old
      return { ...old, paragraphs: old.paragraphs.toSpliced(index, 1) }
    }),
})

/** A frame that its story can do without. */
export const deleteFrame = (id: string, name = 'delete-frame'): Fix => ({
  name,
  apply: (doc) => {
    const { [id]: gone, ...frames } = doc.frames
    if (!gone) return doc
    const stories = Object.fromEntries(
      Object.entries(doc.stories).map(([key, story]) => {
        const { captionOf, ...rest } = story
        const without = captionOf === id ? (rest as Story) : story
        const threaded = without.frames.includes(id)
        return [
          key,
          threaded ? { ...without, frames: without.frames.filter((each) => each !== id) } : without,
        ]
      }),
    )
    return {
      ...doc,
      frames,
      stories: gone.kind === 'text' || gone.kind === 'picture' ? stories : doc.stories,
    }
  },
})
