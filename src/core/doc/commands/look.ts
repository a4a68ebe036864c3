/** How frames look and behave: locks, names, wrap, insets, columns, fill and stroke. */
import { fail, type Result } from '../../diagnostics.ts'
import type { Pt } from '../../units.ts'
import type { Frame, PageDoc, TextFrame } from '../schema.ts'
import { type Command, changeFrames, withField, withFrames } from './command.ts'
import { withGroups } from './groups.ts'

/** Locks frames with their groups, or opens them: the one command that a locked frame does not refuse. */
export function lockFrames(doc: PageDoc, ids: readonly string[], locked: boolean): PageDoc {
  const frames = withGroups(doc, ids).flatMap((id) => {
    const frame = doc.frames[id]
    return frame ? [[id, withField(frame, 'locked', locked ? true : undefined)] as const] : []
  })
  return withFrames(doc, Object.fromEntries(frames))
}

export const hideFrames = (doc: PageDoc, ids: readonly string[], hidden: boolean): Result<PageDoc> =>
  changeFrames(doc, withGroups(doc, ids), (frame) => withField(frame, 'hidden', hidden ? true : undefined))

/** An empty name gives the frame back the one that it has from what is in it. */
export const nameFrame = (doc: PageDoc, id: string, name: string): Result<PageDoc> =>
  changeFrames(doc, [id], (frame) => withField(frame, 'name', name.trim().slice(0, 80) || undefined))

type Sides = NonNullable<Frame['wrap']>

/** How far text of other frames keeps away; without `wrap` it runs on behind. */
export const wrapAround =
  (ids: readonly string[], wrap: Sides | undefined): Command =>
  (doc) =>
    changeFrames(doc, ids, (frame) => withField(frame, 'wrap', wrap))

const isText = (frame: Frame): frame is TextFrame => frame.kind === 'text'

export const insetText =
  (ids: readonly string[], inset: Sides | undefined): Command =>
  (doc) =>
    changeText(doc, ids, (frame) => withField(frame, 'inset', inset))

/** Columns inside the frames; one column without a rule is none. */
export const divideText =
  (ids: readonly string[], columns: TextFrame['columns']): Command =>
  (doc) =>
    changeText(doc, ids, (frame) =>
      withField(frame, 'columns', columns && columns.count > 1 ? columns : undefined),
    )

/** `grid`, or how the lines are stacked in the frame. */
export const standText =
  (ids: readonly string[], vertical: TextFrame['vertical']): Command =>
  (doc) =>
    changeText(doc, ids, (frame) => withField(frame, 'vertical', vertical))

function changeText(
  doc: PageDoc,
  ids: readonly string[],
  change: (frame: TextFrame) => TextFrame,
): Result<PageDoc> {
  const other = ids.find((id) => doc.frames[id]?.kind !== 'text')
  if (other !== undefined) return fail('frame-not-text', { at: { frame: other } })
  return changeFrames(doc, ids, (frame) => (isText(frame) ? change(frame) : frame))
}

/** What has a ground. */
export type Filled = Extract<Frame, { kind: 'text' | 'picture' | 'shape' }>
export const canBeFilled = (frame: Frame): frame is Filled =>
  frame.kind === 'text' || frame.kind === 'picture' || frame.kind === 'shape'

/** Error: `swatch-missing`. Frames that have no ground stay as they are. */
export const fillFrames =
  (ids: readonly string[], swatch: string | undefined): Command =>
  (doc) => {
    if (swatch !== undefined && !doc.swatches[swatch]) return fail('swatch-missing', { params: { swatch } })
    return changeFrames(doc, ids, (frame) => (canBeFilled(frame) ? withField(frame, 'fill', swatch) : frame))
  }

/** The line round frames, or of rules; a rule is never without one. Error: `swatch-missing`. */
export const strokeFrames =
  (ids: readonly string[], swatch: string | undefined, strokePt: Pt): Command =>
  (doc) => {
    if (swatch !== undefined && !doc.swatches[swatch]) return fail('swatch-missing', { params: { swatch } })
    return changeFrames(doc, ids, (frame) => {
      if (frame.kind === 'rule') {
        return withField(withField(frame, 'stroke', swatch ?? frame.stroke), 'strokePt', strokePt)
      }
      if (!canBeFilled(frame)) return frame
      const stroked = withField(frame, 'stroke', swatch)
      return withField(stroked, 'strokePt', swatch === undefined ? undefined : strokePt)
    })
  }
