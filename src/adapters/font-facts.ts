/** What preflight asks of fonts: their names, and what their makers let one do. */
import type { FontFact } from '../core/preflight/view.ts'
import { FACES } from './harfbuzz.ts'
import { TrueTypeFile } from './true-type.ts'

/** By the face's id; `read` gives a face's file. */
export async function fontFacts(
  faces: readonly string[],
  read: (face: string) => Promise<Uint8Array>,
): Promise<Record<string, FontFact>> {
  const known = FACES.filter(({ id }) => faces.includes(id))
  const facts = known.map(async ({ id, postScriptName }) => {
    const fsType = new TrueTypeFile(await read(id)).embedding()
    return [id, { name: postScriptName, fsType }] as const
  })
  return Object.fromEntries(await Promise.all(facts))
}
