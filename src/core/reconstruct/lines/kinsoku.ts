import { countOf } from '../../language/characters.ts'
import { INDENT } from '../paragraphs/line-costs.ts'
import type { LabelledLine } from '../paragraphs/paragraph-pass.ts'
import { AnnotatedText } from './annotated-text.ts'
import type { SingleLine } from './doubling.ts'

/**
 * No printed line begins with `，。”）` or ends with an opening mark (CLREQ, prohibition rules for line start
 * and line end): a break there was made by the extractor, and is undone.
 *
 * `repairs` counts them: an extractor that breaks lines at marks does so elsewhere too.
 */
export function repairBreaks(lines: readonly SingleLine[]): { lines: SingleLine[]; repairs: number } {
  const out: SingleLine[] = []
  let repairs = 0
  for (const line of lines) {
    const last = out.at(-1)
    const broken = last && breaksKinsoku(last, line)
    if (broken || (last && splitsQuotation(last, line))) {
      out[out.length - 1] = { ...last, text: AnnotatedText.join([last.text, line.text]) }
      if (broken) repairs += 1
    } else {
      out.push(line)
    }
  }
  return { lines: out, repairs }
}

function breaksKinsoku(last: SingleLine, line: SingleLine): boolean {
  if (last.doubled || line.doubled) return false
  return /^[，。、；：！？”’）》】〕]/u.test(line.text.text) && !/^[”’][“‘]/u.test(line.text.text)
}

/** Two doubled lines that are one head, parted at a quotation. */
function splitsQuotation(last: SingleLine, line: SingleLine): boolean {
  if (!last.chained || !line.chained) return false
  const [head, tail] = [last.text.text, line.text.text]
  const quoteFollows = /^[“‘《]/u.test(tail) && !/[”’》。！？]$/u.test(head) && countOf(head + tail) <= 18
  const quoteIsOpen = /[“‘《][^”’》]*$/u.test(head) && /^[^“]*”/u.test(tail)
  return quoteFollows || quoteIsOpen
}

/**
 * Puts together two pieces of one printed line, parted between a closing and an opening mark (`……。` and
 * `“……`), where together they fill the measure of their neighbours. Only for pages that `repairBreaks` shows
 * to have such breaks: elsewhere it would eat true paragraph ends. Null when there is nothing to do.
 */
export function mergeSplitLines(lines: readonly LabelledLine[]): SingleLine[] | null {
  const out: SingleLine[] = []
  for (let i = 0; i < lines.length; i++) {
    if (isSplitLine(lines, i)) {
      out.push({ ...lines[i]!, text: AnnotatedText.join([lines[i]!.text, lines[i + 1]!.text]) })
      i += 1
    } else {
      out.push(lines[i]!)
    }
  }
  return out.length < lines.length ? out : null
}

function isSplitLine(lines: readonly LabelledLine[], at: number): boolean {
  const head = lines[at]!
  const tail = lines[at + 1]
  if (!tail || head.doubled || tail.doubled || head.people || head.letterSpaced || tail.letterSpaced)
    return false
  if (!/[，。、；：！？”》）]$/u.test(head.tidy.text) || !/^[“‘（《]/u.test(tail.tidy.text)) return false
  if (tail.startsNews) return false
  const width = head.width + tail.width - 0.5
  const before = lines[at - 1]
  const afterParagraph = !before || before.endsSentence > 0 || before.label === 'subhead'
  return measuresNear(lines, at).some((measure) => {
    const fillsLine = Math.abs(width - measure) <= 1.2
    const fillsFirstLine = Math.abs(width - (measure - INDENT)) <= 0.8 && afterParagraph
    if (!fillsLine && !fillsFirstLine) return false
    if (tail.width < measure - 2.6 && head.width < measure - 2.2) return true
    // a tail as wide as a first line is one, unless the line after it is no full one
    const after = lines[at + 2]
    const tailLikeFirstLine = Math.abs(tail.width - (measure - INDENT)) < 0.9
    const scrap = head.width > 1.5 && head.width < 3.6
    const exact = Math.abs(width - measure) < 0.7
    return tailLikeFirstLine && scrap && exact && !!after && Math.abs(after.width - measure) > 1.3
  })
}

/** The two commonest measures around a line. */
function measuresNear(lines: readonly LabelledLine[], at: number): number[] {
  const counts = new Map<number, number>()
  for (const line of lines.slice(Math.max(0, at - 6), at + 8)) {
    if (line.measure === 0 || line.label === 'subhead' || line.label === 'credit') continue
    counts.set(line.measure, (counts.get(line.measure) ?? 0) + 1)
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1])
  return byCount.slice(0, 2).map(([measure]) => measure)
}
