import { countOf, squash } from '../../language/characters.ts'
import { AnnotatedText } from '../lines/annotated-text.ts'
import { startsAsNews } from '../lines/line-features.ts'
import { readSignature } from '../lines/people.ts'
import { joinLines } from '../lines/printed-lines.ts'
import type { LabelledLine } from '../paragraphs/paragraph-pass.ts'
import {
  type BodyRun,
  type DisplayItem,
  endsWithPhotographer,
  type Item,
  type Paragraph,
  textOf,
} from '../stories/runs.ts'
import { type CaptionLine, goesOn } from './caption-joins.ts'
import { PageView } from './page-view.ts'
import { layOpen, type ShortSnippet, type Snippet } from './snippets.ts'
import { takeInStrays } from './stray-lines.ts'
import { type Chances, judgeSnippets, type SnippetRole, type Verdict } from './verdicts.ts'

export interface DisplayLine extends DisplayItem, Verdict {
  role: SnippetRole
}

export interface CaptionItem extends Verdict {
  type: 'caption'
  order: number
  /** The line it begins on. */
  line: LabelledLine
  text: AnnotatedText
  /** It ends with a photographer's name. */
  photographer: boolean
  /** Where the name begins that stands on a line of its own behind it. */
  signedFrom?: number
}

/** Running text, display type with its role, and captions, in the order of the dump. */
export type PageItem = BodyRun | DisplayLine | CaptionItem

export const isHeadLine = ({ role }: DisplayLine): boolean =>
  role === 'headline' || role === 'kicker' || role === 'deck'

export const runStartsAsNews = (run: BodyRun): boolean => {
  const first = run.paragraphs.find((paragraph) => paragraph.kind === 'body')
  return first !== undefined && startsAsNews(textOf(first).text)
}

/** Judges what every short text of the page is, by the model; what turns out as running text joins the runs. */
export function judgeRoles(items: readonly Item[]): PageItem[] {
  const laidOut = layOpen(items)
  const page = new PageView(laidOut)
  const builder = new PageBuilder()
  const snippets = laidOut.filter((item) => item.type !== 'body')
  const judged = judgeSnippets(snippets, page)
  let next = 0
  for (const item of laidOut) {
    if (item.type === 'body') builder.addRun(item)
    else builder.addSnippet(item, judged[next++]!)
  }
  return builder.finish()
}

const likeliest = (chances: Chances): SnippetRole =>
  (Object.keys(chances) as SnippetRole[]).reduce((best, role) =>
    chances[role] > chances[best] ? role : best,
  )

const hasWords = ({ text }: AnnotatedText): boolean => /[\p{Letter}\p{Number}]/u.test(text)

/** A mark alone (▶) names nobody, whatever it looks like; a quotation mark may be a piece of a head. */
const roleOf = (text: AnnotatedText, role: SnippetRole): SnippetRole =>
  ['section', 'byline', 'credit'].includes(role) && !hasWords(text) ? 'other' : role

class PageBuilder {
  readonly #items: PageItem[] = []
  /** The caption before goes on in this line or paragraph. */
  #openCaption: { item: CaptionItem; last: CaptionLine } | null = null
  /** The last line that a display text or caption was taken from. */
  #lastLine: LabelledLine | null = null

  addRun(run: BodyRun): void {
    this.#openCaption = null
    this.#items.push(run)
  }

  addSnippet(snippet: Snippet, verdict: Verdict): void {
    const role = likeliest(verdict.chances)
    if (role === 'caption') this.#addCaption(snippet, verdict)
    else if (snippet.type === 'short') this.#addShort(snippet, verdict, role)
    else this.#addLine(snippet, verdict, roleOf(snippet.text, role))
    const signed = role !== 'body' && snippet.type === 'short' ? signedBy(snippet) : undefined
    if (signed) this.#addSignature(snippet, signed)
  }

  finish(): PageItem[] {
    return takeInStrays(this.#items).map((item, order) => {
      const bare = item.type === 'caption' && !hasWords(item.text)
      return bare ? { ...item, type: 'display', order, role: 'other' } : { ...item, order }
    })
  }

  #addCaption(snippet: Snippet, verdict: Verdict): void {
    // all its lines, with a photographer who may have been taken for a credit
    const texts = snippet.type === 'short' ? snippet.lines.map((line) => line.tidy) : [snippet.text]
    texts.forEach((text, i) => {
      const line = snippet.lines[i]!
      const next = captionLine(snippet, line, text.text)
      const sameLine = this.#lastLine === line
      const open = this.#openCaption
      if (open && goesOn({ ...open.last, sameLine }, next)) {
        lengthen(open.item, text, sameLine)
        open.last = next
      } else {
        const item: CaptionItem = { type: 'caption', order: 0, line, text, photographer: false, ...verdict }
        this.#openCaption = { item, last: next }
        this.#items.push(item)
      }
      this.#lastLine = line
      const { item } = this.#openCaption!
      item.photographer = endsWithPhotographer(squash(item.text.text))
    })
  }

  #addShort(snippet: ShortSnippet, verdict: Verdict, role: SnippetRole): void {
    this.#openCaption = null
    if (role === 'body') {
      this.#addParagraph(snippet.run, snippet.paragraph)
      return
    }
    snippet.lines.forEach((line, i) => {
      this.#items.push({
        type: 'display',
        order: 0,
        line,
        text: line.tidy,
        role: roleOf(line.tidy, role),
        ...verdict,
        goesOn: i > 0 ? 1 : verdict.goesOn,
      })
    })
  }

  /** Paragraphs of one run that stay running text stay together. */
  #addParagraph(run: BodyRun, paragraph: Paragraph): void {
    const last = this.#items.at(-1)
    const isLast = run.paragraphs.at(-1) === paragraph
    const credit = isLast ? run.credit : undefined
    if (last?.type === 'body' && run.paragraphs.includes(last.paragraphs.at(-1)!)) {
      last.paragraphs.push(paragraph)
      last.credit = credit
      return
    }
    const openStart = run.openStart && run.paragraphs[0] === paragraph
    this.#items.push({ ...run, paragraphs: [paragraph], credit, openStart })
  }

  /** The name behind a caption is its photographer's; behind other display type it signs some story. */
  #addSignature(snippet: Snippet, line: LabelledLine): void {
    const next = captionLine(snippet, line, line.tidy.text)
    const open = this.#openCaption
    if (open && goesOn(open.last, next)) {
      lengthen(open.item, line.tidy, false)
      open.item.photographer = endsWithPhotographer(squash(open.item.text.text))
      open.last = next
      return
    }
    this.#openCaption = null
    this.#items.push({
      type: 'display',
      order: 0,
      line,
      text: line.tidy,
      role: 'credit',
      chances: SIGNED,
      goesOn: 0,
      reasons: [],
    })
  }

  #addLine(item: DisplayItem, verdict: Verdict, role: SnippetRole): void {
    this.#openCaption = null
    const before = this.#items.at(-1)
    if (before?.type === 'body' && closesRun(role, before)) {
      before.credit = { ...readSignature(item.text), where: 'own-line' }
      this.#lastLine = item.line
      return
    }
    if (before?.type === 'body' && before.credit && role === 'credit' && this.#lastLine === item.line) {
      before.credit.text = AnnotatedText.join([before.credit.text, item.text], ' ')
      return
    }
    this.#lastLine = null
    const { order, line, text } = item
    if (before?.type === 'display' && before.line === line && before.role === role) {
      before.text = AnnotatedText.join([before.text, text], ' ')
      return
    }
    this.#items.push({ type: 'display', order, line, text, role, ...verdict })
  }
}

const NAME_LINE = 14
const CAPTION_END = /[。！？][”’）]?$/u

/** Adds a line to a caption, and remembers where it begins when it is a photographer's name behind a whole sentence. */
function lengthen(item: CaptionItem, text: AnnotatedText, sameLine: boolean): void {
  const solid = squash(text.text)
  const isName = endsWithPhotographer(solid) && countOf(solid) <= NAME_LINE && !/[，。；]/u.test(solid)
  item.signedFrom =
    isName && !sameLine && CAPTION_END.test(squash(item.text.text)) ? item.text.length : undefined
  item.text = sameLine ? AnnotatedText.join([item.text, text], ' ') : joinLines([item.text, text])
}

/** A credit ends the story it stands right behind. */
const closesRun = (role: SnippetRole, run: BodyRun): boolean =>
  role === 'credit' && !run.credit && run.paragraphs.at(-1)!.kind === 'body'

/** A line of a caption as its joints are judged. */
export function captionLine(snippet: Snippet, line: LabelledLine, text: string): CaptionLine {
  return {
    text,
    begins: line.label !== 'middle' && line.label !== 'last',
    marked: line.captionMark,
    widest: Math.max(
      ...snippet.lines.map((each) => each.width),
      snippet.type === 'short' ? line.measure - 2 : 0,
    ),
  }
}

/** The chances of a line that the paragraph pass took for a credit. */
const SIGNED: Chances = {
  headline: 0,
  kicker: 0,
  deck: 0,
  section: 0,
  byline: 0.1,
  credit: 0.85,
  caption: 0,
  body: 0,
  other: 0.05,
}

/** The line of a credit behind the last paragraph of a run. */
const signedBy = ({ run, paragraph }: ShortSnippet): LabelledLine | undefined =>
  run.paragraphs.at(-1) === paragraph ? run.credit?.line : undefined
