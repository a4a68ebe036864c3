/** A short name for what a proposal holds: FNV-1a over its canonical text, so the same everywhere and always. */
import type { Module } from './types.ts'

export function stableId(template: string, rows: number, modules: readonly Module[]): string {
  const text = JSON.stringify([
    template,
    rows,
    modules.map(({ article, column, row, shape }) => [article, column, row, partsOf(shape)]),
  ])
  return `${hash(text, 0x811c9dc5)}${hash(text, 0x01000193)}`
}

const partsOf = ({ span, rows, boxed, section, head, byline, pictures, legs }: Module['shape']) => [
  span,
  rows,
  boxed,
  section,
  head,
  byline,
  pictures,
  legs,
]

function hash(text: string, seed: number): string {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
