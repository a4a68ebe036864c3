import type { AnnotatedText } from './annotated-text.ts'
import { MARKS, squash } from './characters.ts'
import { type DisplayLine, isDoubtfulCaption } from './roles.ts'
import { type CaptionItem, endsWithPhotographer, type Item } from './runs.ts'
import type { Story, StoryFacts } from './stories.ts'
import { WordTies } from './word-ties.ts'

export interface PageCaption {
  /** Without its mark. */
  text: AnnotatedText
  mark: AnnotatedText
  order: number
  photographer: boolean
  rule: string
  confidence: number
  /** It reads as a news item of its own (a date first): the whole of a photo story. */
  isNews: boolean
  /** The story whose words it shares most, and how strongly: only looked for in news. */
  host?: Story
  hostTie: number
}

const MARK = new RegExp(`^[${MARKS}]\\s*`, 'u')
const NEWS_START = /^(?:\d{1,2}月\d{1,2}日|近日|日前|连日来|眼下|时下|初春|春日|\p{Script=Han}{0,6}时节)/u
/** A tie this strong makes even a news-like caption a part of its host. */
export const STRONG_HOST_TIE = 14
/** No page has more pictures. */
const MAX_CAPTIONS = 60

/** All captions of a page: items, display lines and strays. */
export function collectCaptions(items: readonly Item[], strays: readonly CaptionItem[]): PageCaption[] {
  const fromItems = items.flatMap((item) => {
    if (item.type === 'caption') return [item]
    return isCaptionLine(item) ? [captionOfLine(item)] : []
  })
  return [...fromItems, ...strays].map(toPageCaption)
}

const isCaptionLine = (item: Item): item is DisplayLine =>
  item.type === 'display' && (item as DisplayLine).role === 'caption'

function captionOfLine({ order, text }: DisplayLine): CaptionItem {
  const doubtful = isDoubtfulCaption(squash(text.text))
  return {
    type: 'caption',
    order,
    text,
    photographer: endsWithPhotographer(squash(text.text)),
    rule: doubtful ? 'caption/picture-word' : 'caption/own-words',
    confidence: doubtful ? 0.6 : 0.85,
  }
}

function toPageCaption(item: CaptionItem): PageCaption {
  const markEnd = MARK.exec(item.text.text)?.[0].length ?? 0
  const text = item.text.slice(markEnd)
  return {
    text,
    mark: item.text.slice(0, markEnd).trim(),
    order: item.order,
    photographer: item.photographer,
    rule: item.rule,
    confidence: item.confidence,
    isNews: NEWS_START.test(squash(text.text.slice(0, 40))),
    hostTie: 0,
  }
}

/** Finds for each news caption the story that speaks of the same things. */
export function findHosts(
  captions: readonly PageCaption[],
  stories: readonly Story[],
  facts: readonly StoryFacts[],
) {
  const news = captions.filter((caption) => caption.isNews).slice(0, MAX_CAPTIONS)
  if (news.length === 0) return
  const ties = new WordTies(facts.map(({ text }) => text))
  const all = stories.map((_, i) => i)
  for (const caption of news) {
    ties.ofLongRuns(caption.text.text, all).forEach((tie, i) => {
      const weighed = stories[i]!.startsNews ? tie : tie * 1.2
      if (facts[i]!.photoLike || weighed <= caption.hostTie) return
      caption.host = stories[i]!
      caption.hostTie = weighed
    })
  }
}

/** The story of each caption that is no story of its own: by shared words, nearness and kind. */
export function attachCaptions(
  captions: readonly PageCaption[],
  stories: readonly Story[],
  facts: readonly StoryFacts[],
  ties: WordTies,
): Map<PageCaption, Story> {
  const attached = new Map<PageCaption, Story>()
  if (stories.length === 0) return attached
  const rows = captions.map((caption) => hostScores(caption, stories, facts, ties))
  captions.forEach((caption, i) => {
    const row = [...rows[i]!]
    const lead = strongestOther(captions, rows, i)
    // captions of one kind belong to one picture story, when one of them is sure
    if (lead && Math.max(...row) < lead.score) row[lead.story]! += 2.5
    attached.set(caption, stories[row.indexOf(Math.max(...row))]!)
  })
  return attached
}

function hostScores(
  caption: PageCaption,
  stories: readonly Story[],
  facts: readonly StoryFacts[],
  ties: WordTies,
): number[] {
  const byWords = ties.of(caption.text.text)
  return stories.map((story, i) => {
    const { size, photoLike } = facts[i]!
    let score = byWords[i]! / (size / 200 + 0.3) ** 0.35
    if (Math.abs(caption.order - story.last) === 1) score += 0.8
    if (Math.abs(caption.order - story.first) === 1) score += 0.8
    if (photoLike) score += 1.5
    if (!story.startsNews) score += 0.7
    return score
  })
}

const SURE_HOST = 6

function strongestOther(captions: readonly PageCaption[], rows: readonly number[][], at: number) {
  let strongest: { story: number; score: number } | null = null
  rows.slice(0, MAX_CAPTIONS).forEach((row, i) => {
    if (i === at || captions[i]!.photographer !== captions[at]!.photographer) return
    const score = Math.max(...row)
    if (score > SURE_HOST && score > (strongest?.score ?? 0)) strongest = { story: row.indexOf(score), score }
  })
  return strongest as { story: number; score: number } | null
}
