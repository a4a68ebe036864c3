/**
 * Lets the models that were trained on our own articles go on with other pages. The examples are what the models
 * before them make of those pages, which they have never seen: so they err there as they do on any new page. Roles,
 * story breaks and all about captions stay as they are (README.md of the reconstruction says why).
 */
import type { ChainData } from '../../src/core/reconstruct/learned/chain-model.ts'
import type { ModelData } from '../../src/core/reconstruct/learned/log-linear.ts'
import { findFacts } from '../../src/core/reconstruct/page-parts.ts'
import { type Choice, trainChoices } from './choice-training.ts'
import { headExamples, joinExamples, linkExamples, subheadExamples } from './examples.ts'
import type { DrawnPage } from './gold.ts'
import { type Example, trainLogLinear } from './log-linear-training.ts'
import { labelledLinesOf } from './stages.ts'
import type { TrainingOptions } from './training.ts'

const YES_NO = ['subheads', 'joins', 'heads'] as const
const LABELS = ['section', 'byline', 'credit']
const KEPT = ['roles', 'breaks', 'captions'] as const
export const MODELS = [...YES_NO, 'links', ...KEPT] as const

export type Models = Record<Exclude<(typeof MODELS)[number], 'roles'>, ModelData> & { roles: ChainData }

/** What there is to learn from some pages. */
export type Lessons = Record<(typeof YES_NO)[number], Example[]> & Record<'labels', Choice[]>

/** How far the pages move a model: in so many rounds, by so much. */
export type Pace = Required<Pick<TrainingOptions, 'epochs' | 'rate'>>
export type Paces = Record<keyof Lessons, Pace>

/** As `choose-paces` finds them. */
export const PACES: Paces = {
  subheads: { epochs: 2, rate: 0.03 },
  joins: { epochs: 6, rate: 0.05 },
  heads: { epochs: 2, rate: 0.03 },
  labels: { epochs: 6, rate: 0.05 },
}
/** No feature is added, and every weight is drawn back to where it began. */
const GOING_ON = { minSources: 99, inertia: 1 }
const OPTIONS: Record<keyof Lessons, TrainingOptions> = {
  subheads: { ...GOING_ON, penalty: 1e-4 },
  joins: { ...GOING_ON, penalty: 1e-4 },
  heads: { ...GOING_ON, penalty: 1e-5 },
  labels: { ...GOING_ON, penalty: 5e-3, orders: 10 },
}

export function lessonsOf(pages: readonly DrawnPage[]): Lessons {
  const read = pages.map((page) => {
    const lines = labelledLinesOf(page)
    return { page, lines, facts: findFacts(lines) }
  })
  return {
    subheads: read.flatMap(({ page, lines }) => subheadExamples(page, lines)),
    joins: read.flatMap(({ page, lines }) => joinExamples(page, lines)),
    heads: read.flatMap(({ page, facts }) => headExamples(page, facts)),
    labels: read.flatMap(({ page, facts }) => linkExamples(page, facts, LABELS)),
  }
}

/** The lessons without anything that tells of some articles: neither what they are nor what they are not. */
export function withoutArticles(lessons: Lessons, ids: ReadonlySet<string>): Lessons {
  const isOther = ({ of }: { of: readonly string[] }) => !of.some((id) => ids.has(id))
  const kept = Object.fromEntries(YES_NO.map((name) => [name, lessons[name].filter(isOther)]))
  const labels = lessons.labels
    .map(({ options }) => ({ options: options.filter(isOther) }))
    .filter(({ options }) => options.some(({ meant }) => meant))
  return { ...(kept as Record<(typeof YES_NO)[number], Example[]>), labels }
}

export function adaptModels(own: Models, lessons: Lessons, paces = PACES): Models {
  const options = (name: keyof Lessons) => ({ ...OPTIONS[name], ...paces[name] })
  const yesNo = YES_NO.map((name) => [name, trainLogLinear(lessons[name], options(name), own[name])])
  return {
    ...own,
    ...(Object.fromEntries(yesNo) as Record<(typeof YES_NO)[number], ModelData>),
    links: trainChoices(lessons.labels, options('labels'), own.links),
  }
}
