import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDealer } from './articles.mjs'
import { storedDump } from './extract.mjs'
import { breakHead, emWidth, pieces } from './heads.mjs'
import { paintOrder } from './order.mjs'
import { makeRng } from './rng.mjs'

const seed = Number(process.env.SEED ?? 20250317)

describe('the heads of drawn pages', () => {
  it('break without losing or adding a character, and within the measure where they can', () => {
    const char = fc.constantFrom(...'一份需求清单引来百名专家“”，：2025')
    const head = fc.array(char, { minLength: 1, maxLength: 26 }).map((chars) => chars.join(''))
    fc.assert(
      fc.property(head, fc.integer({ min: 8, max: 20 }), fc.integer(), (text, measure, chance) => {
        const lines = breakHead(makeRng(chance), text, measure, false)
        expect(lines.join('')).toBe(text)
        if (lines.length === 1 && !/[“”，：\d]/.test(text)) expect(emWidth(text)).toBeLessThanOrEqual(measure)
      }),
      { seed },
    )
  })

  it('part where their halves part', () => {
    expect(breakHead(makeRng(1), '小机器人 大本领', 20, true)).toEqual(['小机器人', '大本领'])
  })

  it('double mark by mark, as 北岭大学北岭大学：：', () => {
    expect(pieces(makeRng(1), '北岭大学：实验室里“长”', 0)).toEqual([
      '北岭大学',
      '：',
      '实验室里',
      '“',
      '长',
      '”',
    ])
  })
})

describe('the order of a drawn dump', () => {
  const part = (art: string, role: string) => ({ art, role, id: `${art}-${role}` })
  const articles = [
    {
      article: { id: 'a1', kind: 'lead' },
      parts: [part('a1', 'head'), part('a1', 'byline'), part('a1', 'body')],
    },
    { article: { id: 'a2', kind: 'brief' }, parts: [part('a2', 'head'), part('a2', 'body')] },
    { article: { id: 'a3', kind: 'column' }, parts: [part('a3', 'section'), part('a3', 'body')] },
  ]
  const drawn = (order: string) =>
    paintOrder(makeRng(1), { order, bylineFirst: false, furnitureLast: false }, articles, [
      part('f', 'folio'),
    ]).map(({ id }) => id)

  it('keeps each part once in every order', () => {
    const all = ['f-folio', ...articles.flatMap(({ parts }) => parts.map(({ id }) => id))].sort()
    for (const order of ['natural', 'seed', 'shuffled', 'heads-last'])
      expect(drawn(order).sort()).toEqual(all)
  })

  it('puts the heads of briefs after the bodies, and columns whole, where it follows the real page', () => {
    expect(drawn('seed')).toEqual([
      'f-folio',
      'a1-head',
      'a1-byline',
      'a1-body',
      'a2-body',
      'a2-head',
      'a3-section',
      'a3-body',
    ])
  })
})

describe('a stored dump', () => {
  it('has an empty line after each line that does not end in a digit, where the page asks for it', () => {
    expect(storedDump('共\n12\n家\n\f', 'pdfjs', true)).toBe('共\n\n12\n家\n\n')
  })

  it('leaves alone the empty lines that mutool wrote', () => {
    expect(storedDump('共\n\n12\n', 'mutool', true)).toBe('共\n\n12\n')
  })

  it('says whole characters where the font says radicals and look-alikes', () => {
    expect(storedDump('农⼾⻓⼤―㬵', 'pdfjs', false)).toBe('农户长大—胶\n')
  })
})

it('deals every article about equally often', () => {
  const articles = Array.from({ length: 30 }, (_, i) => ({ source: `${i}`, kind: i < 5 ? 'lead' : 'brief' }))
  const deal = makeDealer(articles)
  const count = new Map<string, number>()
  for (let page = 0; page < 50; page++)
    for (const { source } of deal(makeRng(page), 1, 5)) count.set(source, (count.get(source) ?? 0) + 1)
  expect([...count.values()].every((n) => n >= 8 && n <= 12)).toBe(true)
})
