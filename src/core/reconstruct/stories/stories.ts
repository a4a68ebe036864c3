import { countOf, squash } from '../../language/characters.ts'
import type { Em } from '../../units.ts'
import { startsWithDate } from '../lines/line-features.ts'
import { Grams } from '../links/word-ties.ts'
import { type PageItem, runStartsAsNews } from '../roles/roles.ts'
import type { Credit } from './credits.ts'
import { type BodyRun, isClosed, type Paragraph, textOf } from './runs.ts'

/** The body text of one article. `first` and `last` are the places of its first and last run on the page. */
export interface Story {
  measure: Em
  paragraphs: Paragraph[]
  credit?: Credit
  openStart: boolean
  openEnd: boolean
  startsNews: boolean
  first: number
  last: number
}

/** What is asked of a story when heads, captions and labels are assigned. */
export interface StoryFacts {
  text: string
  size: number
  bodyCount: number
  hasSubhead: boolean
  /** Long, or with subheads, and without a dateline. */
  leadLike: boolean
  /** One or two paragraphs that begin with a date: the text of a photo story. */
  photoLike: boolean
}

const MAX_STORIES = 300
const SAME_MEASURE: Em = 1.01
const LEAD_SIZE = 420
const MAX_PHOTO_TEXT = 130

const bodyParagraphs = (paragraphs: readonly Paragraph[]) => paragraphs.filter((each) => each.kind === 'body')
const solidText = (paragraphs: readonly Paragraph[]) =>
  squash(paragraphs.map((paragraph) => textOf(paragraph).text).join(''))

export function factsOf(story: Story): StoryFacts {
  const text = solidText(story.paragraphs)
  const size = countOf(text)
  const bodyCount = bodyParagraphs(story.paragraphs).length
  const hasSubhead = bodyCount < story.paragraphs.length
  return {
    text,
    size,
    bodyCount,
    hasSubhead,
    leadLike: !story.startsNews && (hasSubhead || size > LEAD_SIZE),
    photoLike: !story.startsNews && !hasSubhead && bodyCount <= 2 && startsWithDate(text),
  }
}

/** Puts the runs of each article together. */
export function buildStories(items: readonly PageItem[]): Story[] {
  const runs = items.filter((item) => item.type === 'body')
  let stories = joinNeighbours(runs, items)
  if (stories.length <= MAX_STORIES) {
    stories = joinFragments(stories)
    stories = joinUnheaded(stories, items)
    stories = stories.flatMap(splitPhotoText)
  }
  return stories
}

const openEndOf = (paragraphs: readonly Paragraph[]) => !isClosed(paragraphs.at(-1)!)

function storyOf(run: BodyRun): Story {
  return {
    measure: run.measure,
    paragraphs: [...run.paragraphs],
    credit: run.credit,
    openStart: run.openStart,
    openEnd: openEndOf(run.paragraphs),
    startsNews: runStartsAsNews(run),
    first: run.order,
    last: run.order,
  }
}

/** A run goes on with the story before it when it has the same measure and no head stands between. */
function joinNeighbours(runs: readonly BodyRun[], items: readonly PageItem[]): Story[] {
  const stories: Story[] = []
  for (const run of runs) {
    const next = storyOf(run)
    const story = stories.at(-1)
    if (story && !run.freshStart && goesOn(story, next, items)) append(story, next)
    else stories.push(next)
  }
  return stories
}

function goesOn(story: Story, next: Story, items: readonly PageItem[]): boolean {
  if (next.startsNews || story.credit) return false
  if (Math.abs(story.measure - next.measure) > SAME_MEASURE) return false
  const between = items.slice(story.last + 1, next.first)
  return (next.openStart && story.openEnd) || between.every(isCaptionItem)
}

const isCaptionItem = (item: PageItem): boolean => item.type === 'caption'

function append(story: Story, next: Story): void {
  const last = story.paragraphs.at(-1)!
  const [first, ...others] = next.paragraphs
  if (story.openEnd && next.openStart && last.kind === 'body' && first!.kind === 'body') {
    const joined: Paragraph = {
      kind: 'body',
      printed: [...last.printed, ...first!.printed],
      lines: [...last.lines, ...first!.lines],
      joined: true,
    }
    story.paragraphs.splice(-1, 1, joined, ...others)
  } else {
    story.paragraphs.push(...next.paragraphs)
  }
  story.credit = next.credit
  story.openEnd = next.openEnd
  story.last = Math.max(story.last, next.last)
}

/** Joins a story that breaks off to one that begins in the middle, by measure and nearness. */
function joinFragments(stories: readonly Story[]): Story[] {
  const left = [...stories]
  for (;;) {
    let best: { score: number; head: Story; tail: Story } | null = null
    left.forEach((head, i) => {
      if (!head.openEnd || head.credit) return
      left.forEach((tail, j) => {
        const apart = Math.abs(head.measure - tail.measure)
        if (head === tail || !tail.openStart || tail.startsNews || apart > SAME_MEASURE) return
        const score = 5 - apart * 2 + (tail.first > head.last ? 1 : 0) - Math.abs(j - i - 1) * 0.2
        if (!best || score > best.score) best = { score, head, tail }
      })
    })
    const found = best as { head: Story; tail: Story } | null
    if (!found) return left
    const { first, last } = found.head
    append(found.head, found.tail)
    // heads are looked for beside the piece that has the beginning
    Object.assign(found.head, { first, last })
    left.splice(left.indexOf(found.tail), 1)
  }
}

/** A column of a story with subheads goes on behind captions, without any head of its own. */
function joinUnheaded(stories: readonly Story[], items: readonly PageItem[]): Story[] {
  const out: Story[] = []
  for (const story of stories) {
    const host = out.at(-1)
    if (host && isContinuation(host, story, items)) append(host, story)
    else out.push(story)
  }
  return out
}

function isContinuation(host: Story, story: Story, items: readonly PageItem[]): boolean {
  if (story.startsNews || story.openStart || host.startsNews || host.credit || host.openEnd) return false
  if (Math.abs(host.measure - story.measure) > 0.51 || story.measure >= 19) return false
  const between = items.slice(host.last + 1, story.first)
  const withSubheads = factsOf(host).hasSubhead || factsOf(story).hasSubhead
  return withSubheads && host.first < story.first && between.every(isCaptionItem)
}

/** A dated last paragraph that hardly shares words with the rest is a photo text that was run on. */
function splitPhotoText(story: Story): Story[] {
  const last = story.paragraphs.at(-1)!
  const rest = story.paragraphs.slice(0, -1)
  if (story.credit || rest.length === 0 || last.kind !== 'body' || last.lines.length < 2) return [story]
  const text = squash(textOf(last).text)
  if (!startsWithDate(text) || text.length >= MAX_PHOTO_TEXT) return [story]
  const restText = solidText(rest)
  if (new Grams(text).of(2).filter((gram) => restText.includes(gram)).length > 3) return [story]
  const photo: Story = {
    ...story,
    paragraphs: [last],
    openStart: false,
    openEnd: false,
    startsNews: false,
    first: story.last,
  }
  return [{ ...story, paragraphs: rest, openEnd: false }, photo]
}
