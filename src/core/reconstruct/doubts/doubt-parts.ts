/** The doubts about fields, captions and paragraphs: every decision that is not sure. */
import { countOf } from '../../language/characters.ts'
import type {
  Article,
  ArticleField,
  Doubt,
  DoubtReading,
  FieldSource,
  Reading,
  Reconstruction,
} from '../types.ts'
import { type Choice, type DoubtCode, SURE } from './doubt-codes.ts'
import { type Decision, guesses, placeOf, readingOf, round } from './doubt-readings.ts'
import { reasonsOf } from './doubt-reasons.ts'
import type { ArticleTies } from './doubt-ties.ts'

const MAX_ARTICLES = 2

/** A decision with all that was said of it. */
interface Doubted extends Decision {
  article: Article
  source: FieldSource
}

export function articleDoubts(article: Article, page: Reconstruction, ties: ArticleTies): Doubt[] {
  const doubted = [...fields(article), ...captions(article), ...subheadsAndBody(article)]
  return doubted
    .filter(({ source, from }) => source.confidence < SURE && from.length > 0)
    .map((each) => {
      if (isBreak(each)) return breakDoubt(each)
      const own = each.article.id
      const known = each.source.others?.map((other) => ({ article: own, ...other })) ?? []
      const others = known.length > 0 ? known : otherReadings(each, ties)
      return roleDoubt(each, others, page)
    })
}

const fields = (article: Article): Doubted[] =>
  (Object.entries(article.from) as [ArticleField, FieldSource][]).map(([as, source]) => ({
    as,
    article,
    from: source.from,
    text: article[as]!,
    source,
  }))

const captions = (article: Article): Doubted[] =>
  article.captions.map((source) => ({ as: 'caption', article, from: source.from, text: source.text, source }))

const subheadsAndBody = (article: Article): Doubted[] =>
  article.paragraphs.map((source) => ({
    as: source.kind,
    article,
    from: source.from,
    text: source.text,
    source,
  }))

/** The role of body text is not in doubt where nothing else was thought of: its borders are. */
const isBreak = ({ as, source }: Doubted): boolean => as === 'body' && !source.others?.length

function roleDoubt(each: Doubted, others: readonly Reading[], page: Reconstruction): Doubt {
  const { as, article, source } = each
  const code = codeOf(each, others)
  const readings = others.flatMap((other) => readingOf(other, each, page) ?? [])
  const taken: DoubtReading = { as, article: article.id, confidence: source.confidence, corrections: [] }
  const all = [taken, ...readings.filter((reading) => reading.as !== 'unplaced')]
  const aside =
    others.find((other) => other.as === 'unplaced') ?? guesses([{ as: 'unplaced' }], 1 - sumOf(all))[0]!
  const last = as === 'body' ? null : readingOf(aside, each, page)
  const shown = last ? [...all, last] : all
  return {
    ...about(each, code),
    choices: shown.map((reading) => reading.as),
    readings: shown,
  }
}

const sumOf = (readings: readonly Reading[]): number =>
  Math.min(
    1,
    readings.reduce((sum, reading) => sum + reading.confidence, 0),
  )

const about = (each: Doubted, code: DoubtCode) => ({
  code,
  article: each.article.id,
  at: { line: each.from[0]!.line },
  from: each.from,
  why: WHY[code] ?? `${each.source.rule}, confidence ${each.source.confidence.toFixed(2)}.`,
  reasons: reasonsOf(each.source),
  weight: round(stakeOf(each) * (1 - each.source.confidence)),
})

const WHY: Partial<Record<DoubtCode, string>> = {
  'caption-or-headline': 'It may name a picture or head the story.',
}

/** A wrong border of paragraphs misplaces no text: it counts a fifth. */
const BORDER = 0.2

/** How many characters stand wrongly when the decision is wrong: under a wrong head all of its article. */
function stakeOf({ as, article, text }: Doubted): number {
  if (as === 'body') return countOf(text) * BORDER
  if (as !== 'headline') return countOf(text)
  return countOf(text) + article.paragraphs.reduce((sum, paragraph) => sum + countOf(paragraph.text), 0)
}

const LINKED: readonly Decision['as'][] = ['section', 'byline', 'credit']

function codeOf({ as, article }: Doubted, [first]: readonly Reading[]): DoubtCode {
  if (as === 'caption' && first?.as === 'headline') return 'caption-or-headline'
  const elsewhere = first?.article !== undefined && first.article !== article.id
  if (as === 'headline' && (!first || first.as === 'unplaced' || (first.as === as && elsewhere)))
    return 'weak-head-link'
  const sameRole = first ? first.as === as : LINKED.includes(as)
  return sameRole && (elsewhere || !first) ? 'doubtful-article' : 'doubtful-role'
}

/** What a text may be beside what it was taken for, where the decision does not say it itself. */
function otherReadings({ as, article, from, text, source }: Doubted, ties: ArticleTies): Reading[] {
  const own = article.id
  const left = 1 - source.confidence
  const elsewhere = (articles: readonly Article[]) =>
    articles.slice(0, MAX_ARTICLES).map((other) => ({ as, article: other.id }))
  switch (as) {
    case 'headline': {
      const tied = ties.of(text, article)
      const headless = ties.near(from[0]!.line, article).filter((other) => !other.headline)
      return guesses(elsewhere(tied.length > 0 ? tied : headless), left)
    }
    case 'kicker':
    case 'deck':
      return guesses([{ as: 'headline', article: own }], left)
    case 'section':
    case 'byline': {
      const free = ties.near(from[0]!.line, article).filter((other) => !other[as])
      return guesses(elsewhere(free), left)
    }
    case 'credit':
      return guesses([{ as: 'byline', article: own }], left)
    case 'caption': {
      return guesses([{ as: 'body', article: own }, ...elsewhere(ties.of(text, article).slice(0, 1))], left)
    }
    case 'subhead':
      return guesses([{ as: 'body', article: own }], left)
    default:
      return []
  }
}

/** Whether a paragraph ends where it was ended, or begins where two pieces were put together. */
function breakDoubt(each: Doubted): Doubt {
  const { article, source } = each
  const taken: DoubtReading = {
    as: 'body',
    article: article.id,
    confidence: source.confidence,
    corrections: [],
  }
  const other = otherBreak(each)
  const readings = other
    ? [taken, { ...taken, confidence: 1 - source.confidence, corrections: [other] }]
    : [taken]
  const choices: Choice[] = other ? ['keep', other.kind] : ['keep']
  return { ...about(each, 'paragraph-break'), choices, readings }
}

function otherBreak({ article, from, source }: Doubted) {
  const at = article.paragraphs.findIndex((paragraph) => paragraph.from === from)
  if (source.rule === 'paragraph/joined') {
    const seam = seamOf(from)
    return seam && { kind: 'break' as const, at: placeOf([seam]) }
  }
  const next = article.paragraphs[at + 1]
  if (next?.kind === 'body') return { kind: 'join' as const, at: placeOf(next.from) }
  const before = article.paragraphs[at - 1]
  return before?.kind === 'body' ? { kind: 'join' as const, at: placeOf(from) } : undefined
}

/** Where two pieces were put together: the greatest leap in the source. */
function seamOf(from: FieldSource['from']) {
  const leap = (i: number) => {
    const lines = from[i]!.line - from[i - 1]!.line
    return lines < 0 ? Number.POSITIVE_INFINITY : lines
  }
  let best = 1
  for (let i = 2; i < from.length; i++) if (leap(i) > leap(best)) best = i
  return from[best]
}
