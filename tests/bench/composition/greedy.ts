/** The least that any engine does: greedy, full-width marks, half-width figures, the same forbidden places. */
import type { Em } from '../../../src/core/units.ts'
import type { Ends } from './printed.ts'

const NEVER_START = /[，。、；：！？”’）》〉」』】…—％%·]/u
const NEVER_END = /[“‘（《〈「『【]/u
const INDENT_EM = 2

export function breakGreedily(text: string, measureEm: Em): Ends {
  const ends: Ends = []
  let start = 0
  let width = INDENT_EM
  for (let at = 0; at < text.length; at++) {
    width += /[\x20-\x7e]/.test(text[at] as string) ? 0.5 : 1
    if (width <= measureEm) continue
    let cut = at
    const forbidden = () => NEVER_START.test(text[cut] as string) || NEVER_END.test(text[cut - 1] as string)
    while (cut > start + 1 && forbidden()) cut--
    ends.push(cut)
    start = cut
    at = cut - 1
    width = 0
  }
  return [...ends, text.length]
}
