/** Six drawn pages of other formats, laid out from their dumps as the command line does it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../../src/core/draft/template.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import { layOutForBench } from '../../bench/layout/lay-out.ts'
import { openShaper, openSource } from '../../support/real-page.ts'

const root = join(import.meta.dirname, '../../..')
const shaper = await openShaper()
const templates = ['broadsheet-8x12', 'broadsheet-8x11', 'tabloid-6x11', 'tabloid-5x12'].map((name) => {
  const json = JSON.parse(readFileSync(join(root, `assets/templates/${name}.json`), 'utf8'))
  const template = readTemplate(json, name)
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  return template.value
})

describe.each(['p002', 'p008', 'p014', 'p020', 'p030', 'p036'])('the drawn page %s', (name) => {
  const bytes = readFileSync(join(root, `tests/drawn/exam/${name}/dump.txt`))
  const read = reconstruct(openSource(new Uint8Array(bytes), `${name}.txt`))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const page = layOutForBench(name, read.value, templates, shaper)

  it('has all its text in frames that hold it, none over another', () => {
    expect(page).toMatchObject({ missing: 0, overset: 0, overlaps: 0 })
  })

  it('breaks no rule and fills its rows, in each proposal', () => {
    expect(page.proposals.length).toBeGreaterThan(1)
    for (const { findings, filled } of page.proposals) {
      expect(findings.filter(({ broken }) => broken)).toEqual([])
      expect(filled).toBeGreaterThan(0.97)
    }
  })
})
