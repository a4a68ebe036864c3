/** The bench's tables on preflight: what it costs, what it finds of what was sown, and what it says of pages as they come. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '../../../src/adapters/decode-text.ts'
import { createComposer } from '../../../src/core/compose/composer.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import type { Template } from '../../../src/core/draft/template.ts'
import type { Shaper } from '../../../src/core/fonts.ts'
import { rebuildPage } from '../../../src/core/pipeline/rebuild-page.ts'
import { preflight } from '../../../src/core/preflight/preflight.ts'
import { RULE_IDS } from '../../../src/core/preflight/rules.ts'
import { readSource } from '../../../src/core/source/read-source.ts'
import { cleanPage, FAULTS, type Sown } from '../../support/faults.ts'
import { markdown } from '../reconstruction/table.ts'

const DRAWN = 'tests/drawn/pages'
const RUNS = 20

export function preflightTables(page08: PageDoc, template: Template, shaper: Shaper): string[] {
  const check = ({ doc, facts, profile }: Sown) =>
    preflight(doc, createComposer(shaper).compose(doc), facts, profile)
  const clean = cleanPage(page08)
  const before = new Set(check(clean).map(({ rule }) => rule))
  const rows = FAULTS.map(({ rule, what, sow }) => {
    const after = new Set(check(sow(clean)).map((issue) => issue.rule))
    return [rule, what, after.has(rule) ? 'yes' : '**no**', before.has(rule) ? '**yes**' : 'no']
  })
  const found = rows.filter(([, , yes]) => yes === 'yes').length
  return [
    `${RULE_IDS.length} rules; page 08 checked after a keystroke in ${milliseconds(page08, shaper)} ms (median of ${RUNS}, composition not counted).`,
    `${found} of ${rows.length} sown faults found, for ${new Set(FAULTS.map(({ rule }) => rule)).size} rules; ${before.size} issues on the page that they were sown into.`,
    '',
    ...markdown(['rule', 'sown', 'found', 'found before'], rows),
    '',
    ...alarms(page08, template, shaper),
  ]
}

function milliseconds(doc: PageDoc, shaper: Shaper): string {
  const composition = createComposer(shaper).compose(doc)
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    preflight(typedIn(doc), composition)
    return performance.now() - start
  })
  return (times.sort((a, b) => a - b)[RUNS >> 1] ?? 0).toFixed(1)
}

let typed = 0

/** As after a keystroke: one paragraph is another. */
function typedIn(doc: PageDoc): PageDoc {
  typed += 1
  const [id, story] = Object.entries(doc.stories).find(([, { role }]) => role === 'body') ?? []
  const [first, ...others] = story?.paragraphs ?? []
  if (id === undefined || !story || !first) throw new Error('the page has no body')
  const paragraphs = [{ ...first, runs: [...first.runs, { text: String(typed) }] }, ...others]
  return { ...doc, stories: { ...doc.stories, [id]: { ...story, paragraphs } } }
}

/** What preflight says of page 08 and of the drawn pages as they are rebuilt, before anyone has read them. */
function alarms(page08: PageDoc, template: Template, shaper: Shaper): string[] {
  const counts = new Map<string, [page08: number, drawn: number, pages: number]>()
  const count = (doc: PageDoc, of: 0 | 1) => {
    const issues = preflight(doc, createComposer(shaper).compose(doc))
    for (const { rule } of issues) bump(counts, rule, of)
    if (of === 1) for (const rule of new Set(issues.map((issue) => issue.rule))) bump(counts, rule, 2)
  }
  count(page08, 0)
  const pages = readdirSync(DRAWN)
  for (const page of pages) {
    const bytes = new Uint8Array(readFileSync(join(DRAWN, page, 'dump.txt')))
    const source = readSource(bytes, page, decodeText)
    const rebuilt = source.ok ? rebuildPage(source.value, template, shaper) : source
    if (!rebuilt.ok) throw new Error(`${page}: ${JSON.stringify(rebuilt.error)}`)
    count(rebuilt.value.doc, 1)
  }
  const rows = [...counts].sort(([, a], [, b]) => b[1] - a[1])
  return [
    `What it says of pages as they are rebuilt from their dumps, page 08 and ${pages.length} drawn pages:`,
    '',
    ...markdown(
      ['rule', 'page 08', 'drawn pages', 'on pages'],
      rows.map(([rule, numbers]) => [rule, ...numbers.map(String)]),
    ),
  ]
}

function bump(counts: Map<string, [number, number, number]>, rule: string, of: 0 | 1 | 2): void {
  const numbers = counts.get(rule) ?? [0, 0, 0]
  numbers[of] += 1
  counts.set(rule, numbers)
}
