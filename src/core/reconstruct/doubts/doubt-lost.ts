/** Display lines that no article took, with the places where they may belong. */

import { countOf, squash } from '../../language/characters.ts'
import { AnnotatedText } from '../lines/annotated-text.ts'
import { readPeople } from '../lines/people.ts'
import { isSectionName } from '../lines/section-words.ts'
import type { Article, Doubt, Piece, Reading, Reconstruction, Role } from '../types.ts'
import { guesses, readingOf, round } from './doubt-readings.ts'
import type { ArticleTies } from './doubt-ties.ts'

/** A page has a handful of such lines; where there are hundreds, no reading of one would mean anything. */
const MAX_READ = 100
const MAX_ARTICLES = 2
/** How often such a line belongs to none of the articles found. */
const CONFIDENCE = 0.4

export const lostDoubts = (lost: readonly Piece[], page: Reconstruction, ties: ArticleTies): Doubt[] =>
  lost
    .filter(({ from }) => from.length > 0)
    .map((piece, i) => lostDoubt(piece, page, i < MAX_READ ? ties : null))

function lostDoubt({ text, from }: Piece, page: Reconstruction, ties: ArticleTies | null): Doubt {
  const decision = { as: 'unplaced' as const, from, text }
  const offers = ties ? offersFor(text, from[0]!.line, ties) : []
  const others = guesses([...offers, { as: 'furniture' }], 1 - CONFIDENCE)
  const readings = others.flatMap((other) => readingOf(other, decision, page) ?? [])
  const headless = page.articles.find(({ id, headline }) => id === offers[0]?.article && !headline)
  return {
    code: 'line-without-article',
    at: { line: from[0]!.line },
    from,
    choices: ['unplaced', ...readings.map((reading) => reading.as)],
    why: `No article shares words with “${text}” or stands beside it.`,
    readings: [{ as: 'unplaced', confidence: CONFIDENCE, corrections: [] }, ...readings],
    reasons: [{ code: 'no-tied-article', supports: true, strength: 'medium' }],
    weight: round((countOf(text) + (headless ? sizeOf(headless) : 0)) * (1 - CONFIDENCE)),
  }
}

const sizeOf = ({ paragraphs }: Article): number =>
  paragraphs.reduce((sum, paragraph) => sum + countOf(paragraph.text), 0)

/** The likeliest articles, those that want what the line reads like first. */
function offersFor(text: string, line: number, ties: ArticleTies): Omit<Reading, 'confidence'>[] {
  const tied = ties.of(text)
  const candidates = [...tied, ...ties.near(line).filter((article) => !tied.includes(article))]
  const role = roleOf(text)
  const free = candidates.filter((article) => role === 'caption' || !article[role])
  const offers: Omit<Reading, 'confidence'>[] = free
    .slice(0, MAX_ARTICLES)
    .map((article) => ({ as: role, article: article.id }))
  const [best] = candidates
  if (role === 'headline' && best) offers.push({ as: 'subhead', article: best.id })
  return offers
}

function roleOf(text: string): Exclude<Role, 'body' | 'subhead' | 'furniture' | 'unplaced'> {
  if (isSectionName(squash(text))) return 'section'
  const people = readPeople(AnnotatedText.at(text, 0))
  if (people && !people.bare) return 'byline'
  return /。$/u.test(squash(text)) ? 'caption' : 'headline'
}
