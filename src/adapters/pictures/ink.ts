/** Total ink of CMYK samples, a byte each. */

/** The most ink that a pixel has, in per cent. */
export function mostInk(samples: Uint8Array): number {
  let most = 0
  for (let i = 0; i < samples.length; i += 4) {
    const ink =
      (samples[i] as number) +
      (samples[i + 1] as number) +
      (samples[i + 2] as number) +
      (samples[i + 3] as number)
    if (ink > most) most = ink
  }
  return most / 2.55
}

/** Takes as much from cyan, magenta and yellow alike as brings a pixel under the limit; black stays. In place. */
export function limitInk(samples: Uint8Array, limit: number): void {
  const most = Math.floor(limit * 2.55)
  for (let i = 0; i < samples.length; i += 4) {
    const [c, m, y] = [samples[i] as number, samples[i + 1] as number, samples[i + 2] as number]
    const black = samples[i + 3] as number
    const colour = c + m + y
    if (colour + black <= most) continue
    const share = Math.max(0, most - black) / colour
    samples[i] = Math.floor(c * share)
    samples[i + 1] = Math.floor(m * share)
    samples[i + 2] = Math.floor(y * share)
  }
}
