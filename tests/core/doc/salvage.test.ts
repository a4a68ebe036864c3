import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FACES } from '../../../src/adapters/harfbuzz.ts'
import { packPage, unpackPage } from '../../../src/core/doc/banxin-file.ts'
import { salvagePage } from '../../../src/core/doc/salvage/salvage-page.ts'
import type { Paragraph } from '../../../src/core/doc/schema.ts'

const faces = FACES.map(({ id }) => id)
const fixture = new Uint8Array(readFileSync(join(import.meta.dirname, '../../refs/pages/version-2.banxin')))
const opened = unpackPage(fixture, 'page.banxin', faces)
if (!opened.ok) throw new Error(JSON.stringify(opened.error))
/** In the present version, as a save writes it. */
const whole = packPage(opened.value)
const entries = unzipSync(whole)
const json = strFromU8(entries['page.json'] as Uint8Array)
const stories = Object.keys(opened.value.doc.stories).length

const withPage = (text: string, rest = entries) => zipSync({ ...rest, 'page.json': strToU8(text) })
const salvage = (bytes: Uint8Array) => {
  const result = salvagePage(bytes, 'page.banxin', faces)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const codeOf = (bytes: Uint8Array): string => {
  const result = unpackPage(bytes, 'page.banxin', faces)
  return result.ok ? 'ok' : result.error.code
}

const textsOf = (paragraphs: Paragraph[] = []) =>
  paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''))

describe('salvaging', () => {
  it('gives the whole page of a file that is whole, and loses nothing', () => {
    expect(salvage(whole)).toEqual({ ...opened.value, lost: [] })
  })

  it('finds the entries of a zip whose directory is gone', () => {
    const cut = whole.subarray(0, whole.length - 200)
    expect(codeOf(cut)).toBe('page-damaged')
    expect(salvage(cut)).toEqual({ ...opened.value, lost: [] })
  })

  it('loses what stood after the place where the file was cut, and names it', () => {
    const { doc, lost } = salvage(whole.subarray(0, 5000))
    expect(doc?.setup).toEqual(opened.value.doc.setup)
    expect(lost.length).toBeGreaterThan(0)
    const kept = Object.entries(doc?.stories ?? {})
    expect(kept.length).toBeLessThan(stories)
    for (const [id, story] of kept)
      expect(textsOf(story.paragraphs)).toEqual(textsOf(opened.value.doc.stories[id]?.paragraphs))
  })

  it('drops a picture that is not itself any more, with its name', () => {
    const path = Object.keys(entries).find((name) => name.startsWith('assets/')) as string
    const broken = zipSync({ ...entries, [path]: Uint8Array.of(1, 2, 3) })
    expect(codeOf(broken)).toBe('page-picture-damaged')
    const { doc, pictures, lost } = salvage(broken)
    expect(lost).toEqual([{ kind: 'picture', name: 'park.png' }])
    expect(pictures).toBeUndefined()
    expect(doc?.frames['a4-picture-1']).toEqual({
      ...opened.value.doc.frames['a4-picture-1'],
      asset: undefined,
    })
  })

  it('drops a record that is wrong, and all that needs it', () => {
    const page = JSON.parse(json)
    page.stories['a2-body'].role = 'poem'
    const bytes = withPage(JSON.stringify(page))
    expect(codeOf(bytes)).toBe('page-invalid')
    const { doc, lost } = salvage(bytes)
    expect(lost[0]).toEqual({ kind: 'stories', name: 'a2-body' })
    expect(lost.slice(1).every(({ kind }) => kind === 'frames')).toBe(true)
    expect(Object.keys(doc?.stories ?? {})).toHaveLength(stories - 1)
    expect(doc?.articles.a2?.stories).not.toContain('a2-body')
  })

  it('keeps a story without the paragraph that is wrong', () => {
    const page = JSON.parse(json)
    page.stories['a1-body'].paragraphs[1] = { style: 'body' }
    const { doc, lost } = salvage(withPage(JSON.stringify(page)))
    expect(lost).toEqual([{ kind: 'paragraphs', name: 'a1-body' }])
    const kept = opened.value.doc.stories['a1-body']?.paragraphs.filter((_, i) => i !== 1)
    expect(doc?.stories['a1-body']?.paragraphs).toEqual(kept)
  })

  it('reads the records around damage in a page that is no JSON any more', () => {
    const at = json.indexOf('"a3-headline": {', json.indexOf('"stories"'))
    const damaged = `${json.slice(0, at + 30)}\u0000\u0007{{${json.slice(at + 40)}`
    expect(codeOf(withPage(damaged))).toBe('page-invalid')
    const { doc, lost } = salvage(withPage(damaged))
    expect(lost).toContainEqual({ kind: 'stories', name: 'a3-headline' })
    expect(Object.keys(doc?.stories ?? {})).toHaveLength(stories - 1)
  })

  it('gives styles that are gone a stand-in, so that text is never lost for its looks', () => {
    const page = JSON.parse(json)
    delete page.paragraphStyles.body
    delete page.swatches.black
    page.characterStyles = {}
    const { doc, lost } = salvage(withPage(JSON.stringify(page)))
    expect(lost).toEqual([
      { kind: 'paragraphStyles', name: 'body' },
      { kind: 'swatches', name: 'black' },
    ])
    const texts = (of: typeof doc) =>
      Object.fromEntries(
        Object.entries(of?.stories ?? {}).map(([id, { paragraphs }]) => [id, textsOf(paragraphs)]),
      )
    expect(texts(doc)).toEqual(texts(opened.value.doc))
  })

  it('keeps the good corrections', () => {
    const corrections = [{ kind: 'split', at: { line: 1, at: 0 } }, { kind: 'paint' }]
    const bytes = zipSync({ ...entries, 'source/corrections.json': strToU8(JSON.stringify(corrections)) })
    expect(salvage(bytes)).toMatchObject({
      corrections: [corrections[0]],
      lost: [{ kind: 'corrections', name: '2' }],
    })
  })

  it('leaves the dump where the page is gone', () => {
    const { 'page.json': _, ...rest } = entries
    const { doc, source, lost } = salvage(zipSync(rest))
    expect(doc).toBeUndefined()
    expect(source?.name).toBe('page08.txt')
    expect(lost).toEqual([{ kind: 'page.json', name: '' }])
  })

  it('says when nothing is left', () => {
    for (const bytes of [new Uint8Array(), strToU8('PK'), zipSync({ 'page.json': strToU8('{}') })]) {
      expect(salvagePage(bytes, 'page.banxin', faces)).toMatchObject({
        ok: false,
        error: { code: 'page-nothing-left' },
      })
    }
  })

  it('takes nothing from a file that is hostile or too new', () => {
    const cases: [string, Uint8Array][] = [
      ['page-unsafe-path', zipSync({ ...entries, '../evil': strToU8('x') })],
      ['page-newer-version', withPage(json.replace('banxin.page/3', 'banxin.page/4'))],
    ]
    for (const [code, bytes] of cases) {
      expect(salvagePage(bytes, 'page.banxin', faces)).toMatchObject({ ok: false, error: { code } })
    }
  })
})
