/** Files that a window's thread fetches from its own origin: main serves the built faces beside them. */
import { type FontRange, fontFile } from './font-files.ts'

export async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

export const fetchFace = (id: string, range: FontRange): Promise<Uint8Array<ArrayBuffer>> =>
  fetchBytes(new URL(`/fonts/${fontFile(id, range)}`, self.location.href).href)
