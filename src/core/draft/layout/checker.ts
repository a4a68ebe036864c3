/** The checker: named rules that any page of modules is held against. */
import { leadLeads, noHeadsTouch, ranksInOrder } from './rules/head-rules.ts'
import {
  boxesWhole,
  headSpansLegs,
  legsDeepEnough,
  legsEven,
  measuresAsPrinted,
  noPictureAtFoot,
  onTheGrid,
  partsApart,
  picturesAtHome,
} from './rules/module-rules.ts'
import { picturesApart, picturesSpread } from './rules/picture-rules.ts'
import { eachArticleOnce, insideTypeArea, noHoles, noOverlap, nothingOverset } from './rules/place-rules.ts'
import { noBandThrough, noColumnThrough } from './rules/seam-rules.ts'
import type { PageView, Rule } from './rules/view.ts'
import type { Finding } from './types.ts'

/** What depends on where modules stand; the search weighs these. */
const PLACING: readonly Rule[] = [
  noHoles,
  noColumnThrough,
  noBandThrough,
  noHeadsTouch,
  leadLeads,
  ranksInOrder,
  picturesApart,
  picturesSpread,
]

/** What a page of the engine's own shapes keeps in any case, and one made by hand may not. */
const KEPT: readonly Rule[] = [
  noOverlap,
  insideTypeArea,
  eachArticleOnce,
  nothingOverset,
  onTheGrid,
  partsApart,
  headSpansLegs,
  legsEven,
  legsDeepEnough,
  measuresAsPrinted,
  picturesAtHome,
  noPictureAtFoot,
  boxesWhole,
]

export const weigh = (page: PageView): Finding[] => PLACING.flatMap((rule) => rule(page))

export const check = (page: PageView): Finding[] => [...KEPT, ...PLACING].flatMap((rule) => rule(page))
