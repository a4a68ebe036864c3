/** A colour table of an ICC profile (`mft2`, ICC.1:2001-04 §6.5.8), looked up by plain multilinear interpolation. */

export interface ColourTable {
  outputs: number
  /** 0..1 in and out: ink, or Lab as the profile stores it. */
  look(colour: readonly number[]): number[]
}

export function tableOf(profile: Uint8Array, tag: string): ColourTable {
  const view = new DataView(profile.buffer, profile.byteOffset)
  const text = (at: number) => String.fromCharCode(...profile.subarray(at, at + 4))
  const entry = Array.from({ length: view.getUint32(128) }, (_, i) => 132 + 12 * i).find(
    (at) => text(at) === tag,
  )
  if (entry === undefined) throw new Error(`the profile has no ${tag}`)
  const start = view.getUint32(entry + 4)
  const [inputs, outputs, grid] = profile.subarray(start + 8, start + 11) as unknown as [
    number,
    number,
    number,
  ]
  const points = [view.getUint16(start + 48), view.getUint16(start + 50)] as const
  const colours = start + 52 + 2 * inputs * points[0]
  const after = colours + 2 * outputs * grid ** inputs
  const value = (at: number) => view.getUint16(at) / 65535
  const curve = (at: number, count: number, x: number) => {
    const place = Math.min(Math.max(x, 0), 1) * (count - 1)
    const low = Math.min(Math.floor(place), count - 2)
    return value(at + 2 * low) * (1 - place + low) + value(at + 2 * low + 2) * (place - low)
  }
  const look = (colour: readonly number[]): number[] => {
    const places = colour.map((x, i) => curve(start + 52 + 2 * points[0] * i, points[0], x) * (grid - 1))
    const low = places.map((place) => Math.min(Math.floor(place), grid - 2))
    const sums = Array.from({ length: outputs }, () => 0)
    for (let corner = 0; corner < 2 ** inputs; corner++) {
      let weight = 1
      let at = 0
      for (let i = 0; i < inputs; i++) {
        const upper = (corner >> i) & 1
        const share = (places[i] as number) - (low[i] as number)
        weight *= upper ? share : 1 - share
        at = at * grid + (low[i] as number) + upper
      }
      for (let o = 0; weight > 0 && o < outputs; o++)
        sums[o] = (sums[o] as number) + weight * value(colours + 2 * (outputs * at + o))
    }
    return sums.map((sum, o) => curve(after + 2 * points[1] * o, points[1], sum))
  }
  return { outputs, look }
}
