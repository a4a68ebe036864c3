/** The commands of pictures. All but placing act on the selected picture frame. */
import {
  captionsOf,
  fitFrameToPicture,
  fitPicture,
  likelyCaption,
  removePicture,
  setPlacement,
  tieCaption,
} from '../../core/doc/commands/pictures.ts'
import type { PageDoc, PictureFrame } from '../../core/doc/schema.ts'
import type { CommandId } from '../../shared/ipc.ts'
import { placeByDialog, relinkByDialog } from '../pictures/placing.ts'
import { type AppState, app } from '../state/app-state.ts'
import { changePage, type NamedStep } from '../state/page-session.ts'
import type { Command } from './command.ts'

type PictureCommand = Extract<CommandId, `picture.${string}`>

/** The selected picture frame by id. */
function chosenFrame({
  page,
  selection,
}: Pick<AppState, 'page' | 'selection'>): [string, PictureFrame] | undefined {
  const id = selection?.frame
  const frame = id === undefined ? undefined : page?.doc.frames[id]
  return id !== undefined && frame?.kind === 'picture' ? [id, frame] : undefined
}

const hasPicture = (state: AppState): boolean => {
  const [, frame] = chosenFrame(state) ?? []
  return frame?.asset !== undefined && !frame.locked && state.work === null
}

const onPicture = (step: NamedStep, edit: (doc: PageDoc, frame: string) => PageDoc): Command => ({
  run: () => {
    const [id] = chosenFrame(app.get()) ?? []
    if (id !== undefined) changePage(step, (doc) => edit(doc, id))
  },
  enabled: hasPicture,
})

const FIT: NamedStep = { name: 'fit-picture' }

export const pictureCommands: Record<PictureCommand, Command> = {
  'picture.place': {
    run: () => void placeByDialog(),
    enabled: ({ page, work }) => page !== null && work === null,
  },
  'picture.cover': onPicture(FIT, (doc, id) => fitPicture(doc, id, 'cover')),
  'picture.enclose': onPicture(FIT, (doc, id) => fitPicture(doc, id, 'enclose')),
  'picture.center': onPicture(FIT, (doc, id) => fitPicture(doc, id, 'center')),
  'picture.frame-to-picture': onPicture({ name: 'fit-frame' }, fitFrameToPicture),
  'picture.turn': onPicture(FIT, (doc, id) => {
    const frame = doc.frames[id]
    const rotation = frame?.kind === 'picture' ? (frame.placement?.rotation ?? 0) : 0
    return setPlacement(doc, id, { rotation: ((((rotation + 90 + 180) % 360) + 360) % 360) - 180 })
  }),
  'picture.remove': onPicture({ name: 'remove-picture' }, removePicture),
  'picture.relink': {
    run: () => {
      const asset = chosenFrame(app.get())?.[1].asset
      if (asset !== undefined) void relinkByDialog(asset)
    },
    enabled: hasPicture,
  },
  'picture.caption': {
    run: toggleCaption,
    enabled: (state) => {
      const [id] = chosenFrame(state) ?? []
      return id !== undefined && state.page !== null && likelyCaption(state.page.doc, id) !== undefined
    },
    on: (state) => {
      const [id] = chosenFrame(state) ?? []
      return id !== undefined && state.page !== null && captionsOf(state.page.doc, id).length > 0
    },
  },
}

/** Ties the caption that stands at the picture, or unties those that are tied. */
function toggleCaption(): void {
  const { page } = app.get()
  const [id] = chosenFrame(app.get()) ?? []
  if (!page || id === undefined) return
  const tied = captionsOf(page.doc, id)
  if (tied.length > 0) {
    changePage({ name: 'untie-caption' }, (doc) =>
      tied.reduce((next, story) => tieCaption(next, story, undefined), doc),
    )
    return
  }
  const story = likelyCaption(page.doc, id)
  if (story !== undefined) changePage({ name: 'tie-caption' }, (doc) => tieCaption(doc, story, id))
}
