/**
 * A page drawn with letters: each letter is a module, each column of the drawing a basic column and each line of it
 * `ROWS` rows, of which a module's last is the free one. `rows` says how deep the page is; a dot is a hole.
 */
import type { Ranked } from '../../../../src/core/draft/layout/rank.ts'
import { type PageView, viewOf } from '../../../../src/core/draft/layout/rules/view.ts'
import type { Module, Shape } from '../../../../src/core/draft/layout/types.ts'
import type { Article } from '../../../../src/core/reconstruct/types.ts'

const ROWS = 8
const COLUMN_EM = 12
const GUTTER_EM = 2

export interface Wish {
  /** Headline sizes; 20 pt where none is named. */
  sizes?: Record<string, number>
  /** Articles in boxes, with a picture, of the rank `second`. A is the lead. */
  boxed?: string
  pictures?: string
  second?: string
}

export function drawnLayout(drawing: string, wish: Wish = {}): PageView {
  const lines = drawing
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const letters = [...new Set(lines.join(''))].filter((letter) => letter !== '.').sort()
  const modules = letters.map((letter) => moduleOf(letter, lines, wish))
  const ranked = letters.map((letter): Ranked => {
    const rank = letter === 'A' ? 'lead' : wish.second?.includes(letter) ? 'second' : 'other'
    return { article: articleOf(letter, wish), rank }
  })
  const columns = lines[0]?.length ?? 0
  const rows = lines.length * ROWS - 1
  return viewOf({ columns, rows, columnEm: COLUMN_EM, gutterEm: GUTTER_EM, modules, ranked, cut: [] })
}

const articleOf = (id: string, wish: Wish): Article => ({
  id,
  kind: 'brief',
  paragraphs: [],
  captions: wish.pictures?.includes(id) ? [{ text: '图', from: [], confidence: 1, rule: 'test' }] : [],
  from: {},
})

function moduleOf(letter: string, lines: string[], { sizes, boxed, pictures }: Wish): Module {
  const down = lines.flatMap((line, i) => (line.includes(letter) ? [i] : []))
  const first = lines[down[0] as number] as string
  const column = first.indexOf(letter)
  const span = first.lastIndexOf(letter) - column + 1
  const inset = boxed?.includes(letter) ? 1 : 0
  const rows = down.length * ROWS - 1
  const widthEm = span * COLUMN_EM + (span - 1) * GUTTER_EM - 2 * inset
  const head = { xEm: inset, widthEm, row: inset, rows: 2, look: span, sizePt: sizes?.[letter] ?? 20 }
  const picture = { xEm: inset, widthEm, row: inset + 2, rows: 3, captionRows: 1 }
  const hasPicture = pictures?.includes(letter) === true
  const row = inset + 2 + (hasPicture ? 5 : 0)
  const legEm = (widthEm - (span - 1) * GUTTER_EM) / span
  const shape: Shape = {
    span,
    rows,
    boxed: inset > 0,
    head,
    pictures: hasPicture ? [picture] : [],
    legs: Array.from({ length: span }, (_, i) => ({
      xEm: inset + i * (legEm + GUTTER_EM),
      widthEm: legEm,
      row,
      rows: rows - inset - row,
    })),
    white: 0,
    cost: 0,
  }
  return { article: letter, column, row: (down[0] as number) * ROWS, shape }
}

/** The names of the broken rules, and of those that are only less than kept. */
export const named = (findings: readonly { rule: string; broken: boolean }[]) => ({
  broken: findings.filter(({ broken }) => broken).map(({ rule }) => rule),
  flaws: findings.filter(({ broken }) => !broken).map(({ rule }) => rule),
})
