import type { FieldSource, Reason } from '../types.ts'
import { MODEL_REASONS } from './evidence.ts'

const reason = (code: string, supports: boolean, strength: Reason['strength']): Reason => ({
  code,
  supports,
  strength,
})
const pro = (code: string, strength: Reason['strength'] = 'medium') => reason(code, true, strength)
const con = (code: string, strength: Reason['strength'] = 'weak') => reason(code, false, strength)

/** What a rule says for and against its decision, where the decision does not say it itself. */
const BY_RULE: Record<string, readonly Reason[]> = {
  'caption/photographer': [pro('names-photographer', 'strong')],
  'caption/mark': [pro('caption-mark', 'strong')],
  'caption/model': [pro('caption-words')],
  'head/shared-words': [pro('shares-words'), con('other-fits-nearly', 'medium')],
  'head/by-place': [pro('stands-above'), con('shares-no-words', 'medium')],
  'section/model': [pro('section-word')],
  'byline/model': [pro('names-only')],
  'credit/brackets': [pro('credit-brackets', 'strong')],
  'credit/last-line': [pro('names-behind-end', 'strong')],
  'credit/own-line': [pro('names-behind-end')],
  'subhead/echoed': [pro('echoed')],
  'subhead/short-line': [pro('short-line')],
  'paragraph/indent': [pro('indent', 'strong')],
  'paragraph/unbroken': [pro('line-is-paragraph')],
  'paragraph/full-last-line': [pro('indent'), con('full-last-line')],
  'paragraph/joined': [pro('ends-open'), con('stood-apart', 'medium')],
  'paragraph/open': [con('ends-open', 'strong')],
}

/** Every reason the rules give; the message catalogue has words for each. */
export const REASON_CODES: readonly string[] = [
  ...new Set(Object.values(BY_RULE).flatMap((reasons) => reasons.map(({ code }) => code))),
  ...MODEL_REASONS,
  'by-rule',
  'no-tied-article',
  'costly-lines',
  'stray-glyphs',
  'too-many-lines',
  'foreign-letters',
]

export function reasonsOf({ reasons, rule }: FieldSource): Reason[] {
  if (reasons && reasons.length > 0) return reasons
  return [...(BY_RULE[rule] ?? [{ ...pro('by-rule', 'weak'), params: { rule } }])]
}
