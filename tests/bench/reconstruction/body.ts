/** How the running text of a page is parted into articles and paragraphs, beside the gold. */
import { type Alignment, align } from './align.ts'
import { type Hits, harmonic } from './counts.ts'
import { type ArticleText, paragraphsOf } from './page-text.ts'

/** The characters of all paragraphs in a row. */
interface Body {
  characters: string[]
  /** For each character its article. */
  articles: number[]
  /** The last characters of paragraphs that another paragraph of the same article follows. */
  ends: number[]
}

export interface AlignedBodies {
  gold: Body
  found: Body
  alignment: Alignment
  /** `shared[i][j]`: how many characters of the gold's article i stand in the found article j. */
  shared: number[][]
}

export function alignBodies(gold: readonly ArticleText[], found: readonly ArticleText[]): AlignedBodies {
  const [goldBody, foundBody] = [bodyOf(gold), bodyOf(found)]
  const alignment = align(goldBody.characters, foundBody.characters)
  const shared = gold.map(() => found.map(() => 0))
  goldBody.articles.forEach((article, i) => {
    const place = alignment.toFound[i]!
    if (place >= 0) shared[article]![foundBody.articles[place]!]! += 1
  })
  return { gold: goldBody, found: foundBody, alignment, shared }
}

function bodyOf(articles: readonly ArticleText[]): Body {
  const body: Body = { characters: [], articles: [], ends: [] }
  articles.forEach((article, at) => {
    const paragraphs = paragraphsOf(article)
    paragraphs.forEach(({ text }, i) => {
      for (const character of text) {
        body.characters.push(character)
        body.articles.push(at)
      }
      if (i < paragraphs.length - 1) body.ends.push(body.characters.length - 1)
    })
  })
  return body
}

const pairs = (count: number): number => (count * (count - 1)) / 2

/** F1 over pairs of characters: those in one article by the gold, and those in one article as found. */
export function clusterF1({ gold, found, shared }: AlignedBodies): number {
  const right = pairsWithin(shared.flat())
  const [ofGold, ofFound] = [gold, found].map(({ articles }) => pairsWithin(sizesOf(articles)))
  return harmonic(ofFound ? right / ofFound : 0, ofGold ? right / ofGold : 0)
}

const pairsWithin = (sizes: Iterable<number>): number =>
  [...sizes].reduce((sum, size) => sum + pairs(size), 0)

function sizesOf(articles: readonly number[]): Iterable<number> {
  const sizes = new Map<number, number>()
  for (const article of articles) sizes.set(article, (sizes.get(article) ?? 0) + 1)
  return sizes.values()
}

/** The ends of paragraphs inside articles. An end of a whole article is not counted: that is for `clusterF1`. */
export function paragraphEnds({ gold, found, alignment: { toGold } }: AlignedBodies): Hits {
  const ends = new Set(gold.ends)
  const isArticleEnd = (i: number) => gold.articles[i + 1] !== gold.articles[i]
  const taken = new Set<number>()
  let extra = 0
  for (const end of found.ends) {
    const [left, right] = [toGold[end]!, toGold[end + 1]!]
    const at = left >= 0 ? left : right > 0 ? right - 1 : -1
    if (at >= 0 && ends.has(at) && !taken.has(at)) taken.add(at)
    else if (at < 0 || !isArticleEnd(at)) extra += 1
  }
  return { right: taken.size, extra, missed: ends.size - taken.size }
}
