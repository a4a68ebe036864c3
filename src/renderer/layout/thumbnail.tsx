import { useEffect, useRef } from 'react'
import type { Thumbnail as Picture } from '../../shared/layout-engine.ts'

/** A picture that the engine has painted. */
export function Thumbnail({ picture }: { picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const { rgba, width, height } = picture
    canvas.current?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0)
  }, [picture])
  return <canvas ref={canvas} className="thumbnail" width={picture.width} height={picture.height} />
}
