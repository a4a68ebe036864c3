import { WordTies } from '../links/word-ties.ts'
import type { Article, Reconstruction } from '../types.ts'
import { fromsOf } from './doubt-readings.ts'

const bodyOf = ({ paragraphs, captions }: Article): string =>
  [...paragraphs, ...captions].map((part) => part.text).join('')

const linesOf = (article: Article): number[] =>
  [...new Set(fromsOf(article).flatMap((spans) => spans.map((span) => span.line)))].sort((a, b) => a - b)

/** From a line to the nearest of some lines in order; infinite where there are none. */
function distanceTo(lines: readonly number[], line: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]! < line) low = middle + 1
    else high = middle
  }
  const [before, after] = [lines[low - 1] ?? Number.NEGATIVE_INFINITY, lines[low] ?? Number.POSITIVE_INFINITY]
  return Math.min(line - before, after - line)
}

/** Which articles a text may belong to, asked only where there is a doubt. */
export class ArticleTies {
  readonly #articles: readonly Article[]
  #ties: WordTies | undefined
  /** The lines of the source that each article is on, in order. */
  #lines: number[][] | undefined

  constructor({ articles }: Reconstruction) {
    this.#articles = articles
  }

  /** The articles that share words with a text, those that share most first. */
  of(text: string, without?: Article): Article[] {
    this.#ties ??= new WordTies(this.#articles.map(bodyOf))
    const ties = this.#ties.of(text)
    return this.#articles
      .map((article, i) => ({ article, tie: ties[i]! }))
      .filter(({ article, tie }) => tie > 0 && article !== without)
      .sort((a, b) => b.tie - a.tie)
      .map(({ article }) => article)
  }

  /** All articles, those nearest to a line of the source first. */
  near(line: number, without?: Article): Article[] {
    this.#lines ??= this.#articles.map(linesOf)
    const lines = this.#lines
    return this.#articles
      .map((article, i) => ({ article, far: distanceTo(lines[i]!, line) }))
      .filter(({ article }) => article !== without)
      .sort((a, b) => a.far - b.far)
      .map(({ article }) => article)
  }
}
