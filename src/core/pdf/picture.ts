/** Pictures as they go into a PDF, and what the writer asks of an engine that decodes and converts them. */
import type { PictureItem } from '../compose/composition.ts'
import type { Diagnostic, Result } from '../diagnostics.ts'

/** Decoded, upright, in the press's colours. */
export interface PrintPicture {
  widthPx: number
  heightPx: number
  /** `stencil`: one bit a pixel, 1 where black is printed and nothing elsewhere. */
  colour: 'cmyk' | 'gray' | 'rgb' | 'stencil'
  /** Samples row by row, or a JPEG stream with the same (CMYK as Adobe writes it, inverted). */
  encoding: 'raw' | 'jpeg'
  data: Uint8Array
  /** Of `rgb`: the ICC profile that its numbers mean. */
  profile?: Uint8Array
  /** A byte of opacity a pixel. */
  alpha?: Uint8Array
}

export type PictureIntent = 'perceptual' | 'relative'

/** How pictures are made ready for the press. */
export interface PictureSettings {
  /** Photos of more pixels to the inch are made smaller. */
  targetPpi: number
  /** Total ink in per cent that no pixel exceeds. */
  inkLimit: number
  intent: PictureIntent
  /** Leaves RGB pictures in RGB with their profile, to be converted by whoever prints. */
  keepRgb: boolean
}

export interface PictureOrder extends PictureSettings {
  name: string
  bytes: Uint8Array
  /** Pixels to the inch at which it would be printed as it is. */
  ppi: number
  /** The ICC profile of the press. */
  profile: Uint8Array
  /** Where what is see-through may not stay so: it is laid on paper. */
  opaque: boolean
}

export interface PictureEngine {
  /** Errors: `picture-unreadable`, `picture-too-large`; warning `picture-ink-reduced`. */
  convert(order: PictureOrder): Promise<Result<{ picture: PrintPicture; warnings: Diagnostic[] }>>
}

/** Pictures ready for print, by their frames. */
export type PrintPictures = ReadonlyMap<string, PrintPicture>

/** The resource names of pictures: the place of their item on the page makes them one of a kind. */
export const pictureName = (item: PictureItem): string => `Picture-${item.frame}`

/** The picture's unit square as PDF has it, y up, in a page whose trim's top left stands at the origin given. */
export function imageMatrix(
  { transform: [a, b, c, d, e, f] }: PictureItem,
  { originX, originY }: { originX: number; originY: number },
): [number, number, number, number, number, number] {
  return [a, -b, -c, d, originX + c + e, originY - d - f]
}
