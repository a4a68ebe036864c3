import { readdirSync, readFileSync } from 'node:fs'
import { AnnotatedText, SourceIndex } from '../../../src/core/reconstruct/lines/annotated-text.ts'
import { describeLines } from '../../../src/core/reconstruct/lines/line-features.ts'
import type { LineLabel } from '../../../src/core/reconstruct/paragraphs/line-costs.ts'
import type { LabelledLine } from '../../../src/core/reconstruct/paragraphs/paragraph-pass.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import type { PageFields, Reconstruction } from '../../../src/core/reconstruct/types.ts'
import type { SourceText, Span } from '../../../src/core/source/types.ts'

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

/** Lines as the paragraph pass would hand them on, all in a column of one measure. */
export function labelledLines(measure: number, ...labelled: [LineLabel, string][]): LabelledLine[] {
  const texts = annotatedLines(...labelled.map(([, text]) => text))
  return describeLines(texts.map((text) => ({ text, doubled: false }))).map((line, i) => {
    const label = labelled[i]![0]
    return { ...line, label, measure: label === 'display' ? 0 : measure }
  })
}

/** Sets paragraphs as a printer would: `measure` characters a line, the first two fewer, marks pulled in. */
export function column(measure: number, ...paragraphs: string[]): string[] {
  return paragraphs.flatMap((text) => {
    const lines: string[] = []
    for (let at = 0; at < text.length; ) {
      const full = at + (at === 0 ? measure - 2 : measure)
      const end = /[，。、；：]/u.test(text[full] ?? '') ? full + 1 : full
      lines.push(text.slice(at, end))
      at = end
    }
    return lines
  })
}

/** The same, as lines that have their labels. */
export const columnLines = (measure: number, ...paragraphs: string[]): [LineLabel, string][] =>
  paragraphs.flatMap((text) => {
    const lines = column(measure, text)
    return lines.map((line, i): [LineLabel, string] => {
      const [isFirst, isLast] = [i === 0, i === lines.length - 1]
      return [isFirst && isLast ? 'single' : isFirst ? 'first' : isLast ? 'last' : 'middle', line]
    })
  })

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

/** The drawn pages in the repository: their names and dumps. */
export const drawnPages = (): [name: string, text: string][] =>
  readdirSync('tests/drawn/pages')
    .sort()
    .map((name) => [name, readFileSync(`tests/drawn/pages/${name}/dump.txt`, 'utf8')])

/** What a random test starts from: the same every time, so that a run says something of the change at hand. */
export const SEED = Number(process.env.SEED ?? 20250317)

/** Page 08 with one printed line written otherwise; the line must be there. */
export function page08With(line: string, instead: string): string {
  const text = page08()
  if (!text.includes(line)) throw new Error(`page 08 has no ${line}`)
  return text.replace(line, instead)
}

/** Dumps of other tools and orders than page 08's, in tests/refs. */
export const DUMPS = [
  'chromium-pdfjs-shuffled',
  'chromium-pdftotext-raw-heads-last',
  'chromium-pdftotext-scrambled',
  'typst-mutool-not-doubled',
]

/** What a reader sees of a text, radicals written as Han. */
export const visible = (text: string): string =>
  text
    .replace(/[\s\p{Cc}\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[\u2e80-\u2fdf]/gu, (c) => c.normalize('NFKC'))

export const textAt = (source: SourceText, from: readonly Span[]): string =>
  visible(from.map(({ line, start, end }) => source.lines[line - 1]!.slice(start, end)).join(''))
