/** What proofreading finds, and rules that are a pattern. */

/** The rules of proofreading: marks after GB/T 15834—2011, numbers and units after GB/T 15835—2011 and GB 3100. */
export type ProofRule =
  | 'half-width-mark'
  | 'doubled-mark'
  | 'clashing-marks'
  | 'mark-order'
  | 'mark-at-start'
  | 'mark-at-end'
  | 'ellipsis'
  | 'dash'
  | 'interpunct'
  | 'straight-quote'
  | 'unmatched-mark'
  | 'empty-pair'
  | 'reversed-quotes'
  | 'nested-quotes'
  | 'quote-goes-on'
  | 'space-in-han'
  | 'space-at-figure'
  | 'space-at-mark'
  | 'full-width-letter'
  | 'odd-character'
  | 'doubled-words'
  | 'list-number'
  | 'number-zero'
  | 'number-year-han'
  | 'number-date-mixed'
  | 'number-short-year'
  | 'date-impossible'
  | 'number-range-mark'
  | 'number-range-unit'
  | 'number-about'
  | 'number-about-comma'
  | 'number-about-twice'
  | 'number-percent-mixed'
  | 'number-hundreds'
  | 'number-point'
  | 'number-broken'
  | 'number-named-day'
  | 'unit-letters'
  | 'unit-twice'

export interface Finding {
  /** UTF-16 offsets into the text; never empty. */
  start: number
  end: number
  rule: ProofRule
  /** What to put in its place, where that is certain. */
  fix?: string
}

/** A rule that is a pattern: what it matches is at fault, and `fix` gives what should stand there. */
export interface PatternRule {
  rule: ProofRule
  pattern: RegExp
  /** A text, or a function of the match that may know of none. */
  fix?: string | ((match: RegExpMatchArray) => string | undefined)
  /** What the pattern cannot say: false lets the match stand. */
  when?: (match: RegExpMatchArray) => boolean
}

/** Everything that the rules match in a text, rule by rule. */
export function matchRules(text: string, rules: readonly PatternRule[]): Finding[] {
  return rules.flatMap((each) => matchRule(text, each))
}

function matchRule(text: string, { rule, pattern, fix, when }: PatternRule): Finding[] {
  const found: Finding[] = []
  for (const match of text.matchAll(pattern)) {
    if (when && !when(match)) continue
    const start = match.index
    const put = typeof fix === 'function' ? fix(match) : fix
    const place = { start, end: start + match[0].length, rule }
    if (put === undefined) found.push(place)
    else if (put !== match[0]) found.push({ ...place, fix: put })
  }
  return found
}
