import { squash } from '../../language/characters.ts'
import { bucket } from '../roles/page-view.ts'
import type { DisplayLine, PageItem } from '../roles/roles.ts'
import type { Credit } from '../stories/credits.ts'
import { WordTies } from './word-ties.ts'

/** What a head, a label or a caption can belong to: a story, or a caption that is one by itself. */
export interface Target {
  /** Its words, without blanks. */
  text: string
  /** Its number of characters. */
  size: number
  /** The places of its first and last item on the page. */
  first: number
  last: number
  isCaption: boolean
  startsNews: boolean
  hasSubhead: boolean
  /** One or two paragraphs that begin with a date: the text of a photo story. */
  photoLike: boolean
  leadLike: boolean
  credit?: Credit
  /** What kind of text it is, in words: for what columns and their authors belong to. */
  style: readonly string[]
}

/** A text that belongs to some target: the lines of a head, a byline, a caption. */
export interface Unit {
  text: string
  /** The places of its first and last item. */
  first: number
  last: number
}

const MAX_BETWEEN = 3

/** The page as links are judged on it: where things stand, and whose words are whose. */
export class LinkView {
  readonly items: readonly PageItem[]
  readonly targets: readonly Target[]
  /** The places of heads that have been linked, by target. */
  readonly heads = new Map<number, { first: number; last: number; hasKicker: boolean; hasDeck: boolean }>()
  readonly #ties: WordTies
  readonly #known = new Map<string, number[]>()
  readonly #stretches = new Map<number, string>()

  constructor(items: readonly PageItem[], targets: readonly Target[]) {
    this.items = items
    this.targets = targets
    this.#ties = new WordTies(targets.map((target) => target.text))
  }

  /** How strongly words tie a text to each target. */
  ties(text: string): readonly number[] {
    const known = this.#known.get(text) ?? this.#ties.of(text)
    this.#known.set(text, known)
    return known
  }

  /** Where a unit stands to a stretch of the page: before or after, and what is between. */
  position(unit: Unit, to: { first: number; last: number }): string {
    if (unit.last < to.first) return `before:${this.#between(unit.last + 1, to.first)}`
    if (unit.first > to.last) return `after:${this.#between(to.last + 1, unit.first)}`
    return 'inside'
  }

  #between(from: number, to: number): string {
    if (to - from > MAX_BETWEEN) return to - from > 12 ? 'far' : 'apart'
    const key = from * 16 + to - from
    const known = this.#stretches.get(key)
    if (known !== undefined) return known
    const kinds = this.items.slice(Math.ceil(from), Math.ceil(to)).map(kindOf).join('+')
    this.#stretches.set(key, kinds)
    return kinds
  }
}

const HEAD = ['headline', 'kicker', 'deck']

function kindOf(item: PageItem): string {
  if (item.type !== 'display') return item.type
  const { role } = item as DisplayLine
  return HEAD.includes(role) ? 'head' : role
}

export const TIES = [0, 0.15, 0.3, 0.5, 0.8, 1.2, 1.8]
export const TIE_SUMS = [0, 1, 2, 4, 7, 11, 16, 25]
const TARGET_SIZES = [40, 90, 150, 250, 400, 700]

/** What holds of any unit and target: shared words, place, and the target's kind. `of` names the unit's kind. */
export function linkFeatures(unit: Unit, index: number, view: LinkView, of: string): Set<string> {
  const features = new Set<string>()
  const add = (name: string, ...holds: unknown[]) => {
    if (holds.every(Boolean)) features.add(`${of}:${name}`)
  }
  const target = view.targets[index]!
  const row = view.ties(unit.text)
  const tie = row[index]!
  const size = squash(unit.text).length
  let best = 0
  let better = 0
  row.forEach((each, i) => {
    if (i === index) return
    best = Math.max(best, each)
    if (each > tie) better += 1
  })
  const lead = bucket((tie - best) / (Math.max(tie, best) + 0.5), [-0.6, -0.3, -0.05, 0.05, 0.25, 0.5, 0.75])
  const position = view.position(unit, target)
  const kind = target.isCaption
    ? 'caption'
    : target.startsNews
      ? 'news'
      : target.photoLike
        ? 'photo'
        : target.leadLike
          ? 'lead'
          : 'plain'
  add('')
  add(`tie=${bucket(tie / (size + 1), TIES)}`)
  add(`tie-sum=${bucket(tie, TIE_SUMS)}`)
  add(`lead=${lead}`)
  add(`lead=${lead}&tie=${bucket(tie, [0, 2, 7, 16])}`)
  add(`rank=${Math.min(better, 4)}`)
  add(`position=${position}`)
  add(`position=${position}&rank=${Math.min(better, 2)}`)
  add(`kind=${kind}`)
  add(`kind=${kind}&tie=${bucket(tie, [0, 2, 7])}`)
  add(`kind=${kind}&position=${position.split(':')[0]}&near=${!/far|apart/.test(position)}`)
  // how long stories are differs from paper to paper: only a head depends on it
  add(`size=${bucket(target.size, TARGET_SIZES)}`, of === 'head')
  add(`credited=${target.credit !== undefined}`, of !== 'caption')
  add(`subhead=${target.hasSubhead}`)
  const head = view.heads.get(index)
  add(`headed=${head !== undefined}`)
  if (head) add(`to-head=${view.position(unit, head)}`)
  if (head) add(`to-head=${view.position(unit, head)}&kind=${kind}`)
  return features
}
