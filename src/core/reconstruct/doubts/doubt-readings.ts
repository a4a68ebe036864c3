/** The ways to decide a doubt, each with the corrections that make it so. */
import type { Span } from '../../source/types.ts'
import type {
  Article,
  ArticleField,
  Correction,
  DoubtReading,
  Place,
  Reading,
  Reconstruction,
  Role,
} from '../types.ts'

/** A text of the page as it was read. */
export interface Decision {
  as: Role
  article?: Article
  from: Span[]
  text: string
}

export const placeOf = (from: readonly Span[]): Place => ({ line: from[0]!.line, at: from[0]!.start })

export const fromsOf = ({ from, paragraphs, captions }: Article): Span[][] => [
  ...paragraphs.map((paragraph) => paragraph.from),
  ...Object.values(from).map((source) => source.from),
  ...captions.map((caption) => caption.from),
]

/** A character of an article that does not stand in the texts that move; undefined when it has no other. */
function anchorOf(article: Article, moving: readonly Span[]): Place | undefined {
  const moves = (spans: readonly Span[]) =>
    spans.some((a) => moving.some((b) => a.line === b.line && a.start < b.end && b.start < a.end))
  const stays = fromsOf(article).find((spans) => spans.length > 0 && !moves(spans))
  return stays && placeOf(stays)
}

/** A reading with its corrections; null when the page has no such article. */
export function readingOf(reading: Reading, decision: Decision, page: Reconstruction): DoubtReading | null {
  const corrections = correctionsFor(reading, decision, page)
  return corrections && { ...reading, corrections }
}

function correctionsFor(
  { as, article }: Reading,
  decision: Decision,
  page: Reconstruction,
): Correction[] | null {
  const { from } = decision
  if (as === 'furniture' || as === 'unplaced') return [{ kind: 'place', text: from, as }]
  if (article === 'new') return [{ kind: 'place', text: from, as, article }]
  const target = article === undefined ? decision.article : page.articles.find(({ id }) => id === article)
  if (!target) return null
  const own = target === decision.article
  if (own && as === 'headline' && (decision.as === 'kicker' || decision.as === 'deck')) {
    return oneHeadline(target, decision.as, from)
  }
  if (!own && as === 'headline' && decision.as === 'headline' && decision.article) {
    return exchangeHeads(decision.article, target)
  }
  const before = own && (as === 'body' || as === 'subhead') ? followingPlace(target, from) : undefined
  const place = anchorOf(target, from) ?? placeOf(from)
  return [{ kind: 'place', text: from, as, article: place, ...(before && { before }) }]
}

/** A kicker or deck that is part of the headline: both together are it. */
function oneHeadline(article: Article, part: 'kicker' | 'deck', from: Span[]): Correction[] {
  const headline = article.from.headline?.from ?? []
  const text = part === 'kicker' ? [...from, ...headline] : [...headline, ...from]
  return [{ kind: 'place', text, as: 'headline', article: anchorOf(article, text) ?? placeOf(text) }]
}

const HEAD_PARTS = ['kicker', 'headline', 'deck'] as const satisfies readonly ArticleField[]

const headOf = ({ from }: Article) =>
  HEAD_PARTS.flatMap((as) => (from[as] ? [{ as, text: from[as].from }] : []))

/** A head goes to its article with all its parts, and the head that stood there comes in exchange. */
function exchangeHeads(a: Article, b: Article): Correction[] {
  const heads = [...headOf(a), ...headOf(b)].flatMap((part) => part.text)
  const [atA, atB] = [anchorOf(a, heads), anchorOf(b, heads)]
  const move = (article: Article, to: Place): Correction[] =>
    headOf(article).map((part) => ({ kind: 'place', ...part, article: to }))
  return [...move(a, atB ?? placeOf(headOf(b)[0]?.text ?? heads)), ...(atA ? move(b, atA) : [])]
}

/** The paragraph behind a text of the same article's body. */
function followingPlace(article: Article, from: readonly Span[]): Place | undefined {
  const at = article.paragraphs.findIndex((paragraph) => paragraph.from === from)
  const next = at < 0 ? undefined : article.paragraphs[at + 1]
  return next && placeOf(next.from)
}

/** Shares of what is left of certainty: each guess is half as likely as all that are left. */
export function guesses(readings: readonly Omit<Reading, 'confidence'>[], left: number): Reading[] {
  return readings.map((reading, i) => ({ ...reading, confidence: round(left / 2 ** (i + 1)) }))
}

/** To thousandths: more would say nothing. */
export const round = (value: number): number => Math.round(value * 1000) / 1000
