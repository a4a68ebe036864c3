/**
 * Copyfit by command: 收一行 pulls a paragraph's last line back, 放一行 gains a line, 适合文框 fits a whole story
 * to its frames by tracking first and leading then. Each answers with the record to keep, within the limits of
 * the preset; the document is the caller's to change.
 */
import { fail, ok, type Result } from '../diagnostics.ts'
import type { CopyfitRecord, PageDoc, Paragraph, Story, StoryFitRecord } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Em } from '../units.ts'
import { isOrphan } from './break-lines.ts'
import { breakParagraph } from './break-paragraph.ts'
import { composePage } from './composer.ts'
import { trackOf } from './track.ts'
import { prepareParagraph, settingOf, type TypeRoom } from './units.ts'

export interface ParagraphFit {
  paragraph: number
  records: CopyfitRecord[]
  /** What the command added to every character. */
  trackingEm: Em
}

/** Tracking is looked for in steps of a thousandth of an em, the unit that layout artists give it in. */
const STEP_EM = 0.001

/** One line less; in the paragraph that takes the least tracking where none is named. Error: `copyfit-no-line`. */
export const pullLine = (doc: PageDoc, story: string, paragraph: number | undefined, room: TypeRoom) =>
  changeLines(doc, story, paragraph, room, -1)

/** One line more, which then holds more than a single character. Error: `copyfit-no-line`. */
export const pushLine = (doc: PageDoc, story: string, paragraph: number | undefined, room: TypeRoom) =>
  changeLines(doc, story, paragraph, room, 1)

function changeLines(
  doc: PageDoc,
  id: string,
  paragraph: number | undefined,
  room: TypeRoom,
  by: 1 | -1,
): Result<ParagraphFit> {
  const story = doc.stories[id] as Story
  const measure = measureOf(doc, story)
  const indices = paragraph === undefined ? story.paragraphs.keys() : [paragraph]
  let best: ParagraphFit | undefined
  for (const index of indices) {
    const fit = measure === undefined ? undefined : fitParagraph(doc, story, index, measure, room, by)
    if (fit && (!best || Math.abs(fit.trackingEm) < Math.abs(best.trackingEm))) best = fit
  }
  return best ? ok(best) : fail('copyfit-no-line', { at: { story: id } })
}

/** The width of the columns that the story runs through, in body pt; undefined without a frame. */
function measureOf(doc: PageDoc, story: Story): number | undefined {
  const { columns } = trackOf(doc, story)
  return columns[0]?.box.width
}

function fitParagraph(
  doc: PageDoc,
  story: Story,
  index: number,
  measurePt: number,
  room: TypeRoom,
  by: 1 | -1,
): ParagraphFit | undefined {
  const paragraph = story.paragraphs[index]
  if (!paragraph) return undefined
  const setting = settingOf(story, false)
  const set = (candidate: Paragraph) => {
    const prepared = prepareParagraph(doc, candidate, room, setting)
    return { prepared, broken: breakParagraph(prepared, measurePt / prepared.style.sizePt) }
  }
  const { prepared, broken } = set(paragraph)
  const { leastEm, mostEm } = prepared.preset.copyfit
  const wanted = broken.lines.length + by
  if (prepared.style.align !== 'justify' || wanted < 1 || broken.lines.length === 0) return undefined
  const before = trackingByHand(paragraph)
  for (let steps = 1; ; steps++) {
    const trackingEm = round(by * steps * STEP_EM)
    const total = round(before + trackingEm)
    if (total < leastEm || total > mostEm) return undefined
    const records = withHand(paragraph, total)
    const { broken: next } = set({ ...paragraph, copyfit: records })
    const last = next.lines.at(-1)
    const lonely = by > 0 && last !== undefined && isOrphan(next.units, last.from)
    if (next.lines.length === wanted && !lonely) return { paragraph: index, records, trackingEm }
  }
}

const round = (em: Em): Em => Math.round(em * 1000) / 1000

const trackingByHand = (paragraph: Paragraph): Em =>
  paragraph.copyfit?.find(({ by }) => by === 'hand')?.trackingEm ?? 0

/** The paragraph's records with one by hand over all of it, in place of the one there was. */
function withHand(paragraph: Paragraph, trackingEm: Em): CopyfitRecord[] {
  const end = paragraph.runs.reduce((sum, { text }) => sum + text.length, 0)
  const others = (paragraph.copyfit ?? []).filter(({ by }) => by !== 'hand')
  return trackingEm === 0 ? others : [...others, { start: 0, end, trackingEm, by: 'hand' }]
}

/**
 * Brings a story that is overset into its frames, or one that leaves rows free down to their foot, with the least
 * tracking that does it, and leading where tracking alone does not. Errors: `copyfit-nothing-to-fit`,
 * `copyfit-beyond-limits`.
 */
export function fitStory(doc: PageDoc, id: string, shaper: Shaper): Result<StoryFitRecord> {
  const story = doc.stories[id] as Story
  const at = { story: id }
  const first = story.paragraphs[0]
  if (!first || story.frames.length === 0) return fail('copyfit-nothing-to-fit', { at })
  const style = doc.paragraphStyles[first.style]
  const preset = doc.presets[story.preset ?? style?.preset ?? '']
  if (!preset) return fail('copyfit-nothing-to-fit', { at })
  const { leastEm, mostEm, leastLeading, mostLeading } = preset.copyfit
  const grid = doc.setup.leadingPt
  const overset = (fit: StoryFitRecord | undefined) => oversetLines(doc, id, fit, shaper)
  if (overset(undefined) > 0) {
    const tracking = leastThat((em) => overset({ trackingEm: -em }) === 0, -leastEm)
    if (tracking !== undefined) return ok({ trackingEm: -tracking })
    const tight = (share: number) => ({ trackingEm: leastEm, leadingPt: leading(grid, 1 - share) })
    const share = leastThat((part) => overset(tight(part)) === 0, 1 - leastLeading)
    return share === undefined ? fail('copyfit-beyond-limits', { at }) : ok(tight(share))
  }
  const most = mostThat((em) => overset({ trackingEm: em }) === 0, mostEm)
  const free = freeRows(doc, id, most > 0 ? { trackingEm: most } : undefined, shaper)
  if (free < 1) return most > 0 ? ok({ trackingEm: most }) : fail('copyfit-nothing-to-fit', { at })
  const loose = (share: number) => ({ trackingEm: most, leadingPt: leading(grid, 1 + share) })
  const share = mostThat((part) => overset(loose(part)) === 0, mostLeading - 1)
  if (share === 0 && most === 0) return fail('copyfit-nothing-to-fit', { at })
  return ok(share === 0 ? { trackingEm: most } : loose(share))
}

const leading = (grid: number, share: number): number => Math.round(grid * share * 1000) / 1000

/** The least multiple of the step up to `limit` that does; undefined where none does. */
function leastThat(does: (value: number) => boolean, limit: number): number | undefined {
  let low = 0
  let high = Math.floor(limit / STEP_EM + 1e-6)
  if (!does(high * STEP_EM)) return undefined
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (does(middle * STEP_EM)) high = middle
    else low = middle
  }
  return round(high * STEP_EM)
}

/** The greatest multiple of the step up to `limit` that still does, 0 always doing. */
function mostThat(does: (value: number) => boolean, limit: number): number {
  const steps = Math.floor(limit / STEP_EM + 1e-6)
  let low = 0
  let high = steps + 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (does(middle * STEP_EM)) low = middle
    else high = middle
  }
  return round(low * STEP_EM)
}

/** The story alone on its page. */
function composedWith(doc: PageDoc, id: string, fit: StoryFitRecord | undefined, shaper: Shaper) {
  const { fit: _, ...story } = doc.stories[id] as Story
  return composePage({ ...doc, stories: { [id]: fit ? { ...story, fit } : story } }, shaper)
}

const oversetLines = (doc: PageDoc, id: string, fit: StoryFitRecord | undefined, shaper: Shaper): number =>
  composedWith(doc, id, fit, shaper).stories[id]?.oversetLines ?? 0

/** Rows left under the last line of the story's last column. */
function freeRows(doc: PageDoc, id: string, fit: StoryFitRecord | undefined, shaper: Shaper): number {
  const { items } = composedWith(doc, id, fit, shaper)
  const story = doc.stories[id] as Story
  const last = items.findLast((item) => item.kind === 'text' && item.frame === story.frames.at(-1))
  if (last?.kind !== 'text') return 0
  const foot = Math.max(last.box.y, ...last.lines.map(({ baseline }) => baseline))
  return (last.box.y + last.box.height - foot) / doc.setup.leadingPt
}
