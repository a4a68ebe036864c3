import type { Chances, SnippetRole } from '../roles/verdicts.ts'
import type { Reading, Reason, Role } from '../types.ts'

/** What is left out of a decision's other readings: one in twenty is no doubt. */
const LEAST_CHANCE = 0.05
const MAX_READINGS = 3
const MAX_REASONS = 4
/** How far the features of one kind move the odds when they are a strong reason, a medium one, or none to speak of. */
const STRONG = 2
const MEDIUM = 0.8
const LEAST = 0.25

/** What else a text may be by the model, the likeliest first; that it belongs to no article comes last. */
export function otherReadings(chances: Chances, taken: SnippetRole): Reading[] {
  return (Object.entries(chances) as [SnippetRole, number][])
    .filter(([role, chance]) => role !== taken && chance >= LEAST_CHANCE)
    .sort(([a, chance], [b, other]) => Number(a === 'other') - Number(b === 'other') || other - chance)
    .slice(0, MAX_READINGS)
    .map(([role, chance]) => ({ as: roleOf(role), confidence: Math.round(chance * 100) / 100 }))
}

/** The chances where a kicker or a deck can only be a headline. */
export const asHeadline = (chances: Chances): Chances => ({
  ...chances,
  kicker: 0,
  deck: 0,
  headline: chances.kicker + chances.headline + chances.deck,
})

const roleOf = (role: SnippetRole): Role => (role === 'other' ? 'furniture' : role)

/** The kinds of features, each by how its names begin, and the reason that a person is given for it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^size=/, 'length'],
  [/^(?:photographer|work|in-picture|people:work)/, 'photographer-words'],
  [/^(?:caption-start|mark|marked|numbered)/, 'mark'],
  [/^(?:people|name=|reporter|paper|no-people)/, 'names'],
  [/^(?:place$|office)/, 'place-name'],
  [/^section-word/, 'section-word'],
  [/^(?:tie|within|group|longest)/, 'words-in-story'],
  [/^(?:doubled|chained)/, 'weight'],
  [/^(?:dash|genre|question|colon|quotes|commas|stops|end=|brackets|gaps|book)/, 'marks-and-ending'],
  [/^(?:last|first\d?=|pair|word=|function|digits|date|news)/, 'own-words'],
  [/^(?:before|after|around|line-part|line-around|at=|first$)/, 'place-on-page'],
  [
    /^(?:lines|label|end-label|of-run|run-lines|share|flush-share|measure|letter-spaced|echoed|credited)/,
    'measure',
  ],
]

/** What spoke for a role against the next likeliest, by kinds of features, the strongest first. */
export function reasonsFor(contributions: readonly { feature: string; odds: number }[]): Reason[] {
  const sums = new Map<string, number>()
  for (const { feature, odds } of contributions) {
    const name = feature.slice(feature.indexOf(':') + 1)
    const code = KINDS.find(([begins]) => begins.test(name))?.[1]
    if (code) sums.set(code, (sums.get(code) ?? 0) + odds)
  }
  return [...sums]
    .filter(([, odds]) => Math.abs(odds) >= LEAST)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .slice(0, MAX_REASONS)
    .map(([code, odds]) => ({
      code,
      supports: odds > 0,
      strength: Math.abs(odds) >= STRONG ? 'strong' : Math.abs(odds) >= MEDIUM ? 'medium' : 'weak',
    }))
}

/** Every reason that the model gives; the message catalogue has words for each. */
export const MODEL_REASONS: readonly string[] = [...new Set(KINDS.map(([, code]) => code))]
