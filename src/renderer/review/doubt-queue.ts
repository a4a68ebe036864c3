/** The doubts as a queue: in the order given, those skipped at its end. */
import type { Correction, Doubt, DoubtReading } from '../../core/reconstruct/types.ts'
import type { Span } from '../../core/source/types.ts'

/** The same doubt before and after the page is made anew. */
export const doubtKey = ({ code, from, at }: Doubt): string => {
  const first = from[0]
  return first ? `${code} ${first.line}:${first.start}` : `${code} ${at.line}`
}

export function doubtQueue(
  doubts: readonly Doubt[],
  skipped: ReadonlySet<string>,
  decided: ReadonlySet<string>,
): Doubt[] {
  const open = doubts.filter((doubt) => !decided.has(doubtKey(doubt)))
  const put = open.filter((doubt) => skipped.has(doubtKey(doubt)))
  return [...open.filter((doubt) => !skipped.has(doubtKey(doubt))), ...put]
}

/** The current doubt's place in the queue; the first when it is gone. -1 when there is none. */
export function currentIndex(queue: readonly Doubt[], current: string | null): number {
  if (queue.length === 0) return -1
  const at = queue.findIndex((doubt) => doubtKey(doubt) === current)
  return Math.max(0, at)
}

/** Which doubt follows when the one at `index` is decided or skipped. */
export function followingKey(queue: readonly Doubt[], index: number): string | null {
  const next = queue[index + 1] ?? (index > 0 ? queue[0] : undefined)
  return next ? doubtKey(next) : null
}

/** What taking a reading says: the one that is there is accepted, another one brings its corrections. */
export function decide(doubt: Doubt, reading: DoubtReading | undefined): Correction[] {
  if (reading && reading.corrections.length > 0) return reading.corrections
  return [{ kind: 'accept', text: doubt.from, code: doubt.code }]
}

/** The doubts in which a text stands. */
export const doubtsAt = (doubts: readonly Doubt[], spans: readonly Span[]): Doubt[] =>
  doubts.filter(({ from }) =>
    from.some((a) => spans.some((b) => a.line === b.line && a.start < b.end && b.start < a.end)),
  )
