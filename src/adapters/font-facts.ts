/** What preflight asks of fonts: their names, and what their makers let one do. */
import type { FontFact } from '../core/preflight/view.ts'
import { withFallbacks } from './font-files.ts'
import type { HarfBuzzShaper } from './harfbuzz.ts'

/** By the face's id, of these faces and all that they fall back on; the shaper has them loaded. */
export const fontFacts = (faces: Iterable<string>, shaper: HarfBuzzShaper): Record<string, FontFact> =>
  Object.fromEntries(
    withFallbacks(faces).map((id) => [
      id,
      { name: shaper.face(id).postScriptName, fsType: shaper.embedding(id) },
    ]),
  )
