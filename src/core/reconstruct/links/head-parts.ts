import { otherReadings } from '../doubts/evidence.ts'
import { AnnotatedText } from '../lines/annotated-text.ts'
import { joinLines } from '../lines/printed-lines.ts'
import type { DisplayLine } from '../roles/roles.ts'
import type { SnippetRole } from '../roles/verdicts.ts'
import type { Reading, Reason } from '../types.ts'
import type { Head } from './heads.ts'

export interface HeadPart {
  text: AnnotatedText
  rule: string
  confidence: number
  others: Reading[]
  reasons: Reason[]
}

export interface HeadParts {
  kicker?: HeadPart
  headline?: HeadPart
  deck?: HeadPart
}

/** A head's kicker (引题), headline (主题) and deck (副题), as its lines were parted. */
export function readHeadParts({ span, confidence, rule }: Head, kickersLast: boolean): HeadParts {
  const { kicker, headline, deck } = span.parts
  const from = kickersLast
    ? { headline: 0, deck: headline, kicker: headline + deck }
    : { kicker: 0, headline: kicker, deck: kicker + headline }
  const take = (part: 'kicker' | 'headline' | 'deck', count: number) =>
    partOf(part, span.lines.slice(from[part], from[part] + count), rule, confidence)
  return { ...take('kicker', kicker), ...take('headline', headline), ...take('deck', deck) }
}

function partOf(role: keyof HeadParts, lines: readonly DisplayLine[], rule: string, link: number): HeadParts {
  if (lines.length === 0) return {}
  const text = joinParts(lines)
  const chance = Math.min(...lines.map((line) => shareOf(line, role)))
  // the line that is least sure says what else the part may be
  const weakest = lines.reduce((a, b) => (shareOf(b, role) < shareOf(a, role) ? b : a))
  const others = otherReadings(weakest.chances, role)
  const confidence = Math.round(link * chance * 100) / 100
  return { [role]: { text, rule, confidence, others, reasons: weakest.reasons } }
}

/** How sure a line is this part of a head, given that it is some part of one. */
function shareOf({ chances }: DisplayLine, role: SnippetRole): number {
  const total = chances.kicker + chances.headline + chances.deck
  return total > 0 ? chances[role] / total : 0
}

/** What stood on one line, parted by a gap, keeps the gap. */
function joinParts(lines: readonly DisplayLine[]): AnnotatedText {
  let text = lines[0]!.text.trim()
  lines.slice(1).forEach((line, i) => {
    const sameLine = line.line === lines[i]!.line
    text = sameLine ? AnnotatedText.join([text, line.text.trim()], ' ') : joinLines([text, line.text.trim()])
  })
  return text
}
