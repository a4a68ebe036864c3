import { squash } from '../../language/characters.ts'
import { AnnotatedText } from '../lines/annotated-text.ts'
import { type People, readPeople, readSignature } from '../lines/people.ts'
import { isSectionWord } from '../lines/section-words.ts'
import type { LabelledLine } from '../paragraphs/paragraph-pass.ts'

/** Who wrote a story, said at its end (署名). */
export interface Credit {
  text: AnnotatedText
  /** The brackets or the mark around it. */
  furniture: AnnotatedText[]
  where: 'brackets' | 'last-line' | 'own-line'
  /** The line it stands on by itself, as long as the roles are not judged: what it signs may be no running text. */
  line?: LabelledLine
}

/** No credit is longer. */
const MAX_TAIL = 80
const IN_BRACKETS = /[。！？…；）][”’」』）)]*\s*([（(][^（）()。，]{2,40}[）)])$/u
const AFTER_GAP = /[。！？…；）][”’」』）)]*\s+([^。！？…；，（）()]{2,40})$/u

/** What stands behind the last sentence of some lines, in brackets or behind a gap, and how much is before it. */
function wordsBehind(printed: readonly AnnotatedText[]): { words: AnnotatedText; kept: number } | null {
  const flow = AnnotatedText.join(printed, '\n').trim()
  const tail = flow.slice(Math.max(0, flow.length - MAX_TAIL))
  const match = IN_BRACKETS.exec(tail.text) ?? AFTER_GAP.exec(tail.text)
  if (!match) return null
  const words = tail.slice(tail.length - match[1]!.length)
  return { words, kept: flow.length - words.length }
}

/**
 * Takes the credit off a story's last paragraph: in brackets, or after a gap behind the last full stop. It
 * may be broken over two lines. `printed` are the paragraph's printed lines, before and after.
 */
export function takeCredit(
  printed: readonly AnnotatedText[],
): { printed: AnnotatedText[]; credit: Credit } | null {
  const end = wordsBehind(printed)
  if (!end) return null
  const { words, kept } = end
  const inBrackets = /^[（(]/u.test(words.text)
  const people = readBrokenPeople(words)
  // a photographer's name stays with the caption it ends
  if (!people || isSectionWord(people.text.text) || /^(?:摄|摄影|供图)$/u.test(people.work ?? '')) return null
  const soleName = /^\p{Script=Han}{2,3}$/u.test(people.text.text) && printed.length > 1
  if (!inBrackets && people.unknownNames > 0 && people.roles === 0 && !soleName) return null
  const credit: Credit = {
    text: people.text,
    furniture: people.furniture,
    where: inBrackets ? 'brackets' : 'last-line',
  }
  return { printed: cutLines(printed, kept), credit }
}

const SAYS_MORE = /^(?:见|详见|上接|下转|注|编者|记者注|完$|未完|待续|图|按|附|即|含|包括|不含|其中|如|例如)/u
const MAX_SIGNATURE = 22

/**
 * The same where nothing of the story follows: what stands there by itself is its credit, whoever it names
 * (据《…》, 来源：…, 某小学四年级 某某).
 */
export function takeLastWords(
  printed: readonly AnnotatedText[],
): { printed: AnnotatedText[]; credit: Credit } | null {
  const end = wordsBehind(printed)
  if (!end) return null
  const { text, furniture } = readSignature(end.words.filter((unit) => unit !== '\n'))
  const solid = squash(text.text)
  if (solid.length < 2 || solid.length > MAX_SIGNATURE || SAYS_MORE.test(solid) || isPhotoCredit(solid))
    return null
  const where = furniture.length > 0 ? 'brackets' : 'last-line'
  return { printed: cutLines(printed, end.kept), credit: { text, furniture, where } }
}

const isPhotoCredit = (text: string): boolean => /摄$|供图$|图片$|摄影$|航拍$|提供$|^图\/|^摄影/u.test(text)

/** A line end inside the words may part two words or one name. */
function readBrokenPeople(words: AnnotatedText): People | null {
  const spaced = words.respelt(words.text.replace(/\n/gu, ' '))
  return readPeople(spaced) ?? readPeople(words.filter((unit) => unit !== '\n'))
}

/** The lines up to `end`, an offset into them joined by line ends. */
function cutLines(lines: readonly AnnotatedText[], end: number): AnnotatedText[] {
  const kept: AnnotatedText[] = []
  let start = 0
  for (const line of lines) {
    if (start < end) kept.push(line.slice(0, end - start).trim())
    start += line.length + 1
  }
  return kept.filter((line) => line.length > 0)
}
