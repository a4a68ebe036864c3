/** A picture's inks as a proof shows them. */
import { grayOfInk, OVER_LIMIT } from './look.ts'
import { maskInks, type Plates, type ProcessPlate } from './plates.ts'
import { type PressTable, showInks } from './press-table.ts'

/** The plates that are looked at, or where there is more ink than the limit; `solid`: under black that overprints it. */
export type ProofShow = { solid?: true } & (
  | { kind: 'plates'; plates: Plates; alone?: ProcessPlate | undefined }
  | { kind: 'ink'; limit: number }
)

const BLACK = 3

/** RGBA of CMYK samples; `alpha` is a byte a pixel. */
export function proofPixels(
  table: PressTable,
  samples: Uint8Array,
  show: ProofShow,
  alpha: Uint8Array | undefined,
): Uint8Array {
  const inks = show.solid ? samples.map((ink, i) => ((i & 3) === BLACK ? 255 : ink)) : samples
  const rgba = new Uint8Array(inks.length).fill(255)
  if (show.kind === 'plates') showInks(table, maskInks(inks, show.plates, show.alone), rgba)
  else showTotals(inks, show.limit, rgba)
  if (alpha) for (let i = 0; i < alpha.length; i++) rgba[4 * i + 3] = alpha[i] as number
  return rgba
}

function showTotals(inks: Uint8Array, limit: number, rgba: Uint8Array): void {
  const most = limit * 2.55
  for (let at = 0; at < inks.length; at += 4) {
    const sum =
      (inks[at] as number) + (inks[at + 1] as number) + (inks[at + 2] as number) + (inks[at + 3] as number)
    if (sum > most + 1) rgba.set(OVER_LIMIT, at)
    else rgba.fill(grayOfInk(sum / 2.55), at, at + 3)
  }
}
