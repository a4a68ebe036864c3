/** Where a picture lies in its frame, changed by hand. */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { Box } from '../../geometry.ts'
import type { Pt } from '../../units.ts'
import { pictureScale } from '../picture-scale.ts'
import type { Asset, PageDoc, PictureFrame } from '../schema.ts'
import { openFrames } from './command.ts'
import { FILLING, setPlacement } from './pictures.ts'
import { placeFrames, tidy } from './place.ts'

/** A zoom is kept to a ten-thousandth, a turn to a tenth of a degree. */
const round = (value: number, parts: number): number => Math.round(value * parts) / parts

const MOST_ZOOM = 100

/** Errors: those of `openFrames`, and `frame-no-picture`. */
function openPicture(doc: PageDoc, id: string): Result<{ frame: PictureFrame; asset: Asset }> {
  const open = openFrames(doc, [id])
  if (!open.ok) return open
  const frame = open.value[0]?.[1]
  const asset = frame?.kind === 'picture' ? doc.assets?.[frame.asset ?? ''] : undefined
  return frame?.kind === 'picture' && asset
    ? ok({ frame, asset })
    : fail('frame-no-picture', { at: { frame: id } })
}

/** Turns the picture by so many degrees, clockwise; what is kept lies between -180 and 180. */
export function turnPicture(doc: PageDoc, id: string, by: number): Result<PageDoc> {
  const open = openPicture(doc, id)
  if (!open.ok) return open
  const rotation = (open.value.frame.placement?.rotation ?? 0) + by
  return ok(setPlacement(doc, id, { rotation: round(((((rotation + 180) % 360) + 360) % 360) - 180, 10) }))
}

/** Moves the picture under its frame. */
export function shiftPicture(doc: PageDoc, id: string, by: { x: Pt; y: Pt }): Result<PageDoc> {
  const open = openPicture(doc, id)
  if (!open.ok) return open
  const { dx, dy } = open.value.frame.placement ?? FILLING
  return ok(setPlacement(doc, id, { dx: tidy(dx + by.x), dy: tidy(dy + by.y) }))
}

/** Gives the frame its box; the picture stays where and as large as it is, and shows more or less of itself. */
export function cropPicture(doc: PageDoc, id: string, box: Box): Result<PageDoc> {
  const open = openPicture(doc, id)
  if (!open.ok) return open
  const { frame, asset } = open.value
  const placed = placeFrames(doc, { [id]: box })
  if (!placed.ok) return placed
  const { fit, zoom, dx, dy, rotation } = frame.placement ?? FILLING
  const scaleIn = (sides: Box) => pictureScale(sides, asset, fit, rotation)
  const next = { zoom: Math.min(MOST_ZOOM, round((zoom * scaleIn(frame)) / scaleIn(box), 1e4)) }
  const centre = (of: Box) => ({ x: of.x + of.width / 2, y: of.y + of.height / 2 })
  const [from, to] = [centre(frame), centre(box)]
  return ok(
    setPlacement(placed.value, id, {
      ...next,
      dx: tidy(dx + from.x - to.x),
      dy: tidy(dy + from.y - to.y),
    }),
  )
}
