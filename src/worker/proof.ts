/** Pictures as a press prints them. */
import type { InkedPicture } from '../adapters/pictures/separate.ts'
import { fail, ok, type Result } from '../core/diagnostics.ts'
import { sameBytes } from '../core/pdf/same-bytes.ts'
import { mostInkOf, type PictureInk } from '../core/proof/ink.ts'
import type { PressTable } from '../core/proof/press-table.ts'
import { proofPixels } from '../core/proof/proof-picture.ts'
import type { PicturesRequest } from '../shared/pictures.ts'
import { bitmapOf, openMagick, openPress } from './magick.ts'

/** What pictures were separated into, the last looked at last: another plate costs arithmetic alone. */
const inked = new Map<string, InkedPicture>()
const INKED_BYTES = 96 * 1024 * 1024

const tables = new WeakMap<Uint8Array, PressTable>()
let own: Uint8Array | undefined

/** A profile comes anew with every request; the same one is known by its bytes. */
function knownProfile(profile: Uint8Array): Uint8Array {
  if (!sameBytes(own, profile)) own = profile
  return own as Uint8Array
}

export async function openTable(profile: Uint8Array | undefined): Promise<PressTable> {
  const [{ pressTable }] = await Promise.all([import('../adapters/pictures/separate.ts'), openMagick()])
  const press = profile ? knownProfile(profile) : await openPress()
  const table = tables.get(press) ?? pressTable(press)
  tables.set(press, table)
  return table
}

type ProofRequest = Extract<PicturesRequest<Blob>, { kind: 'proof' }>

/** Errors: those of decoding. `read` is asked only for a picture that was not looked at lately. */
export async function proofPicture(
  { name, longestPx, key, proof }: ProofRequest,
  read: () => Promise<Uint8Array | undefined>,
): Promise<Result<{ preview: ImageBitmap; most: PictureInk }>> {
  const table = await openTable(proof.profile)
  const place = `${key} ${longestPx} ${proof.intent}`
  const picture = inked.get(place) ?? (await ink(place, name, longestPx, proof, read))
  if (!('inks' in picture)) return picture
  inked.delete(place)
  inked.set(place, picture)
  makeRoom()
  const { inks, width, height, alpha } = picture
  const rgba = proofPixels(table, inks, proof.show, alpha)
  return ok({ preview: await bitmapOf(rgba, width, height), most: mostInkOf(inks, width, alpha) })
}

async function ink(
  place: string,
  name: string,
  longestPx: number,
  { profile, intent }: ProofRequest['proof'],
  read: () => Promise<Uint8Array | undefined>,
): Promise<InkedPicture | Result<never>> {
  const { inkPicture } = await import('../adapters/pictures/separate.ts')
  const bytes = await read()
  if (!bytes) return fail('picture-unreadable', { at: { file: name }, params: { name } })
  const press = profile ? knownProfile(profile) : await openPress()
  const picture = inkPicture(bytes, name, longestPx, press, intent)
  if (!picture.ok) return picture
  inked.set(place, picture.value)
  return picture.value
}

function makeRoom(): void {
  let held = [...inked.values()].reduce((sum, { inks }) => sum + inks.length, 0)
  for (const [place, { inks }] of inked) {
    if (held <= INKED_BYTES || inked.size === 1) return
    held -= inks.length
    inked.delete(place)
  }
}
