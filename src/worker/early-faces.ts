/** The faces that the template sets pages with, on their way since the worker began. */
import template from '../../assets/templates/broadsheet-8x12.json' with { type: 'json' }
import { fetchFace } from '../adapters/fetch-faces.ts'
import { type FontRange, withFallbacks } from '../adapters/font-files.ts'
import { facesOf } from '../core/doc/faces-of.ts'

/** So many at once, that the engine's own modules are not kept waiting behind the fonts. */
const LANES = 3

/** The common range. */
const early = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve())
withFallbacks(facesOf(template)).forEach((id, i) => {
  const bytes = (lanes[i % LANES] as Promise<unknown>).then(() => fetchFace(id, 'common'))
  lanes[i % LANES] = bytes.catch(() => undefined)
  early.set(id, bytes)
})

/** A face's bytes; those that came early are handed over once, to be held by the shaping engine alone. */
export function takeFace(id: string, range: FontRange): Promise<Uint8Array<ArrayBuffer>> {
  const waiting = range === 'common' ? early.get(id) : undefined
  if (waiting) early.delete(id)
  return waiting ?? fetchFace(id, range)
}
