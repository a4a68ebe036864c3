import { reasonsFor } from '../doubts/evidence.ts'
import { ChainModel } from '../learned/chain-model.ts'
import weights from '../model/roles.json' with { type: 'json' }
import type { Reason } from '../types.ts'
import { styleFeatures } from './page-style.ts'
import type { PageView } from './page-view.ts'
import { linkFeatures, roleFeatures } from './role-features.ts'
import type { Snippet } from './snippets.ts'

export type SnippetRole =
  | 'headline'
  | 'kicker'
  | 'deck'
  | 'section'
  | 'byline'
  | 'credit'
  | 'caption'
  | 'body'
  | 'other'
export type Chances = Record<SnippetRole, number>

/** What a snippet may be, and what spoke for the likeliest role. */
export interface Verdict {
  chances: Chances
  /** The chance that it goes on with the field that the text before it is of. */
  goesOn: number
  reasons: Reason[]
}

/** What the chain tells apart: a role's first line, and its further ones (`headline+`). */
type ChainLabel = SnippetRole | `${SnippetRole}${typeof GOES_ON}`
export const GOES_ON = '+'

const ROLES = new ChainModel<ChainLabel>(weights)
/** Reasons are worked out for what may be wrong only. */
const SURE = 0.97

/** What a row of texts is judged by at a first look, and at a second what that told of the page's style. */
export function rowFeatures(snippets: readonly Snippet[], page: PageView) {
  const nodes = snippets.map((snippet, i) => ({
    features: roleFeatures(snippet, page),
    links: i > 0 ? linkFeatures(snippets[i - 1]!, snippet, page) : [],
  }))
  const scores = ROLES.scores(nodes)
  const first = ROLES.chances(scores).map((labels) => gather(labels).chances)
  return { nodes, scores, style: styleFeatures(snippets, first) }
}

/** Judges what the short texts of a page are, all of them in a row. */
export function judgeSnippets(snippets: readonly Snippet[], page: PageView): Verdict[] {
  const { nodes, scores, style } = rowFeatures(snippets, page)
  return ROLES.chances(ROLES.withMore(scores, style)).map((labels, i) => {
    const { chances, goesOn } = gather(labels)
    return { chances, goesOn, reasons: whyOf(chances, [...nodes[i]!.features, ...style[i]!]) }
  })
}

/** The chances of the roles, whichever of its lines the text is. */
function gather(labels: Record<ChainLabel, number>): { chances: Chances; goesOn: number } {
  const chances = {} as Chances
  let goesOn = 0
  for (const [label, chance] of Object.entries(labels)) {
    const isFurther = label.endsWith(GOES_ON)
    const role = (isFurther ? label.slice(0, -1) : label) as SnippetRole
    chances[role] = (chances[role] ?? 0) + chance
    if (isFurther) goesOn += chance
  }
  return { chances, goesOn }
}

function whyOf(chances: Chances, features: readonly string[]): Reason[] {
  const [first, second] = (Object.keys(chances) as SnippetRole[]).sort((a, b) => chances[b] - chances[a])
  if (!first || !second || chances[first] >= SURE) return []
  return reasonsFor(ROLES.contributions(features, first, second))
}
