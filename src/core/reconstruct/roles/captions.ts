import { countOf, MARKS, squash } from '../../language/characters.ts'
import { LogLinear } from '../learned/log-linear.ts'
import type { AnnotatedText } from '../lines/annotated-text.ts'
import { startsWithDate } from '../lines/line-features.ts'
import type { LinkView } from '../links/link-view.ts'
import { TIE_SUMS, TIES } from '../links/link-view.ts'
import { longestShared } from '../links/word-ties.ts'
import weights from '../model/captions.json' with { type: 'json' }
import { type HeadClaim, headClaims } from './head-claims.ts'
import { bucket } from './page-view.ts'
import type { CaptionItem, DisplayLine, PageItem } from './roles.ts'
import type { Verdict } from './verdicts.ts'

export interface PageCaption extends Verdict {
  /** Without its mark. */
  text: AnnotatedText
  mark: AnnotatedText
  order: number
  photographer: boolean
  /** How sure it is whose it is. */
  linkConfidence: number
}

/** Whether a caption is a photo story by itself, goes with the one before it, or belongs to a story with a body. */
export type CaptionPlace = 'own' | 'with-last' | 'of-story'

const PLACES = new LogLinear<CaptionPlace>(weights)
const MARK = new RegExp(`^[${MARKS}]\\s*`, 'u')
const SIZES = [8, 12, 16, 20, 25, 32, 40, 55, 75, 100]
/** How far a head is more a caption's than any story's. */
const CLAIMS = [-6, -2, -0.5, 0, 0.5, 2, 6]
const NEWS_WORDS = /近日|日前|连日来|眼下|当日|当天|昨日|今天|时节/u

export function toPageCaption({
  text,
  order,
  photographer,
  chances,
  goesOn,
  reasons,
}: CaptionItem): PageCaption {
  const markEnd = MARK.exec(text.text)?.[0].length ?? 0
  return {
    text: text.slice(markEnd),
    mark: text.slice(0, markEnd).trim(),
    order,
    photographer,
    chances,
    goesOn,
    reasons,
    linkConfidence: 1,
  }
}

/** The place of each caption. `stories` sees the stories with a body only. */
export function placeCaptions(
  captions: readonly PageCaption[],
  stories: LinkView,
): Record<CaptionPlace, number>[] {
  const claims = headClaims(captions, stories)
  return captions.map((_, i) => PLACES.judge(captionFeatures(i, captions, stories, claims[i]!)))
}

/** By what the place of a caption is judged. */
export function captionFeatures(
  index: number,
  captions: readonly PageCaption[],
  stories: LinkView,
  claim: HeadClaim,
): Set<string> {
  const caption = captions[index]!
  const last = captions[index - 1]
  const features = new Set<string>([''])
  const add = (name: string, ...holds: unknown[]) => {
    if (holds.every(Boolean)) features.add(name)
  }
  const text = caption.text.text
  const solid = squash(text)
  const size = countOf(text)
  const row = [...stories.ties(text)].sort((a, b) => b - a)
  const [tie = 0, next = 0] = row
  add(`size=${bucket(size, SIZES)}`)
  add(`stops=${bucket(solid.match(/[。！？]/gu)?.length ?? 0, [0, 1, 2, 3])}`)
  add('date', startsWithDate(text))
  add('news-word', NEWS_WORDS.test(solid))
  add('digits', /[0-9]/.test(solid))
  add('photographer', caption.photographer)
  add(`photographer=${caption.photographer}&size=${bucket(size, [16, 32, 55])}`)
  add(`tie=${bucket(tie / (size + 1), TIES)}`)
  add(`tie-sum=${bucket(tie, [...TIE_SUMS, 35, 50])}`)
  add(`lead=${bucket((tie - next) / (tie + 0.5), [0.05, 0.15, 0.3, 0.5, 0.7])}`)
  const longest = Math.max(0, ...stories.targets.map((target) => longestShared(solid, target.text)))
  add(`longest=${bucket(longest, [1, 2, 3, 4, 5, 6, 8, 11])}`)
  add(`longest=${bucket(longest, [2, 3, 4, 6, 9])}&size=${bucket(size, [16, 32, 55])}`)
  add(`alone=${bucket(captions.length, [1, 2, 3])}`)
  const [most, upper, lower] = [claim.most, claim.before, claim.after].map((each) =>
    each === undefined ? 'none' : bucket(each, CLAIMS),
  )
  add(`claim=${most}`)
  add(`claim=${most}&tie=${bucket(tie, TIE_SUMS)}`)
  add(`claim=${most}&photographer=${caption.photographer}`)
  add(`claim-before=${upper}`)
  add(`claim-after=${lower}`)
  add(`claims=${upper}|${lower}`)
  add(`stories=${bucket(stories.targets.length, [0, 1, 3, 6])}`)
  const [before2, before, after, after2] = [-2, -1, 1, 2].map((step) =>
    kindOf(stories.items[caption.order + step]),
  )
  add(`before=${before}`)
  add(`after=${after}`)
  add(`around=${before}|${after}`)
  add(`before2=${before2}|${before}`)
  add(`after2=${after}|${after2}`)
  if (!last) {
    add('first')
    return features
  }
  const between = caption.order - last.order
  add(`since-last=${bucket(between, [1, 2, 3, 6])}`)
  add(
    `since-last=${bucket(between, [1, 2, 3, 6])}&photographers=${last.photographer}|${caption.photographer}`,
  )
  add(`since-last=${bucket(between, [1, 2, 3])}&size=${bucket(size, [16, 32, 55])}`)
  add(`since-last=${bucket(between, [1, 2, 3])}&tie=${bucket(tie / (size + 1), TIES)}`)
  return features
}

function kindOf(item: PageItem | undefined): string {
  if (!item) return 'none'
  if (item.type !== 'display') return item.type === 'body' && item.openStart ? 'open' : item.type
  const { role } = item as DisplayLine
  return role === 'kicker' || role === 'deck' ? 'headline' : role
}
