/**
 * Where in a line it was squeezed and stretched: read from where its glyphs stand, against the widths that they
 * have by nature under the preset. Latin letters have widths of their own, which the page does not tell; beside
 * them only what the line's own figures say is shown.
 */
import type { ComposedLine } from '../../core/compose/composition.ts'
import type { Paragraph, Preset, Story } from '../../core/doc/schema.ts'

/** A part of the line, in pt from its start. */
export interface FitPlace {
  kind: 'squeezed' | 'widened'
  at: number
  length: number
  /** What was given up or added there, in em. */
  em: number
}

export interface FitSetting {
  preset: Preset
  /** Tracking of the story as a whole. */
  fitEm: number
  records: NonNullable<Paragraph['copyfit']>
}

export function fitSettingOf(
  presets: Record<string, Preset>,
  story: Story,
  paragraph: Paragraph,
  stylePreset: string,
): FitSetting | undefined {
  const preset = presets[story.preset ?? stylePreset]
  return preset && { preset, fitEm: story.fit?.trackingEm ?? 0, records: paragraph.copyfit ?? [] }
}

const sumOf = (places: readonly FitPlace[], kind: FitPlace['kind']): number =>
  places.reduce((sum, place) => (place.kind === kind ? sum + place.em : sum), 0)

interface Placed {
  text: string
  /** In pt along the line. */
  at: number
  sizePt: number
  /** Offset in the paragraph's text. */
  offset: number
  /** Set where the glyph begins another run: its style may bring a gap of its own. */
  newRun: boolean
}

/** Less is rounding. */
const LEAST_EM = 0.01

export function fitPlaces(line: ComposedLine, setting: FitSetting): FitPlace[] {
  const glyphs = placedGlyphs(line)
  const places: FitPlace[] = []
  const { preset } = setting
  const first = glyphs[0]
  if (first && !preset.trimLineStart && preset.opening.includes(first.text)) {
    addSqueezed(places, first, cellOf(first.text, preset), -first.at / first.sizePt, preset)
  }
  glyphs.forEach((glyph, i) => {
    const next = glyphs[i + 1]
    if (next && !isInside(glyph, next)) addBetween(places, glyph, next, line, setting)
  })
  const last = glyphs.at(-1)
  if (last && preset.closing.includes(last.text)) {
    const cell = cellOf(last.text, preset)
    const room = (line.measure - last.at) / last.sizePt
    // It may have shared its white with a mark that begins the next line: only what the line gave up counts.
    const left = line.fit.squeezedEm - sumOf(places, 'squeezed')
    if (cell !== undefined) addSqueezed(places, last, cell, Math.min(left, cell - room), preset)
  }
  return places
}

function placedGlyphs(line: ComposedLine): Placed[] {
  let offset = line.start
  return line.runs.flatMap((run) =>
    run.texts.map((text, i): Placed => {
      const at = (line.vertical ? run.ys?.[i] : run.xs[i]) ?? 0
      const placed = { text, at, sizePt: run.sizePt, offset, newRun: i === 0 }
      offset += text.length
      return placed
    }),
  )
}

/** One word or number, where nothing is widened. */
const isInside = (a: Placed, b: Placed): boolean =>
  (IN_WORD.test(a.text) && IN_WORD.test(b.text)) || (a.text === b.text && /[—…]/.test(a.text))
const IN_WORD = /^[\w.,:%％‰℃~～-]/
const WESTERN = /^[\w%％‰℃ ]/

function addBetween(
  places: FitPlace[],
  glyph: Placed,
  next: Placed,
  line: ComposedLine,
  setting: FitSetting,
): void {
  const { preset } = setting
  const { stretchEm, spacesEm } = line.fit
  const western = WESTERN.test(glyph.text) !== WESTERN.test(next.text)
  const widened = line.last ? 0 : stretchEm + (western ? spacesEm : 0)
  const em = next.sizePt
  if (widened > LEAST_EM) {
    places.push({ kind: 'widened', at: next.at - widened * em, length: widened * em, em: widened })
  }
  const cell = cellOf(glyph.text, preset)
  // Behind a run of another style may stand the style's own gap, and behind the last line's words the credit.
  if (cell === undefined || next.newRun) return
  const expected = cell + gapOf(glyph.text, next.text, preset) - sharedOf(glyph.text, next.text, preset)
  const tightened = preset.tight.includes(next.text) && preset.opening.includes(next.text)
  const natural =
    expected - (tightened ? 1 - preset.tightEm : 0) + trackingAt(glyph.offset, setting) + widened
  const lost = natural - (next.at - glyph.at) / em
  if (lost <= LEAST_EM) return
  const byNext = canGive(next.text, preset) && preset.opening.includes(next.text)
  const byThis = canGive(glyph.text, preset) && !preset.opening.includes(glyph.text)
  if (byThis) addSqueezed(places, glyph, cell, byNext ? lost / 2 : lost, preset)
  if (byNext) addSqueezed(places, next, cellOf(next.text, preset), byThis ? lost / 2 : lost, preset)
}

/** The mark in the room that it was left. */
function addSqueezed(
  places: FitPlace[],
  { text, at, sizePt }: Placed,
  cell: number | undefined,
  lostEm: number,
  preset: Preset,
): void {
  if (cell === undefined || lostEm <= LEAST_EM) return
  const before = preset.opening.includes(text) ? lostEm * sizePt : 0
  places.push({ kind: 'squeezed', at: at + before, length: (cell - lostEm) * sizePt, em: lostEm })
}

const canGive = (text: string, { squeezes }: Preset): boolean =>
  squeezes.some((squeeze) => 'marks' in squeeze && squeeze.marks.includes(text))

/** A glyph's own width in em, where the preset or its script says it. */
function cellOf(text: string, preset: Preset): number | undefined {
  if (/^\d$/.test(text)) return { half: 0.5, full: 1, proportional: undefined }[preset.figures]
  if (preset.tight.includes(text)) return preset.opening.includes(text) ? 1 : preset.tightEm
  return /^[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff5e“”‘’—…]+$/u.test(text) ? text.length : undefined
}

const HAN = /^\p{Script=Han}/u

function gapOf(before: string, after: string, { gaps }: Preset): number {
  if (HAN.test(before)) {
    return /^\d/.test(after) ? gaps.beforeFigures : /^[A-Za-z]/.test(after) ? gaps.beforeWords : 0
  }
  if (!HAN.test(after)) return 0
  return /^[\d%％]/.test(before) ? gaps.afterFigures : 0
}

/** Where two marks side by side always share their white, it is no squeeze. */
function sharedOf(before: string, after: string, preset: Preset): number {
  const isMark = (text: string) => preset.opening.includes(text) || preset.closing.includes(text)
  if (preset.adjacent !== 'always' || !isMark(before) || !isMark(after)) return 0
  return preset.opening.includes(before) && preset.closing.includes(after) ? 0 : 0.5
}

const trackingAt = (offset: number, { fitEm, records }: FitSetting): number =>
  records.reduce(
    (sum, { start, end, trackingEm }) => sum + (offset >= start && offset < end ? trackingEm : 0),
    fitEm,
  )
