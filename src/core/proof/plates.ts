/** Which plates are looked at, and what of an ink they show. */
import type { Ink } from '../compose/composition.ts'

export const PROCESS = ['cyan', 'magenta', 'yellow', 'black'] as const
export type ProcessPlate = (typeof PROCESS)[number]

export type Plates = Readonly<Record<ProcessPlate, boolean>> & {
  /** Of the page's spot colours, those that are not shown. */
  spotsOff: readonly string[]
}

export const ALL_ON: Plates = { cyan: true, magenta: true, yellow: true, black: true, spotsOff: [] }

type Cmyk = readonly [number, number, number, number]

/** The one process plate that is looked at alone, which shows in black as the plate itself would. */
export function lonePlate(plates: Plates, spots: readonly string[]): ProcessPlate | undefined {
  const on = PROCESS.filter((plate) => plates[plate])
  return on.length === 1 && spots.every((spot) => plates.spotsOff.includes(spot)) ? on[0] : undefined
}

/** What is left of process inks where only some plates are shown; a plate alone stands on the black one. */
export function maskInks(inks: Uint8Array, plates: Plates, alone: ProcessPlate | undefined): Uint8Array {
  if (PROCESS.every((plate) => plates[plate])) return inks
  const masked = new Uint8Array(inks.length)
  if (alone) {
    const from = PROCESS.indexOf(alone)
    for (let at = 0; at < inks.length; at += 4) masked[at + 3] = inks[at + from] as number
    return masked
  }
  const keep = PROCESS.map((plate) => (plates[plate] ? 1 : 0))
  for (let at = 0; at < inks.length; at++) masked[at] = (inks[at] as number) * (keep[at & 3] as number)
  return masked
}

/** The same of one ink in per cent. */
export function maskInk(cmyk: Cmyk, plates: Plates, alone: ProcessPlate | undefined): Cmyk {
  if (alone) return [0, 0, 0, cmyk[PROCESS.indexOf(alone)] as number]
  return PROCESS.map((plate, i) => (plates[plate] ? (cmyk[i] as number) : 0)) as unknown as Cmyk
}

/** Black alone overprints; everything else knocks out what is below it. */
export const overprints = ({ cmyk: [c, m, y, k], spot }: Ink): boolean =>
  spot === undefined && c + m + y === 0 && k === 100
