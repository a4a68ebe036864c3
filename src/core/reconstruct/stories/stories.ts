import { countOf, squash } from '../../language/characters.ts'
import { continues } from '../../language/continues.ts'
import type { Em } from '../../units.ts'
import { startsWithDate } from '../lines/line-features.ts'
import { Grams } from '../links/word-ties.ts'
import { type PageItem, runStartsAsNews } from '../roles/roles.ts'
import type { Credit } from './credits.ts'
import { type BodyRun, isClosed, type Paragraph, textOf } from './runs.ts'
import { groupScattered } from './scattered.ts'

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

/** The stories of a page; `scattered` when the dump had pieces of them apart, as one does that mixes its columns. */
export interface PageStories {
  stories: Story[]
  scattered: boolean
}

/** Puts the runs of each article together. `tangled`: the dump is known to mix its columns. */
export function buildStories(items: readonly PageItem[], tangled: boolean): PageStories {
  const runs = items.filter((item) => item.type === 'body')
  let stories = joinNeighbours(runs, items)
  if (stories.length > MAX_STORIES) return { stories, scattered: tangled }
  const scattered = tangled || isTorn(stories)
  stories = joinFragments(stories)
  stories = joinUnheaded(stories, items)
  stories = stories.flatMap(splitPhotoText)
  if (scattered) stories = groupScattered(stories).map(joinPieces)
  return { stories, scattered }
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

/** A line this much narrower than its measure may still be full: the next piece did not fit. */
const FULL: Em = 2.2
/** A line this near to its measure has no indent. */
const NOT_INDENTED: Em = 1

/** Its last line is full and ends no sentence, whatever the paragraph pass made of it. */
function breaksOff({ openEnd, credit, paragraphs, measure }: Story): boolean {
  if (credit || openEnd) return openEnd && !credit
  const { kind, lines } = paragraphs.at(-1)!
  const { endsSentence, mayEndParagraph, letterSpaced, width } = lines.at(-1)!
  const isFull = letterSpaced || width > measure - FULL
  return kind === 'body' && isFull && endsSentence === 0 && !mayEndParagraph
}

function beginsInside({ openStart, startsNews, paragraphs, measure }: Story): boolean {
  if (startsNews || openStart) return openStart && !startsNews
  const { kind, lines } = paragraphs[0]!
  const { startsWithClosing, letterSpaced, width } = lines[0]!
  if (kind !== 'body' || lines.length === 1) return false
  return startsWithClosing || (!letterSpaced && width > measure - NOT_INDENTED)
}

/** Below this, words that meet hardly follow one another. */
const UNLIKELY = -1.5

/** Whether some story breaks off, and another begins inside a paragraph, with words that may follow one another. */
function isTorn(stories: readonly Story[]): boolean {
  const tails = stories.filter(beginsInside)
  return stories
    .filter(breaksOff)
    .some((head) => tails.some((tail) => head !== tail && wordsGoOn(head, tail) > UNLIKELY))
}

/** What the words at the joint count beside half an em of measure, and how much distance counts at most. */
const WORDS = 0.5
const FARTHEST = 2

/** Joins stories that break off to those that begin inside a paragraph: by words, measure and nearness, the surest first. */
function joinFragments(stories: readonly Story[]): Story[] {
  const joins: { head: Story; tail: Story; score: number }[] = []
  const tails = stories.filter(beginsInside)
  for (const head of stories.filter(breaksOff)) {
    for (const tail of tails) {
      const apart = Math.abs(head.measure - tail.measure)
      if (head === tail || apart > SAME_MEASURE) continue
      const between = Math.abs(stories.indexOf(tail) - stories.indexOf(head) - 1)
      const near = (tail.first > head.last ? 1 : 0) - Math.min(FARTHEST, between * 0.2)
      joins.push({ head, tail, score: near - apart * 2 + WORDS * wordsGoOn(head, tail) })
    }
  }
  const next = new Map<Story, Story>()
  const joined = new Set<Story>()
  for (const { head, tail } of joins.sort((a, b) => b.score - a.score)) {
    if (next.has(head) || joined.has(tail)) continue
    let end: Story | undefined = tail
    while (end && end !== head) end = next.get(end)
    if (end === head) continue
    next.set(head, tail)
    joined.add(tail)
  }
  return stories.flatMap((story) => {
    if (joined.has(story)) return []
    // heads are looked for beside the piece that has the beginning
    const { first, last } = story
    for (let at = next.get(story); at; at = next.get(at)) {
      story.openEnd = true
      at.openStart = true
      append(story, at)
    }
    return [Object.assign(story, { first, last })]
  })
}

function wordsGoOn(head: Story, tail: Story): number {
  const last = head.paragraphs.at(-1)!.printed.at(-1)
  const first = tail.paragraphs[0]!.printed[0]
  return last && first ? continues(last.text, first.text) : 0
}

/** Pieces of one story as one: its dateline first, its credit last, all else in the order of the page. */
function joinPieces(pieces: readonly Story[]): Story {
  const place = (piece: Story) => (piece.startsNews ? -1 : piece.credit ? 1 : 0)
  const [story, ...rest] = [...pieces].sort((a, b) => place(a) - place(b) || a.first - b.first)
  const first = Math.min(...pieces.map((piece) => piece.first))
  const last = Math.max(...pieces.map((piece) => piece.last))
  for (const piece of rest) append(story!, { ...piece, openStart: false })
  return Object.assign(story!, { first, last })
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
