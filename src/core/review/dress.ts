import { MARKS } from '../language/characters.ts'
import type { AnnotatedText } from '../reconstruct/lines/annotated-text.ts'
import { readPeople } from '../reconstruct/lines/people.ts'
import type { Role } from '../reconstruct/types.ts'

const MARK = new RegExp(`^[${MARKS}]\\s*`, 'u')

/** A text as its role has it: bylines, credits and captions stand without their marks and brackets. */
export function dress(text: AnnotatedText, as: Role): { text: AnnotatedText; marks: AnnotatedText[] } {
  if (as === 'byline' || as === 'credit') {
    const people = readPeople(text)
    return people ? { text: people.text, marks: people.furniture } : { text, marks: [] }
  }
  const markEnd = as === 'caption' ? (MARK.exec(text.text)?.[0].length ?? 0) : 0
  if (markEnd === 0 || markEnd === text.length) return { text, marks: [] }
  return { text: text.slice(markEnd), marks: [text.slice(0, markEnd).trim()] }
}

/** As reconstruction names what stood around a text. */
export const ruleOfMark = (mark: string): string => (/[（()）]/u.test(mark) ? 'bracket' : 'mark')
