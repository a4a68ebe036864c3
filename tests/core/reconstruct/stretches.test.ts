import { describe, expect, it } from 'vitest'
import { SourceIndex } from '../../../src/core/reconstruct/lines/annotated-text.ts'
import { printedLines } from '../../../src/core/reconstruct/lines/printed-lines.ts'
import { partDump } from '../../../src/core/reconstruct/lines/stretches.ts'
import { annotatedLines, page08, sourceOf } from './helpers.ts'

const linesOf = (text: string) => {
  const source = sourceOf(text)
  return printedLines(source, new SourceIndex(source)).lines
}

describe('a dump that is far longer than a page', () => {
  const page = page08()
  const lines = linesOf(Array.from({ length: 100 }, () => page).join('\n'))
  const perPage = linesOf(page).length
  const stretches = partDump(lines)

  it('is parted before folios, so that no page is torn', () => {
    const starts = stretches.map((_, i) => stretches.slice(0, i).flat().length)
    expect(stretches.length).toBeGreaterThan(10)
    // the folio stands within the first lines of page 08
    expect(starts.map((start) => start % perPage).filter((at) => at > 8)).toEqual([])
  })

  it('keeps every line once, in order, and no stretch grows', () => {
    expect(stretches.flat()).toEqual(lines)
    expect(Math.max(...stretches.map((stretch) => stretch.length))).toBeLessThanOrEqual(1_200)
  })

  it('is parted behind a sentence where it has no folio, and anywhere where it has no sentence', () => {
    const sentences = annotatedLines(
      ...Array.from({ length: 3_000 }, (_, i) => (i % 7 === 6 ? '他来了。' : '春天的风')),
    )
    const parted = partDump(sentences)
    expect(parted.flat()).toEqual(sentences)
    expect(parted.slice(0, -1).map((stretch) => stretch.at(-1)!.text)).toEqual(
      parted.slice(0, -1).map(() => '他来了。'),
    )
    const words = annotatedLines(...Array.from({ length: 3_000 }, () => '春天的风'))
    expect(partDump(words).map((stretch) => stretch.length)).toEqual([1_200, 1_200, 600])
  })
})

it('leaves a page as it is', () => {
  const lines = linesOf(page08())
  expect(partDump(lines)).toEqual([lines])
  expect(partDump([])).toEqual([])
})
