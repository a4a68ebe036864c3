import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeFolio } from '../../../src/core/reconstruct/folio/folio.ts'
import { undoubleLines } from '../../../src/core/reconstruct/lines/doubling.ts'
import { repairBreaks } from '../../../src/core/reconstruct/lines/kinsoku.ts'
import { describeLines } from '../../../src/core/reconstruct/lines/line-features.ts'
import { restoreStrays } from '../../../src/core/reconstruct/lines/stray-glyphs.ts'
import { type LabelledLine, labelLines } from '../../../src/core/reconstruct/paragraphs/paragraph-pass.ts'
import { untangle } from '../../../src/core/reconstruct/paragraphs/untangle.ts'
import { annotatedLines, page08 } from './helpers.ts'

const SEED = Number(process.env.SEED ?? 20250317)

const labelled = (lines: readonly string[]) =>
  labelLines(describeLines(repairBreaks(undoubleLines(annotatedLines(...lines)).lines).lines))

const inOrder = () => {
  const lines = page08().split('\n')
  const { rest } = takeFolio(annotatedLines(...lines.filter((line) => line.trim() !== '')))
  return labelLines(describeLines(repairBreaks(undoubleLines(rest).lines).lines))
}

/** The printed body of page 08. */
const bodyLines = (): string[] =>
  inOrder()
    .lines.filter((line) => line.label !== 'display')
    .map((line) => line.text.text)

/** The rows of columns that stand side by side, as an extractor reads them that knows of no columns. */
function rowsOf(columns: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...columns.map((column) => column.length))
  return Array.from({ length: longest }, (_, row) =>
    columns.flatMap((column) => (row < column.length ? [column[row]!] : [])),
  ).flat()
}

const columnsOf = (lines: readonly string[], count: number): string[][] => {
  const length = Math.ceil(lines.length / count)
  return Array.from({ length: count }, (_, i) => lines.slice(i * length, (i + 1) * length))
}

/** The share of lines, but each column's first, that stand behind the line before them in their column. */
function restored(columns: readonly (readonly string[])[], lines: readonly LabelledLine[]): number {
  const text = lines.map((line) => line.text.text).join('')
  const joins = columns.flatMap((column) => column.slice(1).map((line, i) => column[i]! + line))
  return joins.filter((join) => text.includes(join)).length / joins.length
}

describe('a dump in order', () => {
  it('comes back as it is, the very same lines', () => {
    const page = inOrder()
    const { lines, tangled } = untangle(page)
    expect(tangled).toBe(false)
    expect(lines).toBe(page.lines)
  })
})

describe('columns whose rows alternate', () => {
  it.each([2, 3])('%i of them are told apart again', (count) => {
    const columns = columnsOf(bodyLines(), count)
    const mixed = labelled(rowsOf(columns))
    const { lines, tangled, costPerLine } = untangle(mixed)
    expect(tangled).toBe(true)
    expect(restored(columns, mixed.lines)).toBeLessThan(0.1)
    expect(restored(columns, lines)).toBeGreaterThan(0.7)
    expect(costPerLine).toBeLessThan(mixed.costPerLine - 0.2)
  })

  it('are told apart better where blank lines part what does not stand together', () => {
    const columns = columnsOf(bodyLines(), 2)
    const rows = rowsOf(columns)
    // the extractor took two rows of a column for a block now and then
    const fours = Array.from({ length: Math.floor(rows.length / 4) }, (_, i) => rows.slice(4 * i, 4 * i + 4))
    const swapped = fours.flatMap(([a, b, c, d]) => [a!, c!, b!, d!])
    const dump = swapped.flatMap((line, i) => (i % 2 === 1 ? [line] : ['', line]))
    const described = (lines: string[]) =>
      labelLines(
        describeLines(undoubleLines(annotatedLines(...lines).filter((line) => line.length > 0)).lines),
      )
    const known = restored(columns, untangle(described(dump)).lines)
    expect(known).toBeGreaterThan(restored(columns, untangle(described(swapped)).lines))
  })
})

describe('whatever the order of the lines', () => {
  it('none is lost and none comes twice', () => {
    const lines = inOrder().lines.map((line) => line.text.text)
    const sorted = (texts: readonly string[]) => [...texts.join('')].sort().join('')
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 40 }), (shuffled) => {
        const page = labelled(shuffled)
        const result = untangle(page).lines.map((line) => line.text.text)
        expect(sorted(result)).toBe(sorted(page.lines.map((line) => line.text.text)))
      }),
      { seed: SEED, numRuns: 15 },
    )
  })
})

describe('a glyph of another font', () => {
  const restored = (...lines: string[]) =>
    restoreStrays(undoubleLines(annotatedLines(...lines)).lines).lines.map((line) => line.text.text)

  it('on a line of its own goes back to the blank it left', () => {
    const column = [
      '我们要力争把这条链做到百',
      '亿元。”易 说，还有一半路。',
      '䶮',
      '室外零下 12 ，室内 22 度',
      '℃',
    ]
    expect(restored(...column)).toEqual([
      '我们要力争把这条链做到百',
      '亿元。”易䶮说，还有一半路。',
      '室外零下 12℃，室内 22 度',
    ])
  })

  it('stays where no blank wants it, and a common character is no such glyph', () => {
    expect(restored('亿元。”易 说，还有一半路。', '花')).toHaveLength(2)
    expect(restored('我们要力争把这条链做到，', '䶮')).toEqual(['我们要力争把这条链做到，', '䶮'])
  })
})
