/** Doubts, their readings and their reasons in words. */
import type { Doubt, DoubtReading, Reason } from '../../core/reconstruct/types.ts'
import { isMessage } from '../../shared/messages.ts'
import type { Say } from '../state/words.ts'
import { quote, roleName } from './describe.ts'
import type { ReviewModel } from './review-model.ts'
import { FIELDS, textAt } from './source-rows.ts'

/** The text in question, second copies left out. */
export function doubtText({ rows, lines }: ReviewModel, { from }: Doubt): string {
  const shadow = rows.length > 0 ? shadowAt(rows) : () => false
  return from
    .map((span) => {
      const text = textAt(lines, [span])
      return [...text].filter((_, at) => !shadow(span.line, span.start + at)).join('')
    })
    .join('')
    .trim()
}

const shadowAt = (rows: ReviewModel['rows']) => (line: number, at: number) =>
  rows[line - 1]?.pieces.some(
    ({ start, end, owner }) => owner?.role === 'shadow' && start <= at && at < end,
  ) === true

/** The question: 图片说明，还是主题？ */
export function doubtTitle(doubt: Doubt, model: ReviewModel, say: Say): string {
  const [now, other] = doubt.readings
  if (!now || !other) return toldBy(doubt, say)
  const [a, b] = [choiceName(doubt, 0, say), choiceName(doubt, 1, say)]
  if (a !== b) return say('review.or', { a, b: inSentence(b) })
  const role = inSentence(roleName(now.as, say))
  if (now.article === 'new') return say('review.whose-new', { role })
  const n = numberOf(model, now)
  return n === undefined ? toldBy(doubt, say) : say('review.whose', { role, n })
}

/** English names begin small in the middle of a sentence. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** What a reading is called: a role, or what becomes of a paragraph's end. */
function choiceName(doubt: Doubt, index: number, say: Say): string {
  const key = `choice.${doubt.choices[index]}`
  return isMessage(key) ? say(key) : roleName(doubt.readings[index]?.as ?? 'unplaced', say)
}

/** What is doubted, in general words. */
export function toldBy(doubt: Doubt, say: Say): string {
  const key = `doubt.${doubt.code}`
  return isMessage(key) ? say(key) : say('doubt.other', { why: doubt.why })
}

const numberOf = (model: ReviewModel, { article }: DoubtReading): number | undefined =>
  model.cardsById.get(article ?? '')?.number

/** What a reading makes of the text: its role, and its story where that is another one. */
export function readingTitle(reading: DoubtReading, doubt: Doubt, model: ReviewModel, say: Say): string {
  const role = choiceName(doubt, doubt.readings.indexOf(reading), say)
  if (reading.article === undefined || reading.article === doubt.article) return role
  if (reading.article === 'new') return say('review.reading-new', { role })
  const n = numberOf(model, reading)
  return n === undefined ? role : say('review.reading', { role, n })
}

/** Parts that an article has at most once. */
const SINGLE: readonly string[] = FIELDS

/** What taking it changes. */
export function readingPrice(reading: DoubtReading, doubt: Doubt, model: ReviewModel, say: Say): string {
  const { as, article, corrections } = reading
  if (corrections.length === 0) return say('review.then.now')
  if (corrections.some(({ kind }) => kind === 'merge')) return say('review.then.merges')
  if (as === 'furniture' || as === 'unplaced') return say(`review.then.${as}`)
  const card = model.cardsById.get(article ?? doubt.article ?? '')
  if (!card) return say('review.then.new')
  const n = card.number
  if (SINGLE.includes(as)) {
    const old = as === 'credit' ? card.credit : card.heads.find(({ role }) => role === as)
    if (!old) return say('review.then.first', { n, role: inSentence(roleName(as, say)) })
    const own = old.from.some(({ line }) => doubt.from.some((span) => span.line === line))
    if (!own) return say('review.then.replaces', { text: quote(old.text) })
  }
  return say(card.id === doubt.article ? 'review.then.same' : 'review.then.adds', { n })
}

export function reasonText({ code, params }: Reason, say: Say): string {
  const key = `reason.${code}`
  return isMessage(key) ? say(key, params) : code
}

/** Under a doubt in the list: what speaks loudest. */
export function firstReason(doubt: Doubt, say: Say): string {
  const [reason] = doubt.reasons
  return reason ? reasonText(reason, say) : toldBy(doubt, say)
}

export const figure = (confidence: number): string => (Math.floor(confidence * 100) / 100).toFixed(2)
