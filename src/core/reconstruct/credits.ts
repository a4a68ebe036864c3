import { AnnotatedText } from './annotated-text.ts'
import { type People, readPeople } from './people.ts'
import { isSectionWord } from './section-words.ts'

/** Who wrote a story, said at its end (署名). */
export interface Credit {
  text: AnnotatedText
  /** The brackets or the mark around it. */
  furniture: AnnotatedText[]
  people: People
  where: 'brackets' | 'last-line' | 'own-line'
}

/** No credit is longer. */
const MAX_TAIL = 80
const IN_BRACKETS = /[。！？…；）][”’」』）)]*\s*([（(][^（）()。，]{2,40}[）)])$/u
const AFTER_GAP = /[。！？…；）][”’」』）)]*\s+([^。！？…；，（）()]{2,40})$/u

/**
 * Takes the credit off a story's last paragraph: in brackets, or after a gap behind the last full stop. It
 * may be broken over two lines. `printed` are the paragraph's printed lines, before and after.
 */
export function takeCredit(
  printed: readonly AnnotatedText[],
): { printed: AnnotatedText[]; credit: Credit } | null {
  const flow = AnnotatedText.join(printed, '\n').trim()
  const tail = flow.slice(Math.max(0, flow.length - MAX_TAIL))
  const match = IN_BRACKETS.exec(tail.text) ?? AFTER_GAP.exec(tail.text)
  if (!match) return null
  const words = tail.slice(tail.length - match[1]!.length)
  const inBrackets = /^[（(]/u.test(words.text)
  const people = readBrokenPeople(words)
  // a photographer's name stays with the caption it ends
  if (!people || isSectionWord(people.text.text) || /^(?:摄|摄影|供图)$/u.test(people.work ?? '')) return null
  const soleName = /^\p{Script=Han}{2,3}$/u.test(people.text.text) && printed.length > 1
  if (!inBrackets && people.unknownNames > 0 && people.roles === 0 && !soleName) return null
  const credit: Credit = {
    text: people.text,
    furniture: people.furniture,
    people,
    where: inBrackets ? 'brackets' : 'last-line',
  }
  return { printed: cutLines(printed, flow.length - words.length), credit }
}

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
