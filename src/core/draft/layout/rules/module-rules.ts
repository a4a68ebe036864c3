/** Inside each module: parts on the grid and off each other, pictures at home, legs even, boxes whole. */
import type { Finding, Module, Part } from '../types.ts'
import { LEAST_LEG_ROWS, LEAST_PHOTO_LEG_ROWS, SAME_EM } from '../weights.ts'
import { broken, type PageView, partsOverlap, type Rule } from './view.ts'

const HAIR_EM = 0.01

const spanEm = ({ columnEm, gutterEm }: PageView, span: number): number =>
  span * columnEm + (span - 1) * gutterEm

/** All parts of a module, pictures with their captions. */
function partsOf({ shape }: Module): Part[] {
  const pictures = shape.pictures.map((picture) => ({
    ...picture,
    rows: picture.rows + picture.captionRows,
  }))
  return [shape.section, shape.head, shape.byline, ...pictures, ...shape.legs].filter(
    (part) => part !== undefined,
  )
}

const each = (page: PageView, rule: string, isBroken: (module: Module) => boolean): Finding[] =>
  page.modules.filter(isBroken).map(({ article }) => broken(rule, [article]))

/** Whole columns and rows; parts within their module and off each other. */
export const onTheGrid: Rule = (page) =>
  each(page, 'off-the-grid', (module) => {
    const { column, row, shape } = module
    const parts = partsOf(module)
    const whole = [column, row, shape.span, shape.rows, ...parts.flatMap((part) => [part.row, part.rows])]
    const width = spanEm(page, shape.span)
    const inside = (part: Part) =>
      part.xEm > -HAIR_EM &&
      part.xEm + part.widthEm < width + HAIR_EM &&
      part.row >= 0 &&
      part.row + part.rows <= shape.rows
    return !whole.every(Number.isInteger) || !parts.every(inside)
  })

export const partsApart: Rule = (page) =>
  each(page, 'parts-overlap', (module) => {
    const parts = partsOf(module)
    return parts.some((a, i) => parts.slice(i + 1).some((b) => partsOverlap(a, b)))
  })

/** A head runs over all legs of its story. */
export const headSpansLegs: Rule = (page) =>
  each(page, 'head-narrower-than-text', ({ shape: { head, legs } }) => {
    if (head === undefined) return false
    return legs.some(
      (leg) => leg.xEm < head.xEm - HAIR_EM || leg.xEm + leg.widthEm > head.xEm + head.widthEm + HAIR_EM,
    )
  })

/** Legs read left to right from about one row down to one foot, and none is a mere scrap. */
export const legsEven: Rule = (page) =>
  each(page, 'legs-uneven', ({ shape: { legs } }) => {
    const feet = legs.map((leg) => leg.row + leg.rows)
    const ordered = legs.every((leg, i) => i === 0 || leg.xEm > (legs[i - 1] as Part).xEm)
    return legs.length > 0 && (!ordered || Math.max(...feet) - Math.min(...feet) > 1)
  })

export const legsDeepEnough: Rule = (page) => {
  const kinds = new Map(page.ranked.map(({ article }) => [article.id, article.kind]))
  return each(page, 'legs-shallow', ({ article, shape: { legs } }) => {
    const least = kinds.get(article) === 'photo' ? LEAST_PHOTO_LEG_ROWS : LEAST_LEG_ROWS
    return legs.length > 1 && Math.max(...legs.map(({ rows }) => rows)) < least
  })
}

/** Where the page's grid is the printed one, stories have the measures that they had in print. */
export const measuresAsPrinted: Rule = (page) => {
  const printed = new Map(page.ranked.map(({ article, printedEm }) => [article.id, printedEm]))
  return each(page, 'measure-not-as-printed', ({ article, shape: { legs } }) => {
    const em = printed.get(article)
    return em !== undefined && legs.some(({ widthEm }) => Math.abs(widthEm - em) > SAME_EM)
  })
}

/** Each picture has its caption below it, and no text ends above one. */
export const picturesAtHome: Rule = (page) => {
  const captions = new Map(page.ranked.map(({ article }) => [article.id, article.captions.length]))
  return each(page, 'picture-not-at-home', ({ article, shape }) => {
    const missing = shape.pictures.length !== (captions.get(article) ?? 0)
    return missing || shape.pictures.some(({ captionRows, rows }) => captionRows < 1 || rows < 1)
  })
}

export const noPictureAtFoot: Rule = (page) =>
  each(page, 'picture-ends-leg', ({ shape: { legs, pictures } }) =>
    pictures.some((picture) =>
      legs.some(
        (leg) =>
          leg.row < picture.row &&
          leg.row + leg.rows <= picture.row + 1 &&
          leg.xEm < picture.xEm + picture.widthEm &&
          picture.xEm < leg.xEm + leg.widthEm,
      ),
    ),
  )

/** A box holds its whole story, inset on all sides. */
export const boxesWhole: Rule = (page) =>
  each(page, 'box-not-whole', (module) => {
    const { shape } = module
    if (!shape.boxed) return false
    const width = spanEm(page, shape.span)
    return partsOf(module).some(
      (part) =>
        part.row < 1 ||
        part.row + part.rows > shape.rows - 1 ||
        part.xEm < HAIR_EM ||
        part.xEm + part.widthEm > width - HAIR_EM,
    )
  })
