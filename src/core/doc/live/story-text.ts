/**
 * A story's paragraphs as shared text: one `paragraph` element each, with its style and source as attributes, and
 * one text whose formatting is the runs' styles and the copyfit records. So records move with the text they hold.
 */
import * as Y from 'yjs'
import { paragraphText } from '../paragraph-text.ts'
import type { CopyfitRecord, Paragraph, Run } from '../schema.ts'

const PARAGRAPH = 'paragraph'

type ParagraphElement = Y.XmlElement<{ style: string; from?: Paragraph['from'] }>

/** What a stretch of text carries; `null` takes a format away. */
interface Format {
  style: { name: string } | null
  print: { em: number } | null
  hand: { em: number } | null
}

interface Stretch extends Format {
  start: number
  end: number
}

export function readParagraph(element: Y.XmlElement): Paragraph {
  const { style, from } = (element as ParagraphElement).getAttributes()
  const runs: Run[] = []
  const records: CopyfitRecord[] = []
  let at = 0
  for (const child of element.toArray()) {
    if (!(child instanceof Y.XmlText)) continue
    for (const { insert, attributes = {} } of child.toDelta() as Piece[]) {
      if (typeof insert !== 'string') continue
      addRun(runs, insert, attributes.style?.name)
      for (const by of ['print', 'hand'] as const) {
        const em = attributes[by]?.em
        if (em !== undefined) addRecord(records, { start: at, end: at + insert.length, trackingEm: em, by })
      }
      at += insert.length
    }
  }
  records.sort((a, b) => a.start - b.start || (a.by < b.by ? 1 : -1))
  return {
    ...(from !== undefined && { from }),
    runs,
    style: style ?? 'body',
    ...(records.length > 0 && { copyfit: records }),
  }
}

interface Piece {
  insert: unknown
  attributes?: Partial<Format>
}

function addRun(runs: Run[], text: string, style: string | undefined): void {
  const last = runs.at(-1)
  if (last && last.style === style) last.text += text
  else runs.push(style === undefined ? { text } : { style, text })
}

function addRecord(records: CopyfitRecord[], record: CopyfitRecord): void {
  const last = records.findLast(({ by }) => by === record.by)
  if (last && last.end === record.start && last.trackingEm === record.trackingEm) last.end = record.end
  else records.push(record)
}

function elementOf(paragraph: Paragraph): Y.XmlElement {
  const element: ParagraphElement = new Y.XmlElement(PARAGRAPH)
  element.setAttribute('style', paragraph.style)
  if (paragraph.from) element.setAttribute('from', paragraph.from)
  if (paragraphText(paragraph) !== '') element.insert(0, [textOf(paragraph)])
  return element as unknown as Y.XmlElement
}

function textOf(paragraph: Paragraph): Y.XmlText {
  const text = new Y.XmlText()
  const whole = paragraphText(paragraph)
  text.applyDelta(
    stretchesOf(paragraph).map(({ start, end, ...format }) => ({
      insert: whole.slice(start, end),
      attributes: withoutNulls(format),
    })),
  )
  return text
}

const withoutNulls = (format: Format): Partial<Format> =>
  Object.fromEntries(Object.entries(format).filter(([, value]) => value !== null))

/** The paragraph cut wherever a run or a record begins or ends. */
function stretchesOf(paragraph: Paragraph): Stretch[] {
  const runs: { start: number; end: number; style: Run['style'] }[] = []
  let at = 0
  for (const { text, style } of paragraph.runs) {
    runs.push({ start: at, end: at + text.length, style })
    at += text.length
  }
  const records = paragraph.copyfit ?? []
  const cuts = [...new Set([0, at, ...[...runs, ...records].flatMap(({ start, end }) => [start, end])])]
  const inside = cuts.filter((cut) => cut >= 0 && cut <= at).sort((a, b) => a - b)
  return inside.slice(0, -1).map((start, i) => {
    const end = inside[i + 1] as number
    const covers = (each: { start: number; end: number }) => each.start <= start && each.end >= end
    const name = runs.find(covers)?.style
    const em = (wanted: CopyfitRecord['by']) =>
      records.find((each) => each.by === wanted && covers(each))?.trackingEm
    const [print, hand] = [em('print'), em('hand')]
    return {
      start,
      end,
      style: name === undefined ? null : { name },
      print: print === undefined ? null : { em: print },
      hand: hand === undefined ? null : { em: hand },
    }
  })
}

/**
 * Writes the paragraphs over those there are, touching only what differs, so that carets in other text stay where
 * they are. `before` is what the fragment holds.
 */
export function replaceParagraphs(
  fragment: Y.XmlFragment,
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): void {
  const head = commonHead(before, after, sameParagraph)
  const tail = commonHead([...before.slice(head)].reverse(), [...after.slice(head)].reverse(), sameParagraph)
  const gone = before.slice(head, before.length - tail)
  const come = after.slice(head, after.length - tail)
  const patched = Math.min(gone.length, come.length)
  for (let i = 0; i < patched; i++) {
    const element = fragment.get(head + i)
    if (element instanceof Y.XmlElement) patchParagraph(element, gone[i] as Paragraph, come[i] as Paragraph)
  }
  if (gone.length > patched) fragment.delete(head + patched, gone.length - patched)
  if (come.length > patched) fragment.insert(head + patched, come.slice(patched).map(elementOf))
}

const sameParagraph = (a: Paragraph, b: Paragraph): boolean => a === b || keyOf(a) === keyOf(b)

/** The same for the same paragraph, however its runs and records are cut. */
const keyOf = (paragraph: Paragraph): string =>
  JSON.stringify([paragraph.style, paragraph.from, paragraphText(paragraph), formatsOf(paragraph)])

/** The formats with where each begins to hold. */
const formatsOf = (paragraph: Paragraph): Stretch[] =>
  stretchesOf(paragraph).reduce<Stretch[]>((joined, stretch) => {
    const last = joined.at(-1)
    if (last && sameFormat(last, stretch)) last.end = stretch.end
    else joined.push({ ...stretch })
    return joined
  }, [])

const sameFormat = (a: Format, b: Format): boolean =>
  a.style?.name === b.style?.name && a.print?.em === b.print?.em && a.hand?.em === b.hand?.em

function commonHead<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && same(a[at] as T, b[at] as T)) at++
  return at
}

function patchParagraph(element: Y.XmlElement, before: Paragraph, after: Paragraph): void {
  const typed = element as unknown as ParagraphElement
  if (before.style !== after.style) typed.setAttribute('style', after.style)
  if (JSON.stringify(before.from) !== JSON.stringify(after.from)) {
    if (after.from) typed.setAttribute('from', after.from)
    else typed.removeAttribute('from')
  }
  const text = element.get(0)
  const whole = paragraphText(after)
  if (element.length !== 1 || !(text instanceof Y.XmlText) || whole === '') {
    if (element.length > 0) element.delete(0, element.length)
    if (whole !== '') element.insert(0, [textOf(after)])
    return
  }
  const old = paragraphText(before)
  const [head, tail] = commonEnds(old, whole)
  if (old.length - tail > head) text.delete(head, old.length - tail - head)
  if (whole.length - tail > head) text.insert(head, whole.slice(head, whole.length - tail), {})
  const held = readParagraph(element)
  if (JSON.stringify(formatsOf(held)) === JSON.stringify(formatsOf(after))) return
  for (const { start, end, ...format } of stretchesOf(after)) text.format(start, end - start, format)
}

/** How much of both texts is the same at the start and at the end, never parting a surrogate pair. */
function commonEnds(a: string, b: string): [head: number, tail: number] {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head++
  if (isLow(a, head) || isLow(b, head)) head--
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  if (isLow(a, a.length - tail) || isLow(b, b.length - tail)) tail--
  return [Math.max(0, head), Math.max(0, tail)]
}

const isLow = (text: string, at: number): boolean => at > 0 && /[\uDC00-\uDFFF]/.test(text[at] ?? '')
