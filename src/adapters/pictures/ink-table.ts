/**
 * RGB to a press's inks through a table: Little CMS is asked for 33³ colours, and those between are interpolated in
 * tetrahedra, which is how it goes about a picture itself (Kasson, Plouffe and Nin 1993); here without a detour by
 * ImageMagick's pixels, in a third of the time. Inks differ by a level or two of 255 from those asked for one by one.
 */

/** Nodes along each side. */
const SIDE = 33
const STEPS = SIDE - 1
/** From a node to the next along each axis, in nodes. */
const [RED, GREEN, BLUE] = [SIDE * SIDE, SIDE, 1]

/** So many colours make a table; smaller pictures are not worth one. */
export const NODES = SIDE ** 3

/** As a picture is sized that has them all. */
export const NODES_SIZE = { width: SIDE * SIDE, height: SIDE } as const

/** The colours whose inks make a table: R G B, a byte each. */
export function nodeColours(): Uint8Array {
  const colours = new Uint8Array(3 * NODES)
  const level = (step: number) => Math.round((255 * step) / STEPS)
  for (let i = 0; i < NODES; i++) {
    colours[3 * i] = level(Math.floor(i / (SIDE * SIDE)))
    colours[3 * i + 1] = level(Math.floor(i / SIDE) % SIDE)
    colours[3 * i + 2] = level(i % SIDE)
  }
  return colours
}

/** For each level of an axis the node at or below it, and in the last eight bits how far it is to the next, of 255. */
function placesAlong(axis: number): Int32Array {
  const level = (step: number) => Math.round((255 * step) / STEPS)
  return Int32Array.from({ length: 256 }, (_, value) => {
    const step = nodeBelow(value)
    const way = (value - level(step)) / (level(step + 1) - level(step))
    return ((step * axis) << 8) | Math.round(255 * way)
  })
}

/** The last node is no cell's beginning. */
function nodeBelow(level: number): number {
  let step = 0
  while (step < STEPS - 1 && Math.round((255 * (step + 1)) / STEPS) <= level) step++
  return step
}

const [REDS, GREENS, BLUES] = [placesAlong(RED), placesAlong(GREEN), placesAlong(BLUE)]

/**
 * From a cell's first corner to its last along the axes, that of the largest part first: by way of two corners, here
 * by which parts are larger, as `4 × (r > g) + 2 × (g > b) + (r > b)`.
 */
const SECOND = Int32Array.of(BLUE, 0, GREEN, GREEN, BLUE, RED, 0, RED)
const THIRD = Int32Array.of(
  GREEN + BLUE,
  0,
  GREEN + BLUE,
  RED + GREEN,
  RED + BLUE,
  RED + BLUE,
  0,
  RED + GREEN,
)
const LAST = RED + GREEN + BLUE

/** Cyan and yellow of four inks in one number, or magenta and black of what is eight bits further on. */
const PAIR = 0xff00ff

/**
 * `table` has the inks of each node, `rgb` a byte a sample; gives C M Y K, a byte each. Inks are weighed two at a time:
 * weights add up to 255, so that a pair's sums keep to their sixteen bits each. Comparing without branches takes a
 * quarter of the time off: in a photo, which part is the largest can't be foretold.
 */
export function inksThrough(table: Uint8Array, rgb: Uint8Array): Uint8Array {
  const nodes = new Uint32Array(table.slice().buffer)
  const inks = new Uint32Array(rgb.length / 3)
  for (let from = 0, to = 0; from < rgb.length; from += 3, to++) {
    const red = REDS[rgb[from] as number] as number
    const green = GREENS[rgb[from + 1] as number] as number
    const blue = BLUES[rgb[from + 2] as number] as number
    const [r, g, b] = [red & 255, green & 255, blue & 255]
    const order = (((g - r) >>> 31) << 2) | (((b - g) >>> 31) << 1) | ((b - r) >>> 31)
    const most = larger(larger(r, g), b)
    const least = smaller(smaller(r, g), b)
    const middle = r + g + b - most - least
    const first = (red >> 8) + (green >> 8) + (blue >> 8)
    const n1 = nodes[first] as number
    const n2 = nodes[first + (SECOND[order] as number)] as number
    const n3 = nodes[first + (THIRD[order] as number)] as number
    const n4 = nodes[first + LAST] as number
    const [w1, w2, w3, w4] = [255 - most, most - middle, middle - least, least]
    const even = weigh(n1 & PAIR, n2 & PAIR, n3 & PAIR, n4 & PAIR, w1, w2, w3, w4)
    const odd = weigh(
      (n1 >>> 8) & PAIR,
      (n2 >>> 8) & PAIR,
      (n3 >>> 8) & PAIR,
      (n4 >>> 8) & PAIR,
      w1,
      w2,
      w3,
      w4,
    )
    inks[to] =
      part(even & 0xffff) | (part(odd & 0xffff) << 8) | (part(even >>> 16) << 16) | (part(odd >>> 16) << 24)
  }
  return new Uint8Array(inks.buffer)
}

const larger = (a: number, b: number): number => a - ((a - b) & ((a - b) >> 31))
const smaller = (a: number, b: number): number => b + ((a - b) & ((a - b) >> 31))

/** Whole numbers of 32 bits all the way, which is what makes it fast. */
const weigh = (
  a: number,
  b: number,
  c: number,
  d: number,
  w1: number,
  w2: number,
  w3: number,
  w4: number,
): number => (((Math.imul(a, w1) + Math.imul(b, w2)) | 0) + ((Math.imul(c, w3) + Math.imul(d, w4)) | 0)) | 0

/** Divided by 255, rounded. */
const part = (sum: number): number => ((sum + 127) * 0x8081) >>> 23
