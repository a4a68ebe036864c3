/** ImageMagick in the pictures' worker, loaded by the first picture that needs it, and the shipped press. */
import magickWasm from '@imagemagick/magick-wasm/magick.wasm?url'
import pressUrl from '../../assets/icc/tr002_225s.icc?url'
import { fetchBytes } from '../adapters/fetch-faces.ts'

export async function openMagick(): Promise<void> {
  const { startDecoder } = await import('../adapters/pictures/decode.ts')
  await startDecoder(() => fetchBytes(magickWasm))
}

let press: Promise<Uint8Array> | undefined

/** The profile of the press that pages are made for unless another is named. */
export function openPress(): Promise<Uint8Array> {
  press ??= fetchBytes(pressUrl)
  return press
}

export const bitmapOf = (rgba: Uint8Array, width: number, height: number): Promise<ImageBitmap> =>
  createImageBitmap(new ImageData(new Uint8ClampedArray(rgba.buffer as ArrayBuffer), width, height))
