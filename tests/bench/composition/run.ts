/** The composition part of the bench by itself; its section of the results is written anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { draftComposer } from '../../../src/core/compose/draft-composer.ts'
import { draftPage } from '../../../src/core/draft/draft-page.ts'
import { measureFidelity } from '../../../src/core/pipeline/fidelity.ts'
import { refineMeasures } from '../../../src/core/pipeline/refine-measures.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import { freshShaper, need, source, template } from '../page.ts'
import { compositionTables } from './report.ts'

const RESULTS = 'tests/bench/results.md'
const SECTION = /^## Composition\n[\s\S]*?(?=^## |(?![\s\S]))/m

const shaper = await freshShaper()
const reconstruction = refineMeasures(need(reconstruct(source)), template, shaper)
const { doc } = draftPage(reconstruction, template, draftComposer(shaper))
const fidelity = measureFidelity(reconstruction, template, shaper)
const tables = await compositionTables({ doc, reconstruction, fidelity, template, shaper, freshShaper })
const section = `${tables.join('\n')}\n\n`
const results = readFileSync(RESULTS, 'utf8')
const now = SECTION.test(results) ? results.replace(SECTION, () => section) : `${results}\n${section}`
writeFileSync(RESULTS, `${now.trimEnd()}\n`)
process.stdout.write(section)
