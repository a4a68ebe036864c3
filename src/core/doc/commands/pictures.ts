/**
 * What is done with pictures (图片), each as a pure step from one document to the next: placed, fitted, taken out,
 * linked to another file, tied to a caption. A step that has nothing to do gives back the same document.
 */
import type { Box } from '../../geometry.ts'
import type { Pt } from '../../units.ts'
import type { Asset, PageDoc, PictureFrame } from '../schema.ts'
import { withUsedAssets } from '../used-assets.ts'
import { freeId, withFrames } from './command.ts'
import { ordersOnTop } from './order.ts'

export type Placement = NonNullable<PictureFrame['placement']>

/** A picture that fills its frame, centred. */
export const FILLING: Placement = { fit: 'fill', zoom: 1, dx: 0, dy: 0, rotation: 0 }

/** `cover` and `enclose` begin anew; the others keep what is turned, moved and zoomed. */
export type FitWay = 'cover' | 'enclose' | 'center' | 'upright'

/** The id under which a page keeps a picture: the same picture placed twice is kept once. */
export const assetId = ({ sha256 }: Pick<Asset, 'sha256'>): string => `picture-${sha256.slice(0, 12)}`

const pictureFrame = (doc: PageDoc, id: string): PictureFrame | undefined => {
  const frame = doc.frames[id]
  return frame?.kind === 'picture' ? frame : undefined
}

/** The picture takes the place of what the frame showed. A frame of another kind, or a locked one, stays as it is. */
export function placeInFrame(
  doc: PageDoc,
  frameId: string,
  asset: Asset,
  placement: Placement = FILLING,
): PageDoc {
  const frame = pictureFrame(doc, frameId)
  if (!frame || frame.locked) return doc
  const shown: PictureFrame = { ...frame, asset: assetId(asset), placement }
  return withAssets(withFrame(doc, frameId, shown), asset)
}

/** A new frame with the picture, above all others. */
export function placeOnPage(doc: PageDoc, frameId: string, asset: Asset, box: Box): PageDoc {
  if (doc.frames[frameId]) return doc
  const frame: PictureFrame = {
    kind: 'picture',
    ...box,
    order: ordersOnTop(doc, 1)[0] as string,
    asset: assetId(asset),
    placement: FILLING,
  }
  return withAssets(withFrame(doc, frameId, frame), asset)
}

/** A picture frame's id that nothing on the page has yet. */
export const newPictureFrameId = (doc: PageDoc): string => freeId(doc, 'picture')

const POINTS_PER_INCH = 72
/** What a photo should have where it is printed. */
const GOOD_PPI = 200
const MOST_COLUMNS = 4

/**
 * Where a picture without a frame goes: from the column and row under the point, as many whole columns wide as its
 * pixels allow and whole rows deep, inside the type area.
 */
export function newPictureBox(
  doc: PageDoc,
  asset: Pick<Asset, 'widthPx' | 'heightPx'>,
  at: { x: Pt; y: Pt },
): Box {
  const { left, top, columns, columnEm, gutterEm, rows, bodyPt, leadingPt } = doc.setup
  const step = (columnEm + gutterEm) * bodyPt
  const widthOf = (count: number): Pt => count * step - gutterEm * bodyPt
  const depthOf = (count: number): number =>
    Math.max(1, Math.round((widthOf(count) * asset.heightPx) / asset.widthPx / leadingPt))
  const sharp = (asset.widthPx / GOOD_PPI) * POINTS_PER_INCH
  let count = 1
  while (count < Math.min(MOST_COLUMNS, columns) && widthOf(count + 1) <= sharp && depthOf(count + 1) <= rows)
    count++
  const depth = Math.min(rows, depthOf(count))
  const column = clamp(Math.floor((at.x - left) / step), 0, columns - count)
  const row = clamp(Math.floor((at.y - top) / leadingPt), 0, rows - depth)
  return {
    x: left + column * step,
    y: top + row * leadingPt,
    width: widthOf(count),
    height: depth * leadingPt,
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Parts of a placement take the place of what it had. */
export function setPlacement(doc: PageDoc, frameId: string, parts: Partial<Placement>): PageDoc {
  const frame = pictureFrame(doc, frameId)
  if (!frame?.asset || frame.locked) return doc
  const before = frame.placement ?? FILLING
  const placement = { ...before, ...parts }
  const same = (Object.keys(placement) as (keyof Placement)[]).every((key) => placement[key] === before[key])
  return same ? doc : withFrame(doc, frameId, { ...frame, placement })
}

export function fitPicture(doc: PageDoc, frameId: string, way: FitWay): PageDoc {
  switch (way) {
    case 'cover':
      return setPlacement(doc, frameId, { fit: 'fill', zoom: 1, dx: 0, dy: 0 })
    case 'enclose':
      return setPlacement(doc, frameId, { fit: 'fit', zoom: 1, dx: 0, dy: 0 })
    case 'center':
      return setPlacement(doc, frameId, { dx: 0, dy: 0 })
    case 'upright':
      return setPlacement(doc, frameId, { rotation: 0 })
  }
}

/** The frame takes the picture's shape: as wide as it is, and as deep as the picture is then. */
export function fitFrameToPicture(doc: PageDoc, frameId: string): PageDoc {
  const frame = pictureFrame(doc, frameId)
  const asset = frame?.asset === undefined ? undefined : doc.assets?.[frame.asset]
  if (!frame || !asset || frame.locked) return doc
  const sideways = Math.abs(frame.placement?.rotation ?? 0) % 180 === 90
  const [across, down] = sideways ? [asset.heightPx, asset.widthPx] : [asset.widthPx, asset.heightPx]
  const placement = { ...FILLING, rotation: frame.placement?.rotation ?? 0 }
  return withFrame(doc, frameId, { ...frame, height: (frame.width * down) / across, placement })
}

/** The frame stays, empty. */
export function removePicture(doc: PageDoc, frameId: string): PageDoc {
  const frame = pictureFrame(doc, frameId)
  if (!frame?.asset || frame.locked) return doc
  const { asset: _asset, placement: _placement, ...empty } = frame
  return withAssets(withFrame(doc, frameId, empty))
}

/**
 * Wherever the old picture was shown the new one is, in the same way. The same picture found in another place, or
 * saved again without a change, only has its origin brought up to date.
 */
export function relinkPicture(doc: PageDoc, oldId: string, asset: Asset): PageDoc {
  if (!doc.assets?.[oldId]) return doc
  const id = assetId(asset)
  const frames = mapValues(doc.frames, (frame) =>
    frame.kind === 'picture' && frame.asset === oldId ? { ...frame, asset: id } : frame,
  )
  return withAssets({ ...doc, frames }, asset)
}

/** Ties a caption (图片说明) to its picture, or unties it. */
export function tieCaption(doc: PageDoc, storyId: string, frameId: string | undefined): PageDoc {
  const story = doc.stories[storyId]
  if (!story || story.captionOf === frameId) return doc
  if (frameId !== undefined && !pictureFrame(doc, frameId)) return doc
  const { captionOf: _before, ...loose } = story
  const tied = frameId === undefined ? loose : { ...loose, captionOf: frameId }
  return { ...doc, stories: { ...doc.stories, [storyId]: tied } }
}

/** The captions of a picture frame, in the order of their ids. */
export const captionsOf = (doc: PageDoc, frameId: string): string[] =>
  Object.keys(doc.stories)
    .filter((id) => doc.stories[id]?.captionOf === frameId)
    .sort()

/**
 * The caption that a picture most likely has: the nearest one that is tied to no other picture and begins close below
 * it, beside it, or on it; undefined where none does.
 */
export function likelyCaption(doc: PageDoc, frameId: string): string | undefined {
  const picture = pictureFrame(doc, frameId)
  if (!picture) return undefined
  const reach = 3 * doc.setup.leadingPt
  let best: { id: string; distance: number } | undefined
  for (const [id, { role, captionOf, frames }] of Object.entries(doc.stories)) {
    const first = doc.frames[frames[0] ?? '']
    if (role !== 'caption' || (captionOf !== undefined && captionOf !== frameId) || !first) continue
    const distance = gapBetween(picture, first)
    if (distance <= reach && (!best || distance < best.distance)) best = { id, distance }
  }
  return best?.id
}

/** Between two boxes' nearest edges; 0 where they meet. */
function gapBetween(a: Box, b: Box): Pt {
  const across = Math.max(0, b.x - a.x - a.width, a.x - b.x - b.width)
  const down = Math.max(0, b.y - a.y - a.height, a.y - b.y - b.height)
  return Math.hypot(across, down)
}

const withFrame = (doc: PageDoc, id: string, frame: PictureFrame): PageDoc => withFrames(doc, { [id]: frame })

/** The assets that some frame shows, with a new one. */
const withAssets = (doc: PageDoc, added?: Asset): PageDoc =>
  withUsedAssets(added ? { ...doc, assets: { ...doc.assets, [assetId(added)]: added } } : doc)

function mapValues<T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
