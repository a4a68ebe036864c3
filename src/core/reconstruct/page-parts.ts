import { attachCaptions, collectCaptions, findHosts, type PageCaption, STRONG_HOST_TIE } from './captions.ts'
import { squash } from './characters.ts'
import type { Credit } from './credits.ts'
import type { Head, HeadTarget } from './head-model.ts'
import { type HeadParts, readHeadParts, setsKickersLast } from './head-parts.ts'
import { linkHeads } from './heads.ts'
import { assignBylines, assignSections, type LabelLink } from './labels.ts'
import type { LabelledLine } from './paragraph-pass.ts'
import { assignRoles, type DisplayLine } from './roles.ts'
import { buildItems } from './runs.ts'
import { buildStories, factsOf, findHiddenCaptions, type Story, type StoryFacts } from './stories.ts'
import { WordTies } from './word-ties.ts'

/** A body text, or a caption that is a photo story, with all that was found to belong to it. */
export interface StoryParts {
  story?: Story
  facts?: StoryFacts
  /** Where it stands among the items of the page. */
  order: number
  head: HeadParts
  /** How sure the link of head and body is; 1 without a head. */
  linkConfidence: number
  section?: LabelLink
  byline?: LabelLink
  credit?: Credit
  captions: PageCaption[]
}

export interface PageParts {
  stories: StoryParts[]
  /** Display lines that belong to none. */
  lost: DisplayLine[]
}

/** From labelled lines to articles: runs, roles, stories, captions, heads, sections and bylines. */
export function findStories(lines: readonly LabelledLine[]): PageParts {
  const roles = assignRoles(buildItems(lines))
  const items = findHiddenCaptions(roles.items)
  const { stories, strays } = buildStories(items)
  const facts = stories.map(factsOf)
  const captions = collectCaptions(items, strays)
  findHosts(captions, stories, facts)

  const photoStories = captions.filter((caption) => caption.isNews)
  const targets = [
    ...stories.map((story, i) => targetOfStory(story, facts[i]!)),
    ...photoStories.map(targetOfCaption),
  ]
  const { heads, orphans } = linkHeads(items, targets)
  const parts = readHeads(heads, targets)
  const storyParts = [
    ...stories.map((story, i) => ({
      ...parts(i),
      story,
      facts: facts[i]!,
      order: story.first,
      credit: story.credit,
    })),
    ...photoStories.map((caption, i) => ({
      ...parts(stories.length + i),
      order: caption.order,
      captions: [caption],
    })),
  ]
  const placed = joinPhotoStories(storyParts)
  hangCaptions(placed, captions, targets)
  const lostLabels = hangLabels(placed, roles.display, heads)
  return { stories: placed, lost: [...orphans, ...lostLabels] }
}

function targetOfStory(story: Story, facts: StoryFacts): HeadTarget {
  return {
    text: facts.text,
    first: story.first,
    last: story.last,
    isCaption: false,
    photoLike: facts.photoLike,
    leadLike: facts.leadLike,
    needsHead: facts.photoLike,
  }
}

function targetOfCaption(caption: PageCaption): HeadTarget {
  return {
    text: squash(caption.text.text),
    first: caption.order,
    last: caption.order,
    isCaption: true,
    photoLike: false,
    leadLike: false,
    needsHead: caption.hostTie < STRONG_HOST_TIE,
  }
}

function readHeads(heads: readonly Head[], targets: readonly HeadTarget[]) {
  const kickersLast = setsKickersLast(heads, targets)
  return (target: number): StoryParts => {
    const head = heads.find((each) => each.target === target)
    return {
      order: 0,
      head: head ? readHeadParts(head, targets[target]!, kickersLast) : {},
      linkConfidence: head?.confidence ?? 1,
      captions: [],
    }
  }
}

/** A news caption without a head whose words are a story's belongs to that story. */
function joinPhotoStories(parts: readonly StoryParts[]): StoryParts[] {
  return parts.filter((part) => {
    const caption = part.story ? undefined : part.captions[0]
    const headed = Object.keys(part.head).length > 0
    if (!caption || headed || caption.hostTie < STRONG_HOST_TIE) return true
    parts.find((other) => other.story && other.story === caption.host)!.captions.push(caption)
    return false
  })
}

function hangCaptions(
  parts: readonly StoryParts[],
  captions: readonly PageCaption[],
  targets: readonly HeadTarget[],
) {
  const withBody = parts.filter((part) => part.story)
  const stories = withBody.map((part) => part.story!)
  const facts = withBody.map((part) => part.facts!)
  const ties = new WordTies(targets.map((target) => target.text))
  const plain = captions.filter((caption) => !caption.isNews)
  const attached = attachCaptions(plain, stories, facts, ties)
  for (const [caption, story] of attached) withBody[stories.indexOf(story)]!.captions.push(caption)
  // with no body on the page a caption is all there is of its story
  if (stories.length === 0) parts[0]?.captions.push(...plain)
}

/** Hangs sections, bylines and late credits on their stories; gives back the lines that fit nowhere. */
function hangLabels(
  parts: readonly StoryParts[],
  display: readonly DisplayLine[],
  heads: readonly Head[],
): DisplayLine[] {
  const withBody = parts.filter((part) => part.story)
  const labelled = withBody.map(({ story, facts, head }, i) => ({
    story: story!,
    facts: facts!,
    head: heads.find((each) => each.target === i),
    hasKicker: head.kicker !== undefined,
  }))
  const partOf = (story: Story) => withBody.find((part) => part.story === story)!
  const sections = assignSections(
    display.filter(({ role }) => role === 'section'),
    labelled,
  )
  for (const link of sections.links) partOf(link.story).section = link
  const bylines = assignBylines(
    display.filter(({ role }) => role === 'byline' || role === 'name'),
    labelled,
    new Set(sections.links.map((link) => link.story)),
  )
  for (const link of bylines.links) partOf(link.story).byline = link
  return [...sections.lost, ...bylines.lost.filter((line) => !becomesCredit(line, withBody))]
}

/** A name no head claims, right behind a story without a credit, is that story's. */
function becomesCredit({ line, order }: DisplayLine, parts: readonly StoryParts[]): boolean {
  const part = parts.find((each) => each.story!.last === order - 1 && !each.credit)
  const { people } = line
  if (!part || !people) return false
  part.credit = { text: people.text, furniture: people.furniture, people, where: 'own-line' }
  return true
}
