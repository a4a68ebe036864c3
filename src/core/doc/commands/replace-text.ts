/** Changes within a paragraph that keep its runs' styles and its copyfit records with the characters they are for. */
import type { CopyfitRecord, PageDoc, Paragraph, Run, Story } from '../schema.ts'

/** The part of the runs from `start` to `end`, UTF-16 offsets of the paragraph's text. */
export function sliceRuns(runs: readonly Run[], start: number, end: number): Run[] {
  let offset = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    offset += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}

/** Neighbours of one style become one run; empty runs go. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.text === '') continue
    if (last && last.style === run.style) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/**
 * The paragraph with other text from `start` to `end`. It takes the style and the copyfit of the first character
 * that it replaces, of the one before it where it replaces none.
 */
export function replaceText(paragraph: Paragraph, start: number, end: number, text: string): Paragraph {
  const { runs, copyfit } = paragraph
  const length = runs.reduce((sum, run) => sum + run.text.length, 0)
  const model = end > start ? start : Math.max(0, start - 1)
  const { style } = sliceRuns(runs, model, model + 1)[0] ?? runs[0] ?? {}
  const next = joinRuns([
    ...sliceRuns(runs, 0, start),
    { text, ...(style !== undefined && { style }) },
    ...sliceRuns(runs, end, length),
  ])
  const records = copyfit?.flatMap((record) => moveRecord(record, { start, end, model }, text.length) ?? [])
  const { copyfit: _, ...rest } = paragraph
  return { ...rest, runs: next, ...(records && records.length > 0 && { copyfit: records }) }
}

/** Undefined when nothing of what it was for is left. */
function moveRecord(
  record: CopyfitRecord,
  { start, end, model }: { start: number; end: number; model: number },
  length: number,
): CopyfitRecord | undefined {
  const parts: [number, number][] = []
  if (record.start < start) parts.push([record.start, Math.min(record.end, start)])
  if (record.start <= model && model < record.end) parts.push([start, start + length])
  if (record.end > end) {
    const by = length - (end - start)
    parts.push([Math.max(record.start, end) + by, record.end + by])
  }
  const from = Math.min(...parts.map(([first]) => first))
  const to = Math.max(...parts.map(([, last]) => last))
  return parts.length > 0 && to > from ? { ...record, start: from, end: to } : undefined
}

/** The document with a paragraph changed; the same document where `change` gives the same paragraph. */
export function withParagraphs(
  doc: PageDoc,
  id: string,
  change: (paragraph: Paragraph, index: number) => Paragraph,
): PageDoc {
  const story: Story | undefined = doc.stories[id]
  if (!story) return doc
  const paragraphs = story.paragraphs.map(change)
  if (paragraphs.every((paragraph, i) => paragraph === story.paragraphs[i])) return doc
  return { ...doc, stories: { ...doc.stories, [id]: { ...story, paragraphs } } }
}
