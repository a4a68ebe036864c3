/** An error that was signed for no longer stops the print, and the file keeps who signed. */
import { describe, expect, it } from 'vitest'
import { createComposer } from '../../../src/core/compose/composer.ts'
import { packPage, unpackPage } from '../../../src/core/doc/banxin-file.ts'
import { DEFAULT_EXPORT } from '../../../src/core/pipeline/export-options.ts'
import { exportPage } from '../../../src/core/pipeline/export-page.ts'
import { blocking } from '../../../src/core/preflight/issue.ts'
import { preflight } from '../../../src/core/preflight/preflight.ts'
import { NEWSPRINT, readProfile } from '../../../src/core/preflight/profile.ts'
import { signOff, withdrawSignOff } from '../../../src/core/preflight/sign-off.ts'
import { FAULTS } from '../../support/faults.ts'
import { newsprint, openSubsetter, rebuildSample } from '../../support/real-page.ts'

const { doc: page08, shaper } = await rebuildSample()
const tools = { shaper, subsetter: await openSubsetter(), intent: newsprint() }
const composer = createComposer(shaper)
const sow = (rule: string) => {
  const fault = FAULTS.find((each) => each.rule === rule)
  if (!fault) throw new Error(`no fault for ${rule}`)
  return fault.sow({ doc: page08, facts: {}, profile: NEWSPRINT }).doc
}
const check = (doc: typeof page08) => preflight(doc, composer.compose(doc))
const print = (doc: typeof page08, options = {}) =>
  exportPage(doc, composer.compose(doc), tools, { ...DEFAULT_EXPORT, ...options })
const WHO = { by: '邓淑华', at: '2025-03-17T14:10:00+08:00', note: '读者来信，照登' }

describe('signing off', () => {
  it.each(['overset', 'folio-weekday', 'hairline'])('lets a page with %s be printed', async (rule) => {
    const doc = sow(rule)
    const [error, ...more] = blocking(check(doc))
    expect([error?.rule, more]).toEqual([rule, []])
    expect(await print(doc)).toMatchObject({ ok: false, diagnostics: [{ code: rule }] })
    const signed = signOff(doc, error!, WHO)
    expect(blocking(check(signed))).toEqual([])
    expect(check(signed).find((issue) => issue.rule === rule)?.signed).toMatchObject(WHO)
    expect((await print(signed)).ok).toBe(true)
    const withdrawn = withdrawSignOff(signed, error!)
    expect(withdrawn).toEqual(doc)
  })

  it('prints a proof of a page with errors', async () => {
    expect((await print(sow('folio-weekday'), { allowOverset: true })).ok).toBe(true)
  })

  it('is for what was signed, not for what became of it', () => {
    const doc = sow('overset')
    const signed = signOff(doc, blocking(check(doc))[0]!, WHO)
    const frame = signed.frames['a3-body-2']!
    const worse = {
      ...signed,
      frames: { ...signed.frames, 'a3-body-2': { ...frame, height: frame.height - 27 } },
    }
    expect(blocking(check(worse)).map(({ rule }) => rule)).toEqual(['overset'])
  })

  it('is kept in the file', () => {
    const doc = sow('hairline')
    const signed = signOff(doc, blocking(check(doc))[0]!, WHO)
    const file = unpackPage(packPage({ doc: signed }), 'a.banxin', [
      'song-400',
      'song-700',
      'song-900',
      'hei-500',
      'hei-700',
      'kai-500',
      'fang-400',
    ])
    if (!file.ok) throw new Error(JSON.stringify(file.error))
    expect(file.value.doc.signOffs).toEqual(signed.signOffs)
    expect(blocking(check(file.value.doc))).toEqual([])
  })
})

describe('a profile', () => {
  it('decides which rules stop the print, and may come from a paper', () => {
    const paper = {
      ...NEWSPRINT,
      id: 'paper',
      rules: { 'picture-empty': 'error', 'ad-empty': 'off' },
      words: { 高新区: '高新技术区' },
    }
    const read = readProfile(JSON.parse(JSON.stringify(paper)))
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    const issues = preflight(page08, composer.compose(page08), {}, read.value)
    expect(blocking(issues).map(({ rule }) => rule)).toEqual(['picture-empty', 'picture-empty'])
    expect(issues.map(({ rule }) => rule)).not.toContain('ad-empty')
    expect(issues.map(({ rule }) => rule)).toContain('wrong-word')
  })

  it.each([
    [{ ...NEWSPRINT, limits: { ...NEWSPRINT.limits, ppi: 'much' } }, 'profile-invalid'],
    [{ ...NEWSPRINT, rules: { oversett: 'error' } }, 'profile-rule-unknown'],
    [null, 'profile-invalid'],
  ])('that is wrong is refused', (json, code) => {
    expect(readProfile(json)).toMatchObject({ ok: false, error: { code } })
  })
})
