import { countOf, squash } from '../../language/characters.ts'
import { startsAsNews } from '../lines/line-features.ts'
import { type BodyRun, type Paragraph, textOf } from '../stories/runs.ts'
import type { DisplayLine, PageItem } from './roles.ts'

const SENTENCE_END = /[。！？…][”’）]?$/u
const SAME_MEASURE = 0.5
const MAX_SUBHEAD = 20
const MAX_STRAYS = 4

type Between = [upper: BodyRun, strays: DisplayLine[], lower: BodyRun]

/**
 * Takes lines that were set apart as display type but read as running text back into the text around them, when both
 * pieces have one measure and the lower one begins no story: broken pieces of a line where the upper piece stops in
 * mid sentence, and a subhead where it does not. A subhead parts two pieces only of a measure that nothing else has,
 * since a column may begin with such a line (编辑同志) too.
 */
export function takeInStrays(items: readonly PageItem[]): PageItem[] {
  const runs = items.filter((item) => item.type === 'body')
  const out: PageItem[] = []
  items.forEach((item) => {
    const found = item.type === 'body' ? piecesBefore(item, out) : null
    if (!found || !belongTogether(found, runs)) {
      out.push(item)
      return
    }
    out.splice(-found[1].length - 1)
    out.push(joinPieces(found))
  })
  return out
}

/** The stray lines right before a run and the run before them. */
function piecesBefore(lower: BodyRun, items: readonly PageItem[]): Between | null {
  let at = items.length
  while (isStray(items[at - 1])) at -= 1
  const upper = items[at - 1]
  const strays = items.slice(at) as DisplayLine[]
  if (upper?.type !== 'body' || strays.length === 0 || strays.length > MAX_STRAYS) return null
  return [upper, strays, lower]
}

const isStray = (item: PageItem | undefined): boolean => item?.type === 'display' && item.role === 'body'

const isAlike = (a: BodyRun, b: BodyRun): boolean => Math.abs(a.measure - b.measure) <= SAME_MEASURE

function belongTogether([upper, strays, lower]: Between, runs: readonly BodyRun[]): boolean {
  if (upper.credit || lower.freshStart || !isAlike(upper, lower)) return false
  if (startsAsNews(textOf(lower.paragraphs[0]!).text)) return false
  if (stopsInSentence(upper)) return true
  const others = runs.filter((run) => run !== lower && !upper.paragraphs.includes(run.paragraphs[0]!))
  const [only, ...more] = strays
  return more.length === 0 && isSubhead(squash(only!.text.text)) && !others.some((run) => isAlike(run, lower))
}

const isSubhead = (text: string): boolean => countOf(text) <= MAX_SUBHEAD && !/[。！？；，：]$/u.test(text)

const stopsInSentence = ({ paragraphs }: BodyRun): boolean =>
  paragraphs.at(-1)!.kind === 'body' && !SENTENCE_END.test(squash(textOf(paragraphs.at(-1)!).text))

function joinPieces([upper, strays, lower]: Between): BodyRun {
  const lines: Pick<Paragraph, 'printed' | 'lines'> = {
    printed: strays.map(({ text }) => text),
    lines: strays.map(({ line }) => line),
  }
  const joined = { ...lower, openStart: upper.openStart, freshStart: upper.freshStart }
  if (!stopsInSentence(upper))
    return {
      ...joined,
      paragraphs: [...upper.paragraphs, { kind: 'subhead', ...lines }, ...lower.paragraphs],
    }
  const [first, ...others] = lower.paragraphs
  const pieces = [upper.paragraphs.at(-1)!, lines, first!]
  const whole: Paragraph = {
    kind: 'body',
    printed: pieces.flatMap(({ printed }) => printed),
    lines: pieces.flatMap((piece) => piece.lines),
    joined: true,
  }
  return { ...joined, paragraphs: [...upper.paragraphs.slice(0, -1), whole, ...others] }
}
