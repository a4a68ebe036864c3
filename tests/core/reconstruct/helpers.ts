import { readFileSync } from 'node:fs'
import { AnnotatedText, SourceIndex } from '../../../src/core/reconstruct/annotated-text.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import type { PageFields, Reconstruction } from '../../../src/core/reconstruct/types.ts'
import type { SourceText } from '../../../src/core/source/types.ts'

export const sourceOf = (text: string): SourceText => ({
  name: 'page.txt',
  encoding: 'utf-8',
  lines: text.split(/[\n\f]/u),
})

/** The lines of a text, each with its places. */
export function annotatedLines(...lines: string[]): AnnotatedText[] {
  const index = new SourceIndex(sourceOf(lines.join('\n')))
  return lines.map((line, i) => AnnotatedText.at(line, index.placeOf(i + 1)))
}

export function reconstructed(text: string): Reconstruction {
  const result = reconstruct(sourceOf(text))
  if (!result.ok) throw new Error(`expected articles, got ${result.error.code}`)
  return result.value
}

/** What page 08's folio says. */
export const PAGE08_FIELDS: PageFields = {
  section: '高新园区',
  number: '08',
  date: '2025-03-17',
  weekday: '星期一',
  editor: '邓淑华',
  layout: '王新明',
  email: 'dengsh@stdaily.com',
}

export const page08 = (): string => readFileSync('assets/samples/page08.txt', 'utf8')
export const dump = (name: string): string => readFileSync(`tests/refs/dumps/${name}.txt`, 'utf8')

/** Page 08 with one printed line written otherwise; the line must be there. */
export function page08With(line: string, instead: string): string {
  const text = page08()
  if (!text.includes(line)) throw new Error(`page 08 has no ${line}`)
  return text.replace(line, instead)
}
