/** A photo of three million pixels made ready for the press. */
import { MagickFormat, MagickImage, MagickReadSettings } from '@imagemagick/magick-wasm'
import { pictureEngine } from '../../../src/adapters/pictures/convert.ts'
import { startDecoder } from '../../../src/adapters/pictures/decode.ts'
import { DEFAULT_EXPORT } from '../../../src/core/pipeline/export-options.ts'
import { median, read } from './tools.ts'

const RUNS = 7
const SIZE = { width: 2000, height: 1500 }

export interface PhotoRun {
  from: string
  ms: number
}

/** Decoded, converted and packed, from a JPEG and from a PNG; the decoder is warm. */
export async function measurePhotos(): Promise<PhotoRun[]> {
  const wasm = async () => read('node_modules/@imagemagick/magick-wasm/dist/x86/magick.wasm')
  await startDecoder(wasm)
  const engine = pictureEngine(wasm)
  const profile = read('assets/icc/tr002_225s.icc')
  const runs: PhotoRun[] = []
  for (const format of [MagickFormat.Jpeg, MagickFormat.Png]) {
    const bytes = draw(format)
    const times: number[] = []
    for (let i = 0; i < RUNS; i++) {
      const start = performance.now()
      const order = { ...DEFAULT_EXPORT.pictures, name: 'photo', bytes, ppi: 200, profile, opaque: false }
      const converted = await engine.convert(order)
      if (!converted.ok) throw new Error(JSON.stringify(converted.error))
      times.push(performance.now() - start)
    }
    runs.push({ from: format, ms: median(times.slice(1)) })
  }
  return runs
}

function draw(format: MagickFormat): Uint8Array {
  const image = MagickImage.create()
  image.read('plasma:red-blue', new MagickReadSettings(SIZE))
  image.quality = 90
  const bytes = image.write(format, (data) => data.slice())
  image.dispose()
  return bytes
}
