import { useEffect, useRef } from 'react'

/** A picture that the engine has painted. */
export function Thumbnail({ picture }: { picture: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0)
  }, [picture])
  return <canvas ref={canvas} className="thumbnail" width={picture.width} height={picture.height} />
}
