/**
 * A JPEG of four inks without Adobe's mark, as some image setters write them: baseline, one scan, every block of 8 by 8
 * in its mean colour (ITU-T T.81; only DC coefficients).
 */

/** The sizes of differences, from 0 to 11 bits, and how long their codes are (T.81 table K.3). */
const CODE_LENGTHS = [2, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9]

export function plainCmykJpeg(width: number, height: number, inks: Uint8Array): Uint8Array {
  const bits = new BitWriter()
  const last = [0, 0, 0, 0]
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      for (let ink = 0; ink < 4; ink++) {
        // Quantised by 8, the DC coefficient of a flat block is its level less 128.
        const level = blockMean(inks, width, x, y, ink) - 128
        bits.difference(level - (last[ink] as number))
        last[ink] = level
      }
    }
  }
  const two = (value: number) => [value >> 8, value & 255]
  const segment = (marker: number, body: number[]) => [0xff, marker, ...two(body.length + 2), ...body]
  const counts = (lengths: readonly number[]) =>
    Array.from({ length: 16 }, (_, i) => lengths.filter((length) => length === i + 1).length)
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, [0, ...new Array(64).fill(8)]),
    ...segment(0xc0, [8, ...two(height), ...two(width), 4, ...[1, 2, 3, 4].flatMap((id) => [id, 0x11, 0])]),
    ...segment(0xc4, [0x00, ...counts(CODE_LENGTHS), ...CODE_LENGTHS.keys()]),
    // The one code of AC coefficients: no more in this block.
    ...segment(0xc4, [0x10, ...counts([1]), 0]),
    ...segment(0xda, [4, ...[1, 2, 3, 4].flatMap((id) => [id, 0x00]), 0, 63, 0]),
    ...bits.finish(),
    ...[0xff, 0xd9],
  ])
}

function blockMean(inks: Uint8Array, width: number, x: number, y: number, ink: number): number {
  let sum = 0
  for (let row = 0; row < 8; row++)
    for (let column = 0; column < 8; column++)
      sum += inks[4 * ((y + row) * width + x + column) + ink] as number
  return Math.round(sum / 64)
}

class BitWriter {
  private readonly bytes: number[] = []
  private held = 0
  private count = 0

  difference(value: number): void {
    const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1
    let code = 0
    for (let i = 1; i <= size; i++)
      code = (code + 1) << ((CODE_LENGTHS[i] as number) - (CODE_LENGTHS[i - 1] as number))
    this.put(code, CODE_LENGTHS[size] as number)
    this.put(value > 0 ? value : value + 2 ** size - 1, size)
    this.put(0, 1)
  }

  private put(value: number, length: number): void {
    for (let i = length - 1; i >= 0; i--) {
      this.held = (this.held << 1) | ((value >> i) & 1)
      if (++this.count < 8) continue
      this.bytes.push(this.held, ...(this.held === 0xff ? [0] : []))
      this.held = 0
      this.count = 0
    }
  }

  finish(): number[] {
    while (this.count > 0) this.put(1, 1)
    return this.bytes
  }
}
