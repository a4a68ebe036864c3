/** A person's edits of the page, made again on a page that was drafted anew. */
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  addEdit,
  applyEdits,
  copyfitEdit,
  fitEdit,
  type PageEdit,
  PageEditsSchema,
  presetEdit,
  removeCopyfit,
} from '../../../src/core/doc/edits.ts'
import type { CopyfitRecord, PageDoc, Story } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { openTemplate } from '../../support/real-page.ts'

const BOX = { x: 0, y: 0, width: 108, height: 270 }

/** `{ 'a1-body': ['春种', '秋收'] }`: bodies by id, and a headline where the id ends so. */
function pageOf(stories: Record<string, string[]>): PageDoc {
  const page = new PageBuilder(openTemplate())
  for (const [id, texts] of Object.entries(stories)) {
    const role = id.endsWith('headline') ? 'headline' : 'body'
    const paragraphs = texts.map((text) => ({ style: role, runs: [{ text }] }))
    page.story(id, role, paragraphs, [BOX], { vertical: 'grid' })
  }
  return page.doc
}

const tight = (end: number, trackingEm = -0.01): CopyfitRecord[] => [
  { start: 0, end, trackingEm, by: 'hand' },
]
const story = (doc: PageDoc, id: string): Story => doc.stories[id] as Story
const copyfitOf = (doc: PageDoc, id: string) =>
  story(doc, id).paragraphs.map(({ copyfit }) => copyfit?.length ?? 0)

const FIELDS = { 'a1-body': ['春种一粒粟', '秋收万颗子'], 'a2-body': ['四海无闲田'], 'a1-headline': ['悯农'] }

describe('edits of a page', () => {
  it('set copyfit, fit and preset of what they name, and leave the rest the same objects', () => {
    const doc = pageOf(FIELDS)
    const { doc: edited, unapplied } = applyEdits(doc, [
      copyfitEdit(doc, 'a1-body', 1, tight(5)),
      fitEdit(doc, 'a1-body', { trackingEm: -0.02, leadingPt: 13 }),
      presetEdit(doc, 'a1-body', 'clreq'),
    ])
    expect(unapplied).toEqual([])
    expect(story(edited, 'a1-body')).toMatchObject({
      preset: 'clreq',
      fit: { trackingEm: -0.02, leadingPt: 13 },
      paragraphs: [{}, { copyfit: tight(5) }],
    })
    expect(story(edited, 'a1-body').paragraphs[0]).toBe(story(doc, 'a1-body').paragraphs[0])
    expect(edited.stories['a2-body']).toBe(doc.stories['a2-body'])
    expect(edited.frames).toBe(doc.frames)
    expect(edited.presets).toBe(doc.presets)
    expect(copyfitOf(doc, 'a1-body')).toEqual([0, 0])
  })

  it('change nothing when what they set stands there already', () => {
    const doc = pageOf(FIELDS)
    const edits = [
      copyfitEdit(doc, 'a1-body', 0, tight(5)),
      { op: 'define-preset', name: 'own', preset: doc.presets.kjrb! } as const,
      presetEdit(doc, 'a1-body', 'own'),
    ]
    const { doc: once } = applyEdits(doc, edits)
    expect(applyEdits(once, edits)).toEqual({ doc: once, unapplied: [] })
    expect(applyEdits(once, edits).doc).toBe(once)
  })

  it('follow a paragraph to where its text now stands', () => {
    const edit = copyfitEdit(pageOf(FIELDS), 'a1-body', 1, tight(5))
    const behind = pageOf({ 'a1-body': ['锄禾日当午', '春种一粒粟', '秋收万颗子'] })
    expect(copyfitOf(applyEdits(behind, [edit]).doc, 'a1-body')).toEqual([0, 0, 1])
    const moved = pageOf({ 'a1-body': ['锄禾日当午'], 'a3-body': ['秋收万颗子'] })
    expect(copyfitOf(applyEdits(moved, [edit]).doc, 'a3-body')).toEqual([1])
  })

  it('are left out, and told, where the text is gone, stands twice, or has another role', () => {
    const edit = copyfitEdit(pageOf(FIELDS), 'a1-body', 1, tight(5))
    const others: Record<string, string[]>[] = [
      { 'a1-body': ['春种一粒粟', '秋收万颗籽'] },
      { 'a1-body': ['春种一粒粟'], 'a2-body': ['秋收万颗子', '秋收万颗子'] },
      { 'a1-body': ['春种一粒粟'], 'a1-headline': ['秋收万颗子'] },
    ]
    for (const stories of others) {
      const doc = pageOf(stories)
      expect(applyEdits(doc, [presetEdit(doc, 'a1-body', 'gb'), edit])).toMatchObject({ unapplied: [1] })
      expect(applyEdits(doc, [edit]).doc).toBe(doc)
    }
  })

  it('follow a whole story by how it begins', () => {
    const edit = presetEdit(pageOf(FIELDS), 'a2-body', 'gb')
    const swapped = pageOf({ 'a1-body': ['四海无闲田'], 'a2-body': ['春种一粒粟'] })
    const { doc } = applyEdits(swapped, [edit])
    expect([story(doc, 'a1-body').preset, story(doc, 'a2-body').preset]).toEqual(['gb', undefined])
    expect(applyEdits(pageOf({ 'a2-body': ['农夫犹饿死'] }), [edit]).unapplied).toEqual([0])
  })

  it('do not name a preset that the page lacks', () => {
    const doc = pageOf(FIELDS)
    const edit = presetEdit(doc, 'a1-body', 'own')
    expect(applyEdits(doc, [edit]).unapplied).toEqual([0])
    const own: PageEdit = { op: 'define-preset', name: 'own', preset: doc.presets.gb! }
    expect(applyEdits(doc, [own, edit]).unapplied).toEqual([])
  })

  it('take the place of those that they make void, so that a definition stays before its use', () => {
    const doc = pageOf(FIELDS)
    const define = (pointEm: number): PageEdit => ({
      op: 'define-preset',
      name: 'own',
      preset: { ...doc.presets.gb!, pointEm },
    })
    const use = presetEdit(doc, 'a1-body', 'own')
    const list = [define(0.5), use, define(0.25)].reduce<PageEdit[]>(addEdit, [])
    expect(list).toEqual([define(0.25), use])
    expect(applyEdits(doc, list)).toMatchObject({
      unapplied: [],
      doc: { presets: { own: { pointEm: 0.25 } } },
    })
  })

  it('take copyfit back, of one paragraph or of all and the fit', () => {
    const doc = pageOf(FIELDS)
    const { doc: fitted } = applyEdits(doc, [
      copyfitEdit(doc, 'a1-body', 0, tight(5)),
      copyfitEdit(doc, 'a1-body', 1, tight(5)),
      fitEdit(doc, 'a1-body', { trackingEm: 0.01 }),
    ])
    const one = applyEdits(fitted, removeCopyfit(fitted, 'a1-body', 1)).doc
    expect(copyfitOf(one, 'a1-body')).toEqual([1, 0])
    expect(applyEdits(fitted, removeCopyfit(fitted, 'a1-body', undefined)).doc).toEqual(doc)
    expect(removeCopyfit(doc, 'a1-body', undefined)).toEqual([])
  })
})

describe('edits in random order', () => {
  const seed = Number(process.env.SEED ?? 20250317)

  it(`end in the same page when they are all made twice (seed ${seed})`, () => {
    const doc = pageOf(FIELDS)
    const edit = fc.oneof(
      fc
        .record({ paragraph: fc.nat(1), end: fc.integer({ min: 1, max: 5 }), none: fc.boolean() })
        .map(({ paragraph, end, none }) => copyfitEdit(doc, 'a1-body', paragraph, none ? [] : tight(end))),
      fc.constantFrom(undefined, 'gb', 'clreq').map((name) => presetEdit(doc, 'a2-body', name)),
      fc
        .constantFrom(undefined, -0.01, 0.02)
        .map((em) => fitEdit(doc, 'a1-body', em === undefined ? undefined : { trackingEm: em })),
      fc.double({ min: 0, max: 1, noNaN: true }).map(
        (pointEm): PageEdit => ({
          op: 'define-preset',
          name: 'gb',
          preset: { ...doc.presets.gb!, pointEm },
        }),
      ),
    )
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const { doc: once } = applyEdits(doc, edits)
        expect(applyEdits(once, edits).doc).toEqual(once)
        // The list without what is void says the same, and so does what the file keeps of it.
        const list = edits.reduce<PageEdit[]>(addEdit, [])
        expect(applyEdits(doc, list).doc).toEqual(once)
        expect(v.parse(PageEditsSchema, JSON.parse(JSON.stringify(list)))).toEqual(list)
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('edits in a file', () => {
  const doc = pageOf(FIELDS)
  const reads = (edit: unknown) => v.safeParse(PageEditsSchema, [edit]).success

  it('are read as they were written', () => {
    expect(reads(copyfitEdit(doc, 'a1-body', 0, tight(5)))).toBe(true)
    expect(reads(fitEdit(doc, 'a1-body', { trackingEm: -0.01 }))).toBe(true)
    expect(reads(presetEdit(doc, 'a1-body', undefined))).toBe(true)
  })

  it.each<[string, unknown]>([
    ['an unknown kind', { op: 'move', story: 'a1-body' }],
    ['a record behind its paragraph', copyfitEdit(doc, 'a1-body', 0, tight(6))],
    ['a record without length', copyfitEdit(doc, 'a1-body', 0, tight(0))],
    ['a paragraph before the first', { ...copyfitEdit(doc, 'a1-body', 0, []), paragraph: -1 }],
    ['a broken preset', { op: 'define-preset', name: 'gb', preset: { ...doc.presets.gb, breaking: 'best' } }],
    ['a preset without a name', { op: 'define-preset', name: '', preset: doc.presets.gb }],
  ])('are refused with %s', (_, edit) => {
    expect(reads(edit)).toBe(false)
  })
})
