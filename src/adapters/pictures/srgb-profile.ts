/**
 * The sRGB profile (IEC 61966-2-1), for pictures that don't say what their numbers mean: an ICC v2 matrix profile,
 * written out here so that none has to be shipped.
 */

/** The primaries and the white point adapted to D50 (ICC's sRGB v2 data). */
const COLOURANTS = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.9642, 1, 0.8249],
} as const
const CURVE_POINTS = 1024

export function srgbProfile(): Uint8Array {
  const curve = block('curv', 12 + 2 * CURVE_POINTS, (view) => {
    view.setUint32(8, CURVE_POINTS)
    for (let i = 0; i < CURVE_POINTS; i++)
      view.setUint16(12 + 2 * i, Math.round(65535 * linear(i / (CURVE_POINTS - 1))))
  })
  const tags: [string, Uint8Array][] = [
    ['desc', description('sRGB')],
    ['cprt', text('text', 'No copyright, use freely')],
    ...Object.entries(COLOURANTS).map(([name, xyz]): [string, Uint8Array] => [name, xyzTag(xyz)]),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  return assemble(tags)
}

/** IEC 61966-2-1 §5.2 */
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

function assemble(tags: readonly [string, Uint8Array][]): Uint8Array {
  const places = new Map<Uint8Array, number>()
  let end = 132 + 12 * tags.length
  for (const [, bytes] of tags) {
    if (places.has(bytes)) continue
    places.set(bytes, end)
    end += Math.ceil(bytes.length / 4) * 4
  }
  const profile = new Uint8Array(end)
  const view = new DataView(profile.buffer)
  view.setUint32(0, end)
  view.setUint32(8, 0x02400000)
  put(profile, 12, 'mntrRGB XYZ ')
  for (const [i, value] of [2000, 1, 1, 0, 0, 0].entries()) view.setUint16(24 + 2 * i, value)
  put(profile, 36, 'acsp')
  for (const [i, value] of COLOURANTS.wtpt.entries()) view.setInt32(68 + 4 * i, fixed(value))
  view.setUint32(128, tags.length)
  for (const [i, [name, bytes]] of tags.entries()) {
    put(profile, 132 + 12 * i, name)
    view.setUint32(136 + 12 * i, places.get(bytes) as number)
    view.setUint32(140 + 12 * i, bytes.length)
  }
  for (const [bytes, place] of places) profile.set(bytes, place)
  return profile
}

function block(type: string, length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length)
  put(bytes, 0, type)
  fill(new DataView(bytes.buffer))
  return bytes
}

const xyzTag = (xyz: readonly number[]): Uint8Array =>
  block('XYZ ', 20, (view) => {
    for (const [i, value] of xyz.entries()) view.setInt32(8 + 4 * i, fixed(value))
  })

function text(type: string, words: string): Uint8Array {
  const bytes = block(type, 9 + words.length, () => {})
  put(bytes, 8, words)
  return bytes
}

/** textDescriptionType (ICC.1:2001-04 §6.5.17): the ASCII count and text, and 78 bytes for scripts it lacks. */
function description(words: string): Uint8Array {
  const bytes = block('desc', 12 + words.length + 1 + 78, (view) => view.setUint32(8, words.length + 1))
  put(bytes, 12, words)
  return bytes
}

const put = (bytes: Uint8Array, at: number, words: string): void =>
  bytes.set(
    [...words].map((character) => character.charCodeAt(0)),
    at,
  )

const fixed = (value: number): number => Math.round(value * 65536)
