import { useEffect, useRef } from 'react'
import { readColours } from '../canvas/colours.ts'
import { sized } from '../canvas/page-painter.ts'
import { toScreen } from '../canvas/view.ts'
import { app } from '../state/app-state.ts'
import { CaretBeat } from './caret-beat.ts'
import { findState } from './find-state.ts'
import { lookForFindings } from './mark-findings.ts'
import { caretBox } from './text-geometry.ts'
import { drawText } from './text-painter.ts'
import { attachTextPointer } from './text-pointer.ts'
import { followOpenPage, lendPageHost, openText } from './text-session.ts'
import { textState } from './text-state.ts'

/**
 * Caret and selection over the page, and out of sight the text that has the focus: it lies so that its caret is
 * where the page shows it, which is where an input method puts its candidates.
 */
export function TextLayer() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const viewport = host.current?.closest<HTMLElement>('.canvas-viewport')
    if (!canvas.current || !host.current || !viewport) return
    const stop = [
      attachTextPointer(viewport),
      lendPageHost(host.current),
      followOpenPage(),
      followText(canvas.current, host.current),
    ]
    return () => {
      for (const end of stop) end()
    }
  }, [])
  return (
    <>
      <div aria-hidden="true">
        <canvas ref={canvas} className="text-canvas" />
      </div>
      <div ref={host} className="text-host" />
    </>
  )
}

/** Draws on the next frame after any change, and with every beat of the caret. */
function followText(canvas: HTMLCanvasElement, host: HTMLElement): () => void {
  let frame = 0
  let empty = false
  const ask = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const beat = new CaretBeat(ask)
  const draw = () => {
    frame = 0
    const { page, view, viewport } = app.get()
    const state = textState.get()
    const nothing = state.story === null && findState.get().found.length === 0
    const idle = nothing || !page || viewport.width === 0
    if (idle && empty) return
    const dpr = window.devicePixelRatio
    const context = sized(canvas, viewport, dpr)
    empty = idle
    if (idle || !context || !page) return
    context.setTransform(dpr, 0, 0, dpr, 0, 0)
    drawText({ context, colours: readColours(), view, page }, state, beat.solid)
    layText(host)
  }
  let strokes = -1
  const onText = () => {
    const state = textState.get()
    if (state.strokes !== strokes) beat.stroke(state.story !== null && state.focused)
    strokes = state.strokes
    ask()
  }
  const onRest = () => {
    lookForFindings()
    ask()
  }
  const stop = [
    app.settled.subscribe(onRest),
    textState.settled.subscribe(onRest),
    app.subscribe(ask),
    textState.subscribe(onText),
    findState.subscribe(ask),
  ]
  ask()
  return () => {
    for (const end of stop) end()
    beat.stop()
    cancelAnimationFrame(frame)
  }
}

/** Lays the hidden text so that its caret is where the page's is, in the same size. */
function layText(host: HTMLElement): void {
  const open = openText()
  const { page, view } = app.get()
  const { story, head, composing } = textState.get()
  if (!open || !page || story === null || open.view.dom.parentElement !== host) return
  const caret = caretBox(page, story, composing?.at ?? head)
  if (!caret) return
  const { style } = open.view.dom
  const size = Math.max(caret.box.width, caret.box.height) * view.scale
  const fontSize = `${size.toFixed(2)}px`
  if (style.fontSize !== fontSize) style.fontSize = fontSize
  const corner = host.getBoundingClientRect()
  const wanted = toScreen(view, caret.box)
  const position = open.view.state.selection.head - (composing?.caret ?? 0)
  const now = open.view.coordsAtPos(position)
  const dx = corner.x + wanted.x - now.left
  const dy = corner.y + wanted.y - now.top
  if (Math.abs(dx) < 0.5 && Math.abs(dy) < 0.5) return
  style.left = `${(Number.parseFloat(style.left) || 0) + dx}px`
  style.top = `${(Number.parseFloat(style.top) || 0) + dy}px`
}
