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
  /** The photographer's name behind it, where it stands on a line of its own; `text` has it too. */
  signature?: AnnotatedText
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
  signedFrom,
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
    signature: signedFrom === undefined ? undefined : text.slice(signedFrom).trim(),
    chances,
    goesOn,
    reasons,
    linkConfidence: 1,
  }
}

/** A photo story's captions without the name behind one of them, when it is the only one: it signs them all. */
export function signOff(captions: readonly PageCaption[]): {
  captions: PageCaption[]
  signature?: AnnotatedText
} {
  const signed = captions.filter(({ photographer }) => photographer)
  const [only] = signed
  const { signature } = only ?? {}
  if (!only || !signature || signed.length > 1) return { captions: [...captions] }
  const text = only.text.slice(0, only.text.length - signature.length).trim()
  return { captions: captions.map((each) => (each === only ? { ...only, text } : each)), signature }
}

/**
 * The chances of each caption's places, and whether a head wants it: one that has its words, or that no story has.
 * `stories` sees the stories with a body only.
 */
export function placeCaptions(
  captions: readonly PageCaption[],
  stories: LinkView,
): { chances: Record<CaptionPlace, number>; wanted: boolean }[] {
  const claims = headClaims(captions, stories)
  const headsLeft = spareHeads(stories) > 0
  return captions.map((_, i) => ({
    chances: PLACES.judge(captionFeatures(i, captions, stories, claims[i]!)),
    wanted: headsLeft || claims[i]!.most > 0,
  }))
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
  addKin(caption, { last, next: captions[index + 1] }, longest, add)
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
  const spare = bucket(spareHeads(stories), [-3, -1, 0, 1, 2])
  add(`spare=${spare}`)
  add(`spare=${spare}&date=${startsWithDate(text)}`)
  add(`spare=${spare}&photographer=${caption.photographer}`)
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

/** How many more headlines the page has than stories with a body: those head pictures. */
function spareHeads({ items, targets }: LinkView): number {
  const begun = items.filter(
    (item) => item.type === 'display' && (item as DisplayLine).role === 'headline' && item.goesOn < 0.5,
  )
  return begun.length - targets.length
}

type Add = (name: string, ...holds: unknown[]) => void

const KIN = [-4, -2, -1, 0, 1, 2, 4]

/** The captions beside it: how much longer the words are that it shares with them than those it shares with any story. */
function addKin(
  caption: PageCaption,
  beside: { last?: PageCaption; next?: PageCaption },
  longest: number,
  add: Add,
) {
  for (const [name, other] of Object.entries(beside)) {
    if (!other) continue
    const apart = Math.abs(other.order - caption.order)
    if (apart > 3) continue
    const shared = longestShared(squash(caption.text.text), squash(other.text.text))
    const marks = `${other.mark.length > 0}|${caption.mark.length > 0}`
    add(`${name}-shared=${bucket(shared, [1, 2, 3, 5])}`)
    add(`${name}-kin=${bucket(shared - longest, KIN)}&apart=${apart}`)
    add(`${name}-signed=${other.photographer}|${caption.photographer}&apart=${apart}`)
    add(`${name}-marks=${marks}&apart=${apart}`)
  }
}

function kindOf(item: PageItem | undefined): string {
  if (!item) return 'none'
  if (item.type !== 'display') return item.type === 'body' && item.openStart ? 'open' : item.type
  const { role } = item as DisplayLine
  return role === 'kicker' || role === 'deck' ? 'headline' : role
}
