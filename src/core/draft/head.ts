/**
 * A head: kicker, headline and deck stacked in a whole number of body rows, sized to fill its width. The
 * headline stands in one line where its size stays in the range for its span, else in as few as will do.
 */
import type { Paragraph } from '../doc/schema.ts'
import type { Article } from '../reconstruct/types.ts'
import type { Em, Pt } from '../units.ts'
import type { Grid } from './grid.ts'
import type { PageBuilder } from './page-builder.ts'
import type { HeadLook } from './template.ts'

/** A headline fills at most this share of its width. */
const FILL = 0.925
/** Em boxes of stacked lines stand this share of the size apart. */
const LINE_AIR = 0.16
const TIGHT_MARKS = /[，、；：“”‘’《》（）]/u

export interface HeadPlan {
  rows: number
  kicker: Paragraph[]
  kickerHeight: Pt
  headline: Paragraph[]
  deck: Paragraph[]
  deckHeight: Pt
}

/** `voice` alternates among neighbouring heads, so that no two alike stand side by side. */
export interface HeadWish {
  id: string
  span: number
  widthEm: Em
  voice: 'lead' | 'song' | 'hei'
  /** A column head that has no tiles of its own stands above the kicker, as one. */
  section?: Article['section']
}

export function planHead(article: Article, wish: HeadWish, page: PageBuilder, grid: Grid): HeadPlan {
  const look = lookFor(page.template.look.heads, wish.span)
  const width = grid.pt(wish.widthEm)
  const headline = planHeadline(article.headline ?? '', wish, look, width, page)
  const from = article.from.headline?.from
  if (headline[0] && from) headline[0].from = [...from]
  const small = Math.round(look.kickerPt * 0.9)
  const above = (text: string | undefined, field: 'section' | 'kicker') =>
    fewLines(text, 'kicker', `${wish.id}-${field}`, look.kickerPt, width, page, article.from[field]?.from)
  const kicker = [...above(wish.section, 'section'), ...above(article.kicker, 'kicker')]
  const deck = fewLines(article.deck, 'deck', wish.id, small, width, page, article.from.deck?.from)
  const heightOf = (paragraphs: Paragraph[]) =>
    paragraphs.reduce((sum, p) => sum + (page.doc.paragraphStyles[p.style]?.leadingPt ?? 0), 0)
  const kickerHeight = kicker.length > 0 ? heightOf(kicker) + 3.75 : 0
  const deckHeight = deck.length > 0 ? heightOf(deck) + 4 : 0
  const needed = kickerHeight + heightOf(headline) + deckHeight
  const rows = needed === 0 ? 0 : Math.max(leastRows(look, wish), Math.ceil(needed / grid.setup.leadingPt))
  return { rows, kicker, kickerHeight, headline, deck, deckHeight }
}

/** Frames for a planned head in the rows from `row`. */
export function placeHead(
  page: PageBuilder,
  grid: Grid,
  plan: HeadPlan,
  wish: HeadWish,
  x: Pt,
  row: number,
): void {
  const box = grid.box(x, row, wish.widthEm, plan.rows)
  const inside = box.height - plan.kickerHeight - plan.deckHeight
  const part = (y: Pt, height: Pt) => [{ x, y, width: box.width, height }]
  const { id } = wish
  const put = (
    role: 'kicker' | 'headline' | 'deck',
    paragraphs: Paragraph[],
    y: Pt,
    height: Pt,
    vertical: 'top' | 'center' | 'bottom',
  ) => {
    if (paragraphs.length > 0)
      page.story(`${id}-${role}`, role, paragraphs, part(y, height), { article: id, vertical })
  }
  put('kicker', plan.kicker, box.y, plan.kickerHeight, 'bottom')
  put('headline', plan.headline, box.y + plan.kickerHeight, inside, 'center')
  put('deck', plan.deck, box.y + plan.kickerHeight + inside, plan.deckHeight, 'top')
}

function lookFor(heads: readonly HeadLook[], span: number): HeadLook {
  const sorted = [...heads].sort((a, b) => a.span - b.span)
  return sorted.findLast((look) => look.span <= span) ?? (sorted[0] as HeadLook)
}

const leastRows = (look: HeadLook, wish: HeadWish): number =>
  wish.voice === 'lead' ? look.rows : Math.min(look.rows, 5)

function planHeadline(
  text: string,
  wish: HeadWish,
  look: HeadLook,
  width: Pt,
  page: PageBuilder,
): Paragraph[] {
  if (text === '') return []
  const [least, most] = look.sizePt
  const leadIn = wish.voice === 'lead' ? splitLeadIn(text) : null
  if (leadIn !== null) {
    const small = oneLine(leadIn.first, 'lead-in', wish.id, look.kickerPt, width, page)
    return [...small, ...headlineLines(leadIn.rest, wish, least, most, width, page)]
  }
  return headlineLines(text, wish, least, most, width, page)
}

/** `长春高新区：为可持续振兴开新局`: what stands before the colon leads in, in a smaller size. */
function splitLeadIn(text: string): { first: string; rest: string } | null {
  const at = text.indexOf('：')
  const first = text.slice(0, at + 1)
  const rest = text.slice(at + 1)
  return at >= 2 && first.length <= 12 && rest.length >= 4 ? { first, rest } : null
}

function headlineLines(
  text: string,
  wish: HeadWish,
  least: Pt,
  most: Pt,
  width: Pt,
  page: PageBuilder,
): Paragraph[] {
  const base = { lead: 'headline', song: 'headline-song', hei: 'headline-hei' }[wish.voice]
  const tracking = page.doc.paragraphStyles[base]?.trackingEm ?? 0
  for (let count = 1; ; count++) {
    const lines = breakHead(text, count)
    const size = Math.min(most, ...lines.map((line) => fittingSize(line, width, tracking)))
    if (size < least && count < 4 && lines.length === count) continue
    const sizePt = Math.floor(size)
    const style = page.styleAt(`${wish.id}-headline`, base, { sizePt, leadingPt: sizePt * (1 + LINE_AIR) })
    return lines.map((line) => ({ style, runs: [{ text: line }] }))
  }
}

/** Width in em of a line of display type: marks are set half width, Latin letters and figures count a half. */
function headWidth(text: string): Em {
  let width = 0
  for (const character of text)
    width += TIGHT_MARKS.test(character) || /[\x20-\x7e]/.test(character) ? 0.5 : 1
  return width
}

const fittingSize = (line: string, width: Pt, tracking: Em): Pt =>
  (FILL * width) / (headWidth(line) + tracking * [...line].length)

/**
 * Cuts a headline into about equal lines: at a space or behind a mark where one stands near the cut, never
 * after 的 or before a word that leans on what precedes it.
 */
export function breakHead(text: string, count: number): string[] {
  const lines: string[] = []
  let rest = [...text]
  for (let left = count; left > 1 && rest.length > 1; left--) {
    const ideal = rest.length / left
    const at = bestCut(rest, ideal)
    lines.push(rest.slice(0, at).join('').trim())
    rest = rest.slice(at)
  }
  lines.push(rest.join('').trim())
  return lines.filter(Boolean)
}

function bestCut(characters: string[], ideal: number): number {
  let best = Math.max(1, Math.round(ideal))
  let bestCost = Number.POSITIVE_INFINITY
  for (let at = 1; at < characters.length; at++) {
    const before = characters[at - 1] as string
    const after = characters[at] as string
    let cost = Math.abs(at - ideal)
    if (/[\s，、；：！？。”’》）]/u.test(before)) cost -= 3
    if (/[，、；：！？。”’》）…—]/u.test(after) || /[“‘《（]/u.test(before)) cost += 100
    if (/[的和与及在为之]/u.test(before) || /[的了和与及们]/u.test(after)) cost += 2
    if (/[\dA-Za-z.]/.test(before) && /[\dA-Za-z.%]/.test(after)) cost += 100
    if (cost < bestCost) {
      bestCost = cost
      best = at
    }
  }
  return best
}

/** A kicker or deck keeps most of its size: what is too long for one line is broken into as few as will do. */
const LEAST_SHARE = 0.8
const LEAST_PT = 9

function fewLines(
  text: string | undefined,
  base: string,
  id: string,
  size: Pt,
  width: Pt,
  page: PageBuilder,
  from?: Paragraph['from'],
): Paragraph[] {
  const tracking = page.doc.paragraphStyles[base]?.trackingEm ?? 0
  const least = Math.max(LEAST_PT, size * LEAST_SHARE)
  const fits = (lines: string[]) => lines.every((line) => fittingSize(line, width, tracking) >= least)
  for (let count = 1; text !== undefined; count++) {
    const lines = breakHead(text, count)
    if (!fits(lines) && lines.length === count) continue
    const smallest = Math.min(...lines.map((line) => fittingSize(line, width, tracking)))
    const sizePt = Math.max(8, Math.min(size, Math.floor(smallest)))
    const style = page.styleAt(`${id}-${base}`, base, { sizePt, leadingPt: sizePt * 1.35 })
    return lines.map((line, i) => ({
      style,
      runs: [{ text: line }],
      ...(i === 0 && from && { from: [...from] }),
    }))
  }
  return []
}

/** A single line of a smaller rank, made smaller still where it would not fit. */
function oneLine(
  text: string | undefined,
  base: string,
  id: string,
  size: Pt,
  width: Pt,
  page: PageBuilder,
  from?: Paragraph['from'],
): Paragraph[] {
  if (text === undefined || text === '') return []
  const tracking = page.doc.paragraphStyles[base]?.trackingEm ?? 0
  const sizePt = Math.max(8, Math.min(size, Math.floor(fittingSize(text, width, tracking))))
  const style = page.styleAt(`${id}-${base}`, base, { sizePt, leadingPt: sizePt * 1.35 })
  return [{ style, runs: [{ text }], ...(from && { from: [...from] }) }]
}
