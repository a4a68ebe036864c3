import type { Em } from '../../units.ts'
import type { AnnotatedText } from '../lines/annotated-text.ts'
import { startsWithDate } from '../lines/line-features.ts'
import { joinLines } from '../lines/printed-lines.ts'
import type { LabelledLine } from '../paragraphs/paragraph-pass.ts'
import { type Credit, takeCredit } from './credits.ts'

export interface Paragraph {
  kind: 'body' | 'subhead'
  /** Its printed lines, without a credit. */
  printed: AnnotatedText[]
  lines: LabelledLine[]
  /** It was put together from two pieces, at an open end and an open start. */
  joined?: boolean
}

/** Paragraphs of one measure that stand together. `order` is the place among all items of the page. */
export interface BodyRun {
  type: 'body'
  order: number
  measure: Em
  paragraphs: Paragraph[]
  credit?: Credit
  /** It begins in the middle of a paragraph. */
  openStart: boolean
  /** It was parted from the text before it by a date alone. */
  freshStart: boolean
}

export interface DisplayItem {
  type: 'display'
  order: number
  line: LabelledLine
  text: AnnotatedText
}

export type Item = BodyRun | DisplayItem

const PHOTOGRAPHER = /(?:摄|供图|摄影)[）)]?$/u
/** ▶ before a reporter is a byline's mark, not a caption's. */
const CAPTION_START = /^(?:▲|▼|◀|▶(?=[^本记文])|△|图为|图片为|上图|下图|左图|右图|图①|图1)/u
const MAX_PHOTO_LINES = 6
const MAX_MARKED_LINES = 4

export const endsWithPhotographer = (text: string): boolean => PHOTOGRAPHER.test(text.slice(-8))
export const startsAsCaption = (text: string): boolean => CAPTION_START.test(text)
/** The texts of paragraphs by their printed lines, which are asked for again and again. */
const joined = new WeakMap<readonly AnnotatedText[], AnnotatedText>()

export function textOf({ printed }: Paragraph): AnnotatedText {
  const text = joined.get(printed) ?? joinLines(printed)
  joined.set(printed, text)
  return text
}
/** Whether a paragraph has come to its end; a subhead always has. */
export const isClosed = ({ kind, lines }: Paragraph): boolean =>
  kind === 'subhead' || ['last', 'single'].includes(lines.at(-1)?.label ?? '')

/** Turns labelled lines into runs of body text and lines of display type, in order. */
export function buildItems(lines: readonly LabelledLine[]): Item[] {
  const builder = new ItemBuilder()
  for (const line of lines) builder.add(line)
  return builder.finish()
}

class ItemBuilder {
  readonly #items: Item[] = []
  #run: BodyRun | null = null
  #open: LabelledLine[] = []

  add(line: LabelledLine): void {
    if (line.label === 'display') {
      this.#addDisplay(line)
      return
    }
    const begins = line.label !== 'middle' && line.label !== 'last'
    if (begins) this.#closeParagraph()
    const changesMeasure = this.#run && this.#run.measure !== line.measure
    if (changesMeasure && this.#open.length === 0) this.#closeRun()
    if (line.startsNews && (line.label === 'first' || line.label === 'single')) this.#closeRun()
    if (line.label === 'credit') {
      this.#addCredit(line)
      return
    }
    if (this.#open.length === 0 && this.#startsPhotoText(line)) {
      this.#closeRun()
      this.#run = newRun(line, true)
    }
    this.#run ??= newRun(line, false)
    if (line.label === 'subhead') {
      this.#run.paragraphs.push({ kind: 'subhead', printed: [line.tidy], lines: [line] })
      return
    }
    this.#open.push(line)
    if (line.label === 'single' || line.label === 'last') this.#closeParagraph()
  }

  finish(): Item[] {
    this.#closeRun()
    return this.#items
  }

  #addDisplay(line: LabelledLine): void {
    this.#closeRun()
    this.#push({ type: 'display', order: 0, line, text: line.tidy })
  }

  #addCredit(line: LabelledLine): void {
    const before = this.#run ?? this.#items.at(-1)
    this.#closeRun()
    const creditable = before?.type === 'body' && !before.credit && before.paragraphs.at(-1)?.kind === 'body'
    if (!creditable || !line.people) {
      this.#addDisplay(line)
      return
    }
    const { text, furniture } = line.people
    before.credit = { text, furniture, where: 'own-line', line }
  }

  /** Two dated texts without a dateline, one after the other, are two photo texts. */
  #startsPhotoText(line: LabelledLine): boolean {
    const paragraphs = this.#run?.paragraphs ?? []
    const first = paragraphs[0]
    if (!first || paragraphs.length > 2 || !line.startsWithDate) return false
    return paragraphs.every((each) => each.kind === 'body') && isDated(first)
  }

  #closeParagraph(): void {
    const lines = this.#open
    this.#open = []
    if (lines.length === 0 || !this.#run) return
    const printed = lines.map((line) => line.tidy)
    if (isCaption(lines)) {
      this.#addCaption(lines)
      return
    }
    const cut = takeCredit(printed)
    this.#run.paragraphs.push({ kind: 'body', printed: cut?.printed ?? printed, lines })
    if (!cut) return
    this.#run.credit = cut.credit
    this.#closeRun()
  }

  /** A caption is a run by itself; what it is for certain is decided with its neighbours in view. */
  #addCaption(lines: LabelledLine[]): void {
    const run = this.#run!
    const [sole] = run.paragraphs
    // a caption's first line may have been taken for a paragraph of its own
    const joined = sole && run.paragraphs.length === 1 && isFullLineAlone(sole, run.measure)
    if (joined) run.paragraphs.pop()
    this.#closeRun()
    const all = joined ? [...sole.lines, ...lines] : lines
    this.#push({ ...newRun(all[0]!, false), openStart: false, paragraphs: [bodyParagraph(all)] })
  }

  #closeRun(): void {
    this.#closeParagraph()
    if (this.#run && this.#run.paragraphs.length > 0) this.#push(this.#run)
    this.#run = null
  }

  #push(item: Item): void {
    item.order = this.#items.length
    this.#items.push(item)
  }
}

function newRun(line: LabelledLine, freshStart: boolean): BodyRun {
  const openStart = line.label === 'middle' || line.label === 'last'
  return { type: 'body', order: 0, measure: line.measure, paragraphs: [], openStart, freshStart }
}

const bodyParagraph = (lines: LabelledLine[]): Paragraph => ({
  kind: 'body',
  printed: lines.map((line) => line.tidy),
  lines,
})

function isCaption(lines: readonly LabelledLine[]): boolean {
  const text = joinLines(lines.map((line) => line.tidy)).text
  if (endsWithPhotographer(text)) return lines.length <= MAX_PHOTO_LINES
  return startsAsCaption(text) && lines.length <= MAX_MARKED_LINES
}

function isFullLineAlone({ kind, lines }: Paragraph, measure: Em): boolean {
  return kind === 'body' && lines.length === 1 && !lines[0]!.startsNews && lines[0]!.width > measure - 4.5
}

const isDated = (paragraph: Paragraph): boolean =>
  !paragraph.lines[0]!.startsNews && startsWithDate(textOf(paragraph).text)
