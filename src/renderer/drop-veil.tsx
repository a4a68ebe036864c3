import { useEffect, useState } from 'react'
import type { Box } from '../core/geometry.ts'
import { boxToScreen, type Point } from './canvas/view.ts'
import { addDropped } from './layout/adding.ts'
import { carriesPictures, isPictureFile } from './pictures/dropping.ts'
import { placeDropped, placePasted, targetAt } from './pictures/placing.ts'
import { type AppState, app } from './state/app-state.ts'
import { openDropped } from './state/session.ts'
import { useStore } from './state/store.ts'
import { useSay } from './state/words.ts'

/** What is dragged across the window: a file to open, or a picture over the page with the frame it would fill. */
type Over = { kind: 'file' } | { kind: 'picture'; box: Box; isNew: boolean }

/** Over the whole window while a file is dragged across it; a picture over the page shows its frame. */
export function DropVeil() {
  const say = useSay()
  const page = useStore(app, takesArticles)
  const over = useDrop()
  if (!over) return null
  if (over.kind === 'file')
    return (
      <div className="drop-veil" data-page={page}>
        <span>{say('canvas.drop')}</span>
        {page && <span>{say('canvas.drop-add')}</span>}
      </div>
    )
  const { x, y, width, height } = over.box
  return (
    <div className="drop-target" style={{ left: x, top: y, width, height }}>
      <span>{say(over.isNew ? 'picture.drop-new' : 'picture.drop')}</span>
    </div>
  )
}

/** A page that is being laid out takes what is dropped as its articles; above it a file is opened. */
const takesArticles = ({ page, stage }: AppState): boolean => page !== null && stage === 'layout'
const OPENING_SHARE = 1 / 3

/** Files dropped anywhere on the window, and pictures pasted. */
function useDrop(): Over | null {
  const [over, setOver] = useState<Over | null>(null)
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver((carriesPictures(event.dataTransfer) && pictureOver(event)) || { kind: 'file' })
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(null)
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      setOver(null)
      const files = [...(event.dataTransfer?.files ?? [])]
      const pictures = files.filter(isPictureFile)
      const at = pictures.length > 0 ? pointOnPage(event) : undefined
      if (at) void placeDropped(pictures, at)
      else if (pictures.length > 0 && app.get().page) void placePasted(pictures)
      else if (event.clientY > window.innerHeight * OPENING_SHARE && takesArticles(app.get()))
        void addDropped(files)
      else void openDropped(files)
    }
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].filter(isPictureFile)
      if (files.length === 0 || !app.get().page || isText(event.target)) return
      event.preventDefault()
      void placePasted(files)
    }
    window.addEventListener('dragover', onOver, { signal })
    window.addEventListener('dragleave', onLeave, { signal })
    window.addEventListener('drop', onDrop, { signal })
    window.addEventListener('paste', onPaste, { signal })
    return () => listening.abort()
  }, [])
  return over
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea') !== null

/** Where on the canvas a drag is; undefined beside it, without a page, or outside 排版. */
function pointOnPage({ clientX, clientY, target }: DragEvent): Point | undefined {
  const canvas = target instanceof Element ? target.closest('.canvas-viewport') : null
  if (!canvas || !app.get().page) return undefined
  const { left, top } = canvas.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

const NEW_FRAME_PX = { width: 180, height: 120 }

function pictureOver(event: DragEvent): Over | undefined {
  const at = pointOnPage(event)
  const canvas = event.target instanceof Element ? event.target.closest('.canvas-viewport') : null
  const { page, view } = app.get()
  if (!at || !page || !canvas) return undefined
  const { left, top } = canvas.getBoundingClientRect()
  const { frame } = targetAt(at)
  const entry = frame === undefined ? undefined : page.framesById.get(frame)
  const box = entry ? boxToScreen(view, entry.box) : { ...at, ...NEW_FRAME_PX }
  return { kind: 'picture', box: { ...box, x: box.x + left, y: box.y + top }, isNew: !entry }
}
