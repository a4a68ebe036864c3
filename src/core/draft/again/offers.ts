/** What can be done with more text than a page holds: smaller type, cuts, or another page for the rest. */
import type { PageDoc } from '../../doc/schema.ts'
import type { DraftComposer } from '../composer.ts'
import type { CutArticle, Proposal } from '../layout/types.ts'
import type { Template } from '../template.ts'
import { applyCuts, type Cut, cutList } from './cut-list.ts'
import { drawAgain, proposeAgain, readStandingPage } from './lay-out-again.ts'
import { withSmallerType } from './smaller-type.ts'

export type Offer =
  /** The whole page in this size, laid out. */
  | { kind: 'smaller-type'; bodyPt: number; doc: PageDoc }
  /** The page without these paragraphs, laid out. */
  | { kind: 'cut'; cuts: Cut[]; lines: number; characters: number; doc: PageDoc }
  /** These articles go to a page of their own. */
  | { kind: 'another-page'; articles: CutArticle[] }

/** Steps from the page's own size down to the least that a newspaper is set in. */
const STEPS_PT = [0.5, 1, 1.5]
const LEAST_BODY_PT = 7.5
/** A cut list that proves too short is tried again for so much more. */
const MORE = [1, 1.2, 1.5]

/** For a page whose best proposal leaves articles out; nothing for one that has room. */
export function offersFor(
  doc: PageDoc,
  { cut }: Proposal,
  templates: readonly Template[],
  composer: DraftComposer,
): Offer[] {
  if (cut.length === 0) return []
  const layOut = (page: PageDoc): PageDoc | undefined => {
    const standing = readStandingPage(page, templates)
    const best = proposeAgain(standing, composer, { count: 1 }).proposals[0]
    return best.cut.length === 0 ? drawAgain(page, standing, composer, best) : undefined
  }
  const left = Object.keys(doc.articles).length > cut.length
  return [
    ...offerSmaller(doc, layOut),
    ...offerCuts(doc, cut, templates, composer, layOut),
    ...(left ? [{ kind: 'another-page' as const, articles: cut }] : []),
  ]
}

type LayOut = (page: PageDoc) => PageDoc | undefined

/** The greatest size in which all finds room. */
function offerSmaller(doc: PageDoc, layOut: LayOut): Offer[] {
  for (const step of STEPS_PT) {
    const bodyPt = doc.setup.bodyPt - step
    if (bodyPt < LEAST_BODY_PT) return []
    const laid = layOut(withSmallerType(doc, bodyPt))
    if (laid) return [{ kind: 'smaller-type', bodyPt, doc: laid }]
  }
  return []
}

function offerCuts(
  doc: PageDoc,
  cut: readonly CutArticle[],
  templates: readonly Template[],
  composer: DraftComposer,
  layOut: LayOut,
): Offer[] {
  const standing = readStandingPage(doc, templates)
  const rows = cut.reduce((sum, { columnRows }) => sum + columnRows, 0)
  for (const more of MORE) {
    const cuts = cutList(doc, standing, composer, Math.ceil(rows * more))
    const laid = cuts.length > 0 ? layOut(applyCuts(doc, cuts)) : undefined
    if (!laid) continue
    const total = (of: (cut: Cut) => number) => cuts.reduce((sum, each) => sum + of(each), 0)
    const lines = total((each) => each.lines)
    return [{ kind: 'cut', cuts, lines, characters: total((each) => each.characters), doc: laid }]
  }
  return []
}
