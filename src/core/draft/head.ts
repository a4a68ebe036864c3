/**
 * A head: kicker, headline and deck stacked in a whole number of body rows, sized to fill its width. The
 * headline stands in one line where its size stays in the range for its span, else in as few as will do and break
 * at sense.
 */
import type { Paragraph } from '../doc/schema.ts'
import type { Em, Pt } from '../units.ts'
import type { HeadFit } from './composer.ts'
import type { Desk } from './desk.ts'
import { type HeadPart, type Manuscript, storyId } from './manuscript.ts'
import type { HeadLook } from './template.ts'

/** A headline fills at most this share of its width. */
const FILL = 0.925
/** Em boxes of stacked lines stand this share of the size apart. */
const LINE_AIR = 0.16
const MOST_LINES = 4
/** A break that costs as much tears a word; rather one line more. */
const TORN_WORD = 13
/** What stands in one line is set no smaller. */
const LEAST_PT = 8
const LEAST_SHARE = 0.8
const LEAST_KICKER_PT = 9
const KICKER_LEADING = 1.35

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
  section?: Manuscript['section']
}

export function planHead(article: Manuscript, wish: HeadWish, desk: Desk): HeadPlan {
  const { page, grid } = desk
  const look = lookFor(page.template.look.heads, wish.span)
  const width = grid.pt(wish.widthEm)
  const kept = article.kept?.head ?? {}
  const headline = kept.headline ?? planHeadline(article.headline ?? '', wish, look, width, desk)
  const from = article.from.headline?.from
  if (headline[0] && from) headline[0] = { ...headline[0], from: [...from] }
  const small = Math.round(look.kickerPt * 0.9)
  const above = (text: string | undefined, field: 'section' | 'kicker') =>
    fewLines(text, 'kicker', `${wish.id}-${field}`, look.kickerPt, width, desk, article.from[field]?.from)
  const kicker = kept.kicker ?? [...above(wish.section, 'section'), ...above(article.kicker, 'kicker')]
  const deck =
    kept.deck ?? fewLines(article.deck, 'deck', wish.id, small, width, desk, article.from.deck?.from)
  // What the engine has broken stands in a line each; what a person has styled may take more.
  const linesOf = (paragraph: Paragraph) =>
    Object.values(kept).some((part) => part.includes(paragraph))
      ? desk.composer.lines(page.doc, [paragraph], wish.widthEm).length
      : 1
  const heightOf = (paragraphs: Paragraph[]) =>
    paragraphs.reduce((sum, p) => sum + linesOf(p) * (page.doc.paragraphStyles[p.style]?.leadingPt ?? 0), 0)
  const kickerHeight = kicker.length > 0 ? heightOf(kicker) + 3.75 : 0
  const deckHeight = deck.length > 0 ? heightOf(deck) + 4 : 0
  const needed = kickerHeight + heightOf(headline) + deckHeight
  const rows = needed === 0 ? 0 : Math.max(leastRows(look, wish), Math.ceil(needed / grid.setup.leadingPt))
  return { rows, kicker, kickerHeight, headline, deck, deckHeight }
}

/** Frames for a planned head in the rows from `row`. */
export function placeHead(
  { page, grid }: Desk,
  article: Manuscript,
  plan: HeadPlan,
  wish: HeadWish,
  x: Pt,
  row: number,
): void {
  const box = grid.box(x, row, wish.widthEm, plan.rows)
  const inside = box.height - plan.kickerHeight - plan.deckHeight
  const part = (y: Pt, height: Pt) => [{ x, y, width: box.width, height }]
  const put = (
    role: HeadPart,
    paragraphs: Paragraph[],
    y: Pt,
    height: Pt,
    vertical: 'top' | 'center' | 'bottom',
  ) => {
    if (paragraphs.length > 0)
      page.story(storyId(article, role), role, paragraphs, part(y, height), { article: article.id, vertical })
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

function planHeadline(text: string, wish: HeadWish, look: HeadLook, width: Pt, desk: Desk): Paragraph[] {
  if (text === '') return []
  const leadIn = wish.voice === 'lead' ? splitLeadIn(text) : null
  if (leadIn === null) return headlineLines(text, wish, look, width, desk)
  const small = oneLine(leadIn.first, 'lead-in', wish.id, look.kickerPt, width, desk)
  return [...small, ...headlineLines(leadIn.rest, wish, look, width, desk)]
}

/** `长春高新区：为可持续振兴开新局`: what stands before the colon leads in, in a smaller size. */
function splitLeadIn(text: string): { first: string; rest: string } | null {
  const at = text.indexOf('：')
  const first = text.slice(0, at + 1)
  const rest = text.slice(at + 1)
  return at >= 2 && first.length <= 12 && rest.length >= 4 ? { first, rest } : null
}

function headlineLines(text: string, wish: HeadWish, look: HeadLook, width: Pt, desk: Desk): Paragraph[] {
  const base = { lead: 'headline', song: 'headline-song', hei: 'headline-hei' }[wish.voice]
  const name = `${wish.id}-headline`
  const from = desk.page.baseOf(name, base)
  const { sizePt, lines } = fitHeadline(text, from, look, width, desk)
  const style = desk.page.styleAt(name, from, {
    sizePt,
    leadingPt: sizePt * (1 + LINE_AIR),
  })
  return lines.map((line) => ({ style, runs: [{ text: line }] }))
}

/** As few lines as do without tearing a word; below the range of sizes only what four lines cannot hold. */
function fitHeadline(text: string, base: string, look: HeadLook, width: Pt, desk: Desk): HeadFit {
  const [minPt, maxPt] = look.sizePt
  const room = { widthPt: width, fill: FILL, minPt, maxPt, leading: 1 + LINE_AIR }
  const { composer, page } = desk
  let best: HeadFit | undefined
  for (let most = 1; most <= MOST_LINES; most++) {
    const found = composer.fitHead(page.doc, text, base, { ...room, most })
    if (found.fits && (best === undefined || found.cost < best.cost)) best = found
    if (best && best.cost < TORN_WORD) break
  }
  return best ?? composer.fitHead(page.doc, text, base, { ...room, minPt: 1, most: MOST_LINES })
}

/** A kicker or deck keeps most of its size: what is too long for one line is broken into as few as will do. */
function fewLines(
  text: string | undefined,
  base: string,
  id: string,
  size: Pt,
  width: Pt,
  { page, composer }: Desk,
  from?: Paragraph['from'],
): Paragraph[] {
  if (text === undefined || text === '') return []
  const room = { widthPt: width, fill: FILL, maxPt: size, leading: KICKER_LEADING }
  const name = `${id}-${base}`
  const own = page.baseOf(name, base)
  const fit = (minPt: Pt, most: number) => composer.fitHead(page.doc, text, own, { ...room, minPt, most })
  const least = Math.min(size, Math.max(LEAST_KICKER_PT, size * LEAST_SHARE))
  let found = fit(least, 1)
  for (let most = 2; most <= MOST_LINES && !found.fits; most++) found = fit(least, most)
  const { sizePt, lines } = found.fits ? found : fit(1, MOST_LINES)
  const style = page.styleAt(name, own, { sizePt, leadingPt: sizePt * KICKER_LEADING })
  return lines.map((line, i) => ({
    style,
    runs: [{ text: line }],
    ...(i === 0 && from && { from: [...from] }),
  }))
}

/** A single line of a smaller rank, made smaller still where it would not fit. */
function oneLine(
  text: string | undefined,
  base: string,
  id: string,
  size: Pt,
  width: Pt,
  { page, composer }: Desk,
  from?: Paragraph['from'],
): Paragraph[] {
  if (text === undefined || text === '') return []
  const room = { widthPt: width, fill: FILL, minPt: LEAST_PT, maxPt: size, most: 1, leading: 1 }
  const name = `${id}-${base}`
  const own = page.baseOf(name, base)
  const { sizePt } = composer.fitHead(page.doc, text, own, room)
  const style = page.styleAt(name, own, { sizePt, leadingPt: sizePt * KICKER_LEADING })
  return [{ style, runs: [{ text }], ...(from && { from: [...from] }) }]
}
