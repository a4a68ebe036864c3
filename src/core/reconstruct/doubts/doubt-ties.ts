import { WordTies } from '../links/word-ties.ts'
import type { Article, Reconstruction } from '../types.ts'
import { fromsOf } from './doubt-readings.ts'

const bodyOf = ({ paragraphs, captions }: Article): string =>
  [...paragraphs, ...captions].map((part) => part.text).join('')

/** Which articles a text may belong to, asked only where there is a doubt. */
export class ArticleTies {
  readonly #articles: readonly Article[]
  #ties: WordTies | undefined

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
    const distance = (article: Article) =>
      Math.min(...fromsOf(article).flatMap((spans) => spans.map((span) => Math.abs(span.line - line))))
    return this.#articles
      .filter((article) => article !== without)
      .map((article) => ({ article, far: distance(article) }))
      .sort((a, b) => a.far - b.far)
      .map(({ article }) => article)
  }
}
