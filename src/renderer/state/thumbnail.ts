/** A small picture of the open page, for the list of recent files. */
import { paintPage } from '../../core/paint/paint-page.ts'
import { main } from '../bridge.ts'
import { glyphPaths } from '../canvas/glyph-paths.ts'
import { app } from './app-state.ts'

/** Twice what the welcome shows. */
const HEIGHT_PX = 312

/** When there is nothing more urgent to do. */
export async function sendThumbnail(): Promise<void> {
  await new Promise((idle) => requestIdleCallback(idle, { timeout: 3000 }))
  const composition = app.get().page?.composition
  if (!composition) return
  const { width, height } = composition
  const scale = HEIGHT_PX / height
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), HEIGHT_PX)
  const context = canvas.getContext('2d')
  if (!context) return
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  paintPage(context, composition, glyphPaths, { scale, dx: 0, dy: 0, clip: { x: 0, y: 0, width, height } })
  const png = await canvas.convertToBlob({ type: 'image/png' })
  await main.ask('file:thumbnail', new Uint8Array(await png.arrayBuffer()))
}
