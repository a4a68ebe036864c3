/** Every fault is found by its rule, and by no rule on the page without it. */

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createComposer } from '../../../src/core/compose/composer.ts'
import { PageDocSchema } from '../../../src/core/doc/schema.ts'
import { preflight } from '../../../src/core/preflight/preflight.ts'
import { RULE_IDS } from '../../../src/core/preflight/rules.ts'
import { cleanPage, FAULTS, type Sown } from '../../support/faults.ts'
import { rebuildSample } from '../../support/real-page.ts'

const page08 = await rebuildSample()
const clean = cleanPage(page08.doc)
const check = ({ doc, facts, profile }: Sown) =>
  preflight(doc, createComposer(page08.shaper).compose(doc), facts, profile)
const before = check(clean)

describe('seeded faults', () => {
  it('are sown into a page on which preflight finds nothing', () => {
    expect(before.map(({ rule, key }) => `${rule} ${key}`)).toEqual([])
  })

  it.each(FAULTS)('$rule: $what', ({ rule, sow }) => {
    const sown = sow(clean)
    const issues = check(sown)
    const found = issues.filter((issue) => issue.rule === rule)
    expect(issues.map((issue) => issue.rule)).toContain(rule)
    for (const { fix, key } of found) {
      if (!fix) continue
      const mended = fix.apply(sown.doc)
      expect(v.safeParse(PageDocSchema, mended).success, 'the mended page is a page').toBe(true)
      const left = check({ ...sown, doc: mended })
      expect(left.filter((issue) => issue.rule === rule && issue.key === key)).toEqual([])
      expect(fix.apply(mended), 'a fix that is made does nothing more').toEqual(mended)
    }
  })

  it('number at least forty, for as many rules', () => {
    expect(new Set(FAULTS.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(40)
    expect(RULE_IDS.length).toBeGreaterThan(40)
  })
})
