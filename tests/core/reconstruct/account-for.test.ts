import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountFor, allSpans } from '../../../src/core/reconstruct/account-for.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import type { Reconstruction } from '../../../src/core/reconstruct/types.ts'
import type { SourceText, Span } from '../../../src/core/source/types.ts'
import { DUMPS, drawnPages, dump, page08, reconstructed, SEED, sourceOf, textAt, visible } from './helpers.ts'

function expectSourced(source: SourceText, page: Reconstruction) {
  expect(accountFor(source, page)).toEqual({ missing: [], twice: [] })
  // what only the last sweep found would be a stage that forgot some text
  expect(page.unplaced.filter((piece) => piece.rule === 'left-over')).toEqual([])
  for (const article of page.articles) {
    for (const [field, { from }] of Object.entries(article.from)) {
      expect(article[field as 'headline']!.trim()).not.toBe('')
      expect(textAt(source, from)).toBe(visible(article[field as 'headline']!))
    }
    for (const { text, from } of [...article.paragraphs, ...article.captions]) {
      expect(text.trim()).not.toBe('')
      expect(textAt(source, from)).toBe(visible(text))
    }
  }
  for (const { text, from } of [...page.furniture, ...page.shadows, ...page.unplaced]) {
    expect(textAt(source, from)).toBe(visible(text))
  }
}

describe('accountFor', () => {
  const source = sourceOf('一二 三\n四五')
  const page = (from: Span[]): Reconstruction => ({
    schema: 'banxin.reconstruction/1',
    page: {},
    articles: [],
    doubts: [],
    furniture: [{ text: '', from, rule: 'folio' }],
    shadows: [],
    unplaced: [],
  })

  it('names what no span covers, blanks left out', () => {
    const { missing } = accountFor(source, page([{ line: 1, start: 0, end: 1 }]))
    expect(missing).toEqual([
      { line: 1, start: 1, end: 2 },
      { line: 1, start: 3, end: 4 },
      { line: 2, start: 0, end: 2 },
    ])
  })

  it('names what two spans cover', () => {
    const spans = [
      { line: 1, start: 0, end: 4 },
      { line: 2, start: 0, end: 2 },
      { line: 2, start: 1, end: 2 },
    ]
    expect(accountFor(source, page(spans))).toEqual({ missing: [], twice: [{ line: 2, start: 1, end: 2 }] })
  })

  it('sees the spans of every part', () => {
    expect(allSpans(reconstructed(page08())).length).toBeGreaterThan(200)
  })
})

describe('every character of a dump has one place', () => {
  it.each([...DUMPS.map((name) => [name, dump(name)]), ...drawnPages()])('in %s', (_, text) => {
    expectSourced(sourceOf(text!), reconstructed(text!))
  })
})

it('keeps the credit of a fragment that has no words of its own', () => {
  const lines = dump('chromium-pdfjs-shuffled')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const at = lines.findIndex((line) => line.startsWith('34.5%。'))
  expect(at).toBeGreaterThan(0)
  const source = sourceOf([lines[at], ...lines.filter((_, i) => i !== at)].join('\n'))
  const result = reconstruct(source)
  if (result.ok) expectSourced(source, result.value)
})

/** One way to damage a dump, as an extractor or a careless hand may. */
const damage = fc.oneof(
  fc.record({
    kind: fc.constantFrom('drop', 'double', 'cut', 'space', 'blank', 'twice', 'join', 'bare' as const),
    at: fc.nat(),
  }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
)
type Damage = { kind: string; at: number; with?: number }

function damaged(text: string, steps: readonly Damage[], shuffle: boolean): string {
  const read = text.split(/[\n\f]/u).filter((line) => line.trim() !== '')
  // a third of the lines change places, as where an extractor took the columns apart
  const thirds = (holds: boolean) => read.filter((_, i) => (i % 3 === 0) === holds)
  const lines = shuffle ? [...thirds(true).reverse(), ...thirds(false)] : read
  for (const step of steps) {
    const at = step.at % lines.length
    const line = lines[at]!
    const middle = line.length >> 1
    if (step.kind === 'drop' && lines.length > 20) lines.splice(at, 1)
    if (step.kind === 'double') lines[at] = line + line
    if (step.kind === 'twice') lines.splice(at, 0, line)
    if (step.kind === 'cut') lines.splice(at, 1, line.slice(0, middle), line.slice(middle))
    if (step.kind === 'space') lines[at] = [...line].join(' ')
    if (step.kind === 'blank') lines[at] = `${line.slice(0, middle)}\u3000\u200b${line.slice(middle)}`
    if (step.kind === 'join') lines.splice(at, 2, `${line} ${lines[at + 1] ?? ''}`)
    if (step.kind === 'bare') lines[at] = '▲▶（）“'[step.at % 5]!
    if (step.kind === 'swap') {
      const other = step.with! % lines.length
      lines[at] = lines[other]!
      lines[other] = line
    }
  }
  return lines.join('\n')
}

describe('every character of a damaged dump has one place', () => {
  console.log(`account-for: SEED=${SEED}`)
  const mutations = fc.tuple(fc.array(damage, { minLength: 1, maxLength: 60 }), fc.boolean())

  it.each([
    ['page 08', page08(), 12],
    ...DUMPS.map((name): [string, string, number] => [name, dump(name), 4]),
    ...drawnPages().map(([name, text]): [string, string, number] => [name, text, 2]),
  ])(
    '%s',
    (_, text, runs) => {
      fc.assert(
        fc.property(mutations, ([steps, shuffle]) => {
          const source = sourceOf(damaged(text, steps, shuffle))
          const result = reconstruct(source)
          if (result.ok) expectSourced(source, result.value)
        }),
        { seed: SEED, numRuns: runs },
      )
    },
    60_000,
  )
})
