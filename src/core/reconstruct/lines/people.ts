import { MARKS } from '../../language/characters.ts'
import { isPersonName } from '../../language/surnames.ts'
import type { AnnotatedText } from './annotated-text.ts'

/** A line of people: a byline (`▶ 樊晨 本报记者 邓淑华`), a credit (`（邓国燊）`), a photographer (`张三 摄`). */
export interface People {
  /** The line without its mark and brackets. */
  text: AnnotatedText
  /** The mark and the brackets. */
  furniture: AnnotatedText[]
  names: number
  roles: number
  /** Names whose surname the list does not know. */
  unknownNames: number
  marked: boolean
  /** The work done, when the line says it: 摄, 摄影报道, 整理 … */
  work?: string
  /** Only names, without a role, a mark or a work: it may be two words as well. */
  bare: boolean
}

const PAPER = '(?:本报|本刊|本网|新华社|人民日报|\\p{Script=Han}{2,4}(?:日报|晚报|时报|早报))'
const ROLE = `${PAPER}?(?:实习|见习|特约|首席|驻站)?(?:全媒体)?(?:记者|通讯员|评论员|特约撰稿人|实习生|摄影记者|撰稿)`
const IS_ROLE = new RegExp(`^(?:文|图|文/图)?[:：]?${ROLE}$`, 'u')
const ROLE_AND_NAME = new RegExp(`^${ROLE}\\p{Script=Han}{2,4}$`, 'u')
const NO_NAME = /^(?:本报|本刊|新华社|记者报道|据悉)$/u
const WORK = /\s*(摄影报道|文\/?图|图\/?文|摄影|供图|摄|文并图|整理|编译)$/u
const MARK = new RegExp(`^[${MARKS}]\\s*`, 'u')
const BRACKETS = /^[（(]\s*(.*?)\s*[）)]$/u
/** No list of people holds such a mark. */
const SENTENCE_MARK = /[，。；！？“”《》…]/u
/** No list of people is longer. */
const MAX_LENGTH = 60
const MAX_WORDS = 6

/** Reads a line as people; null when some word of it is neither a name nor a role. */
export function readPeople(line: AnnotatedText): People | null {
  if (line.length > MAX_LENGTH || SENTENCE_MARK.test(line.text)) return null
  const whole = line.trim()
  const markEnd = MARK.exec(whole.text)?.[0].length ?? 0
  const unmarked = whole.slice(markEnd).trim()
  const inBrackets = BRACKETS.test(unmarked.text)
  const text = inBrackets ? unmarked.slice(1, -1).trim() : unmarked
  const furniture = [whole.slice(0, markEnd).trim()]
  if (inBrackets) furniture.push(unmarked.slice(0, 1), unmarked.slice(-1))

  const work = WORK.exec(text.text)
  const words = text.text
    .slice(0, work?.index)
    .split(/[\s、]+/u)
    .filter(Boolean)
  const count = countPeople(words)
  if (!count || count.names === 0) return null
  const marked = markEnd > 0
  return {
    text,
    furniture: furniture.filter((each) => each.length > 0),
    ...count,
    marked,
    ...(work && { work: work[1]! }),
    bare: count.roles === 0 && !marked && !work,
  }
}

function countPeople(
  words: readonly string[],
): { names: number; roles: number; unknownNames: number } | null {
  if (words.length > MAX_WORDS) return null
  const count = { names: 0, roles: 0, unknownNames: 0 }
  for (const word of words) {
    if (NO_NAME.test(word)) return null
    if (IS_ROLE.test(word)) {
      count.roles += 1
    } else if (ROLE_AND_NAME.test(word)) {
      count.roles += 1
      count.names += 1
    } else if (isPersonName(word)) {
      count.names += 1
    } else if (/^\p{Script=Han}{2,3}$/u.test(word)) {
      count.names += 1
      count.unknownNames += 1
    } else {
      return null
    }
  }
  return count
}

/** A byline or credit without its mark and brackets, whoever it names; `furniture` is what stood around it. */
export function readSignature(line: AnnotatedText): { text: AnnotatedText; furniture: AnnotatedText[] } {
  const whole = line.trim()
  const markEnd = MARK.exec(whole.text)?.[0].length ?? 0
  const unmarked = whole.slice(markEnd).trim()
  const inBrackets = BRACKETS.test(unmarked.text) && !/[（(]/u.test(unmarked.text.slice(1))
  const text = inBrackets ? unmarked.slice(1, -1).trim() : unmarked
  const around = inBrackets ? [unmarked.slice(0, 1), unmarked.slice(-1)] : []
  return { text, furniture: [whole.slice(0, markEnd).trim(), ...around].filter((each) => each.length > 0) }
}
