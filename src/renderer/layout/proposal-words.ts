/** A proposal in words: how it is built, what is good about it, and what it gives up. */
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Finding, Proposal } from '../../core/draft/layout/types.ts'
import { isMessage } from '../../shared/messages.ts'
import type { Say } from '../state/words.ts'

export function headline(proposal: Proposal, doc: PageDoc, say: Say): string {
  const lead = proposal.modules.find(({ article }) => doc.articles[article]?.kind === 'lead')
  const parts = [say(`layout.skeleton.${proposal.skeleton}`)]
  if (lead) parts.push(say('layout.lead', { n: lead.shape.span }))
  const manner = `layout.manner.${proposal.tightness}`
  if (isMessage(manner)) parts.push(say(manner))
  return parts.join(' · ')
}

export function facts({ filled, rows, roomRows }: Proposal, say: Say): string {
  const parts = [say('layout.filled', { percent: (100 * filled).toFixed(1) }), say('layout.depth', { rows })]
  const left = roomRows - rows - 1
  if (left > 0) parts.push(say('layout.ad', { rows: left }))
  return parts.join(' · ')
}

interface Said {
  key: string
  text: string
  broken: boolean
}

/** Each rule once, the broken ones first, with all places that it is about. */
export function findingsOf(proposal: Proposal, doc: PageDoc, say: Say): Said[] {
  const rules = new Map<string, Finding[]>()
  for (const finding of proposal.findings) {
    rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding])
  }
  return [...rules]
    .map(([rule, found]): Said => {
      const key = `layout.rule.${rule}`
      const what = isMessage(key) ? say(key) : rule
      const places = [...new Set(found.flatMap((finding) => placesOf(finding, doc, say)))]
      const text = places.length > 0 ? say('layout.at', { what, at: places.join(say('layout.and')) }) : what
      return { key: rule, text, broken: found.some(({ broken }) => broken) }
    })
    .sort((a, b) => Number(b.broken) - Number(a.broken))
}

function placesOf({ rule, at }: Finding, doc: PageDoc, say: Say): string[] {
  if (rule === 'hole') return at.map((n) => say('layout.cells', { n }))
  if (rule === 'column-through') return at.map((n) => say('layout.column-edge', { n, next: Number(n) + 1 }))
  return at.flatMap((id) => {
    const number = doc.articles[id]?.number
    return number === undefined ? [] : [say('layout.story', { n: number })]
  })
}
