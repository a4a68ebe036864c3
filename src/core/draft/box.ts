/**
 * A boxed column: its column head over the text in the middle, up to two captioned pictures at the sides,
 * all inside one hairline box across the page.
 */
import type { Paragraph } from '../doc/schema.ts'
import type { Article } from '../reconstruct/types.ts'
import type { Em, Pt } from '../units.ts'
import type { Desk } from './desk.ts'
import type { Legs } from './grid.ts'
import type { HeadPlan } from './head.ts'
import { placeHead, planHead } from './head.ts'
import { bodyParagraphs } from './manuscript.ts'
import { BYLINE_ROWS, bylineParagraphs, captionParagraph, keepUnplaced, placePicture } from './module.ts'

const SECTION_ROWS = 5
/** One row above and one below inside the box. */
const INSET_ROWS = 1
const TILE_PT = 34
const TILE_PITCH_PT = 39
const BOX_STROKE_PT = 0.75

export interface BoxPlan {
  article: Article
  head: HeadPlan
  paragraphs: Paragraph[]
  captions: Paragraph[][]
  textEm: Em
  legs: Legs
  legRows: number
  captionRows: number
  pictureEm: Em
  rows: number
}

/** A box cut shorter than this holds its head and nothing else. */
const LEAST_ROWS = 14

/** Legs of text in the middle when pictures stand beside it. */
const MIDDLE_LEGS = 2

export function planBox(desk: Desk, article: Article): BoxPlan {
  const { page, grid, composer } = desk
  const gutter = grid.setup.gutterEm
  const inside = grid.spanEm(grid.setup.columns) - 2 * page.template.look.boxInsetEm
  const captions = article.captions.slice(0, 2).map(captionParagraph)
  // Further captions share the second picture's place, so that no text is left out.
  for (const more of article.captions.slice(2)) captions[1]?.push(...captionParagraph(more))
  const wanted = article.measureEm ?? grid.setup.columnEm
  const textEm =
    captions.length === 0 ? inside : Math.min(inside * 0.6, MIDDLE_LEGS * wanted + (MIDDLE_LEGS - 1) * gutter)
  const legs = grid.legs(textEm, wanted)
  const pictureEm = captions.length === 0 ? 0 : (inside - textEm) / captions.length - gutter
  const head = planHead(article, { id: article.id, span: 3, widthEm: textEm, voice: 'song' }, desk)
  const paragraphs = bodyParagraphs(article, page, composer, legs.measureEm)
  const legRows =
    paragraphs.length > 0 ? composer.legRows(page.doc, paragraphs, legs.measureEm, legs.count) : 0
  const captionRows = captions.reduce(
    (most, caption) => Math.max(most, composer.legRows(page.doc, caption, pictureEm, 1)),
    0,
  )
  const byline = article.byline === undefined ? 0 : BYLINE_ROWS
  const text = headRows(article, head) + byline + legRows
  const least = captions.length > 0 ? captionRows + 10 : 0
  const rows = Math.max(text, least) + 2 * INSET_ROWS
  return { article, head, paragraphs, captions, textEm, legs, legRows, captionRows, pictureEm, rows }
}

const headRows = (article: Article, head: HeadPlan): number =>
  (article.section === undefined ? 0 : SECTION_ROWS + 1) + head.rows + (head.rows > 0 ? 1 : 0)

export function placeBox(desk: Desk, plan: BoxPlan, row: number, limit: number): void {
  const { page, grid } = desk
  const { article } = plan
  const { left, gutterEm, columns } = grid.setup
  const inset = page.template.look.boxInsetEm
  const rows = Math.min(plan.rows, limit - row)
  if (rows < Math.min(plan.rows, LEAST_ROWS)) {
    keepUnplaced(page, plan, sectionParagraphs(article, 'section'))
    return
  }
  page.frame(`${article.id}-box`, grid.box(left, row, grid.spanEm(columns), rows), {
    kind: 'shape',
    stroke: 'black',
    strokePt: BOX_STROKE_PT,
    article: article.id,
  })
  const first = row + INSET_ROWS
  const firstPicture = plan.captions[0]
  const textX = left + grid.pt(inset + (firstPicture ? plan.pictureEm + gutterEm : 0))
  const pictureRows = rows - 2 * INSET_ROWS - plan.captionRows
  plan.captions.forEach((caption, i) => {
    const x = i === 0 ? left + grid.pt(inset) : textX + grid.pt(plan.textEm + gutterEm)
    placePicture(desk, article.id, i + 1, caption, x, first, plan.pictureEm, pictureRows, plan.captionRows)
  })
  placeText(desk, plan, textX, first, row + rows - INSET_ROWS)
}

function placeText(desk: Desk, plan: BoxPlan, x: Pt, row: number, limit: number): void {
  const { page, grid } = desk
  const { article, legs, head } = plan
  let next = row
  if (article.section !== undefined) {
    placeColumnHead(desk, article, x, next, plan.textEm)
    next += SECTION_ROWS + 1
  }
  if (head.rows > 0) {
    placeHead(desk, head, { id: article.id, span: 3, widthEm: plan.textEm, voice: 'song' }, x, next)
    next += head.rows + 1
  }
  if (article.byline !== undefined) {
    const line = grid.box(x, next, plan.textEm, 1)
    page.story(`${article.id}-byline`, 'byline', bylineParagraphs(article, page), [line], {
      article: article.id,
      vertical: 'grid',
    })
    next += BYLINE_ROWS
  }
  if (plan.paragraphs.length === 0) return
  const rows = Math.min(plan.legRows, limit - next)
  const boxes = grid.legBoxes(x, next, legs, rows)
  page.story(`${article.id}-body`, 'body', plan.paragraphs, boxes, { article: article.id, vertical: 'grid' })
}

function sectionParagraphs(article: Article, style: string): Paragraph[] {
  if (article.section === undefined) return []
  return [{ style, runs: [{ text: article.section }], from: [...(article.from.section?.from ?? [])] }]
}

/** 栏目: white characters on tiles, between two hairlines. */
function placeColumnHead({ page, grid }: Desk, article: Article, x: Pt, row: number, widthEm: Em): void {
  const box = grid.box(x, row, widthEm, SECTION_ROWS)
  const section = article.section ?? ''
  const count = [...section].length
  const scale = Math.min(1, box.width / (count * TILE_PITCH_PT))
  const pitch = TILE_PITCH_PT * scale
  const tile = TILE_PT * scale
  const middle = box.y + box.height / 2
  const start = box.x + (box.width - (count * pitch - (pitch - tile))) / 2
  for (let i = 0; i < count; i++) {
    const at = { x: start + i * pitch, y: middle - tile / 2, width: tile, height: tile }
    page.frame(`${article.id}-tile-${i + 1}`, at, { kind: 'shape', fill: 'accent', article: article.id })
  }
  const air = 9
  const side = start - air - box.x
  if (side > 12) {
    const end = start + count * pitch - (pitch - tile) + air
    page.rule(`${article.id}-tile-rule-1`, { x: box.x, y: middle, width: side, height: 0 }, 0.5, 'accent')
    page.rule(`${article.id}-tile-rule-2`, { x: end, y: middle, width: side, height: 0 }, 0.5, 'accent')
  }
  const sizePt = 25 * scale
  const style = page.styleAt(`${article.id}-section`, 'section', {
    sizePt,
    leadingPt: tile,
    trackingEm: (pitch - sizePt) / sizePt,
  })
  page.story(`${article.id}-section`, 'section', sectionParagraphs(article, style), [box], {
    article: article.id,
    vertical: 'center',
  })
}
