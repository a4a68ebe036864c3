/** A small picture of the open page, for the list of recent files. */
import { paintPage } from '../../core/paint/paint-page.ts'
import { main } from '../bridge.ts'
import { glyphPaths } from '../canvas/glyph-paths.ts'
import { picturePainter } from '../canvas/picture-painter.ts'
import { previews } from '../pictures/shelf.ts'
import { app } from './app-state.ts'

/** Twice what the welcome shows. */
const HEIGHT_PX = 312

/** When there is nothing more urgent to do. */
export async function sendThumbnail(): Promise<void> {
  await new Promise((idle) => requestIdleCallback(idle, { timeout: 3000 }))
  const { composition, doc } = app.get().page ?? {}
  if (!composition || !doc) return
  const { width, height } = composition
  const scale = HEIGHT_PX / height
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), HEIGHT_PX)
  const context = canvas.getContext('2d')
  if (!context) return
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const drawPicture = picturePainter(context, doc.assets, scale, previews)
  const clip = { x: 0, y: 0, width, height }
  paintPage(context, composition, glyphPaths, { scale, dx: 0, dy: 0, clip, drawPicture })
  const png = await canvas.convertToBlob({ type: 'image/png' })
  await main.ask('file:thumbnail', new Uint8Array(await png.arrayBuffer()))
}
