/** The bench's table on layout: page 08 and the drawn pages, each rebuilt from its dump. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '../../../src/adapters/decode-text.ts'
import { readTemplate, type Template } from '../../../src/core/draft/template.ts'
import type { Shaper } from '../../../src/core/fonts.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import { readSource } from '../../../src/core/source/read-source.ts'
import { markdown } from '../reconstruction/table.ts'
import { type LaidOut, layOutForBench } from './lay-out.ts'

const TEMPLATES = 'assets/templates'
const PAGES = 'tests/drawn/exam'

export function layoutTables(shaper: Shaper): string[] {
  const templates = readTemplates()
  const dumps = [
    { name: 'page08', file: 'assets/samples/page08.txt' },
    ...readdirSync(PAGES)
      .sort()
      .map((name) => ({ name, file: join(PAGES, name, 'dump.txt') })),
  ]
  const pages = dumps.map(({ name, file }) => {
    const source = readSource(new Uint8Array(readFileSync(file)), name, decodeText)
    const read = source.ok ? reconstruct(source.value) : source
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.error)}`)
    return layOutForBench(name, read.value, templates, shaper)
  })
  return [...summary(pages), '', ...pageTable(pages)]
}

function readTemplates(): Template[] {
  return readdirSync(TEMPLATES)
    .sort()
    .map((file) => {
      const template = readTemplate(JSON.parse(readFileSync(join(TEMPLATES, file), 'utf8')), file)
      if (!template.ok) throw new Error(JSON.stringify(template.error))
      return template.value
    })
}

function summary(pages: readonly LaidOut[]): string[] {
  const sum = (of: (page: LaidOut) => number) => pages.reduce((total, page) => total + of(page), 0)
  const filled = pages.map(({ proposals }) => proposals[0]?.filled ?? 0)
  const times = pages.map(({ ms }) => ms).sort((a, b) => a - b)
  const again = pages.map(({ againMs }) => againMs).sort((a, b) => a - b)
  return markdown(
    [`${pages.length} pages`, 'best proposal of each'],
    [
      ['characters without a frame', String(sum(({ missing }) => missing))],
      ['lines overset', String(sum(({ overset }) => overset))],
      ['frames that overlap', String(sum(({ overlaps }) => overlaps))],
      ['rules broken', String(sum((page) => rulesOf(page, true).length))],
      ['rows and columns filled, least, mean', `${percent(Math.min(...filled))}, ${percent(mean(filled))}`],
      ['ms, median and worst', `${times[times.length >> 1]?.toFixed(0)}, ${times.at(-1)?.toFixed(0)}`],
      [
        'ms from a page that is there, median and worst',
        `${again[again.length >> 1]?.toFixed(0)}, ${again.at(-1)?.toFixed(0)}`,
      ],
      ['pages that are the same laid out again', String(sum(({ againSame }) => Number(againSame)))],
    ],
  )
}

function pageTable(pages: readonly LaidOut[]): string[] {
  const heads = [
    'page',
    'template',
    'articles',
    'rows',
    'filled %',
    'broken',
    'less than good',
    'overset',
    'score',
    'ms',
  ]
  const rows = pages.map((page) => {
    const best = page.proposals[0]
    if (best === undefined) throw new Error('there is always a proposal')
    return [
      page.name,
      best.template,
      String(page.articles),
      `${best.rows} of ${best.roomRows}`,
      percent(best.filled),
      rulesOf(page, true).join(' ') || '–',
      rulesOf(page, false).join(' ') || '–',
      String(page.overset),
      page.proposals.map(({ score }) => score).join(', '),
      page.ms.toFixed(0),
    ]
  })
  return markdown(heads, rows)
}

const rulesOf = ({ proposals }: LaidOut, broken: boolean): string[] =>
  [
    ...new Set(proposals[0]?.findings.filter((finding) => finding.broken === broken).map(({ rule }) => rule)),
  ].sort()

const percent = (share: number): string => (100 * share).toFixed(1)
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
