/**
 * A module: all frames of one article in one rectangle of the grid: head, byline, body in equal legs. Planned
 * first (how many rows it needs), placed when its row is known.
 */
import type { Paragraph, Story } from '../doc/schema.ts'
import type { Article } from '../reconstruct/types.ts'
import type { Em, Pt } from '../units.ts'
import type { Desk } from './desk.ts'
import type { Legs } from './grid.ts'
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
  pictures: PicturePlan | undefined
  rows: number
}

interface PicturePlan {
  measureEm: Em
  rows: number
  captionRows: number
}

/** Pictures, captions and a free row below. */
const rowsOf = (pictures: PicturePlan | undefined): number =>
  pictures ? pictures.rows + pictures.captionRows + 1 : 0

/** The byline takes a row of its own and leaves one free below. */
export const BYLINE_ROWS = 2

export function planModule(desk: Desk, article: Article, wish: HeadWish): ModulePlan {
  const { page, grid, composer } = desk
  const legs = grid.legs(wish.widthEm, article.measureEm ?? grid.setup.columnEm)
  const head = planHead(article, wish, desk)
  const byline = bylineParagraphs(article, page)
  const paragraphs = bodyParagraphs(article, page, composer, legs.measureEm)
  const legRows =
    paragraphs.length > 0 ? composer.legRows(page.doc, paragraphs, legs.measureEm, legs.count) : 0
  const captions = article.captions.map(captionParagraph)
  const pictures = planPictures(desk, wish.widthEm, captions)
  const bylineRows = byline.length > 0 ? BYLINE_ROWS : 0
  const rows = head.rows + bylineRows + rowsOf(pictures) + legRows
  return { article, wish, head, byline, paragraphs, captions, legs, legRows, pictures, rows }
}

export const captionParagraph = (caption: Article['captions'][number]): Paragraph[] => [
  { style: 'caption', runs: [{ text: caption.text }], from: [...caption.from] },
]

/** The most rows that a picture above a text takes. */
const MOST_PICTURE_ROWS = 24

/** Pictures side by side across the module, each over its caption. */
function planPictures(desk: Desk, widthEm: Em, captions: Paragraph[][]): PicturePlan | undefined {
  if (captions.length === 0) return undefined
  const { page, grid, composer } = desk
  const { gutterEm, leadingPt } = grid.setup
  const { measureEm } = grid.legs(widthEm, (widthEm + gutterEm) / captions.length - gutterEm)
  const height = grid.pt(measureEm) / page.template.look.pictureRatio
  const rows = Math.min(MOST_PICTURE_ROWS, Math.ceil(height / leadingPt))
  const captionRows = Math.max(...captions.map((text) => composer.legRows(page.doc, text, measureEm, 1)))
  return { measureEm, rows, captionRows }
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
  placeHead(desk, plan.head, wish, x, row)
  let next = row + plan.head.rows
  if (plan.byline.length > 0) {
    page.story(`${article.id}-byline`, 'byline', plan.byline, [grid.box(x, next, wish.widthEm, 1)], on)
    next += BYLINE_ROWS
  }
  if (plan.pictures) placePictures(desk, plan, plan.pictures, x, next)
  next += rowsOf(plan.pictures)
  if (plan.paragraphs.length === 0) return
  const rows = Math.min(plan.legRows, limit - next)
  const boxes = grid.legBoxes(x, next, legs, rows)
  page.story(`${article.id}-body`, 'body', plan.paragraphs, boxes, on)
}

/**
 * What has no room on the page keeps its text as stories without frames: overset, and never lost. `section`
 * is a column head that would have stood apart from the head; a module's stands in its kicker.
 */
export function keepUnplaced(
  page: PageBuilder,
  plan: Pick<ModulePlan, 'article' | 'head' | 'paragraphs' | 'captions'>,
  section: Paragraph[] = [],
): void {
  const { article, head } = plan
  const on = { article: article.id, vertical: 'grid' as const }
  const keep = (id: string, role: Story['role'], paragraphs: Paragraph[]) => {
    if (paragraphs.length > 0) page.story(`${article.id}-${id}`, role, paragraphs, [], on)
  }
  keep('section', 'section', section)
  keep('kicker', 'kicker', head.kicker)
  keep('headline', 'headline', head.headline)
  keep('deck', 'deck', head.deck)
  keep('byline', 'byline', bylineParagraphs(article, page))
  plan.captions.forEach((caption, i) => {
    keep(`caption-${i + 1}`, 'caption', caption)
  })
  keep('body', 'body', plan.paragraphs)
}

function placePictures(desk: Desk, plan: ModulePlan, pictures: PicturePlan, x: Pt, row: number): void {
  const { grid } = desk
  const { measureEm, rows, captionRows } = pictures
  plan.captions.forEach((text, i) => {
    const left = x + grid.pt(i * (measureEm + grid.setup.gutterEm))
    placePicture(desk, plan.article.id, i + 1, text, left, row, measureEm, rows, captionRows)
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
