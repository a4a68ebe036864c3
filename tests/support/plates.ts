/** The printing plates of a PDF as Ghostscript separates it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tool } from './tools.ts'

export interface Plate {
  width: number
  height: number
  /** 0 is full ink, 255 none. */
  pixels: Uint8Array
}

/** By the plate's name: `Cyan`, `Magenta`, `Yellow`, `Black` and each spot colour. */
export function platesOf(pdf: string, dpi: number): Map<string, Plate> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-plates-'))
  const output = `-sOutputFile=${join(folder, 'p.tif')}`
  tool('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=tiffsep', '-sCompression=none', `-r${dpi}`, output, pdf)
  const plates = new Map<string, Plate>()
  for (const name of readdirSync(folder)) {
    const plate = /^p\((.+)\)\.tif$/.exec(name)?.[1]
    if (plate !== undefined) plates.set(decodeURIComponent(plate), readTiff(readFileSync(join(folder, name))))
  }
  rmSync(folder, { recursive: true })
  return plates
}

/** Mean ink in per cent within a rectangle of pixels. */
export function inkIn({ width, pixels }: Plate, x: number, y: number, w: number, h: number): number {
  let ink = 0
  for (let row = y; row < y + h; row++) {
    for (let column = x; column < x + w; column++) ink += 255 - (pixels[row * width + column] ?? 255)
  }
  return ink / (2.55 * w * h)
}

const TAG = { width: 256, height: 257, offsets: 273, counts: 279 }

/** An uncompressed little-endian TIFF of 8-bit gray (TIFF 6.0, sections 2 and 3). */
function readTiff(bytes: Buffer): Plate {
  const values = new Map<number, number[]>()
  const directory = bytes.readUInt32LE(4)
  for (let i = 0; i < bytes.readUInt16LE(directory); i++) {
    const at = directory + 2 + 12 * i
    const size = bytes.readUInt16LE(at + 2) === 3 ? 2 : 4
    const count = bytes.readUInt32LE(at + 4)
    const from = count * size <= 4 ? at + 8 : bytes.readUInt32LE(at + 8)
    const read = (index: number) => bytes.readUIntLE(from + size * index, size)
    if (Object.values(TAG).includes(bytes.readUInt16LE(at)))
      values.set(
        bytes.readUInt16LE(at),
        Array.from({ length: count }, (_, index) => read(index)),
      )
  }
  const of = (tag: number) => values.get(tag) ?? []
  const strips = of(TAG.offsets).map((offset, i) => bytes.subarray(offset, offset + (of(TAG.counts)[i] ?? 0)))
  return { width: of(TAG.width)[0] ?? 0, height: of(TAG.height)[0] ?? 0, pixels: Buffer.concat(strips) }
}
