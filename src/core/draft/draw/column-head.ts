/** 栏目: white characters on tiles, between two hairlines. */

import type { Box } from '../../geometry.ts'
import type { Article } from '../../reconstruct/types.ts'
import { sectionParagraphs } from '../manuscript.ts'
import type { PageBuilder } from '../page-builder.ts'

const TILE_PT = 34
const TILE_PITCH_PT = 39
const SIZE_PT = 25
/** White above and below the tiles, and beside the outer ones. */
const AIR_PT = { above: 3, beside: 9 }
/** Shorter rules than this are left out. */
const LEAST_RULE_PT = 30
const RULE_PT = 0.5

export function drawColumnHead(page: PageBuilder, article: Article, box: Box): void {
  const count = [...(article.section ?? '')].length
  const fits = Math.min(box.width / (count * TILE_PITCH_PT), (box.height - 2 * AIR_PT.above) / TILE_PT)
  const scale = Math.min(1, fits)
  const pitch = TILE_PITCH_PT * scale
  const tile = TILE_PT * scale
  const middle = box.y + box.height / 2
  const width = count * pitch - (pitch - tile)
  const start = box.x + (box.width - width) / 2
  for (let i = 0; i < count; i++) {
    const at = { x: start + i * pitch, y: middle - tile / 2, width: tile, height: tile }
    page.frame(`${article.id}-tile-${i + 1}`, at, { kind: 'shape', fill: 'accent', article: article.id })
  }
  const side = start - AIR_PT.beside - box.x
  if (side > LEAST_RULE_PT) {
    const rule = (number: number, x: number) =>
      page.rule(
        `${article.id}-tile-rule-${number}`,
        { x, y: middle, width: side, height: 0 },
        RULE_PT,
        'accent',
      )
    rule(1, box.x)
    rule(2, start + width + AIR_PT.beside)
  }
  const sizePt = SIZE_PT * scale
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
