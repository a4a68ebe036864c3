/** The tables of composition: fidelity, speed beside peers, growth, memory, and the drawn pages' lines. */
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import type { Template } from '../../../src/core/draft/template.ts'
import type { Shaper } from '../../../src/core/fonts.ts'
import type { Fidelity } from '../../../src/core/pipeline/fidelity.ts'
import type { Reconstruction } from '../../../src/core/reconstruct/types.ts'
import { markdown, percent } from '../reconstruction/table.ts'
import {
  ALL_KEYSTROKES,
  measureGrowth,
  measureMemory,
  TYPED_TIMES,
  timeFromNothing,
  timeKeystrokes,
  timeTypedAgain,
  timeWarm,
} from './banxin.ts'
import { type ChromiumTimes, measureChromium } from './chromium.ts'
import { countDrawnLines } from './drawn-lines.ts'
import { fidelityTable, WIDTHS_EM } from './fidelity.ts'
import { charactersIn, type PrintedStory, printedStories, storiesPage } from './printed.ts'
import type { Spread } from './stats.ts'
import { type InTypst, measureTypst } from './typst.ts'

export interface BenchPage {
  doc: PageDoc
  reconstruction: Reconstruction
  fidelity: Fidelity
  template: Template
  shaper: Shaper
  /** One that has its fonts and has shaped nothing. */
  freshShaper: () => Promise<Shaper>
}

/** What composition is asked to reach. */
const ASKED = {
  freshMs: 20,
  warmMs: 6,
  keystrokeMs: 0.5,
  worstKeystrokeMs: 2,
  timesChromium: 10,
  /** A text 16 times as long may cost this much more for each of its characters. */
  growth: 1.25,
  /** What the heap may grow by between the first and the last count. */
  memoryMb: 1,
  looseShare: 0.02,
}

export async function compositionTables(page: BenchPage): Promise<string[]> {
  const stories = printedStories(page.reconstruction)
  const inChromium = await measureChromium(stories, WIDTHS_EM)
  const inTypst = await measureTypst(stories, WIDTHS_EM)
  return [
    ...fidelityTable(stories, page.fidelity, [
      { name: 'Chromium, text-align: justify, line-break: strict', ends: inChromium.ends },
      { name: `Typst ${inTypst.version}, justified`, ends: inTypst.ends },
    ]),
    '',
    ...(await pageTable(page)),
    '',
    ...(await peerTable(stories, page, inChromium.times, inTypst)),
    '',
    ...(await growthTable(stories, page)),
    '',
    ...memoryTable(page),
    '',
    ...drawnTable(page),
  ]
}

const verdict = (reached: boolean): string => (reached ? 'reached' : '**missed**')

/** The whole page: heads, captions, folio and labels besides the four stories. */
async function pageTable({ doc, shaper, freshShaper }: BenchPage): Promise<string[]> {
  const { fresh, warm } = await timeFromNothing(doc, shaper, freshShaper)
  const { felt, each } = await timeTypedAgain(doc, leadOf(doc), shaper)
  const row = (what: string, ms: number, asked?: number) => [
    what,
    ms.toFixed(2),
    ...(asked === undefined ? ['', ''] : [`≤ ${asked}`, verdict(ms <= asked)]),
  ]
  return [
    ...markdown(
      ['page 08, all of it, composed', 'ms', 'asked', ''],
      [
        row('from nothing, nothing shaped before, fonts loaded: median', fresh.median, ASKED.freshMs),
        row('the same, worst', fresh.worst),
        row('from nothing, characters shaped before: median', warm.median, ASKED.warmMs),
        row(`after a keystroke in the lead: median of ${ALL_KEYSTROKES}`, felt.median, ASKED.keystrokeMs),
        row('the same, 99 of 100', felt.p99),
        row(
          `the worst keystroke, each the median of ${TYPED_TIMES} times`,
          each.worst,
          ASKED.worstKeystrokeMs,
        ),
        row('the slowest of all, whatever the machine did besides', felt.worst),
      ],
    ),
    '',
    'From nothing: young garbage is collected before each run. Keystrokes: garbage is collected within the time, as it comes.',
  ]
}

function leadOf({ articles, stories }: PageDoc): string {
  const lead = Object.values(articles).find(({ kind }) => kind === 'lead')
  const body = lead?.stories.find((id) => stories[id]?.role === 'body')
  if (body === undefined) throw new Error('page 08 has a lead with a text')
  return body
}

async function peerTable(
  stories: readonly PrintedStory[],
  { template, shaper }: BenchPage,
  inChromium: ChromiumTimes,
  inTypst: InTypst,
): Promise<string[]> {
  const doc = storiesPage(stories, template)
  const news = timeWarm(doc, shaper)
  const keys = await timeKeystrokes(doc, 's0', shaper)
  const row = (name: string, all: Spread, key: Spread) => [
    name,
    all.median.toFixed(2),
    key.median.toFixed(2),
    key.p99.toFixed(2),
    key.worst.toFixed(2),
    `${(all.median / news.median).toFixed(1)} ×, ${(key.median / keys.median).toFixed(1)} ×`,
  ]
  const chromium = `Chromium ${inChromium.version}`
  const typst = `Typst ${inTypst.version} (WebAssembly): compiled, not exported`
  const times = (key: Spread) => key.median / keys.median
  const paragraphs = stories.reduce((sum, story) => sum + story.paragraphs.length, 0)
  return [
    ...markdown(
      [
        `${stories.length} stories, ${paragraphs} paragraphs, ${charactersIn(stories)} characters at their measures; ms`,
        'all new, median',
        'a keystroke, median',
        '99 of 100',
        'worst',
        'Banxin faster, all new and a keystroke',
      ],
      [
        row('Banxin: lines with every glyph’s place', news, keys),
        row(`${chromium}: layout`, inChromium.news.layout, inChromium.keystrokes.layout),
        row(`${chromium}: layout, line boxes read`, inChromium.news.boxes, inChromium.keystrokes.boxes),
        row(`${chromium}: layout, lines read`, inChromium.news.lines, inChromium.keystrokes.lines),
        row(typst, inTypst.fromNothing, inTypst.keystroke),
      ],
    ),
    '',
    `Asked: a keystroke ≥ ${ASKED.timesChromium} times faster than Chromium’s layout with its lines read: ` +
      `${verdict(times(inChromium.keystrokes.lines) >= ASKED.timesChromium)} (with their boxes alone: ` +
      `${verdict(times(inChromium.keystrokes.boxes) >= ASKED.timesChromium)}); faster than Typst, all new: ` +
      `${verdict(news.median < inTypst.fromNothing.median)}, after a keystroke: ` +
      `${verdict(keys.median < inTypst.keystroke.median)}.`,
    'All have shaped their characters before. Chromium’s line boxes say where all lines stand, its lines also which',
    'characters each holds; Typst gives its lines only through an export, which is not in its time.',
  ]
}

async function growthTable(stories: readonly PrintedStory[], page: BenchPage): Promise<string[]> {
  const rows = await measureGrowth(stories, page.template, page.shaper)
  const each = rows.map(({ fromNothingMs, characters }) => (1e6 * fromNothingMs) / characters)
  const grown = (each.at(-1) ?? 0) / (each[0] ?? 1)
  return [
    ...markdown(
      ['the four stories', 'characters', 'from nothing, ms', 'µs a 1,000 characters', 'a keystroke, ms'],
      rows.map((row, i) => [
        `${row.times} ×`,
        String(row.characters),
        row.fromNothingMs.toFixed(2),
        (each[i] ?? 0).toFixed(0),
        row.keystrokeMs.toFixed(3),
      ]),
    ),
    '',
    `Asked: linear; 16 × the text costs ${grown.toFixed(2)} × as much a character: ${verdict(grown <= ASKED.growth)}.`,
  ]
}

function memoryTable({ doc, shaper }: BenchPage): string[] {
  const held = measureMemory(doc, leadOf(doc), shaper)
  const grown = (held.at(-1)?.heapMb ?? 0) - (held[0]?.heapMb ?? 0)
  return [
    ...markdown(
      ['edits in the lead, one composer', 'heap in use, MB'],
      held.map(({ edits, heapMb }) => [String(edits), heapMb.toFixed(1)]),
    ),
    '',
    `Asked: flat; ${grown.toFixed(1)} MB more (within ${ASKED.memoryMb} MB): ${verdict(grown <= ASKED.memoryMb)}.`,
  ]
}

function drawnTable({ template, shaper }: BenchPage): string[] {
  return markdown(
    [
      'drawn pages, body and captions',
      'lines',
      'full lines',
      'loose',
      '% of the full',
      'tight',
      'none tight, ≤ 2 % loose',
    ],
    countDrawnLines(template, shaper).map(({ name, lines, full, loose, tight }) => [
      name,
      String(lines),
      String(full),
      String(loose),
      percent(loose / full),
      String(tight),
      verdict(tight === 0 && loose / full <= ASKED.looseShare),
    ]),
  )
}
