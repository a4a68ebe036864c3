import { useEffect, useRef } from 'react'
import { type EditorState, editor } from '../editor/editor-state.ts'
import { selectedEntries } from '../editor/selection.ts'
import { previews } from '../pictures/shelf.ts'
import { proofing, proofPreviews, solidPreviews } from '../proof/proof-state.ts'
import { type AppState, app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { composedText, followComposing } from '../text/composing-line.ts'
import { TextLayer } from '../text/text-layer.tsx'
import { textState } from '../text/text-state.ts'
import { resizeViewport } from './camera.ts'
import { readColours } from './colours.ts'
import { attachGestures, type Gestures } from './gestures.ts'
import { drawGrid, drawOverlay, gridKey } from './overlay-painter.ts'
import { PagePainter, sized } from './page-painter.ts'
import { union } from './place.ts'
import { RulerCorner } from './ruler-corner.tsx'
import { drawRuler, RULER_PX } from './ruler-painter.ts'
import { type RulerScale, rulerScale } from './ruler-ticks.ts'
import { PageTwin } from './twin.tsx'

interface Canvases {
  page: HTMLCanvasElement
  grid: HTMLCanvasElement
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
  const grid = useRef<HTMLCanvasElement>(null)
  const overlay = useRef<HTMLCanvasElement>(null)
  const top = useRef<HTMLCanvasElement>(null)
  const left = useRef<HTMLCanvasElement>(null)
  const gestures = useRef<Gestures>(undefined)

  useEffect(() => {
    const element = viewport.current
    if (!element) return
    const attached = attachGestures(element)
    gestures.current = attached
    const observer = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect()
      resizeViewport({ width, height })
    })
    observer.observe(element)
    return () => {
      attached.detach()
      gestures.current = undefined
      observer.disconnect()
    }
  }, [])

  useEffect(() => {
    if (!page.current || !grid.current || !overlay.current) return
    const canvases = { page: page.current, grid: grid.current, overlay: overlay.current }
    return followState({ ...canvases, top: top.current, left: left.current }, say)
  }, [say, rulers])

  return (
    <div className="canvas-frame" data-rulers={rulers}>
      {rulers && (
        <>
          <RulerCorner />
          <div
            className="ruler-top"
            aria-hidden="true"
            onPointerDown={(event) => gestures.current?.pullGuide('y', event.nativeEvent)}
          >
            <canvas ref={top} />
          </div>
          <div
            className="ruler-left"
            aria-hidden="true"
            onPointerDown={(event) => gestures.current?.pullGuide('x', event.nativeEvent)}
          >
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
          <canvas ref={grid} />
          <canvas ref={overlay} />
        </div>
        <TextLayer />
      </div>
      <PageTwin />
    </div>
  )
}

function rulerScaleOf({ page }: AppState, side: 'top' | 'left'): RulerScale {
  if (!page) return { unitPt: 1, zeroPt: 0 }
  return rulerScale(editor.get().rulerUnit, page.composition.grid, page.doc.setup.bodyPt, side)
}

/** Parts that nothing over the page shows. */
const NOT_SHOWN: readonly (keyof AppState)[] = [
  'page',
  'steps',
  'place',
  'corrections',
  'review',
  'toast',
  'work',
]

/** What lies over the page is drawn from. */
interface Over {
  state: AppState
  dpr: number
  editing: EditorState
  /** The story that has the caret. */
  typing: string | null
}

/** Whether what lies over the page is the same: typing leaves frames and what found no room as they were. */
function onlyTextChanged(was: Over, is: Over): boolean {
  if (was.dpr !== is.dpr || was.editing !== is.editing || was.typing !== is.typing) return false
  const [before, state] = [was.state, is.state]
  const keys = Object.keys(state) as (keyof AppState)[]
  if (!keys.every((key) => before[key] === state[key] || NOT_SHOWN.includes(key))) return false
  const [old, page] = [before.page, state.page]
  if (!old || !page || state.show.copyfit) return old === page
  if (old.doc.frames !== page.doc.frames || old.doc.setup !== page.doc.setup) return false
  if (old.doc.guides !== page.doc.guides || old.doc.articles !== page.doc.articles) return false
  return [...page.stories].every(
    ([id, { oversetCharacters: n }]) => old.stories.get(id)?.oversetCharacters === n,
  )
}

/** Draws on the next frame after any change. */
function followState(canvases: Canvases, say: Say): () => void {
  let frame = 0
  const ask = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const painter = new PagePainter(canvases.page, ask)
  let last: Over | undefined
  let gridDrawnFor: readonly unknown[] = []
  const askAll = () => {
    last = undefined
    gridDrawnFor = []
    ask()
  }
  const draw = () => {
    frame = 0
    const hand = editor.get()
    const state = hand.shown ? { ...app.get(), page: hand.shown } : app.get()
    const { view, viewport } = state
    if (viewport.width === 0) return
    const dpr = window.devicePixelRatio
    const colours = readColours()
    painter.draw(composedText(state.page), view, viewport, dpr, colours)
    const before = last
    last = { state, dpr, editing: hand, typing: textState.get().story }
    if (before && onlyTextChanged(before, last)) return
    const forGrid = [colours, dpr, ...gridKey(state)]
    if (!forGrid.every((part, at) => part === gridDrawnFor[at])) {
      gridDrawnFor = forGrid
      const under = sized(canvases.grid, viewport, dpr)
      if (under) drawGrid(under, state, colours, dpr, say)
    }
    const context = sized(canvases.overlay, viewport, dpr)
    if (context) drawOverlay(context, state, colours, dpr, say, hand)
    const selected = union(selectedEntries(state).map(({ box }) => box))
    const marks = { pointer: state.pointer, ...(selected && { selected }) }
    for (const side of ['top', 'left'] as const) {
      const ruler = canvases[side]
      const length = side === 'top' ? viewport.width : viewport.height
      const size = side === 'top' ? { width: length, height: RULER_PX } : { width: RULER_PX, height: length }
      const along = ruler && sized(ruler, size, dpr)
      if (!along) continue
      const scale = rulerScaleOf(state, side)
      drawRuler(along, side, length, view, marks, colours, dpr, scale)
    }
  }
  ask()
  const stop = [
    app.subscribe(ask),
    editor.subscribe(ask),
    followComposing(ask),
    previews.subscribe(ask),
    proofPreviews.subscribe(ask),
    solidPreviews.subscribe(ask),
    proofing.subscribe(ask),
  ]
  // The bundled interface font may come after the first frame.
  void document.fonts.ready.then(askAll)
  window.addEventListener('resize', askAll)
  return () => {
    for (const end of stop) end()
    window.removeEventListener('resize', askAll)
    cancelAnimationFrame(frame)
  }
}
