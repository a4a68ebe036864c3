/** Where the menu of a frame opens when it is asked for by key: at the selected frames, else in the page's middle. */
import { selectedBox } from '../canvas/camera.ts'
import { boxToScreen } from '../canvas/view.ts'
import { app } from '../state/app-state.ts'
import { editor } from './editor-state.ts'

export function openFrameMenu(): boolean {
  const viewport = document.querySelector('.canvas-viewport')?.getBoundingClientRect()
  if (!viewport) return false
  const box = selectedBox()
  const on = box && boxToScreen(app.get().view, box)
  const keep = (at: number, most: number) => Math.min(most - 8, Math.max(8, at))
  const x = keep(on ? on.x + on.width / 2 : viewport.width / 2, viewport.width)
  const y = keep(on ? on.y + on.height / 2 : viewport.height / 2, viewport.height)
  editor.set({ menuAt: { x: viewport.x + x, y: viewport.y + y } })
  return true
}
