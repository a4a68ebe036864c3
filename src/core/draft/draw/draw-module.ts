/** A module's frames, as its shape says; text that the shape has no place for becomes a story without frames. */
import type { Paragraph, Story } from '../../doc/schema.ts'
import type { Box } from '../../geometry.ts'
import type { Desk } from '../desk.ts'
import { type HeadWish, placeHead, planHead } from '../head.ts'
import type { Module, Part } from '../layout/types.ts'
import type { Manuscript } from '../manuscript.ts'
import { bodyParagraphs, bylineParagraphs, captionParagraphs, storyId } from '../manuscript.ts'
import type { PageBuilder } from '../page-builder.ts'
import { drawColumnHead } from './column-head.ts'

const HAIRLINE_BOX = [{ strokePt: 0.75, insetPt: 0, swatch: 'black' }]

export type Voice = HeadWish['voice']

export function drawModule(desk: Desk, article: Manuscript, module: Module, voice: Voice): void {
  const { page, grid } = desk
  const { shape } = module
  const left = grid.columnX(module.column)
  const top = module.row + page.template.look.folioRows
  const boxOf = (part: Part): Box =>
    grid.box(left + grid.pt(part.xEm), top + part.row, part.widthEm, part.rows)
  if (shape.boxed) drawBorder(page, article, grid.box(left, top, grid.spanEm(shape.span), shape.rows))
  if (shape.section) drawColumnHead(page, article, boxOf(shape.section))
  drawHead(desk, article, module, voice, left, top)
  drawPictures(desk, article, module, boxOf)
  const byline = bylineParagraphs(article, page)
  putStory(desk, article, 'byline', 'byline', byline, shape.byline ? [boxOf(shape.byline)] : [])
  const measureEm = shape.legs[0]?.widthEm ?? grid.setup.columnEm
  const body = bodyParagraphs(article, page, desk.composer, measureEm)
  putStory(desk, article, 'body', 'body', body, shape.legs.map(boxOf))
}

/** 花边: the lines of the template's border, each a frame of its own. */
function drawBorder(page: PageBuilder, article: Manuscript, box: Box): void {
  const lines = page.template.look.border ?? HAIRLINE_BOX
  for (const [i, { strokePt, insetPt, swatch }] of lines.entries()) {
    const at = {
      x: box.x + insetPt,
      y: box.y + insetPt,
      width: box.width - 2 * insetPt,
      height: box.height - 2 * insetPt,
    }
    const id = i === 0 ? `${article.id}-box` : `${article.id}-box-${i + 1}`
    page.frame(id, at, { kind: 'shape', stroke: swatch, strokePt, article: article.id })
  }
}

/** What has no room on the page keeps its text as stories without frames: overset, and never lost. */
export function keepUnplaced(desk: Desk, article: Manuscript): void {
  const shape = { span: 1, rows: 0, boxed: false, pictures: [], legs: [], white: 0, cost: 0 }
  drawModule(desk, article, { article: article.id, column: 0, row: 0, shape }, 'song')
}

function drawHead(
  desk: Desk,
  article: Manuscript,
  { shape }: Module,
  voice: Voice,
  left: number,
  top: number,
): void {
  const { grid } = desk
  const { head } = shape
  const wish: HeadWish = {
    id: article.id,
    span: head?.look ?? 1,
    widthEm: head?.widthEm ?? grid.setup.columnEm,
    voice,
    section: shape.section ? undefined : article.section,
  }
  const plan = planHead(article, wish, desk)
  if (head) {
    placeHead(desk, article, { ...plan, rows: head.rows }, wish, left + grid.pt(head.xEm), top + head.row)
    return
  }
  for (const role of ['kicker', 'headline', 'deck'] as const)
    putStory(desk, article, role, role, plan[role], [])
}

/** Picture frames whose edges meet the em boxes of the neighbouring lines, their captions in the rows below. */
function drawPictures(desk: Desk, article: Manuscript, { shape }: Module, boxOf: (part: Part) => Box): void {
  const { page, grid } = desk
  const white = (grid.setup.leadingPt - grid.setup.bodyPt) / 2
  article.captions.forEach((_, i) => {
    const picture = shape.pictures[i]
    const below: Box[] = []
    if (picture) {
      const box = boxOf(picture)
      const cut = { ...box, y: box.y + white, height: box.height - 2 * white }
      const id = article.kept?.pictures[i] ?? `${article.id}-picture-${i + 1}`
      page.frame(id, cut, { kind: 'picture', article: article.id })
      below.push(boxOf({ ...picture, row: picture.row + picture.rows, rows: picture.captionRows }))
    }
    putStory(desk, article, `caption-${i + 1}`, 'caption', captionParagraphs(article, i), below)
  })
}

function putStory(
  { page }: Desk,
  article: Manuscript,
  id: string,
  role: Story['role'],
  paragraphs: Paragraph[],
  boxes: Box[],
): void {
  if (paragraphs.length === 0) return
  page.story(storyId(article, id), role, paragraphs, boxes, { article: article.id, vertical: 'grid' })
}
