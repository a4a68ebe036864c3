/** What preflight asks of a picture's file. */
import type { PictureFact } from '../../core/preflight/view.ts'
import { samplesOf, startDecoder, withPicture } from './decode.ts'

/** By content, so that a page is checked again and again for the price of one decoding. */
const known = new Map<string, PictureFact | undefined>()

/** Undefined for a file that cannot be read; `wasm` gives ImageMagick's module. */
export async function pictureFact(
  sha256: string,
  bytes: Uint8Array,
  wasm: () => Promise<Uint8Array>,
): Promise<PictureFact | undefined> {
  if (known.has(sha256)) return known.get(sha256)
  await startDecoder(wasm)
  const read = withPicture(bytes, sha256, (image): PictureFact => {
    const colour = samplesOf(image)
    return { colour, profiled: image.getColorProfile() !== null, seeThrough: image.hasAlpha }
  })
  const fact = read.ok ? read.value : undefined
  known.set(sha256, fact)
  return fact
}
