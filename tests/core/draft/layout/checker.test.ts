import { describe, expect, it } from 'vitest'
import { check } from '../../../../src/core/draft/layout/checker.ts'
import { type PageView, viewOf } from '../../../../src/core/draft/layout/rules/view.ts'
import type { Module } from '../../../../src/core/draft/layout/types.ts'
import { drawnLayout, named, type Wish } from './drawn-layout.ts'

const found = (drawing: string, wish?: Wish) => named(check(drawnLayout(drawing, wish)))
/** The page with one module changed by hand. */
function changed(page: PageView, article: string, change: (module: Module) => Module) {
  const modules = page.modules.map((module) => (module.article === article ? change(module) : module))
  return named(check(viewOf({ ...page, modules })))
}

/** A lead over three columns, a pinwheel round C: nothing to find fault with. */
const GOOD = `
  AAAB
  AAAB
  DCCB
  DCCB
  DCCB
  DEEE
  DEEE`
const GOOD_SIZES = { sizes: { A: 60, B: 20, C: 30, D: 22, E: 26 } }

describe('a good page', () => {
  it('breaks no rule and has no flaw', () => {
    expect(found(GOOD, GOOD_SIZES)).toEqual({ broken: [], flaws: [] })
  })
})

describe('where modules stand', () => {
  const page = drawnLayout(GOOD, GOOD_SIZES)
  it('finds modules over each other, and the hole that is left', () => {
    const { broken } = changed(page, 'C', (module) => ({ ...module, row: module.row - 8 }))
    expect(broken).toEqual(expect.arrayContaining(['overlap', 'hole']))
  })

  it('finds what leaves the type area', () => {
    expect(changed(page, 'B', (module) => ({ ...module, column: 4 })).broken).toContain('outside-type-area')
    expect(changed(page, 'E', (module) => ({ ...module, row: module.row + 1 })).broken).toContain(
      'outside-type-area',
    )
  })

  it('finds an article that is missing, and one that is there twice', () => {
    const without = page.modules.filter(({ article }) => article !== 'E')
    expect(named(check(viewOf({ ...page, modules: without }))).broken).toContain('article-missing')
    const twice = changed(page, 'E', (module) => ({ ...module, article: 'D' })).broken
    expect(twice).toEqual(expect.arrayContaining(['article-twice', 'article-missing']))
  })

  it('calls an article that was left out overset', () => {
    const without = page.modules.filter(({ article }) => article !== 'E')
    const { broken } = named(check(viewOf({ ...page, modules: without, cut: ['E'] })))
    expect(broken).toContain('overset')
    expect(broken).not.toContain('article-missing')
  })
})

describe('white lines through the page', () => {
  it('finds 通天缝: a gutter that no module crosses', () => {
    expect(found('AAB\nAAB\nCCD\nCCD', { sizes: { A: 60, C: 30, D: 20 } }).broken).toEqual(['column-through'])
  })

  it('finds a gutter that is crossed only near the foot', () => {
    const sizes = { sizes: { A: 60, B: 30, C: 22, D: 40 } }
    expect(found('AAB\nAAB\nAAB\nAAB\nAAB\nCCC', sizes).broken).toEqual(['column-through'])
    expect(found('AAB\nAAB\nAAB\nCCC\nCCC', sizes).broken).toEqual([])
  })

  it('charges 断版, a strip across all columns, without calling it broken: a rule stands in it', () => {
    expect(found('AAB\nAAB\nAAB\nCCC\nCCC', { sizes: { A: 60, B: 30 } })).toEqual({
      broken: [],
      flaws: ['band-through'],
    })
  })
})

describe('heads', () => {
  const BANDS = 'AAAA\nAAAA\nBBCC\nBBCC'

  it('finds 碰题: two of one size side by side, unless a box parts them', () => {
    expect(found(BANDS, { sizes: { A: 60 } }).broken).toEqual(['heads-touch'])
    expect(found(BANDS, { sizes: { A: 60, B: 30 } }).broken).toEqual([])
    expect(found(BANDS, { sizes: { A: 60 }, boxed: 'B' }).broken).toEqual([])
  })

  it('finds a lead that is not on top, and one whose head is outdone', () => {
    expect(found('BBBB\nBBBB\nAAAA\nAAAA', { sizes: { A: 60 } }).broken).toContain('lead-not-on-top')
    expect(found(GOOD, { sizes: { ...GOOD_SIZES.sizes, A: 30 } }).broken).toEqual(['lead-head-not-largest'])
  })

  it('charges a lead that is not at the left, a second lead under a lesser story or in a smaller head', () => {
    expect(found('BAA\nBAA\nBCC', { sizes: { A: 60, C: 30 } }).flaws).toContain('lead-not-left')
    const second = { sizes: { A: 60, B: 30, C: 22 }, second: 'C' }
    expect(found('AAB\nAAB\nCCC\nCCC', second).flaws).toEqual(
      expect.arrayContaining(['head-order', 'second-lead-low']),
    )
  })

  it('finds a head that is narrower than its text', () => {
    const page = drawnLayout(GOOD, GOOD_SIZES)
    const { broken } = changed(page, 'A', ({ shape, ...module }) => ({
      ...module,
      shape: { ...shape, head: { ...shape.head!, widthEm: 20 } },
    }))
    expect(broken).toEqual(['head-narrower-than-text'])
  })
})

describe('inside a module', () => {
  const page = drawnLayout(GOOD, { ...GOOD_SIZES, boxed: 'C', pictures: 'E' })
  const shapeOf = (article: string, change: (shape: Module['shape']) => Partial<Module['shape']>) =>
    changed(page, article, ({ shape, ...module }) => ({ ...module, shape: { ...shape, ...change(shape) } }))

  it('has nothing to say of a whole one', () => {
    expect(named(check(page)).broken).toEqual([])
  })

  it('finds a part off the rows or outside its module', () => {
    expect(shapeOf('A', ({ head }) => ({ head: { ...head!, row: 0.5 } })).broken).toContain('off-the-grid')
    expect(shapeOf('A', ({ head }) => ({ head: { ...head!, xEm: 1 } })).broken).toContain('off-the-grid')
  })

  it('finds parts over each other', () => {
    expect(shapeOf('A', ({ head }) => ({ head: { ...head!, rows: 4 } })).broken).toContain('parts-overlap')
  })

  it('finds uneven legs, legs out of order, and legs that are scraps', () => {
    const uneven = shapeOf('A', ({ legs }) => ({
      legs: legs.map((leg, i) => ({ ...leg, rows: leg.rows - 2 * i })),
    }))
    expect(uneven.broken).toContain('legs-uneven')
    expect(shapeOf('A', ({ legs }) => ({ legs: [...legs].reverse() })).broken).toContain('legs-uneven')
    const shallow = shapeOf('A', ({ legs }) => ({ legs: legs.map((leg) => ({ ...leg, rows: 3 })) }))
    expect(shallow.broken).toContain('legs-shallow')
  })

  it('finds a picture that lost its caption or its place, and one that ends a leg', () => {
    const captionless = shapeOf('E', ({ pictures }) => ({
      pictures: pictures.map((p) => ({ ...p, captionRows: 0 })),
    }))
    expect(captionless.broken).toContain('picture-not-at-home')
    expect(shapeOf('E', () => ({ pictures: [] })).broken).toContain('picture-not-at-home')
    const atFoot = shapeOf('E', ({ pictures, legs }) => ({
      pictures: pictures.map((p) => ({ ...p, row: 10 })),
      legs: legs.map((leg) => ({ ...leg, row: 3, rows: 7 })),
    }))
    expect(atFoot.broken).toContain('picture-ends-leg')
  })

  it('finds a box that its story leaves', () => {
    expect(
      shapeOf('C', ({ legs }) => ({ legs: legs.map((leg) => ({ ...leg, rows: leg.rows + 1 })) })).broken,
    ).toContain('box-not-whole')
  })

  it('charges pictures of two stories side by side', () => {
    const both = found('AABB\nAABB\nCCCC\nCCCC', { sizes: { A: 60, C: 30 }, pictures: 'AB' })
    expect(both.flaws).toContain('pictures-touch')
  })
})
