import { useEffect, useRef } from 'react'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { composedText, followComposing } from '../text/composing-line.ts'
import { TextLayer } from '../text/text-layer.tsx'
import { resizeViewport, selectedBox } from './camera.ts'
import { readColours } from './colours.ts'
import { attachGestures } from './gestures.ts'
import { drawOverlay } from './overlay-painter.ts'
import { PagePainter, sized } from './page-painter.ts'
import { drawRuler, RULER_PX } from './ruler-painter.ts'
import { PageTwin } from './twin.tsx'

interface Canvases {
  page: HTMLCanvasElement
  overlay: HTMLCanvasElement
  top: HTMLCanvasElement | null
  left: HTMLCanvasElement | null
}

/** The page on its desk: pictures that follow the state by themselves, and the tree that is read aloud. */
export function PageCanvas() {
  const say = useSay()
  const rulers = useStore(app, ({ show, page }) => show.rulers && page !== null)
  const pageOpen = useStore(app, ({ page }) => page !== null)
  const viewport = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLCanvasElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const top = useRef<HTMLCanvasElement>(null)
  const left = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const element = viewport.current
    if (!element) return
    const gestures = attachGestures(element)
    const observer = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect()
      resizeViewport({ width, height })
    })
    observer.observe(element)
    return () => {
      gestures.detach()
      observer.disconnect()
    }
  }, [])

  useEffect(() => {
    if (!page.current || !overlay.current) return
    return followState(
      { page: page.current, overlay: overlay.current, top: top.current, left: left.current },
      say,
    )
  }, [say, rulers])

  return (
    <div className="canvas-frame" data-rulers={rulers}>
      {rulers && (
        <>
          <div className="ruler-corner" aria-hidden="true">
            mm
          </div>
          <div className="ruler-top" aria-hidden="true">
            <canvas ref={top} />
          </div>
          <div className="ruler-left" aria-hidden="true">
            <canvas ref={left} />
          </div>
        </>
      )}
      <div
        className="canvas-viewport"
        ref={viewport}
        role="application"
        aria-label={say('canvas.label')}
        tabIndex={pageOpen ? 0 : -1}
        data-region-focus
        data-place="canvas"
      >
        <div aria-hidden="true">
          <canvas ref={page} />
          <canvas ref={overlay} />
        </div>
        <TextLayer />
      </div>
      <PageTwin />
    </div>
  )
}

/** Draws on the next frame after any change. */
function followState(canvases: Canvases, say: Say): () => void {
  let frame = 0
  const ask = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const painter = new PagePainter(canvases.page, ask)
  const draw = () => {
    frame = 0
    const state = app.get()
    const { view, viewport } = state
    if (viewport.width === 0) return
    const dpr = window.devicePixelRatio
    const colours = readColours()
    painter.draw(composedText(state.page), view, viewport, dpr, colours)
    const context = sized(canvases.overlay, viewport, dpr)
    if (context) drawOverlay(context, state, colours, dpr, say)
    const marks = { selected: selectedBox(), pointer: state.pointer }
    for (const side of ['top', 'left'] as const) {
      const ruler = canvases[side]
      const length = side === 'top' ? viewport.width : viewport.height
      const size = side === 'top' ? { width: length, height: RULER_PX } : { width: RULER_PX, height: length }
      const along = ruler && sized(ruler, size, dpr)
      if (along) drawRuler(along, side, length, view, marks, colours, dpr)
    }
  }
  ask()
  const unsubscribe = app.subscribe(ask)
  const unfollow = followComposing(ask)
  // The bundled interface font may come after the first frame.
  void document.fonts.ready.then(ask)
  window.addEventListener('resize', ask)
  return () => {
    unsubscribe()
    unfollow()
    window.removeEventListener('resize', ask)
    cancelAnimationFrame(frame)
  }
}
