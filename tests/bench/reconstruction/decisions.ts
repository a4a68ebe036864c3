/** The decisions of a reconstruction that carry a confidence, and which of them are right. */
import type { DecisionKind } from '../../../src/core/reconstruct/learned/calibration.ts'
import type { Article, ArticleField, Reconstruction } from '../../../src/core/reconstruct/types.ts'
import { isCaptionsName, isSameField, rightCaptions } from './article-fields.ts'
import { type ArticleText, flat, type PageText } from './page-text.ts'
import type { PageScore } from './score.ts'

export const DECISION_KINDS: readonly DecisionKind[] = [
  'headline',
  'kicker',
  'deck',
  'section',
  'byline',
  'credit',
  'caption',
  'paragraph',
  'subhead',
]

export interface Decision {
  kind: DecisionKind
  /** 0 to 1, as the reconstruction says it. */
  confidence: number
  right: boolean
  /** Its article's place in the gold; -1 where the found article is none of them. */
  article: number
}

/**
 * Judges every field, caption and paragraph that was found. One is right when three things are: its text, its
 * role, and its article.
 *
 * - The article: the found article must be one of the gold's, by the matching that the scores use
 *   (`matchArticles`). In an article that is none of the gold's, all is wrong.
 * - A field: its text is that of the same field in the gold's article, as `bare` compares them. A credit that
 *   the gold has at the end of a caption of the article is right too.
 * - A caption: it is one of the article's captions, with or without the photographer's name; each counts once.
 * - A paragraph or a subhead: the article has a paragraph of the same kind that is the same letter for letter
 *   but for blanks; each counts once. So a paragraph that was cut in two makes two wrong ones.
 *
 * What was missed carries no confidence and is not judged here.
 */
export function judgeDecisions(gold: PageText, found: Reconstruction, { articles }: PageScore): Decision[] {
  return found.articles.flatMap((article, j) => {
    const i = articles.findIndex(({ match }) => match === j)
    return judgeArticle(gold.articles[i], article).map((each) => ({ ...each, article: i }))
  })
}

type Judged = Omit<Decision, 'article'>

function judgeArticle(gold: ArticleText | undefined, found: Article): Judged[] {
  const fields = Object.entries(found.from).map(
    ([name, { confidence }]): Judged => ({
      kind: name as ArticleField,
      confidence,
      right: gold !== undefined && isFieldRight(gold, found, name as ArticleField),
    }),
  )
  const captioned = gold ? rightCaptions(gold, found) : []
  const captions = found.captions
    .filter(({ text }) => flat(text) !== '')
    .map(({ confidence }, i): Judged => ({ kind: 'caption', confidence, right: captioned[i] ?? false }))
  return [...fields, ...captions, ...judgeParagraphs(gold, found)]
}

const isFieldRight = (gold: ArticleText, found: Article, field: ArticleField): boolean =>
  isSameField(gold, found, field) || isCaptionsName(gold, found, field)

function judgeParagraphs(gold: ArticleText | undefined, found: Article): Judged[] {
  const rest = gold?.paragraphs.map(({ kind, text }) => `${kind} ${flat(text)}`) ?? []
  return found.paragraphs.map(({ kind, text, confidence }) => {
    const at = rest.indexOf(`${kind} ${flat(text)}`)
    if (at >= 0) rest.splice(at, 1)
    return { kind: kind === 'subhead' ? 'subhead' : 'paragraph', confidence, right: at >= 0 }
  })
}
