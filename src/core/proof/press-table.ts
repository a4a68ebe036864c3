/**
 * How a press's inks look on its paper: sRGB at the nodes of a grid over C, M, Y and K, between which colours are
 * interpolated. A colour engine fills it once a profile, absolutely, so that paper and black are the press's own.
 */

/** `rgb` holds three bytes a node; C runs slowest, K fastest. */
export interface PressTable {
  rgb: Uint8Array
}

const NODES = 17
const STEP = 255 / (NODES - 1)
/** From a node to its neighbour along C, M, Y, K, in bytes of the table. */
const STRIDES = [3 * NODES ** 3, 3 * NODES ** 2, 3 * NODES, 3] as const

/** The inks of every node, C M Y K, a byte each: what the engine is asked about. */
export function tableInks(): Uint8Array {
  const inks = new Uint8Array(4 * NODES ** 4)
  const level = (node: number) => Math.round(node * STEP)
  let at = 0
  for (let c = 0; c < NODES; c++)
    for (let m = 0; m < NODES; m++)
      for (let y = 0; y < NODES; y++)
        for (let k = 0; k < NODES; k++) {
          inks[at++] = level(c)
          inks[at++] = level(m)
          inks[at++] = level(y)
          inks[at++] = level(k)
        }
  return inks
}

/** The node below each byte of ink, and how far the byte lies behind it. */
const NODE = Uint8Array.from({ length: 256 }, (_, ink) => Math.min(NODES - 2, Math.floor(ink / STEP)))
const PART = Float64Array.from({ length: 256 }, (_, ink) => ink / STEP - (NODE[ink] as number))

/**
 * CMYK samples, a byte each, as the press shows them, into RGBA from `out`'s start; opacity is left as it is. Each
 * colour is weighed over the sixteen nodes round it.
 */
export function showInks({ rgb }: PressTable, inks: Uint8Array, out: Uint8Array): void {
  for (let from = 0, to = 0; from < inks.length; from += 4, to += 4) {
    const [c, m, y, k] = [inks[from], inks[from + 1], inks[from + 2], inks[from + 3]] as [
      number,
      number,
      number,
      number,
    ]
    const base =
      (NODE[c] as number) * STRIDES[0] +
      (NODE[m] as number) * STRIDES[1] +
      (NODE[y] as number) * STRIDES[2] +
      (NODE[k] as number) * STRIDES[3]
    let [red, green, blue] = [0, 0, 0]
    for (let corner = 0; corner < 16; corner++) {
      let weight = 1
      let at = base
      weight *= corner & 8 ? (PART[c] as number) : 1 - (PART[c] as number)
      weight *= corner & 4 ? (PART[m] as number) : 1 - (PART[m] as number)
      weight *= corner & 2 ? (PART[y] as number) : 1 - (PART[y] as number)
      weight *= corner & 1 ? (PART[k] as number) : 1 - (PART[k] as number)
      if (weight === 0) continue
      if (corner & 8) at += STRIDES[0]
      if (corner & 4) at += STRIDES[1]
      if (corner & 2) at += STRIDES[2]
      if (corner & 1) at += STRIDES[3]
      red += weight * (rgb[at] as number)
      green += weight * (rgb[at + 1] as number)
      blue += weight * (rgb[at + 2] as number)
    }
    out[to] = Math.round(red)
    out[to + 1] = Math.round(green)
    out[to + 2] = Math.round(blue)
  }
}

/** `#rrggbb` of one ink, in per cent. */
export function colourOnPress(table: PressTable, cmyk: readonly [number, number, number, number]): string {
  const out = new Uint8Array(4)
  const inks = Uint8Array.from(cmyk, (part) => Math.round(2.55 * Math.min(100, Math.max(0, part))))
  showInks(table, inks, out)
  return `#${[...out.subarray(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
