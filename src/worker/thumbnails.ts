/** Small pictures of composed pages, painted off the window's thread. */
import type { HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import type { Composition } from '../core/compose/composition.ts'
import { type GlyphPaths, paintPage } from '../core/paint/paint-page.ts'
import type { Thumbnail } from '../shared/layout-engine.ts'

/** Twice as wide as it is shown, for fine screens. */
const WIDTH_PX = 232

const paths = new WeakMap<HarfBuzzShaper, Map<string, Path2D>>()

export function paintThumbnail(composition: Composition, shaper: HarfBuzzShaper): Thumbnail {
  const scale = WIDTH_PX / composition.width
  const canvas = new OffscreenCanvas(WIDTH_PX, Math.round(composition.height * scale))
  const { width, height } = canvas
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('a canvas off screen has a context')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  paintPage(context, composition, pathsOf(shaper), { scale, dx: 0, dy: 0 })
  const pictures = composition.items.filter((item) => item.kind === 'picture')
  return { width, height, rgba: context.getImageData(0, 0, width, height).data, pictures, scale }
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
