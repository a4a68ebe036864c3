import { CLOSING, countOf, squash, widthOf } from '../../language/characters.ts'
import { continues } from '../../language/continues.ts'
import type { Em } from '../../units.ts'
import type { AnnotatedText } from './annotated-text.ts'
import type { SingleLine } from './doubling.ts'
import { type People, readPeople } from './people.ts'
import { isLetterSpaced, tidySpaces } from './printed-lines.ts'
import { isSectionWord } from './section-words.ts'

/** A printed line with all that the paragraph pass asks of it, worked out once. */
export interface PageLine extends SingleLine {
  /** Without the spaces that carry nothing. */
  tidy: AnnotatedText
  letterSpaced: boolean
  width: Em
  /** The width without any space. */
  solidWidth: Em
  /** The first unbreakable piece: what would have had to fit on the line before. */
  firstPiece: Em
  /** Marks that give up half an em when a line is tight. */
  compressible: number
  hasLatin: boolean
  hasPunctuation: boolean
  hasComma: boolean
  /** Whether the line ends a sentence, 0 to 1; an ellipsis does so seldom. */
  endsSentence: number
  /** It ends as a paragraph may, if not a sentence: a colon, a bracket, a photographer. */
  mayEndParagraph: boolean
  /** A credit or a photographer ends it: nothing of the same story follows. */
  endsStory: boolean
  /** It begins with a dateline (本报讯 …). */
  startsNews: boolean
  /** It begins with a day of the month. */
  startsWithDate: boolean
  startsWithClosing: boolean
  endsWithOpening: boolean
  /** It begins as a caption does (▲, 图为 …). */
  captionMark: boolean
  /** Its words stand in the text a second time, as a subhead's do. */
  echoed: boolean
  sectionWord: boolean
  people: People | null
  /** How well it goes on from the line before, as the logarithm of odds (`continues`). */
  goesOn: number
}

/** A full stop, with the closing marks that may follow it; an ellipsis. */
const SENTENCE_END = /(?:[。！？…][”’」』）)]*|…+)$/u
const PARAGRAPH_END = /[。！？…；：][”’」』）)》]*$|[）)]$|摄$|报道$|——$/u
const BRACKETED_CREDIT_END = /[。！？…][”’」』）)]*\s*[（(][^（）()。，]{2,24}[）)]$/u
const SPACED_CREDIT_END = /[。！？…][”’」』）)]*\s+\S{2,12}$/u
const AFTER_LAST_SENTENCE = /[。！？…][”’」』）)]*\s+(?!.*[。！？…][”’」』）)]*\s)(\S.*)$/u
const PHOTOGRAPHER_END = /摄[）)]?$/u
const CAPTION_START = /^(?:[▲▼△]|图为|上图|下图|左图|右图)/u
/** 电头: a paper's or an agency's words before its news. */
const DATELINE =
  /^(?:本报讯|本刊讯|本网讯|讯[\s记者（(]|\p{Script=Han}{2,4}(?:日报|晚报|时报|早报|商报)讯|(?:新华社|本报|中新社|中新网|\p{Script=Han}{2,4}(?:日报|晚报))\p{Script=Han}{1,8}\d{1,2}月\d{1,2}日(?:电|讯)|据\p{Script=Han}{2,8}(?:报道|消息)[，：]|综合\p{Script=Han}{2,6}(?:报道|消息))/u
const FIRST_PIECE =
  /^[“‘（《【〔「『]*(?:[0-9A-Za-z][0-9A-Za-z.,:%\-/·]*[%℃]?|[\p{Script=Han}〇]|—+|…+|.)[，。、；：！？”’）》】〕」』%℃…—]*/u
const STARTS_WITH_CLOSING = new RegExp(`^[${CLOSING}]`, 'u')

export const startsAsNews = (text: string): boolean => {
  const start = text.slice(0, 60)
  const solid = squash(start)
  return DATELINE.test(start) || (solid !== start && DATELINE.test(solid))
}
export const startsWithDate = (text: string): boolean =>
  /^\d{1,2}月\d{1,2}日/u.test(squash(text.slice(0, 40)))
const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-12))

export function describeLines(lines: readonly SingleLine[]): PageLine[] {
  const tidied = lines.map((line) => {
    const letterSpaced = !line.doubled && isLetterSpaced(line.text.text)
    return { ...line, letterSpaced, tidy: tidySpaces(line.text, letterSpaced).trim() }
  })
  const echoes = echoedLines(tidied.filter((line) => !line.doubled).map((line) => squash(line.tidy.text)))
  return tidied.map((line, i) => {
    const before = tidied[i - 1]
    return describeLine(line, before && !before.doubled ? before.tidy.text : '', echoes)
  })
}

type TidyLine = SingleLine & { tidy: AnnotatedText; letterSpaced: boolean }

function describeLine(line: TidyLine, before: string, echoes: ReadonlySet<string>): PageLine {
  const text = line.tidy.text
  const tail = text.slice(-60)
  const solid = squash(text)
  const solidWidth = widthOf(solid)
  const sectionWord = isSectionWord(solid)
  // a credit in brackets may be broken over two lines
  const closesCredit = BRACKETED_CREDIT_END.test(
    squash((line.doubled ? '' : before.slice(-40)) + text).slice(-40),
  )
  const endsWithPhotographer = PHOTOGRAPHER_END.test(tail)
  const sentence =
    endsSentence(text) || BRACKETED_CREDIT_END.test(tail) || closesCredit || endsWithPeople(line.tidy)
  return {
    ...line,
    width: line.letterSpaced ? solidWidth : widthOf(line.text.text),
    solidWidth,
    firstPiece: widthOf(FIRST_PIECE.exec(text)?.[0] ?? '我'),
    compressible: text.match(/[，。、；：！？“”‘’（）《》]/gu)?.length ?? 0,
    hasLatin: /[0-9A-Za-z]/.test(text),
    hasPunctuation: /[，。、；：！？”》）…]/u.test(text),
    hasComma: text.includes('，'),
    endsSentence: endsWithPhotographer ? 1 : !sentence ? 0 : /…+$/u.test(tail) ? 0.2 : 1,
    mayEndParagraph: PARAGRAPH_END.test(tail),
    endsStory:
      closesCredit || /摄[）)]?$|摄影报道[）)]?$/u.test(tail) || (SPACED_CREDIT_END.test(tail) && sentence),
    startsNews: startsAsNews(text),
    startsWithDate: startsWithDate(text),
    startsWithClosing: STARTS_WITH_CLOSING.test(text),
    endsWithOpening: /[“‘（《【〔]$/u.test(text),
    captionMark: CAPTION_START.test(text),
    echoed: !line.doubled && !line.letterSpaced && echoes.has(solid),
    sectionWord,
    people: sectionWord ? null : readPeople(line.tidy),
    goesOn: before === '' ? 0 : continues(before, text),
  }
}

function endsWithPeople(line: AnnotatedText): boolean {
  const tail = line.slice(Math.max(0, line.length - 60))
  if (!/\s/u.test(tail.text)) return false
  const after = AFTER_LAST_SENTENCE.exec(tail.text)?.[1]
  return after !== undefined && readPeople(tail.slice(tail.length - after.length)) !== null
}

const MIN_ECHO = 5
const MAX_ECHO = 16

/** The lines, 5 to 16 characters and no punctuation, whose words stand in the text twice or more. */
function echoedLines(lines: readonly string[]): Set<string> {
  const byStart = new Map<string, Map<string, number>>()
  for (const line of lines) {
    if (countOf(line) < MIN_ECHO || countOf(line) > MAX_ECHO || /[，。；：]/u.test(line)) continue
    const start = line.slice(0, MIN_ECHO)
    const group = byStart.get(start) ?? new Map<string, number>()
    byStart.set(start, group.set(line, 0))
  }
  const text = lines.join('')
  const echoed = new Set<string>()
  for (let i = 0; i + MIN_ECHO <= text.length; i++) {
    for (const [line, count] of byStart.get(text.slice(i, i + MIN_ECHO)) ?? []) {
      if (!text.startsWith(line, i)) continue
      byStart.get(line.slice(0, MIN_ECHO))!.set(line, count + 1)
      if (count + 1 >= 2) echoed.add(line)
    }
  }
  return echoed
}
