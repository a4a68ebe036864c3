import { isHan, squash } from '../../language/characters.ts'
import type { Em } from '../../units.ts'
import { textOf } from './runs.ts'
import type { Story } from './stories.ts'

/** Pieces of one story have the same measure. */
const SAME_MEASURE: Em = 0.51
/** Measures that few stories share: one long story, seldom two, fills the narrow columns of a page. */
const NARROW: Em = 18
/**
 * How alike two pieces must be at least, from 0 to 1: more when both are long, since any two long texts share some
 * words; more where several stories have the measure; and to join news.
 */
const LEAST = 0.012
const LEAST_LONG = 0.02
const LONG = 150
const LEAST_WIDE = 0.1
const LEAST_NEWS = 0.12
const FUNCTION_WORDS = new Set('的了是在和有不这那一个为与把被到都也就年月日')

/** Pieces that are taken for one story. */
interface Group {
  pieces: Story[]
  measure: Em
  /** Its pairs of Han, without function words, and the root of the sum of their squared weights. */
  pairs: Set<string>
  norm: number
  startsNews: boolean
  signed: boolean
}

type Weigh = (pair: string) => number

/**
 * Groups the pieces of stories that a dump scatters which mixes its columns.
 *
 * Two pieces go together when they have one measure and at most one dateline and one credit between them, those that
 * are most alike first: by the pairs of characters they share, each weighed by how few pieces have it (the cosine of
 * their weights). The whole of a group is compared further.
 */
export function groupScattered(stories: readonly Story[]): Story[][] {
  const texts = stories.map(pairsOf)
  const weigh = weights(texts)
  const groups = stories.map((story, i) => groupOf(story, texts[i]!, weigh))
  const gains = groups.map((a, i) => groups.map((b, k) => (k < i ? gainOf(a, b, weigh) : 0)))
  for (;;) {
    let [first, second, most] = [-1, -1, 0]
    for (let i = 0; i < groups.length; i++) {
      for (let k = 0; k < i; k++) {
        if (gains[i]![k]! > most) [first, second, most] = [k, i, gains[i]![k]!]
      }
    }
    if (first < 0) return groups.map(({ pieces }) => pieces)
    const joined = join(groups[first]!, groups[second]!, weigh)
    groups[first] = joined
    groups.splice(second, 1)
    gains.splice(second, 1)
    for (const row of gains) row.splice(second, 1)
    groups.forEach((other, i) => {
      if (i !== first) gains[Math.max(i, first)]![Math.min(i, first)] = gainOf(joined, other, weigh)
    })
  }
}

function pairsOf({ paragraphs }: Story): Set<string> {
  const pairs = new Set<string>()
  let last = ''
  for (const character of squash(paragraphs.map((each) => textOf(each).text).join(''))) {
    const word = isHan(character) && !FUNCTION_WORDS.has(character) ? character : ''
    if (word !== '' && last !== '') pairs.add(last + word)
    last = word
  }
  return pairs
}

/** What a pair weighs: the more, the fewer of the texts have it. */
function weights(texts: readonly ReadonlySet<string>[]): Weigh {
  const counts = new Map<string, number>()
  for (const pairs of texts) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return (pair) => Math.log((texts.length + 1) / (counts.get(pair)! + 0.3)) ** 2
}

function groupOf(story: Story, pairs: Set<string>, weigh: Weigh): Group {
  const { measure, startsNews, credit } = story
  return {
    pieces: [story],
    measure,
    pairs,
    norm: normOf(pairs, weigh),
    startsNews,
    signed: credit !== undefined,
  }
}

function normOf(pairs: ReadonlySet<string>, weigh: Weigh): number {
  let sum = 0
  for (const pair of pairs) sum += weigh(pair)
  return Math.sqrt(sum) || 1
}

/** How much more alike two groups are than they must be; 0 where they may not go together. */
function gainOf(a: Group, b: Group, weigh: Weigh): number {
  if (Math.abs(a.measure - b.measure) > SAME_MEASURE || (a.startsNews && b.startsNews)) return 0
  const isWhole = (group: Group) => group.startsNews && group.signed
  if ((a.signed && b.signed) || isWhole(a) || isWhole(b)) return 0
  const [fewer, more] = a.pairs.size < b.pairs.size ? [a, b] : [b, a]
  let sum = 0
  for (const pair of fewer.pairs) if (more.pairs.has(pair)) sum += weigh(pair)
  return Math.max(0, sum / (a.norm * b.norm) - leastOf(a, b))
}

function leastOf(a: Group, b: Group): number {
  if (a.startsNews || b.startsNews) return LEAST_NEWS
  if (a.measure >= NARROW) return LEAST_WIDE
  return Math.min(a.pairs.size, b.pairs.size) > LONG ? LEAST_LONG : LEAST
}

function join(a: Group, b: Group, weigh: Weigh): Group {
  const pairs = new Set([...a.pairs, ...b.pairs])
  return {
    pieces: [...a.pieces, ...b.pieces],
    measure: a.pairs.size < b.pairs.size ? b.measure : a.measure,
    pairs,
    norm: normOf(pairs, weigh),
    startsNews: a.startsNews || b.startsNews,
    signed: a.signed || b.signed,
  }
}
