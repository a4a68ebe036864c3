/** Placing pictures: from the dialog, dropped, or pasted. Each time is one step, however many pictures there are. */
import type { Diagnostic } from '../../core/diagnostics.ts'
import {
  newPictureBox,
  newPictureFrameId,
  placeInFrame,
  placeOnPage,
  relinkPicture,
} from '../../core/doc/commands/pictures.ts'
import type { Asset, PageDoc } from '../../core/doc/schema.ts'
import type { PictureAnswer } from '../../shared/ipc-print.ts'
import { problemText } from '../../shared/messages.ts'
import { main } from '../bridge.ts'
import { type Point, toPage } from '../canvas/view.ts'
import { app } from '../state/app-state.ts'
import type { FrameEntry, PageModel } from '../state/page-model.ts'
import { changePage, livePage, type NamedStep } from '../state/page-session.ts'
import { selectFrame } from '../state/selecting.ts'
import { sayNow } from '../state/words.ts'
import { pictureItemOf, sharpnessOf } from './quality.ts'
import { pictureEngine, previews, shelve } from './shelf.ts'

export interface PictureSource {
  name: string
  file: Blob
  origin?: Asset['origin']
}

/** Where pictures go: the first into a frame or at a point, the others into frames that are empty, then below. */
interface Target {
  frame?: string
  /** In page space. */
  at: Point
}

export async function placeByDialog(): Promise<void> {
  const answers = await main.ask('picture:choose', true)
  if (answers) await placeAnswers(answers, chosenTarget())
}

async function placeAnswers(answers: readonly PictureAnswer[], target: Target): Promise<void> {
  const failed = answers.find((answer) => !answer.ok)
  if (failed && !failed.ok) refuse(failed.error)
  await placePictures(answers.flatMap(sourceOf), target)
}

const sourceOf = (answer: PictureAnswer): PictureSource[] =>
  answer.ok ? [{ name: answer.name, file: new Blob([answer.bytes as BlobPart]), origin: answer.origin }] : []

/** The selected picture frame, else the first that is empty, else the middle of what is seen. */
function chosenTarget(): Target {
  const { page, selection, view, viewport } = app.get()
  const at = toPage(view, { x: viewport.width / 2, y: viewport.height / 2 })
  const frame = selection?.frame
  const isPicture = frame !== undefined && page?.doc.frames[frame]?.kind === 'picture'
  const into = isPicture ? frame : page && emptyFrames(page)[0]
  return into === undefined || into === null ? { at } : { frame: into, at }
}

/** Files dropped on the canvas, at a point of the viewport. */
export const placeDropped = (files: readonly File[], point: Point): Promise<void> =>
  placePictures(files.map(fileSource), targetAt(point))

export const placePasted = (files: readonly File[]): Promise<void> =>
  placePictures(
    files.map((file) => ({ ...fileSource(file), name: file.name || sayNow()('picture.pasted') })),
    chosenTarget(),
  )

export function targetAt(point: Point): Target {
  const { page, view } = app.get()
  const at = toPage(view, point)
  const inside = page?.frames.filter(
    ({ frame: { kind, hidden }, box }) =>
      kind === 'picture' &&
      !hidden &&
      at.x >= box.x &&
      at.x <= box.x + box.width &&
      at.y >= box.y &&
      at.y <= box.y + box.height,
  )
  const frame = inside?.sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height)[0]?.id
  return frame === undefined ? { at } : { frame, at }
}

function fileSource(file: File): PictureSource {
  const path = main.pathOf(file)
  const origin = path === '' ? undefined : { path, size: file.size, modifiedMs: file.lastModified }
  return { name: file.name, file, ...(origin && { origin }) }
}

async function placePictures(sources: readonly PictureSource[], target: Target): Promise<void> {
  const assets: Asset[] = []
  for (const source of sources) {
    const asset = await takePicture(source)
    if (asset) assets.push(asset)
  }
  const { page } = app.get()
  const [first] = assets
  if (!page || !first) return
  const frames: string[] = []
  const empty = emptyFrames(page)
  const step: NamedStep =
    assets.length === 1
      ? { name: 'place-picture', values: { name: first.name } }
      : { name: 'place-pictures', values: { n: assets.length } }
  const changed = changePage(step, (doc) =>
    assets.reduce(
      (next, asset, i) => placeOne(next, asset, i === 0 ? target : { at: target.at }, frames, empty),
      doc,
    ),
  )
  if (!changed) {
    if (target.frame !== undefined && page.doc.frames[target.frame]?.locked)
      app.set({ toast: { text: 'picture.locked', values: {}, warn: true } })
    return
  }
  const [chosen] = frames
  if (chosen !== undefined)
    whenShown(page.name, chosen, (entry) => {
      selectFrame(entry)
      warnOfFewPixels(first, entry.id)
    })
}

/** Right after a window was opened its type is still being loaded, and a change shows a little later. */
function whenShown(name: string, frame: string, act: (entry: FrameEntry) => void): void {
  const find = () => {
    const { page } = app.get()
    return page?.doc.frames[frame] === livePage()?.doc.frames[frame] ? page?.framesById.get(frame) : undefined
  }
  const now = find()
  if (now) {
    act(now)
    return
  }
  const stop = app.subscribe(() => {
    const gone = app.get().page?.name !== name
    const entry = gone ? undefined : find()
    if (!gone && !entry) return
    stop()
    if (entry) act(entry)
  })
}

/** Into its frame; all but the first into an empty one; else into a new one. `frames` learns which. */
function placeOne(
  doc: PageDoc,
  asset: Asset,
  { frame, at }: Target,
  frames: string[],
  empty: readonly string[],
): PageDoc {
  const next = frames.length === 0 ? undefined : empty.find((id) => !frames.includes(id))
  const into = frame ?? next
  if (into !== undefined) {
    frames.push(into)
    return placeInFrame(doc, into, asset)
  }
  const id = newPictureFrameId(doc)
  frames.push(id)
  // One below the other, so that none hides another.
  const step = 4 * doc.setup.leadingPt * (frames.length - 1)
  return placeOnPage(doc, id, asset, newPictureBox(doc, asset, { x: at.x, y: at.y + step }))
}

/** In reading order. */
const emptyFrames = ({ frames }: PageModel): string[] =>
  frames.flatMap(({ id, frame }) =>
    frame.kind === 'picture' && frame.asset === undefined && !frame.locked && !frame.hidden ? [id] : [],
  )

/** Reads a picture and keeps its file; one that cannot be used is refused in words. */
async function takePicture({ name, file, origin }: PictureSource): Promise<Asset | undefined> {
  const inspected = await pictureEngine.inspect(file, name)
  if (!inspected.ok) {
    refuse(inspected.error)
    return undefined
  }
  const { asset, preview } = inspected.value
  // A file on a disk may go away; the page's own copy must not.
  shelve(asset.sha256, origin ? new Blob([await file.arrayBuffer()]) : file)
  previews.keep(asset.sha256, preview)
  return { ...asset, ...(origin && { origin }) }
}

function refuse(problem: Diagnostic): void {
  const { what, todo } = problemText(app.get().language, problem)
  app.set({ toast: { text: 'picture.refused', values: { what, todo }, warn: true } })
}

function warnOfFewPixels({ name }: Asset, frame: string): void {
  const { page } = app.get()
  const item = page ? pictureItemOf(page, frame) : undefined
  if (!item || sharpnessOf(item.ppi) === 'good') return
  app.set({ toast: { text: 'picture.low', values: { name, ppi: Math.round(item.ppi) }, warn: true } })
}

/** 重新找到: another file in the place of a picture, wherever the page shows it. */
export async function relinkByDialog(assetId: string): Promise<void> {
  const [answer] = (await main.ask('picture:choose', false)) ?? []
  if (answer) await relink(assetId, answer)
}

/** 更新: the same file, as it is now. */
export async function updateFromOrigin(assetId: string): Promise<void> {
  const path = app.get().page?.doc.assets?.[assetId]?.origin?.path
  if (path !== undefined) await relink(assetId, await main.ask('picture:read', path))
}

async function relink(assetId: string, answer: PictureAnswer): Promise<void> {
  if (!answer.ok) return refuse(answer.error)
  const [source] = sourceOf(answer)
  const asset = source && (await takePicture(source))
  if (!asset) return
  changePage({ name: 'relink-picture', values: { name: asset.name } }, (doc) =>
    relinkPicture(doc, assetId, asset),
  )
}
