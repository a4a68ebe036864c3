/** The folio (报眉): number and section at the outer edge, date and names at the other, a thick and a thin rule. */
import type { Paragraph } from '../doc/schema.ts'
import type { PageFields } from '../reconstruct/types.ts'
import type { Grid } from './grid.ts'
import type { PageBuilder } from './page-builder.ts'

const BLOCK = { width: 50, height: 38 }
/** What the block grows by for each character beyond two, as in A08. */
const WIDER_PT = 18
const GAP_PT = 10
const THICK_PT = 2.25
const THIN_PT = 0.5
/** Between the axes of the two rules. */
const RULES_APART_PT = 3.4
/** From the top of the folio's last row down to the thick rule. */
const RULE_DROP_PT = 4.5
const NAMES_WIDTH_PT = 330

export function draftFolio(page: PageBuilder, grid: Grid, fields: PageFields): void {
  const { left, top } = grid.setup
  const width = grid.pt(grid.spanEm(grid.setup.columns))
  const even = Number(fields.number?.replace(/\D/g, '') || 0) % 2 === 0
  const text = (style: string, value: string): Paragraph => ({ style, runs: [{ text: value }] })
  const flip = (x: number, w: number) => (even ? left + x : left + width - x - w)

  let sectionX = 0
  if (fields.number !== undefined) {
    const width = BLOCK.width + WIDER_PT * Math.max(0, [...fields.number].length - 2)
    const block = { x: flip(0, width), y: top + 1, width, height: BLOCK.height }
    page.frame('folio-block', block, { kind: 'shape', fill: 'accent' })
    page.story('folio-number', 'folio', [text('folio-number', fields.number)], [block], {
      vertical: 'center',
    })
    sectionX = width + GAP_PT
  }
  if (fields.section !== undefined) {
    const sectionWidth = width - NAMES_WIDTH_PT - sectionX - GAP_PT
    const box = { x: flip(sectionX, sectionWidth), y: top + 1, width: sectionWidth, height: BLOCK.height }
    const style = even
      ? 'folio-section'
      : page.styleAt('folio-section-odd', 'folio-section', { align: 'end' })
    page.story('folio-section', 'folio', [text(style, fields.section)], [box], { vertical: 'center' })
  }
  const lines = folioLines(fields).map(([style, value]) => text(style, value))
  if (lines.length > 0) {
    const box = { x: flip(width - NAMES_WIDTH_PT, NAMES_WIDTH_PT), y: top, width: NAMES_WIDTH_PT, height: 40 }
    if (!even)
      for (const line of lines) line.style = page.styleAt(`${line.style}-odd`, line.style, { align: 'start' })
    page.story('folio-names', 'folio', lines, [box], { vertical: 'bottom' })
  }
  const ruleY = grid.rowY(page.template.look.folioRows - 1) + RULE_DROP_PT
  page.rule('folio-rule-thick', { x: left, y: ruleY, width, height: 0 }, THICK_PT)
  page.rule('folio-rule-thin', { x: left, y: ruleY + RULES_APART_PT, width, height: 0 }, THIN_PT)
}

function folioLines(fields: PageFields): [style: string, text: string][] {
  const lines: [string, string][] = []
  const date = [fields.date === undefined ? '' : chineseDate(fields.date), fields.weekday ?? '']
  const names = [named('编辑：', fields.editor), named('组版：', fields.layout)]
  const joined = (parts: string[]) => parts.filter(Boolean).join('　')
  if (joined(date)) lines.push(['folio-date', joined(date)])
  if (joined(names)) lines.push(['folio-line', joined(names)])
  if (fields.email !== undefined) lines.push(['folio-line', `邮箱：${fields.email}`])
  return lines
}

const named = (label: string, name: string | undefined): string => (name === undefined ? '' : label + name)

/** `2025-03-17` as the folio says it: 2025年3月17日. */
function chineseDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : iso
}
