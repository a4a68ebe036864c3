/**
 * The page while an input method composes: the composing string has room in its own line, which alone changes;
 * nothing is composed anew until the string is committed.
 */
import type { CaretLine } from '../../core/compose/caret.ts'
import type { Composition, GlyphRun, PageItem } from '../../core/compose/composition.ts'
import type { Pt } from '../../core/units.ts'
import type { PageModel } from '../state/page-model.ts'
import { composingWidthEm } from './composing-painter.ts'
import { caretsOf } from './text-geometry.ts'
import { type Composing, textState } from './text-state.ts'

/** Behind a gap as wide as this a line's rest stays where it is: a credit at its right end. */
const APART_EM = 1

let last: { page: PageModel; composing: Composing; shown: PageModel } | undefined

/** The page as it is to be painted now. */
export function composedText(page: PageModel | null): PageModel | null {
  const { story, composing } = textState.get()
  if (!page || story === null || !composing) return page
  if (last?.page === page && sameString(last.composing, composing)) return last.shown
  const carets = caretsOf(page, story)
  const line = carets.lines[carets.lineAt(composing.at) ?? -1]?.line
  if (!line) return page
  const width = composingWidthEm(composing.text) * line.carets.sizePt
  const moved = openUp(line, composing.at.offset, width)
  const shown = { ...page, composition: withLine(page.composition, line, moved) }
  last = { page, composing, shown }
  return shown
}

/** Tells of every change to what is composed. */
export function followComposing(listener: () => void): () => void {
  let before = textState.get().composing
  return textState.subscribe(() => {
    const { composing } = textState.get()
    if (composing === before) return
    before = composing
    listener()
  })
}

const sameString = (a: Composing, b: Composing): boolean =>
  a.text === b.text && a.at.paragraph === b.at.paragraph && a.at.offset === b.at.offset

function withLine(composition: Composition, line: CaretLine, moved: CaretLine): Composition {
  const items = composition.items.map((item): PageItem => {
    if (item.kind !== 'text') return item
    const at = item.lines.indexOf(line)
    return at < 0 ? item : { ...item, lines: item.lines.with(at, moved) }
  })
  return { ...composition, items }
}

/** What stands behind the place goes on by the string's width. */
function openUp(line: CaretLine, offset: number, width: Pt): CaretLine {
  const from = line.carets.stops[offset - line.start] ?? Number.POSITIVE_INFINITY
  const limit = firstGapBehind(line, from)
  return { ...line, runs: line.runs.flatMap((run) => moveGlyphs(run, line, { from, limit, width })) }
}

const HAIR = 0.01

/** Where along the line a wide gap begins behind the place; there the rest stays. */
function firstGapBehind({ runs, vertical, carets }: CaretLine, from: Pt): Pt {
  const places = runs
    .flatMap((run) => (vertical ? (run.ys ?? []) : run.xs))
    .filter((at) => at >= from - HAIR)
    .sort((a, b) => a - b)
  const gap = places.findIndex(
    (at, i) => i > 0 && at - (places[i - 1] as number) > (1 + APART_EM) * carets.sizePt,
  )
  return places[gap] ?? Number.POSITIVE_INFINITY
}

interface Room {
  from: Pt
  limit: Pt
  width: Pt
}

/** Glyphs that would run into what stays, or out of the measure, are left out for the moment. */
function moveGlyphs(run: GlyphRun, line: CaretLine, { from, limit, width }: Room): GlyphRun[] {
  const places = line.vertical ? (run.ys ?? []) : run.xs
  const end = Math.min(limit, line.measure + line.carets.sizePt)
  const moved = places.map((at) => (at >= from - HAIR && at < limit - HAIR ? at + width : at))
  const kept = moved.map((at, i) => at === places[i] || at + run.sizePt / 2 <= end)
  const pick = <T>(list: readonly T[]): T[] => list.filter((_, i) => kept[i])
  if (!kept.includes(true)) return []
  return [
    {
      ...run,
      glyphs: pick(run.glyphs),
      texts: pick(run.texts),
      xs: pick(line.vertical ? run.xs : moved),
      ...(run.ys && { ys: pick(line.vertical ? moved : run.ys) }),
    },
  ]
}
