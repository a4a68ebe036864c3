/** What each kind of correction does, shown on page 08. */
import { describe, expect, it } from 'vitest'
import type { Article, Correction, Place, Reconstruction, Role } from '../../../src/core/reconstruct/types.ts'
import { applyCorrections } from '../../../src/core/review/apply-corrections.ts'
import type { Span } from '../../../src/core/source/types.ts'
import { page08, reconstructed, sourceOf } from '../reconstruct/helpers.ts'

const SOURCE = sourceOf(page08())
const PAGE = reconstructed(page08())
const [LEAD, FOSHAN, YICHANG, COLUMN] = PAGE.articles as [Article, Article, Article, Article]

const start = ([span]: readonly Span[]): Place => ({ line: span!.line, at: span!.start })
const bodyOf = (article: Article, at = 0): Place => start(article.paragraphs[at]!.from)
const place = (text: Span[], as: Role, article?: Place | 'new', before?: Place): Correction => ({
  kind: 'place',
  text,
  as,
  ...(article && { article }),
  ...(before && { before }),
})

function correct(...corrections: Correction[]): Reconstruction {
  const { reconstruction, unapplied } = applyCorrections(SOURCE, PAGE, corrections)
  expect(unapplied).toEqual([])
  return reconstruction
}
const refused = (...corrections: Correction[]) => applyCorrections(SOURCE, PAGE, corrections)
const article = (page: Reconstruction, id: string) => page.articles.find((each) => each.id === id)
const texts = (parts: readonly { text: string }[]) => parts.map(({ text }) => text)

describe('placing a text', () => {
  const [caption] = COLUMN.captions
  const headline = place(caption!.from, 'headline', bodyOf(COLUMN))

  it('makes a caption the headline of its article, surely, and settles the doubt', () => {
    const page = correct(headline)
    expect(article(page, COLUMN.id)).toMatchObject({
      headline: caption!.text,
      from: { headline: { confidence: 1, rule: 'corrected/headline' } },
      captions: [{ text: COLUMN.captions[1]!.text }],
    })
    expect(PAGE.doubts.map(({ code }) => code)).toContain('caption-or-headline')
    expect(page.doubts.map(({ code }) => code)).not.toContain('caption-or-headline')
  })

  it('leaves every other article the same object', () => {
    expect(correct(headline).articles.slice(0, 3)).toEqual(PAGE.articles.slice(0, 3))
    expect(correct(headline).articles[0]).toBe(LEAD)
  })

  it('puts the head that had the place aside, and loses none of it', () => {
    const page = correct(place(caption!.from, 'headline', bodyOf(FOSHAN)))
    expect(article(page, FOSHAN.id)!.headline).toBe(caption!.text)
    expect(page.unplaced).toContainEqual({
      text: FOSHAN.headline,
      from: FOSHAN.from.headline!.from,
      rule: 'corrected/displaced',
    })
  })

  it('takes part of a text, spaces tidied as reconstruction has them', () => {
    const first = LEAD.paragraphs[0]!
    const page = correct(place([first.from[0]!, first.from[1]!], 'deck', bodyOf(LEAD, 1)))
    const { deck, paragraphs } = article(page, LEAD.id)!
    expect(deck! + paragraphs[0]!.text).toBe(first.text)
    expect(paragraphs[0]!.lines).toEqual(first.lines!.slice(2))
  })

  it('puts body text before the paragraph that was meant, else at the end', () => {
    const moved = LEAD.paragraphs[3]!
    const before = correct(place(moved.from, 'body', bodyOf(YICHANG), bodyOf(YICHANG, 1)))
    expect(texts(article(before, YICHANG.id)!.paragraphs)[1]).toBe(moved.text)
    const behind = correct(place(moved.from, 'body', bodyOf(YICHANG)))
    expect(texts(article(behind, YICHANG.id)!.paragraphs).at(-1)).toBe(moved.text)
    expect(article(behind, LEAD.id)!.paragraphs).toHaveLength(LEAD.paragraphs.length - 1)
  })

  it('keeps printed lines within a measure, and no longer', () => {
    const moved = LEAD.paragraphs[3]!
    const within = correct(place(moved.from, 'body', bodyOf(LEAD), bodyOf(LEAD, 1)))
    expect(article(within, LEAD.id)!.paragraphs[1]!.lines).toEqual(moved.lines)
    const elsewhere = correct(place(moved.from, 'body', bodyOf(YICHANG)))
    expect(article(elsewhere, YICHANG.id)!.paragraphs.at(-1)!.lines).toBeUndefined()
  })

  it('keeps paragraphs apart that were apart', () => {
    const [, first, , second] = LEAD.paragraphs
    const page = correct(place([...first!.from, ...second!.from], 'body', 'new'))
    const made = page.articles.find(({ id }) => id === 'a5')!
    expect(made).toMatchObject({ kind: 'brief', measureEm: LEAD.measureEm })
    expect(texts(made.paragraphs)).toEqual([first!.text, second!.text])
    expect(page.articles.indexOf(made)).toBe(1)
  })

  it('lets an article vanish when nothing of it is left', () => {
    const parts = [...Object.values(COLUMN.from), ...COLUMN.paragraphs, ...COLUMN.captions]
    const page = correct(...parts.map((part) => place(part.from, 'unplaced')))
    expect(page.articles.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3'])
    expect(page.doubts.filter((doubt) => doubt.article === COLUMN.id)).toEqual([])
    expect(page.unplaced).toHaveLength(parts.length)
  })

  it('makes a photo of what has captions and no body', () => {
    const page = correct(...COLUMN.paragraphs.map((part) => place(part.from, 'body', bodyOf(YICHANG))))
    expect(article(page, COLUMN.id)).toMatchObject({ kind: 'photo', paragraphs: [] })
  })

  it('takes marks and brackets off names, and keeps them as furniture', () => {
    const line = LEAD.from.byline!.from[0]!.line
    const whole = { line, start: 0, end: SOURCE.lines[line - 1]!.length }
    const page = correct(place([whole], 'byline', bodyOf(YICHANG)))
    expect(article(page, YICHANG.id)!.byline).toBe(LEAD.byline)
    expect(article(page, LEAD.id)!.byline).toBeUndefined()
    expect(page.furniture).toContainEqual(expect.objectContaining({ text: '▶', rule: 'mark' }))
  })

  it('leaves second copies the shadows they are', () => {
    const lines = LEAD.from.headline!.from.map(({ line }) => line)
    const whole = [...new Set(lines)].map((line) => ({ line, start: 0, end: SOURCE.lines[line - 1]!.length }))
    const page = correct(place(whole, 'deck', bodyOf(YICHANG)))
    expect(article(page, YICHANG.id)!.deck).toBe(LEAD.headline)
    expect(page.shadows).toEqual(PAGE.shadows)
  })

  it('makes text of a shadow when nothing else was meant: it was a true repeat', () => {
    const [shadow] = PAGE.shadows
    const page = correct(place(shadow!.from, 'deck', bodyOf(LEAD)))
    expect(article(page, LEAD.id)!.deck).toBe(shadow!.text)
    expect(page.shadows).toHaveLength(PAGE.shadows.length - 1)
  })

  it('gives no meaning to places that are not there', () => {
    const { reconstruction, unapplied } = refused(
      place([{ line: 9000, start: 0, end: 2 }], 'furniture'),
      place([{ line: 1, start: 0, end: 900 }], 'furniture'),
      place(caption!.from, 'headline', { line: 9000, at: 0 }),
      place(caption!.from, 'headline'),
      place([], 'furniture'),
    )
    expect(unapplied).toEqual([0, 1, 2, 3, 4])
    expect(reconstruction).toBe(PAGE)
  })
})

describe('articles', () => {
  it('merge: paragraphs at the end, fields where there is room, the rest aside', () => {
    const page = correct({ kind: 'merge', article: bodyOf(FOSHAN), into: bodyOf(YICHANG) })
    expect(page.articles.map(({ id }) => id)).toEqual(['a1', 'a3', 'a4'])
    expect(texts(article(page, YICHANG.id)!.paragraphs)).toEqual(
      texts([...YICHANG.paragraphs, ...FOSHAN.paragraphs]),
    )
    expect(texts(page.unplaced)).toEqual([FOSHAN.kicker, FOSHAN.headline, FOSHAN.credit])
    expect(refused({ kind: 'merge', article: bodyOf(LEAD), into: bodyOf(LEAD, 2) }).unapplied).toEqual([0])
  })

  it('split before a paragraph: heads stay, the credit goes with the end', () => {
    const page = correct({ kind: 'split', at: bodyOf(FOSHAN, 2) })
    expect(page.articles.map(({ id }) => id)).toEqual(['a1', 'a2', 'a5', 'a3', 'a4'])
    expect(article(page, 'a2')!.headline).toBe(FOSHAN.headline)
    expect(article(page, 'a2')!.credit).toBeUndefined()
    expect(article(page, 'a5')).toMatchObject({ kind: 'brief', credit: FOSHAN.credit })
    expect(texts(article(page, 'a5')!.paragraphs)).toEqual(texts(FOSHAN.paragraphs.slice(2)))
  })

  it('splitting and merging again gives the paragraphs back', () => {
    const page = correct(
      { kind: 'split', at: bodyOf(FOSHAN, 2) },
      { kind: 'merge', article: bodyOf(FOSHAN, 3), into: bodyOf(FOSHAN) },
    )
    expect(texts(article(page, 'a2')!.paragraphs)).toEqual(texts(FOSHAN.paragraphs))
    expect(article(page, 'a2')!.credit).toBe(FOSHAN.credit)
  })
})

describe('paragraphs', () => {
  const first = LEAD.paragraphs[0]!
  const lineStart = start([first.from[3]!])

  it('break between printed lines, which both parts keep', () => {
    const [a, b] = article(correct({ kind: 'break', at: lineStart }), LEAD.id)!.paragraphs
    expect(a!.text + b!.text).toBe(first.text)
    expect([...a!.lines!, ...b!.lines!]).toEqual(first.lines)
    expect([a, b]).toMatchObject([{ rule: 'corrected/break', confidence: 1 }, { confidence: 1 }])
  })

  it('break within a printed line, which then is none any more', () => {
    const [a, b] = article(correct({ kind: 'break', at: { ...lineStart, at: 4 } }), LEAD.id)!.paragraphs
    expect(a!.text + b!.text).toBe(first.text)
    expect(a!.lines).toHaveLength(4)
    expect(b!.lines).toBeUndefined()
  })

  it('join to the one before, with the printed lines of both', () => {
    const [, second] = LEAD.paragraphs
    const [joined] = article(correct({ kind: 'join', at: bodyOf(LEAD, 1) }), LEAD.id)!.paragraphs
    expect(joined).toMatchObject({ text: first.text + second!.text, rule: 'corrected/join' })
    expect(joined!.lines).toEqual([...first.lines!, ...second!.lines!])
  })

  it('are the same again after breaking and joining', () => {
    const page = correct({ kind: 'break', at: lineStart }, { kind: 'join', at: lineStart })
    const { text, from, lines } = article(page, LEAD.id)!.paragraphs[0]!
    expect({ text, from, lines }).toEqual({ text: first.text, from: first.from, lines: first.lines })
  })

  it('neither break where they begin nor join to nothing', () => {
    expect(
      refused({ kind: 'break', at: bodyOf(LEAD) }, { kind: 'join', at: bodyOf(LEAD) }).unapplied,
    ).toEqual([0, 1])
  })
})

describe('accepting', () => {
  const doubt = PAGE.doubts.find(({ code }) => code === 'caption-or-headline')!
  const accept: Correction = { kind: 'accept', text: doubt.from, code: doubt.code }

  it('settles the doubt and makes its text sure', () => {
    const page = correct(accept)
    expect(page.doubts).toEqual(PAGE.doubts.filter((each) => each !== doubt))
    expect(article(page, COLUMN.id)!.captions[0]).toMatchObject({ confidence: 1, rule: 'corrected/accept' })
  })

  it('changes nothing where there is no such doubt', () => {
    expect(refused({ ...accept, code: 'weak-head-link' })).toEqual({ reconstruction: PAGE, unapplied: [0] })
  })
})
