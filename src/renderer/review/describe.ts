/** Corrections and readings in words. */
import type { Correction, Place, Role } from '../../core/reconstruct/types.ts'
import type { MessageKey } from '../../shared/messages.ts'
import type { Say } from '../state/words.ts'
import { textAt } from './source-rows.ts'

const MOST_CHARACTERS = 18

export const roleName = (role: Role | 'shadow', say: Say): string => say(`review.role.${role}` as MessageKey)

/** “宜昌高新区”, or its beginning; quotation marks inside become single ones. */
export function quote(text: string): string {
  const whole = [...text.replace(/\s+/g, ' ').replaceAll('“', '‘').replaceAll('”', '’').trim()]
  const shown =
    whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS - 1).join('')}…` : whole.join('')
  return `“${shown}”`
}

export function describeCorrection(correction: Correction, lines: readonly string[], say: Say): string {
  const at = ({ line, at: start }: Place) => quote(lines[line - 1]?.slice(start) ?? '')
  switch (correction.kind) {
    case 'place': {
      const text = quote(textAt(lines, correction.text))
      const role = roleName(correction.as, say)
      if (correction.article === 'new') return say('review.did.new', { text, role })
      return say('review.did.place', { text, role })
    }
    case 'merge':
      return say('review.did.merge', { text: at(correction.article), into: at(correction.into) })
    case 'accept':
      return say('review.did.accept', { text: quote(textAt(lines, correction.text)) })
    default:
      return say(`review.did.${correction.kind}`, { text: at(correction.at) })
  }
}

export function describeCorrections(
  corrections: readonly Correction[],
  lines: readonly string[],
  say: Say,
): string {
  const [first, ...more] = corrections
  if (!first) return ''
  const text = describeCorrection(first, lines, say)
  return more.length > 0 ? say('review.did.more', { text, n: more.length }) : text
}

/** The line where a correction works, for going there. */
export function lineOf(correction: Correction): number {
  switch (correction.kind) {
    case 'place':
    case 'accept':
      return correction.text[0]?.line ?? 1
    case 'merge':
      return correction.article.line
    default:
      return correction.at.line
  }
}
