/**
 * Paragraph and character styles: applied, made, changed, redefined by example, renamed, deleted. Each is a step
 * from one document to the next; what it does not touch stays the same objects.
 */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { CharacterStyle, PageDoc, Paragraph, ParagraphStyle, Run } from '../schema.ts'
import { joinRuns, sliceRuns, withParagraphs } from './replace-text.ts'

/** UTF-16 offsets; `to` may lie in a later paragraph. */
export interface StoryRange {
  story: string
  from: { paragraph: number; offset: number }
  to: { paragraph: number; offset: number }
}

/** Labels in empty frames are set in them by the page itself. */
const NEEDED = ['label', 'label-large']

export const canDeleteStyle = (name: string): boolean => !NEEDED.includes(name)

/** All paragraphs that the range touches. */
export const applyParagraphStyle = (doc: PageDoc, { story, from, to }: StoryRange, name: string): PageDoc =>
  withParagraphs(doc, story, (paragraph, i) =>
    i < from.paragraph || i > to.paragraph || paragraph.style === name
      ? paragraph
      : { ...paragraph, style: name },
  )

/** Without a name the range goes back to the look of its paragraphs. */
export const applyCharacterStyle = (
  doc: PageDoc,
  { story, from, to }: StoryRange,
  name: string | undefined,
): PageDoc =>
  withParagraphs(doc, story, (paragraph, i) => {
    if (i < from.paragraph || i > to.paragraph) return paragraph
    const length = lengthOf(paragraph)
    const start = i === from.paragraph ? from.offset : 0
    const end = i === to.paragraph ? to.offset : length
    return start < end ? withRuns(paragraph, restyled(paragraph.runs, start, end, length, name)) : paragraph
  })

function restyled(
  runs: readonly Run[],
  start: number,
  end: number,
  length: number,
  name: string | undefined,
): Run[] {
  const inside = sliceRuns(runs, start, end).map(({ text }) =>
    name === undefined ? { text } : { text, style: name },
  )
  return joinRuns([...sliceRuns(runs, 0, start), ...inside, ...sliceRuns(runs, end, length)])
}

const lengthOf = ({ runs }: Paragraph): number => runs.reduce((sum, { text }) => sum + text.length, 0)

const withRuns = (paragraph: Paragraph, runs: Run[]): Paragraph =>
  JSON.stringify(runs) === JSON.stringify(paragraph.runs) ? paragraph : { ...paragraph, runs }

/** Makes it or takes its place. */
export const setParagraphStyle = (doc: PageDoc, name: string, style: ParagraphStyle): PageDoc => ({
  ...doc,
  paragraphStyles: { ...doc.paragraphStyles, [name]: style },
})

export const setCharacterStyle = (doc: PageDoc, name: string, style: CharacterStyle): PageDoc => ({
  ...doc,
  characterStyles: { ...doc.characterStyles, [name]: style },
})

/**
 * Redefines a paragraph's style by how the paragraph looks: a character style over all of it becomes part of the
 * paragraph's, and goes. Error: `style-nothing-to-redefine` where the paragraph looks as its style says.
 */
export function redefineParagraphStyle(doc: PageDoc, story: string, index: number): Result<PageDoc> {
  const paragraph = doc.stories[story]?.paragraphs[index]
  const style = paragraph && doc.paragraphStyles[paragraph.style]
  const name = paragraph?.runs[0]?.style
  const look = name === undefined ? undefined : doc.characterStyles[name]
  if (!paragraph || !style || !look || paragraph.runs.some((run) => run.style !== name)) {
    return fail('style-nothing-to-redefine', { at: { story } })
  }
  const next = {
    ...style,
    ...(look.face !== undefined && { face: look.face }),
    ...(look.sizePt !== undefined && { sizePt: look.sizePt }),
    ...(look.swatch !== undefined && { swatch: look.swatch }),
    trackingEm: style.trackingEm + (look.trackingEm ?? 0),
  }
  const plain = withParagraphs(doc, story, (each, i) =>
    i === index ? { ...each, runs: joinRuns(each.runs.map(({ text }) => ({ text }))) } : each,
  )
  return ok(setParagraphStyle(plain, paragraph.style, next))
}

/** Gives a style another name, wherever it is used. Errors: `style-name-taken`. */
export function renameParagraphStyle(doc: PageDoc, from: string, to: string): Result<PageDoc> {
  if (doc.paragraphStyles[to] || !canDeleteStyle(from))
    return fail('style-name-taken', { params: { name: to } })
  return ok({
    ...everyParagraph(doc, (paragraph) =>
      paragraph.style === from ? { ...paragraph, style: to } : paragraph,
    ),
    paragraphStyles: renamed(doc.paragraphStyles, from, to),
  })
}

/** The same for a character style. */
export function renameCharacterStyle(doc: PageDoc, from: string, to: string): Result<PageDoc> {
  if (doc.characterStyles[to]) return fail('style-name-taken', { params: { name: to } })
  return ok({
    ...everyParagraph(doc, (paragraph) => withRunStyle(paragraph, from, to)),
    characterStyles: renamed(doc.characterStyles, from, to),
  })
}

const renamed = <T>(styles: Record<string, T>, from: string, to: string): Record<string, T> =>
  Object.fromEntries(Object.entries(styles).map(([name, style]) => [name === from ? to : name, style]))

/** What was set in it is set in `instead`. Errors: `style-needed`, `style-unknown`. */
export function deleteParagraphStyle(doc: PageDoc, name: string, instead: string): Result<PageDoc> {
  if (!canDeleteStyle(name)) return fail('style-needed', { params: { name } })
  if (instead === name || !doc.paragraphStyles[instead])
    return fail('style-unknown', { params: { name: instead } })
  const { [name]: _, ...paragraphStyles } = doc.paragraphStyles
  const moved = everyParagraph(doc, (paragraph) =>
    paragraph.style === name ? { ...paragraph, style: instead } : paragraph,
  )
  return ok({ ...moved, paragraphStyles })
}

/** What was set in it is set in `instead`, or as its paragraph. */
export function deleteCharacterStyle(doc: PageDoc, name: string, instead: string | undefined): PageDoc {
  const { [name]: _, ...characterStyles } = doc.characterStyles
  return { ...everyParagraph(doc, (paragraph) => withRunStyle(paragraph, name, instead)), characterStyles }
}

function withRunStyle(paragraph: Paragraph, from: string, to: string | undefined): Paragraph {
  if (!paragraph.runs.some(({ style }) => style === from)) return paragraph
  const runs = paragraph.runs.map((run): Run => {
    if (run.style !== from) return run
    return to === undefined ? { text: run.text } : { text: run.text, style: to }
  })
  return { ...paragraph, runs: joinRuns(runs) }
}

const everyParagraph = (doc: PageDoc, change: (paragraph: Paragraph) => Paragraph): PageDoc =>
  Object.keys(doc.stories).reduce((page, id) => withParagraphs(page, id, change), doc)

/** How many paragraphs or runs of the page are set in each style. */
export function styleUse(doc: PageDoc): { paragraph: Map<string, number>; character: Map<string, number> } {
  const paragraph = new Map<string, number>()
  const character = new Map<string, number>()
  for (const { paragraphs } of Object.values(doc.stories)) {
    for (const { style, runs } of paragraphs) {
      paragraph.set(style, (paragraph.get(style) ?? 0) + 1)
      for (const run of runs) {
        if (run.style !== undefined) character.set(run.style, (character.get(run.style) ?? 0) + 1)
      }
    }
  }
  return { paragraph, character }
}
