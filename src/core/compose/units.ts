/**
 * A paragraph as units: its sorts in a row, each with what its neighbours do to it: gaps, shared white, where a
 * line may begin. The costly part, shaping, is done once per sort; breaking is arithmetic on units.
 */
import type { CharacterStyle, PageDoc, Paragraph, ParagraphStyle, Preset, Story } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Em } from '../units.ts'
import { bidiLevels, hasRightToLeft, mirrorOf } from './bidi.ts'
import type { SetLine } from './set-line.ts'
import { type Sort, SortCase } from './sorts.ts'
import { type TokenKind, TokenReader } from './tokens.ts'
import { type Unit, type UnitForm, unitOf } from './unit.ts'
import { allPieces, piecesAt, type WordPiece } from './word-pieces.ts'

export interface PreparedParagraph {
  units: Unit[]
  /** What stands at the right end of the last line (署名), and how far in. */
  ending: Unit[]
  endInset: Em
  style: ParagraphStyle
  preset: Preset
  vertical: boolean
  /** Where any of its text runs from right to left: the level of each UTF-16 unit. Columns don't turn it. */
  levels?: Uint8Array
  /**
   * Lines that it has been broken into, by first unit and in the measure asked for last: the same wherever they
   * stand. `units` are its own, or those with wide words parted.
   */
  set: { units: readonly Unit[]; lines: Map<number, { measure: Em; set: SetLine }> }
  /** Characters that no face has, or that are no text (`control`). */
  faults: { kind: 'missing' | 'control' | 'rtl'; character: string; face: string; start: number }[]
}

/** What a paragraph inherits: the story's own preset and fit, and the frame's writing direction. */
export interface Setting {
  preset?: string
  trackingEm: Em
  vertical: boolean
}

export const settingOf = (story: Story, vertical: boolean): Setting => ({
  ...(story.preset !== undefined && { preset: story.preset }),
  trackingEm: story.fit?.trackingEm ?? 0,
  vertical,
})

const PLAIN: Setting = { trackingEm: 0, vertical: false }

/** Finds the sorts of styles, and keeps them as long as the styles stay the same objects. */
export class TypeRoom {
  private readonly cases = new Map<string, SortCase>()
  private readonly names = new WeakMap<object, number>()
  private named = 0

  constructor(readonly shaper: Shaper) {}

  caseFor(doc: PageDoc, style: ParagraphStyle, character: CharacterStyle, preset: Preset, vertical: boolean) {
    const swatch = doc.swatches[character.swatch ?? style.swatch]
    const key = `${this.nameOf(style)} ${this.nameOf(character)} ${this.nameOf(preset)} ${this.nameOf(swatch ?? style)}${vertical ? ' |' : ''}`
    let found = this.cases.get(key)
    if (found === undefined) {
      found = new SortCase(doc, style, character, preset, this.shaper, vertical)
      this.cases.set(key, found)
    }
    return found
  }

  private nameOf(thing: object): number {
    let name = this.names.get(thing)
    if (name === undefined) {
      name = ++this.named
      this.names.set(thing, name)
    }
    return name
  }
}

const NO_STYLE: CharacterStyle = {}
const isOdd = (level: number | undefined): boolean => level !== undefined && level % 2 === 1

/** Splits and shapes a paragraph; the styles named in it must exist in the document. */
export function prepareParagraph(
  doc: PageDoc,
  paragraph: Paragraph,
  room: TypeRoom,
  setting: Setting = PLAIN,
): PreparedParagraph {
  const style = named(doc.paragraphStyles, paragraph.style)
  const preset = named(doc.presets, setting.preset ?? style.preset)
  const prepared: PreparedParagraph = {
    units: [],
    ending: [],
    endInset: 0,
    style,
    preset,
    vertical: setting.vertical,
    set: { units: [], lines: new Map() },
    faults: [],
  }
  const text = paragraph.runs.map((run) => run.text).join('')
  if (!setting.vertical && hasRightToLeft(text)) prepared.levels = bidiLevels(text)
  let offset = 0
  let gapAfter = 0
  for (const run of paragraph.runs) {
    const character = run.style === undefined ? NO_STYLE : named(doc.characterStyles, run.style)
    const sorts = room.caseFor(doc, style, character, preset, setting.vertical)
    const line = character.endInsetEm === undefined ? prepared.units : prepared.ending
    prepared.endInset = character.endInsetEm ?? prepared.endInset
    const tracking = style.trackingEm + (character.trackingEm ?? 0)
    const tokens = new TokenReader(run.text)
    while (tokens.next()) {
      const at = offset + tokens.start
      const mirror = isOdd(prepared.levels?.[at]) ? mirrorOf(text[at] as string) : undefined
      const sort =
        mirror === undefined
          ? sorts.sortAt(tokens.kind, run.text, tokens.start, tokens.end)
          : sorts.mirrored(text[at] as string, mirror)
      noteFaults(prepared, sort, at)
      const first = line.length
      if (sort.hyphenPoints.length > 0)
        addPieces(line, piecesAt(sort, sort.hyphenPoints), at, tracking, sorts)
      else line.push(unitOf(sort, at, offset + tokens.end, tracking))
      // An opening mark brings white of its own (CLREQ #punctuation_width_adjustment).
      if (gapAfter !== 0 && !sort.opening) (line[first] as Unit).change({ gap: gapAfter })
      gapAfter = 0
    }
    gapAfter = character.gapAfterEm === 'dateline' ? preset.datelineGapEm : (character.gapAfterEm ?? 0)
    offset += run.text.length
  }
  for (const units of [prepared.units, prepared.ending]) {
    settleNeighbours(units, preset)
    applyCopyfit(units, paragraph, setting)
  }
  return prepared
}

function named<T>(styles: Record<string, T>, name: string): T {
  const style = styles[name]
  if (style === undefined) throw new Error(`the document has no style or preset named ${name}`)
  return style
}

function addPieces(
  units: Unit[],
  pieces: readonly WordPiece[],
  at: number,
  tracking: Em,
  sorts: SortCase,
): void {
  for (const { sort, start, end, hyphen } of pieces) {
    const unit = unitOf(sort, at + start, at + end, tracking)
    if (start > 0 || hyphen) {
      unit.change({ joined: start > 0, hyphen: hyphen ? sorts.hyphen() : undefined })
    }
    units.push(unit)
  }
}

function noteFaults(prepared: PreparedParagraph, sort: Sort, start: number): void {
  const { kind, text, missing } = sort
  if (missing !== undefined) prepared.faults.push({ kind: 'missing', ...missing, start })
  // Zero-width characters are typesetters' own signs; C0 and C1 controls are damage.
  else if (kind === 'nothing' && /\p{Cc}/u.test(text)) {
    prepared.faults.push({ kind: 'control', character: text, face: '', start })
  } else if (sort.rightToLeft) {
    prepared.faults.push({ kind: 'rtl', character: text, face: '', start })
  }
}

/** What depends on the neighbours: who may start a line, who shares white, gaps beside figures and words. */
function settleNeighbours(units: Unit[], preset: Preset): void {
  const gapTo = preset.squeezes.find((squeeze) => squeeze.what === 'gap')?.toEm
  let before: Unit | undefined
  units.forEach((unit, i) => {
    const { sort } = unit
    if (before?.sort.neverEnd && unit.canStart) unit.change({ canStart: false })
    if (preset.trimLineStart && sort.opening) unit.change({ trim: sort.white })
    if (before !== undefined && !unit.joined) {
      if (sort.white > 0 && before.sort.white > 0) shareWhite(before, unit, preset)
      const gap = gapBetween(before.sort.kind, sort.kind, preset)
      if (gap > 0) {
        const gapGive = gapTo === undefined ? 0 : Math.max(0, gap - gapTo)
        unit.change({ gap: unit.gap + gap, western: true, gapGive })
      }
    }
    if (sort.text === ' ' && before?.sort.kind === 'han' && units[i + 1]?.sort.kind === 'han') {
      unit.change({ width: preset.hanSpaceEm, give: 0 })
    }
    if (sort.kind !== 'nothing') before = unit
  })
}

function gapBetween(before: TokenKind, after: TokenKind, { gaps }: Preset): Em {
  if (before === 'han')
    return after === 'figures' ? gaps.beforeFigures : after === 'word' ? gaps.beforeWords : 0
  if (after !== 'han') return 0
  return before === 'figures' ? gaps.afterFigures : before === 'word' ? gaps.afterWords : 0
}

/** Two marks side by side have two white halves where one would do, unless those lie on their far sides. */
function shareWhite(before: Unit, unit: Unit, preset: Preset): void {
  const first = before.sort
  const second = unit.sort
  if (first.opening && second.closing) return
  if (preset.adjacent === 'always') {
    if (first.opening) {
      unit.change({
        width: unit.width - second.white,
        moved: unit.moved + second.white * second.leftShare,
        give: Math.max(0, unit.give - second.white),
      })
    } else {
      before.change({
        width: before.width - first.white,
        moved: before.moved + first.white * first.leftShare,
        give: Math.max(0, before.give - first.white),
        endGive: 0,
      })
    }
  } else if (first.closing && second.closing && before.give > 0) {
    // The second has only what the first left.
    unit.change({ give: 0 })
  }
}

/** The story's fit and the copyfit records, both as extra width behind each character. */
function applyCopyfit(units: Unit[], paragraph: Paragraph, { trackingEm }: Setting): void {
  const records = paragraph.copyfit ?? []
  if (records.length === 0 && trackingEm === 0) return
  const alike = new Map<Em, Map<UnitForm, UnitForm>>()
  for (const unit of units) {
    if (unit.width === 0) continue
    let copyfit = trackingEm
    for (const record of records) {
      if (unit.start >= record.start && unit.end <= record.end) copyfit += record.trackingEm
    }
    if (copyfit === 0) continue
    const known = alike.get(copyfit) ?? new Map<UnitForm, UnitForm>()
    alike.set(copyfit, known)
    unit.changeAlike(known, ({ width, tracking }) => ({
      copyfit,
      width: width + copyfit,
      tracking: tracking + copyfit,
    }))
  }
}

/** The units with every word and number that is wider than its line parted into its characters. */
export function partWideUnits(units: readonly Unit[], measure: Em, indent: Em): readonly Unit[] {
  const isWide = (unit: Unit, i: number) =>
    unit.sort.glyphs.length > 1 &&
    !unit.sort.rightToLeft &&
    unit.width > (i === 0 ? measure - indent : measure)
  if (!units.some(isWide)) return units
  return units.flatMap((unit, at) => {
    if (!isWide(unit, at)) return [unit]
    return allPieces(unit.sort).map(({ sort, start, end }, i): Unit => {
      const piece = unitOf(sort, unit.start + start, unit.start + end, unit.tracking)
      const { copyfit, gap, western, canStart, joined } = unit
      if (i > 0) piece.change({ copyfit, joined: true, canStart: /^[\p{L}\p{N}]/u.test(sort.text) })
      else piece.change({ copyfit, gap, western, canStart, joined })
      return piece
    })
  })
}
