/** A preflight profile (检查方案), `banxin.preflight/1`: which rules count and how much, and a paper's limits and words. */
import * as v from 'valibot'
import newsprint from '../../../assets/preflight/newsprint.json' with { type: 'json' }
import { fail, ok, type Result } from '../diagnostics.ts'
import { RULE_IDS, RULES, type RuleId, type RuleSeverity } from './rules.ts'

const Positive = v.pipe(v.number(), v.finite(), v.minValue(0))

const LimitsSchema = v.object({
  /** Photos of fewer pixels to the inch are an error, and below `ppi` a warning; 1-bit art has its own limit. */
  leastPpi: Positive,
  ppi: Positive,
  lineArtPpi: Positive,
  /** Total ink in per cent. */
  inkPercent: v.pipe(Positive, v.maxValue(400)),
  /** Rules and outlines are at least this thick, and tinted or of several inks this thick. */
  hairlinePt: Positive,
  tintedHairlinePt: Positive,
  /** The smallest sizes of type: in solid black, in tints or several inks, and white on ink. */
  textPt: Positive,
  tintedTextPt: Positive,
  reversedTextPt: Positive,
  /** A line whose gaps are stretched by more than this is loose. */
  looseEm: Positive,
  /** A story may leave so many rows of its frames free. */
  shortRows: Positive,
  /** How far what reaches the trim must go beyond it; 0 where the paper has no bleed. */
  bleedMm: Positive,
})

const ProfileSchema = v.object({
  schema: v.literal('banxin.preflight/1'),
  id: v.pipe(v.string(), v.regex(/^[\w.-]{1,80}$/)),
  name: v.object({ zh: v.pipe(v.string(), v.minLength(1)), en: v.pipe(v.string(), v.minLength(1)) }),
  /** Rules that are not named have the severity that they come with. */
  rules: v.record(v.string(), v.picklist(['error', 'warning', 'info', 'off'])),
  limits: LimitsSchema,
  /** Wrong words and what should stand there, besides those that come with Banxin; to itself: leave it alone. */
  words: v.optional(v.record(v.string(), v.string())),
})

export type Profile = v.InferOutput<typeof ProfileSchema>
export type Limits = Profile['limits']

/**
 * A profile from its file's JSON. Errors: `profile-invalid` with the place, `profile-rule-unknown` with the rule: a
 * misspelt rule would silently not be checked.
 */
export function readProfile(json: unknown): Result<Profile> {
  const read = v.safeParse(ProfileSchema, json)
  if (!read.success) {
    const [issue] = read.issues
    return fail('profile-invalid', { params: { place: v.getDotPath(issue) ?? '–', reason: issue.message } })
  }
  const stranger = Object.keys(read.output.rules).find((rule) => !Object.hasOwn(RULES, rule))
  return stranger === undefined
    ? ok(read.output)
    : fail('profile-rule-unknown', { params: { rule: stranger } })
}

export const severityIn = (profile: Profile, rule: RuleId): RuleSeverity =>
  profile.rules[rule] ?? RULES[rule].severity

export const rulesInForce = (profile: Profile): RuleId[] =>
  RULE_IDS.filter((rule) => severityIn(profile, rule) !== 'off')

function shipped(json: unknown): Profile {
  const profile = readProfile(json)
  if (!profile.ok) throw new Error(`a shipped profile is broken: ${JSON.stringify(profile.error)}`)
  return profile.value
}

/** What pages are checked by that name no profile. */
export const NEWSPRINT: Profile = shipped(newsprint)
