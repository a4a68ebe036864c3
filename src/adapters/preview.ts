/** Renders a Composition to PNG with Skia, by the same painting code as the window. */
import { createCanvas, Path2D } from '@napi-rs/canvas'
import type { Composition } from '../core/compose/composition.ts'
import { paintPage } from '../core/paint/paint-page.ts'
import type { HarfBuzzShaper } from './harfbuzz.ts'

/** A PNG of the whole page at `dpi`. */
export function renderPreview(composition: Composition, shaper: HarfBuzzShaper, dpi: number): Uint8Array {
  const scale = dpi / 72
  const canvas = createCanvas(Math.round(composition.width * scale), Math.round(composition.height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  const paths = new Map<string, Path2D>()
  const glyphs = (face: string, glyph: number): Path2D => {
    const key = `${face} ${glyph}`
    const path = paths.get(key) ?? new Path2D(shaper.outline(face, glyph))
    paths.set(key, path)
    return path
  }
  paintPage(context, composition, glyphs, { scale, dx: 0, dy: 0 })
  return canvas.toBuffer('image/png')
}
