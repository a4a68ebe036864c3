/**
 * Drawn pages as text, reviewed in the diff: photo stories, columns in boxes, two leads, unlike page 08. Their documents
 * are held in tests/refs, so that only composition moves these goldens. `BANXIN_UPDATE=p006.page.json` drafts one anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composePage } from '../../../src/core/compose/composer.ts'
import { dumpComposition } from '../../../src/core/compose/dump-composition.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { rebuildPage } from '../../../src/core/pipeline/rebuild-page.ts'
import { expectGolden } from '../../support/golden.ts'
import { openShaper, openSource, openTemplate } from '../../support/real-page.ts'

const tests = join(import.meta.dirname, '../..')
const shaper = await openShaper()

function heldPage(name: string): PageDoc {
  const file = join(tests, 'refs', `${name}.page.json`)
  if (process.env.BANXIN_UPDATE === `${name}.page.json` && !process.env.CI) {
    const dump = new Uint8Array(readFileSync(join(tests, 'drawn/pages', name, 'dump.txt')))
    const rebuilt = rebuildPage(openSource(dump, `${name}.txt`), openTemplate(), shaper)
    if (!rebuilt.ok) throw new Error(JSON.stringify(rebuilt.error))
    writeFileSync(file, JSON.stringify(rebuilt.value.doc))
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

describe.each(['p006', 'p014', 'p019', 'p036'])('drawn page %s', (name) => {
  const doc = heldPage(name)
  const composition = composePage(doc, shaper)

  it('is composed as its golden says', () => {
    expectGolden(`${name}.composition.txt`, dumpComposition(composition))
  })

  it('has every line of body type on the grid', () => {
    const { grid, items } = composition
    for (const item of items) {
      if (item.kind !== 'text' || !item.story?.endsWith('-body')) continue
      for (const { baseline, carets } of item.lines) {
        if (carets?.sizePt !== doc.setup.bodyPt) continue
        const row = (baseline - grid.top - grid.ascent) / grid.leading
        expect(Math.abs(row - Math.round(row)), `${item.frame} ${baseline}`).toBeLessThan(0.01)
      }
    }
  })

  it('has no tight line', () => {
    const tight = composition.diagnostics.filter(({ code }) => /^line-|^overset/.test(code))
    expect(tight).toEqual([])
  })
})
