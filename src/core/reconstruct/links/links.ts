import { squash } from '../../language/characters.ts'
import { ChoiceModel, logShares } from '../learned/choice-model.ts'
import weights from '../model/links.json' with { type: 'json' }
import { bucket } from '../roles/page-view.ts'
import { assign } from './assignment.ts'
import { type LinkView, linkFeatures, type Unit } from './link-view.ts'
import { longestShared } from './word-ties.ts'

/** What a section, a byline, a credit or a caption belongs to. */
export interface Link<T> {
  item: T
  target: number
  confidence: number
}

/** No page has more; an assignment of thousands would take minutes. */
const MAX_UNITS = 100
/** What a link is worth above none at all: there is something that a label belongs to. */
const ABOVE_NONE = 9

const LINKS = new ChoiceModel(weights)

/** What a label or a caption is, in a word, and what else it shows. */
export type Labelled = Unit & { kind: string; features: readonly string[] }

/** For each target the logarithm of the chance that the unit is its. */
const chancesOf = (unit: Labelled, view: LinkView, of: string): number[] =>
  logShares(view.targets.map((_, i) => LINKS.score(unitFeatures(unit, i, view, of))))

/** By what a link of a label or a caption is judged: words, place, and what the unit itself shows. */
export function unitFeatures(unit: Labelled, index: number, view: LinkView, of: string): Set<string> {
  const features = linkFeatures(unit, index, view, of)
  const target = view.targets[index]!
  const kind = target.isCaption ? 'caption' : target.startsNews ? 'news' : target.leadLike ? 'lead' : 'plain'
  const head = view.heads.get(index)
  const add = (name: string) => features.add(`${of}:${name}`)
  for (const own of unit.features) add(`${own}&kind=${kind}`)
  add(`kicker=${head?.hasKicker},deck=${head?.hasDeck}`)
  if (of === 'caption') {
    const solid = squash(unit.text)
    const runs = view.targets.map(({ text }) => longestShared(solid, text))
    const others = Math.max(0, ...runs.filter((_, i) => i !== index))
    const longest = bucket(runs[index]!, [1, 2, 3, 4, 5, 6, 8, 11])
    add(`longest=${longest}`)
    add(`longest=${longest}&kind=${kind}`)
    add(`longer=${bucket(runs[index]! - others, [-5, -3, -2, -1, 0, 1, 2, 4])}`)
    addMates(unit, index, view, add)
    const named = view.targets.map((_, i) => longestShared(solid, headWords(i, view)))
    const rest = Math.max(0, ...named.filter((_, i) => i !== index))
    add(`named=${bucket(named[index]!, [1, 2, 3, 4])}&kind=${kind}`)
    add(`named-longer=${bucket(named[index]! - rest, [-3, -2, -1, 0, 1, 2, 3])}`)
    return features
  }
  for (const each of target.style) {
    add(`style:${each}`)
    add(`style:${each}&own=${unit.kind}`)
  }
  for (const own of unit.features) add(`${own}&credited=${target.credit !== undefined}`)
  for (const each of headStyle(index, view)) {
    add(`style:head=${each}`)
    add(`style:head=${each}&own=${unit.kind}`)
  }
  return features
}

const ASKS = /[？?]|为何|为什么|怎样|怎么|如何|吗$/u

/** What kind of head a target has: a list of short news has none, an answer asks. */
function headStyle(index: number, view: LinkView): string[] {
  const words = headWords(index, view)
  if (words === '') return ['none']
  return [
    `asks=${ASKS.test(words)}`,
    `quotes=${/[“《]/u.test(words)}`,
    `size=${bucket(words.length, [5, 8, 12, 17, 24])}`,
    `digits=${/\d/.test(words)}`,
  ]
}

/** More lines than a head has are of several heads. */
const MOST_HEAD_LINES = 8

function headWords(index: number, { heads, items }: LinkView): string {
  const head = heads.get(index)
  if (!head || head.last - head.first >= MOST_HEAD_LINES) return ''
  return items
    .slice(head.first, head.last + 1)
    .map((item) => (item.type === 'display' ? squash(item.text.text) : ''))
    .join('|')
}

/** The captions right beside it, which mostly go with it: how much longer their words are in this target than in the others. */
function addMates(unit: Labelled, index: number, view: LinkView, add: (name: string) => void) {
  for (const [name, at] of Object.entries({ before: unit.first - 1, after: unit.last + 1 })) {
    const mate = view.items[at]
    if (mate?.type !== 'caption') continue
    const runs = view.targets.map(({ text }) => longestShared(squash(mate.text.text), text))
    const others = Math.max(0, ...runs.filter((_, i) => i !== index))
    add(`mate-${name}-longer=${bucket(runs[index]! - others, [-5, -3, -2, -1, 0, 1, 2, 4])}`)
    add(`mate-longer=${bucket(runs[index]! - others, [-3, -1, 0, 1, 3])}`)
  }
}

/** Gives each unit a target of its own, all at once; `lost` found none. */
export function assignLinks<T>(
  items: readonly T[],
  unitOf: (item: T) => Labelled,
  view: LinkView,
  of: string,
): { links: Link<T>[]; lost: T[] } {
  const known = items.slice(0, MAX_UNITS)
  const lost = items.slice(MAX_UNITS)
  if (view.targets.length === 0) return { links: [], lost: [...items] }
  const chances = known.map((item) => chancesOf(unitOf(item), view, of))
  const weights = chances.map((row) => row.map((each) => each + ABOVE_NONE))
  const columns = assign(weights.map((row) => [...row, ...known.map(() => 0)]))
  const links: Link<T>[] = []
  known.forEach((item, i) => {
    const target = columns[i]!
    const taken = target >= 0 && target < view.targets.length && weights[i]![target]! > 0
    if (taken) links.push({ item, target, confidence: round(Math.exp(chances[i]![target]!)) })
    else lost.push(item)
  })
  return { links, lost }
}

/** Gives each unit the likeliest target, whether others have it or not. */
export function likeliestLinks<T>(
  items: readonly T[],
  unitOf: (item: T) => Labelled,
  view: LinkView,
  of: string,
): Link<T>[] {
  return items.flatMap((item) => {
    const chances = chancesOf(unitOf(item), view, of)
    const target = chances.indexOf(Math.max(...chances))
    return target < 0 ? [] : [{ item, target, confidence: round(Math.exp(chances[target]!)) }]
  })
}

const round = (chance: number) => Math.round(chance * 100) / 100
