/** The files that the worker fetches from the window's own origin. */

import template from '../../assets/templates/broadsheet-8x12.json' with { type: 'json' }
import { type FontRange, fontFile, withFallbacks } from '../adapters/font-files.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import { fetchFile } from './fetch-file.ts'

/** Main serves the built faces beside the window's own files. */
const fetchFace = (id: string, range: FontRange) =>
  fetchFile(new URL(`/fonts/${fontFile(id, range)}`, self.location.href).href)

/** So many at once, that the engine's own modules are not kept waiting behind the fonts. */
const LANES = 3

/** The common range of what the template sets pages with, on its way since the worker began. */
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
