/** Printing alone: its table goes to the terminal and takes the place of the one in results.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { decodeText } from '../../../src/adapters/decode-text.ts'
import { composePage } from '../../../src/core/compose/composer.ts'
import { facesOf } from '../../../src/core/doc/faces-of.ts'
import { readTemplate } from '../../../src/core/draft/template.ts'
import { draftReading } from '../../../src/core/pipeline/rebuild-page.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import { readSource } from '../../../src/core/source/read-source.ts'
import { printTables } from './measure.ts'
import { openTools, read } from './tools.ts'

const RESULTS = 'tests/bench/results.md'

function need<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const template = need(
  readTemplate(JSON.parse(readFileSync('assets/templates/broadsheet-8x12.json', 'utf8')), 'bench'),
)
const source = need(readSource(read('assets/samples/page08.txt'), 'page08.txt', decodeText))
const { shaper } = await openTools(facesOf(template))
const { doc } = draftReading(need(reconstruct(source)), [template], shaper)
const table = (await printTables(doc, composePage(doc, shaper), 'out/bench/print-page.js')).join('\n')
const before = readFileSync(RESULTS, 'utf8')
const section = /## Printing\n[\s\S]*?(?=\n## |$)/
const after = section.test(before)
  ? before.replace(section, `${table}\n`)
  : `${before.trimEnd()}\n\n${table}\n`
writeFileSync(RESULTS, after)
process.stdout.write(`${table}\n`)
