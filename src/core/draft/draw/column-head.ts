/** 栏目: white characters on tiles, between two hairlines; what is not all Han, like 0.7秒, stands on one tile. */

import type { Box } from '../../geometry.ts'
import type { Manuscript } from '../manuscript.ts'
import { sectionParagraphs, storyId } from '../manuscript.ts'
import type { PageBuilder } from '../page-builder.ts'

const TILE_PT = 34
const GAP_PT = 5
const SIZE_PT = 25
/** White above and below the tiles, and beside the outer ones. */
const AIR_PT = { above: 3, beside: 9 }
/** A line as wide as its measure to the last bit would depend on how sums are rounded. */
const HAIR_PT = 0.1
/** Shorter rules than this are left out. */
const LEAST_RULE_PT = 30
const RULE_PT = 0.5

export function drawColumnHead(page: PageBuilder, article: Manuscript, box: Box): void {
  const section = article.section ?? ''
  const tiles = /^\p{Script=Han}+$/u.test(section) ? [...section].length : 1
  const wide = tiles > 1 ? TILE_PT : Math.max(TILE_PT, widthEm(section) * SIZE_PT + TILE_PT - SIZE_PT)
  const whole = tiles * wide + (tiles - 1) * GAP_PT
  // The last character has its tracking behind it as the others have, and the line must hold it.
  const scale = Math.min(
    1,
    (box.width - HAIR_PT) / (whole + GAP_PT),
    (box.height - 2 * AIR_PT.above) / TILE_PT,
  )
  const pitch = (wide + GAP_PT) * scale
  const tile = TILE_PT * scale
  const middle = box.y + box.height / 2
  const width = whole * scale
  const start = box.x + (box.width - width) / 2
  for (let i = 0; i < tiles; i++) {
    const at = { x: start + i * pitch, y: middle - tile / 2, width: wide * scale, height: tile }
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
    trackingEm: tiles > 1 ? (pitch - sizePt) / sizePt : 0,
  })
  page.story(storyId(article, 'section'), 'section', sectionParagraphs(article, style), [box], {
    article: article.id,
    vertical: 'center',
  })
}

const widthEm = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 0.6 : 1), 0)
