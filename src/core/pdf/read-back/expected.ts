/** What a page must draw, in painting order, as read-back describes it. Places are pt from the trim's top left, y down. */
import type { Composition, GlyphRun, Ink, PageItem, PictureItem } from '../../compose/composition.ts'
import { type GlyphPlace, glyphPlaces } from '../page-content.ts'

export type Expected = { frame: string } & (
  | { kind: 'glyphs'; run: GlyphRun; places: GlyphPlace[] }
  | { kind: 'fill' | 'frame'; ink: Ink; numbers: number[] }
  | { kind: 'picture'; item: PictureItem }
  | { kind: 'line'; ink: Ink; numbers: number[] }
)

export const expectedOf = (composition: Composition): Expected[] => composition.items.flatMap(expectItem)

function expectItem(item: PageItem): Expected[] {
  const { frame } = item
  switch (item.kind) {
    case 'text':
      return item.lines.flatMap((line) =>
        line.runs
          .filter(({ glyphs }) => glyphs.length > 0)
          .map((run): Expected => ({ kind: 'glyphs', frame, run, places: glyphPlaces(line, run) })),
      )
    case 'shape': {
      const { x, y, width, height } = item.box
      const box = [x, y, width, height]
      const fill: Expected[] = item.fill ? [{ kind: 'fill', frame, ink: item.fill, numbers: box }] : []
      if (!item.stroke || item.strokePt <= 0) return fill
      return [...fill, { kind: 'frame', frame, ink: item.stroke, numbers: [...box, item.strokePt] }]
    }
    case 'picture':
      return [{ kind: 'picture', frame, item }]
    case 'rule': {
      const { from, to, stroke, strokePt } = item
      return [{ kind: 'line', frame, ink: stroke, numbers: [from.x, from.y, to.x, to.y, strokePt] }]
    }
  }
}
