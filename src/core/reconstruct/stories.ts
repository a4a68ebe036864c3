import type { Em } from '../units.ts'
import { countOf, squash } from './characters.ts'
import type { Credit } from './credits.ts'
import { startsWithDate } from './line-features.ts'
import type { DisplayLine } from './roles.ts'
import { runStartsAsNews } from './roles.ts'
import { type BodyRun, type CaptionItem, type Item, isClosed, type Paragraph, textOf } from './runs.ts'
import { gramsOf } from './word-ties.ts'

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
const MAX_HIDDEN_CAPTION = 45
const MAX_PHOTO_TEXT = 130
const MAX_STRAY_CAPTION = 32

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

/**
 * Turns short runs that are really captions into caption items: one sentence in a block of its own, with
 * neither dateline nor date, credit or subhead.
 */
export function findHiddenCaptions(items: readonly Item[]): Item[] {
  return items.map((item) => (item.type === 'body' && isHiddenCaption(item) ? captionOf(item) : item))
}

function isHiddenCaption(run: BodyRun): boolean {
  if (run.credit || run.openStart || run.paragraphs.length !== 1 || runStartsAsNews(run)) return false
  const text = solidText(run.paragraphs)
  const sentences = text.match(/[。！？]/gu)?.length ?? 0
  const dated = /^(?:\d{1,2}月\d{1,2}日|近日|日前)/u.test(text)
  return run.paragraphs[0]!.kind === 'body' && countOf(text) <= MAX_HIDDEN_CAPTION && sentences <= 1 && !dated
}

function captionOf(run: BodyRun): CaptionItem {
  const text = textOf(run.paragraphs[0]!)
  return {
    type: 'caption',
    order: run.order,
    text,
    photographer: false,
    rule: 'caption/lone-sentence',
    confidence: 0.7,
  }
}

/** Puts the runs of each article together. `strays` are captions found at the end of a story. */
export function buildStories(items: readonly Item[]): { stories: Story[]; strays: CaptionItem[] } {
  const runs = items.filter((item) => item.type === 'body')
  let stories = joinNeighbours(runs, items)
  if (stories.length <= MAX_STORIES) {
    stories = joinFragments(stories)
    stories = joinUnheaded(stories, items)
    stories = stories.flatMap(splitPhotoText)
  }
  return { stories, strays: stories.length <= MAX_STORIES ? takeStrays(stories) : [] }
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
function joinNeighbours(runs: readonly BodyRun[], items: readonly Item[]): Story[] {
  const stories: Story[] = []
  for (const run of runs) {
    const next = storyOf(run)
    const story = stories.at(-1)
    if (story && !run.freshStart && goesOn(story, next, items)) append(story, next)
    else stories.push(next)
  }
  return stories
}

function goesOn(story: Story, next: Story, items: readonly Item[]): boolean {
  if (next.startsNews || story.credit) return false
  if (Math.abs(story.measure - next.measure) > SAME_MEASURE) return false
  const between = items.slice(story.last + 1, next.first)
  return (next.openStart && story.openEnd) || between.every(isCaptionItem)
}

const isCaptionItem = (item: Item): boolean =>
  item.type === 'caption' || (item as Partial<DisplayLine>).role === 'caption'

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
function joinUnheaded(stories: readonly Story[], items: readonly Item[]): Story[] {
  const out: Story[] = []
  for (const story of stories) {
    const host = out.at(-1)
    if (host && isContinuation(host, story, items)) append(host, story)
    else out.push(story)
  }
  return out
}

function isContinuation(host: Story, story: Story, items: readonly Item[]): boolean {
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
  if (gramsOf(text, 2).filter((gram) => restText.includes(gram)).length > 3) return [story]
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

/** A last line that shares nothing with its story and something with another is a caption that strayed. */
function takeStrays(stories: readonly Story[]): CaptionItem[] {
  const strays: CaptionItem[] = []
  const texts = stories.map((story) => solidText(story.paragraphs))
  stories.forEach((story, i) => {
    const last = story.paragraphs.at(-1)!
    const text = textOf(last)
    if (story.credit || story.paragraphs.length < 2 || last.kind !== 'body' || last.lines.length !== 1) return
    if (squash(text.text).length > MAX_STRAY_CAPTION || /^[“‘]/u.test(text.text)) return
    const grams = gramsOf(text.text, 3)
    const own = solidText(story.paragraphs.slice(0, -1))
    if (grams.some((gram) => own.includes(gram))) return
    if (!texts.some((other, j) => j !== i && grams.some((gram) => other.includes(gram)))) return
    story.paragraphs.pop()
    const rule = 'caption/strayed'
    strays.push({
      type: 'caption',
      order: story.last + 0.5,
      text,
      photographer: false,
      rule,
      confidence: 0.6,
    })
  })
  return strays
}
