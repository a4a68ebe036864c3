/** A picture as a reader of the PDF finds it. */
import { PDFArray, PDFBool, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import type { PrintPicture } from '../picture.ts'
import { unpacked } from './stream.ts'

export interface ReadPicture {
  widthPx: number
  heightPx: number
  /** `DeviceCMYK`, `DeviceGray`, `ICCBased`, or `mask` for a stencil. */
  space: string
  data: Uint8Array | undefined
  hasAlpha: boolean
}

export function readPicture(object: unknown): ReadPicture | undefined {
  if (!(object instanceof PDFRawStream)) return undefined
  const { dict } = object
  const number = (key: string) => {
    const value = dict.lookup(PDFName.of(key))
    return value instanceof PDFNumber ? value.asNumber() : 0
  }
  const space = dict.lookup(PDFName.of('ColorSpace'))
  const named = space instanceof PDFArray ? space.lookup(0) : space
  const mask = dict.lookup(PDFName.of('ImageMask')) === PDFBool.True
  const coded = dict.lookup(PDFName.of('Filter')) === PDFName.of('DCTDecode')
  return {
    widthPx: number('Width'),
    heightPx: number('Height'),
    space: mask ? 'mask' : named instanceof PDFName ? named.decodeText() : '',
    data: coded ? object.contents : unpacked(object),
    hasAlpha: dict.has(PDFName.of('SMask')),
  }
}

const SPACES: Record<PrintPicture['colour'], string> = {
  cmyk: 'DeviceCMYK',
  gray: 'DeviceGray',
  rgb: 'ICCBased',
  stencil: 'mask',
}

/** What is wrong with it; nothing where it is the picture that was made ready. */
export function pictureFault(found: ReadPicture | undefined, wanted: PrintPicture): string | undefined {
  if (found === undefined) return 'missing'
  if (found.widthPx !== wanted.widthPx || found.heightPx !== wanted.heightPx)
    return `${found.widthPx} × ${found.heightPx}`
  if (found.space !== SPACES[wanted.colour]) return found.space
  if (found.hasAlpha !== (wanted.alpha !== undefined)) return 'transparency'
  const { data } = found
  return data?.length === wanted.data.length && data.every((byte, i) => byte === wanted.data[i])
    ? undefined
    : 'other samples'
}
