import { useEffect, useRef } from 'react'
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Thumbnail as Picture } from '../../shared/layout-engine.ts'
import { picturePainter } from '../canvas/picture-painter.ts'
import { previews } from '../pictures/shelf.ts'

interface ThumbnailProps {
  picture: Picture
  /** Of the page that is shown. */
  assets: PageDoc['assets']
}

/** A picture that the engine has painted, and in it the page's own pictures. */
export function Thumbnail({ picture, assets }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const { rgba, width, height, pictures, scale } = picture
    const draw = () => {
      context.resetTransform()
      context.putImageData(new ImageData(rgba, width, height), 0, 0)
      context.scale(scale, scale)
      pictures.forEach(picturePainter(context, assets, scale, previews))
    }
    draw()
    return pictures.length > 0 ? previews.subscribe(draw) : undefined
  }, [picture, assets])
  return <canvas ref={canvas} className="thumbnail" width={picture.width} height={picture.height} />
}
