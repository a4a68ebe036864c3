import { bucket } from './page-view.ts'
import type { Snippet } from './snippets.ts'
import type { SnippetRole } from './verdicts.ts'

/** The roles that a page has twice throughout, or not at all. */
const STYLED = ['headline', 'kicker', 'section'] as const
const SHARES = [0.12, 0.35, 0.65, 0.88]
/** What is taken for doubled before any line of a role has been seen: so much of one line. */
const PRIOR = 0.3
/** With less than this of a line there is nothing to go by. */
const LEAST_SEEN = 0.8

/**
 * What a first look at a page tells of its style, as features of each of its texts for a second: whether the page has
 * its headlines, its kickers and its section labels twice. A text is held against the other texts alone, each counted
 * by the chance that it has the role.
 */
export function styleFeatures(
  snippets: readonly Snippet[],
  chances: readonly Readonly<Record<SnippetRole, number>>[],
): string[][] {
  const doubled = snippets.map(({ type, lines }) => (type === 'display' ? lines[0]!.doubled : null))
  if (!doubled.includes(true) || !doubled.includes(false)) return snippets.map(() => [])
  const seen = STYLED.map((role) => {
    let [all, twice] = [0, 0]
    doubled.forEach((is, i) => {
      if (is === null) return
      all += chances[i]![role]
      if (is) twice += chances[i]![role]
    })
    return { all, twice }
  })
  return doubled.map((is, i) => {
    if (is === null) return []
    const shares = STYLED.map((role, k) => {
      const own = chances[i]![role]
      const all = seen[k]!.all - own
      const twice = seen[k]!.twice - (is ? own : 0)
      return `${role}=${all > LEAST_SEEN ? bucket((twice + PRIOR) / (all + 1), SHARES) : '?'}`
    })
    const [headline, kicker, section] = shares
    return [...shares, `${headline}&${kicker}`, `${headline}&${section}`].map(
      (style) => `display:doubled=${is}&${style}`,
    )
  })
}
