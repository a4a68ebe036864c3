/**
 * Preflight (检查): what would embarrass the paper, before it is printed. A pure stage: the page, its composition and
 * what the caller knows of pictures and fonts go in, issues come out, the gravest first, each with its place and,
 * where one is certain, a fix.
 */
import type { Composition } from '../compose/composition.ts'
import type { PageDoc } from '../doc/schema.ts'
import { checkFolio } from './checks/folio.ts'
import { checkFallbacks, checkFonts } from './checks/fonts.ts'
import { checkBleed, checkFrames, checkHomelessStories } from './checks/frames.ts'
import { checkHeads } from './checks/heads.ts'
import { checkHairlines, checkSwatches, checkTypeInks } from './checks/inks.ts'
import { checkNames } from './checks/names.ts'
import { checkCaptions, checkPictures, checkPicturesTwice } from './checks/pictures.ts'
import { checkProofs, checkWeekdays, checkWords } from './checks/proofreading.ts'
import { checkCredits, checkParagraphs } from './checks/story-texts.ts'
import {
  checkComposition,
  checkCopyfit,
  checkLoneCharacters,
  checkLooseLines,
  checkShortStories,
  checkSubheads,
  checkTextFrames,
  checkTextOverlaps,
} from './checks/text-setting.ts'
import type { Found, Issue } from './issue.ts'
import { NEWSPRINT, type Profile, severityIn } from './profile.ts'
import { groupOf } from './rules.ts'
import { signOffFor } from './sign-off.ts'
import { type PageFacts, PageView } from './view.ts'

const CHECKS: readonly ((view: PageView) => Found[])[] = [
  checkComposition,
  checkTextFrames,
  checkTextOverlaps,
  checkHomelessStories,
  checkFrames,
  checkBleed,
  checkPictures,
  checkPicturesTwice,
  checkCaptions,
  checkSwatches,
  checkTypeInks,
  checkHairlines,
  checkFonts,
  checkFallbacks,
  checkFolio,
  checkHeads,
  checkParagraphs,
  checkCredits,
  checkShortStories,
  checkSubheads,
  checkLoneCharacters,
  checkLooseLines,
  checkCopyfit,
  checkProofs,
  checkWeekdays,
  checkWords,
  checkNames,
  checkDoubts,
  checkProfile,
]

const GRAVITY = { error: 0, warning: 1, info: 2 } as const

export function preflight(
  doc: PageDoc,
  composition: Composition,
  facts: PageFacts = {},
  profile: Profile = NEWSPRINT,
): Issue[] {
  const view = new PageView(doc, composition, facts, profile)
  const issues = CHECKS.flatMap((check) => check(view)).flatMap((found): Issue[] => {
    const severity = severityIn(profile, found.rule)
    if (severity === 'off') return []
    const signed = signOffFor(doc, found)
    return [{ ...found, severity, group: groupOf(found.rule), ...(signed && { signed }) }]
  })
  return issues.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || inReadingOrder(doc, a, b))
}

/** By article, then by place; what belongs to the whole page comes last. */
function inReadingOrder(doc: PageDoc, a: Issue, b: Issue): number {
  const number = ({ at: { article } }: Issue) =>
    article === undefined ? Number.MAX_SAFE_INTEGER : (doc.articles[article]?.number ?? 0)
  const height = ({ at: { box } }: Issue) => box?.y ?? 0
  return number(a) - number(b) || height(a) - height(b)
}

/** One issue for all of them: they are gone through in review, one by one. */
function checkDoubts({ facts: { doubts = [] } }: PageView): Found[] {
  const [first] = doubts
  if (!first) return []
  return [
    {
      rule: 'doubt-open',
      key: doubts.map(({ id }) => id).join(' '),
      at: {},
      params: { n: doubts.length, line: first.line },
    },
  ]
}

/** The page asks for a profile that is not at hand. */
function checkProfile({ doc, profile }: PageView): Found[] {
  const wanted = doc.preflightProfile
  if (wanted === undefined || wanted === profile.id) return []
  return [{ rule: 'profile-unknown', key: wanted, at: {}, params: { name: wanted, used: profile.name.zh } }]
}
