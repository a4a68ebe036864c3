/**
 * A module: all frames of one article in one rectangle of the grid: head, byline, body in equal legs. Planned
 * first (how many rows it needs), placed when its row is known.
 */
import type { Paragraph, Story } from '../doc/schema.ts'
import type { Article } from '../reconstruct/types.ts'
import type { Em, Pt } from '../units.ts'
import type { DraftComposer } from './composer.ts'
import type { Grid, Legs } from './grid.ts'
import { type HeadPlan, type HeadWish, placeHead, planHead } from './head.ts'
import { bodyParagraphs } from './manuscript.ts'
import type { PageBuilder } from './page-builder.ts'

/** A captioned picture takes the whole width above the text where no box gives it a place of its own. */
export interface ModulePlan {
  article: Article
  wish: HeadWish
  head: HeadPlan
  byline: Paragraph[]
  paragraphs: Paragraph[]
  captions: Paragraph[][]
  legs: Legs
  legRows: number
  pictureRows: number
  rows: number
}

/** The byline takes a row of its own and leaves one free below. */
export const BYLINE_ROWS = 2

export interface Desk {
  page: PageBuilder
  grid: Grid
  composer: DraftComposer
}

export function planModule(desk: Desk, article: Article, wish: HeadWish): ModulePlan {
  const { page, grid, composer } = desk
  const legs = grid.legs(wish.widthEm, article.measureEm ?? grid.setup.columnEm)
  const head = planHead(article, wish, page, grid)
  const byline = bylineParagraphs(article, page)
  const paragraphs = bodyParagraphs(article, page, composer, legs.measureEm)
  const legRows =
    paragraphs.length > 0 ? composer.legRows(page.doc, paragraphs, legs.measureEm, legs.count) : 0
  const captions = article.captions.map(captionParagraph)
  const pictureRows = captions.length > 0 ? pictureRowsFor(desk, wish.widthEm, captions) : 0
  const bylineRows = byline.length > 0 ? BYLINE_ROWS : 0
  const rows = head.rows + bylineRows + pictureRows + legRows
  return { article, wish, head, byline, paragraphs, captions, legs, legRows, pictureRows, rows }
}

export const captionParagraph = (caption: Article['captions'][number]): Paragraph[] => [
  { style: 'caption', runs: [{ text: caption.text }], from: [...caption.from] },
]

function pictureRowsFor({ page, grid, composer }: Desk, widthEm: Em, captions: Paragraph[][]): number {
  const each = grid.legs(widthEm, (widthEm + grid.setup.gutterEm) / captions.length - grid.setup.gutterEm)
  const height = grid.pt(each.measureEm) / page.template.look.pictureRatio
  const picture = Math.min(24, Math.ceil(height / grid.setup.leadingPt))
  const caption = Math.max(...captions.map((text) => composer.legRows(page.doc, text, each.measureEm, 1)))
  return picture + caption + 1
}

export function bylineParagraphs(article: Article, page: PageBuilder): Paragraph[] {
  if (article.byline === undefined) return []
  const runs = [{ text: page.template.look.marker, style: 'marker' }, { text: article.byline }]
  return [{ style: 'byline', runs, from: [...(article.from.byline?.from ?? [])] }]
}

/** Fewer rows of text than this below a head are not worth beginning a module. */
const LEAST_TEXT_ROWS = 2

/** Puts the module's frames at column edge `x` and `row`; text frames end at `limit`, what is over is overset. */
export function placeModule(desk: Desk, plan: ModulePlan, x: Pt, row: number, limit: number): void {
  const { page, grid } = desk
  const { article, wish, legs } = plan
  const on = { article: article.id, vertical: 'grid' as const }
  if (row + plan.rows - plan.legRows + LEAST_TEXT_ROWS > limit) {
    keepUnplaced(page, plan)
    return
  }
  placeHead(page, grid, plan.head, wish, x, row)
  let next = row + plan.head.rows
  if (plan.byline.length > 0) {
    page.story(`${article.id}-byline`, 'byline', plan.byline, [grid.box(x, next, wish.widthEm, 1)], on)
    next += BYLINE_ROWS
  }
  if (plan.pictureRows > 0) {
    placePictures(desk, plan, x, next)
    next += plan.pictureRows
  }
  if (plan.paragraphs.length === 0) return
  const rows = Math.min(plan.legRows, limit - next)
  const boxes = grid.legBoxes(x, next, legs, rows)
  page.story(`${article.id}-body`, 'body', plan.paragraphs, boxes, on)
}

/** What has no room on the page keeps its text as stories without frames: overset, and never lost. */
export function keepUnplaced(
  page: PageBuilder,
  plan: Pick<ModulePlan, 'article' | 'head' | 'paragraphs' | 'captions'>,
): void {
  const { article, head } = plan
  const on = { article: article.id, vertical: 'grid' as const }
  const keep = (id: string, role: Story['role'], paragraphs: Paragraph[]) => {
    if (paragraphs.length > 0) page.story(`${article.id}-${id}`, role, paragraphs, [], on)
  }
  if (article.section !== undefined)
    keep('section', 'section', [{ style: 'section', runs: [{ text: article.section }] }])
  keep('kicker', 'kicker', head.kicker)
  keep('headline', 'headline', head.headline)
  keep('deck', 'deck', head.deck)
  keep('byline', 'byline', bylineParagraphs(article, page))
  plan.captions.forEach((caption, i) => {
    keep(`caption-${i + 1}`, 'caption', caption)
  })
  keep('body', 'body', plan.paragraphs)
}

function placePictures(desk: Desk, plan: ModulePlan, x: Pt, row: number): void {
  const { page, grid, composer } = desk
  const { captions, wish, article } = plan
  const each = grid.legs(
    wish.widthEm,
    (wish.widthEm + grid.setup.gutterEm) / captions.length - grid.setup.gutterEm,
  )
  const captionRows = Math.max(...captions.map((text) => composer.legRows(page.doc, text, each.measureEm, 1)))
  captions.forEach((text, i) => {
    const left = x + grid.pt(i * (each.measureEm + grid.setup.gutterEm))
    placePicture(
      desk,
      article.id,
      i + 1,
      text,
      left,
      row,
      each.measureEm,
      plan.pictureRows - captionRows - 1,
      captionRows,
    )
  })
}

/** A picture frame whose edges meet the em boxes of the neighbouring lines, its caption in the rows below. */
export function placePicture(
  { page, grid }: Desk,
  article: string,
  number: number,
  caption: Paragraph[],
  x: Pt,
  row: number,
  widthEm: Em,
  rows: number,
  captionRows: number,
): void {
  const box = grid.box(x, row, widthEm, rows)
  const white = (grid.setup.leadingPt - grid.setup.bodyPt) / 2
  const cut = { ...box, y: box.y + white, height: box.height - 2 * white }
  page.frame(`${article}-picture-${number}`, cut, { kind: 'picture', article })
  const below = grid.box(x, row + rows, widthEm, captionRows)
  page.story(`${article}-caption-${number}`, 'caption', caption, [below], { article, vertical: 'grid' })
}
