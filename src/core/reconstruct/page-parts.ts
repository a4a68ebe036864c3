import { countOf, squash } from '../language/characters.ts'
import { AnnotatedText } from './lines/annotated-text.ts'
import { readSignature } from './lines/people.ts'
import { type HeadParts, readHeadParts } from './links/head-parts.ts'
import { linkHeads } from './links/heads.ts'
import { LinkView, type Target } from './links/link-view.ts'
import { assignLinks, likeliestLinks } from './links/links.ts'
import { captionUnit, lineUnit } from './links/unit-features.ts'
import type { LabelledLine } from './paragraphs/paragraph-pass.ts'
import {
  type CaptionPlace,
  type PageCaption,
  placeCaptions,
  signOff,
  toPageCaption,
} from './roles/captions.ts'
import { type DisplayLine, isHeadLine, judgeRoles, type PageItem } from './roles/roles.ts'
import type { Credit } from './stories/credits.ts'
import { buildItems, type Item, textOf } from './stories/runs.ts'
import { buildStories, factsOf, type Story, type StoryFacts } from './stories/stories.ts'
import { partRuns, signAll } from './stories/story-breaks.ts'
import { styleOf } from './stories/style.ts'
import { findSubheads } from './stories/subheads.ts'

const MAX_CAPTION = 90
const NO_CHANCES = {
  headline: 0,
  kicker: 0,
  deck: 0,
  section: 0,
  byline: 0,
  credit: 0,
  caption: 0,
  body: 0.3,
  other: 0,
}

/** A line that says something of a story, its section or its byline; `confidence` is the link's. */
export interface LabelLink {
  line: DisplayLine
  confidence: number
}

/** A body text, or a caption that is a photo story, with all that was found to belong to it. */
export interface StoryParts {
  story?: Story
  facts?: StoryFacts
  /** Where it stands among the items of the page. */
  order: number
  head: HeadParts
  section?: LabelLink
  byline?: LabelLink
  credit?: Credit
  captions: PageCaption[]
}

export interface PageParts {
  stories: StoryParts[]
  /** Display lines that belong to none. */
  lost: DisplayLine[]
  /** The dump mixes its columns. */
  scattered: boolean
}

/** A page before anything is linked: what there is, and what it can be linked to. */
export interface PageFacts {
  items: PageItem[]
  stories: Story[]
  /** The dump mixes its columns. */
  scattered: boolean
  facts: StoryFacts[]
  captions: PageCaption[]
  /** For each caption the chances of its places, and whether a head wants it. */
  places: ReturnType<typeof placeCaptions>
}

/** From labelled lines to runs, each of one story or a part of one, and lines of display type. */
export const itemsOf = (lines: readonly LabelledLine[]): Item[] =>
  signAll(partRuns(findSubheads(buildItems(lines))))

/** From labelled lines to runs, roles, stories and captions. `tangled`: the lines came from a dump that mixes its columns. */
export function findFacts(lines: readonly LabelledLine[], tangled = false): PageFacts {
  const items = judgeRoles(itemsOf(lines))
  const { stories, scattered } = buildStories(items, tangled)
  const facts = stories.map(factsOf)
  const captions = items.flatMap((item) => (item.type === 'caption' ? [toPageCaption(item)] : []))
  const places = placeCaptions(
    captions,
    new LinkView(
      items,
      stories.map((story, i) => targetOfStory(story, facts[i]!)),
    ),
  )
  return { items, stories, scattered, facts, captions, places }
}

/** From labelled lines to articles: heads, labels and captions are linked to stories. `tangled` as in `findFacts`. */
export function findStories(lines: readonly LabelledLine[], tangled = false): PageParts {
  const page = findFacts(lines, tangled)
  const { items, stories, facts } = page
  const groups = groupCaptions(page)
  const targets = [
    ...stories.map((story, i) => targetOfStory(story, facts[i]!)),
    ...groups.own.map(targetOfCaptions),
  ]
  const view = new LinkView(items, targets)
  const { heads, orphans, kickersLast } = linkHeads(items, view)
  for (const { span, target } of heads) {
    view.heads.set(target, {
      first: span.first,
      last: span.last,
      hasKicker: span.parts.kicker > 0,
      hasDeck: span.parts.deck > 0,
    })
  }
  const parts = targets.map((_, i): StoryParts => {
    const head = heads.find(({ target }) => target === i)
    const own = groups.own[i - stories.length]
    const about = own
      ? photoStory(own)
      : { story: stories[i]!, facts: facts[i]!, credit: stories[i]!.credit, captions: [] }
    return { ...about, order: targets[i]!.first, head: head ? readHeadParts(head, kickersLast) : {} }
  })
  const lost = hangLabels(parts, items, view)
  for (const { item, target, confidence } of likeliestLinks(groups.ofStories, captionUnit, view, 'caption')) {
    parts[target]!.captions.push({ ...item, linkConfidence: item.linkConfidence * confidence })
  }
  for (const part of parts.slice(stories.length)) {
    if (part.credit) continue
    Object.assign(part, photoStory(part.captions.toSorted((a, b) => a.order - b.order)))
  }
  for (const part of parts) pictureOnly(part)
  return { stories: parts, lost: [...orphans, ...lost], scattered: page.scattered }
}

function photoStory(own: readonly PageCaption[]): Pick<StoryParts, 'captions' | 'credit'> {
  const { captions, signature } = signOff(own)
  return { captions, credit: signature && { ...readSignature(signature), where: 'own-line' } }
}

export function targetOfStory(story: Story, facts: StoryFacts): Target {
  return {
    text: facts.text,
    size: facts.size,
    first: story.first,
    last: story.last,
    isCaption: false,
    startsNews: story.startsNews,
    hasSubhead: facts.hasSubhead,
    photoLike: facts.photoLike,
    leadLike: facts.leadLike,
    credit: story.credit,
    style: styleOf(story, facts),
  }
}

export function targetOfCaptions(captions: readonly PageCaption[]): Target {
  const text = squash(captions.map((caption) => caption.text.text).join(''))
  return {
    text,
    size: text.length,
    first: captions[0]!.order,
    last: captions.at(-1)!.order,
    isCaption: true,
    startsNews: false,
    hasSubhead: false,
    photoLike: true,
    leadLike: false,
    style: ['caption'],
  }
}

/**
 * Where a head wants it, a caption goes to one with a body only when that is so many times as likely as anything
 * else: on the wrong story it is missed where it belongs and too much where it stands, and its head is lost with it.
 */
const SURELY_OF_STORY = 3

function likeliestPlace({ chances, wanted }: ReturnType<typeof placeCaptions>[number]): CaptionPlace {
  const other = chances.own >= chances['with-last'] ? 'own' : 'with-last'
  return chances['of-story'] > (wanted ? SURELY_OF_STORY : 1) * chances[other] ? 'of-story' : other
}

/** The captions that are photo stories, several to one where they go together, and those of the stories. */
function groupCaptions({ captions, places, stories }: PageFacts) {
  const own: PageCaption[][] = []
  const ofStories: PageCaption[] = []
  let last: PageCaption[] | null = null
  captions.forEach((found, i) => {
    const place = stories.length === 0 && !last ? 'own' : likeliestPlace(places[i]!)
    const caption = { ...found, linkConfidence: places[i]!.chances[place] }
    if (place === 'with-last' && last) last.push(caption)
    else if (place === 'of-story' || (stories.length > 0 && place === 'with-last')) {
      ofStories.push(caption)
      last = null
    } else {
      last = [caption]
      own.push(last)
    }
  })
  return { own, ofStories }
}

/** Hangs sections, bylines and credits on their stories; gives back the lines that fit nowhere. */
function hangLabels(parts: readonly StoryParts[], items: readonly PageItem[], view: LinkView): DisplayLine[] {
  const lines = items.filter((item) => item.type === 'display')
  const of = (role: string) => lines.filter((line) => line.role === role)
  const sections = assignLinks(of('section'), lineUnit, view, 'section')
  for (const { item, target, confidence } of sections.links)
    parts[target]!.section = { line: item, confidence }
  const bylines = assignLinks(of('byline'), lineUnit, view, 'byline')
  for (const { item, target, confidence } of bylines.links) parts[target]!.byline = { line: item, confidence }
  const credits = assignLinks(of('credit'), lineUnit, view, 'credit')
  const second = credits.links
    .filter(({ item, target }) => !giveCredit(parts[target]!, item))
    .map(({ item }) => item)
  const left = [...second, ...credits.lost]
  // names behind a story that is signed already stand over another one
  const named = left.filter(({ line }) => line.people)
  const unsigned = assignLinks(named, lineUnit, view, 'byline')
  const third = unsigned.links.filter(({ item, target, confidence }) => {
    if (parts[target]!.byline) return true
    parts[target]!.byline = { line: item, confidence }
    return false
  })
  const rest = lines.filter(
    (line) => !isHeadLine(line) && !['section', 'byline', 'credit'].includes(line.role),
  )
  const nameless = left.filter(({ line }) => !line.people)
  return [
    ...sections.lost,
    ...bylines.lost,
    ...nameless,
    ...unsigned.lost,
    ...third.map(({ item }) => item),
    ...rest,
  ]
}

function giveCredit(part: StoryParts, { text }: DisplayLine): boolean {
  if (part.credit) return false
  part.credit = { ...readSignature(text), where: 'own-line' }
  return true
}

const PHOTO_WORK = /(?:摄|摄影|图|供图|摄影报道|航拍)$|^图/u

/** A short text with a photographer's name and no caption is itself the caption of a picture. */
function pictureOnly(part: StoryParts): void {
  const [sole, ...others] = part.story?.paragraphs ?? []
  if (!sole || others.length > 0 || part.captions.length > 0 || part.story!.startsNews) return
  if (!part.credit || !PHOTO_WORK.test(squash(part.credit.text.text)) || part.section || part.byline) return
  const text = textOf(sole)
  if (countOf(text.text) > MAX_CAPTION) return
  const chances = { ...NO_CHANCES, caption: 0.7 }
  part.captions.push({
    text,
    mark: AnnotatedText.empty,
    order: part.order,
    photographer: false,
    chances,
    goesOn: 0,
    reasons: [],
    linkConfidence: 1,
  })
  part.story = undefined
}
