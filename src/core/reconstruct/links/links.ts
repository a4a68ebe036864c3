import { squash } from '../../language/characters.ts'
import { LinkModel } from '../learned/link-model.ts'
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

const LINKS = new LinkModel(weights)

export type Labelled = Unit & { features?: readonly string[] }

const oddsOf = (unit: Labelled, view: LinkView, of: string): number[] =>
  view.targets.map((_, i) => LINKS.odds(unitFeatures(unit, i, view, of)))

/** By what a link of a label or a caption is judged: words, place, and what the unit itself shows. */
export function unitFeatures(unit: Labelled, index: number, view: LinkView, of: string): Set<string> {
  const features = linkFeatures(unit, index, view, of)
  const target = view.targets[index]!
  const kind = target.isCaption ? 'caption' : target.startsNews ? 'news' : target.leadLike ? 'lead' : 'plain'
  for (const own of unit.features ?? []) features.add(`${of}:${own}&kind=${kind}`)
  if (of === 'caption') {
    const longest = bucket(longestShared(squash(unit.text), target.text), [1, 2, 3, 4, 5, 6, 8, 11])
    features.add(`${of}:longest=${longest}`)
    features.add(`${of}:longest=${longest}&kind=${kind}`)
  }
  if (of !== 'caption') {
    for (const each of target.style) features.add(`${of}:${each}`)
    for (const own of unit.features ?? [])
      features.add(`${of}:${own}&credited=${target.credit !== undefined}`)
  }
  const head = view.heads.get(index)
  features.add(`${of}:kicker=${head?.hasKicker},deck=${head?.hasDeck}`)
  return features
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
  const odds = known.map((item) => oddsOf(unitOf(item), view, of))
  const weights = odds.map((row) => row.map((each) => each + ABOVE_NONE))
  const columns = assign(weights.map((row) => [...row, ...known.map(() => 0)]))
  const links: Link<T>[] = []
  known.forEach((item, i) => {
    const target = columns[i]!
    const taken = target >= 0 && target < view.targets.length && weights[i]![target]! > 0
    if (taken) links.push({ item, target, confidence: shareOf(odds[i]!, target) })
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
    const odds = oddsOf(unitOf(item), view, of)
    const target = odds.indexOf(Math.max(...odds))
    return target < 0 ? [] : [{ item, target, confidence: shareOf(odds, target) }]
  })
}

/** The chance of a target among all, each by its odds. */
function shareOf(odds: readonly number[], target: number): number {
  const total = odds.reduce((sum, each) => sum + Math.exp(each), 0)
  return Math.round((Math.exp(odds[target]!) / (total || 1)) * 100) / 100
}
