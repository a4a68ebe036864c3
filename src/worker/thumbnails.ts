/** Small pictures of composed pages, painted off the window's thread. */
import type { HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import type { Composition } from '../core/compose/composition.ts'
import { type GlyphPaths, paintPage } from '../core/paint/paint-page.ts'

/** Twice as wide as it is shown, for fine screens. */
const WIDTH_PX = 232

const paths = new WeakMap<HarfBuzzShaper, Map<string, Path2D>>()

export function paintThumbnail(composition: Composition, shaper: HarfBuzzShaper): ImageBitmap {
  const scale = WIDTH_PX / composition.width
  const canvas = new OffscreenCanvas(WIDTH_PX, Math.round(composition.height * scale))
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
    paintPage(context, composition, pathsOf(shaper), { scale, dx: 0, dy: 0 })
  }
  return canvas.transferToImageBitmap()
}

function pathsOf(shaper: HarfBuzzShaper): GlyphPaths<Path2D> {
  const known = paths.get(shaper) ?? new Map<string, Path2D>()
  paths.set(shaper, known)
  return (face, glyph) => {
    const key = `${face} ${glyph}`
    const path = known.get(key) ?? new Path2D(shaper.outline(face, glyph))
    known.set(key, path)
    return path
  }
}
