/** Pictures as image XObjects (ISO 32000-1 §8.9.5), written by hand: each in the colours it was made ready in. */
import { type PDFContext, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import type { Composition, PictureItem } from '../compose/composition.ts'
import { deflated } from './deflate.ts'
import { type PrintPicture, type PrintPictures, pictureName } from './picture.ts'

export const pictureItems = (composition: Composition): PictureItem[] =>
  composition.items.flatMap((item) => (item.kind === 'picture' ? [item] : []))

/** The page's XObject resources. */
export function embedPictures(
  context: PDFContext,
  composition: Composition,
  pictures: PrintPictures,
): Record<string, PDFRef> {
  return Object.fromEntries(
    pictureItems(composition).map((item) => {
      const picture = pictures.get(item.frame)
      if (picture === undefined) throw new Error(`no picture was made ready for ${item.frame}`)
      return [pictureName(item), embedPicture(context, picture)]
    }),
  )
}

function embedPicture(context: PDFContext, picture: PrintPicture): PDFRef {
  const entries = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.widthPx,
    Height: picture.heightPx,
    ...colourEntries(context, picture),
    ...(picture.alpha && { SMask: softMask(context, picture, picture.alpha) }),
  }
  if (picture.encoding === 'raw') return deflated(context, picture.data, entries, 3)
  // Adobe's CMYK JPEGs hold what paper is left: the decoder turns it round.
  const decode = picture.colour === 'cmyk' ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}
  return context.register(context.stream(picture.data, { ...entries, ...decode, Filter: 'DCTDecode' }))
}

function colourEntries(context: PDFContext, { colour, profile }: PrintPicture) {
  switch (colour) {
    case 'stencil':
      return { ImageMask: true, BitsPerComponent: 1, Decode: [1, 0] }
    case 'cmyk':
      return { ColorSpace: 'DeviceCMYK', BitsPerComponent: 8 }
    case 'gray':
      return { ColorSpace: 'DeviceGray', BitsPerComponent: 8 }
    case 'rgb': {
      if (profile === undefined) throw new Error('an RGB picture without a profile')
      const icc = deflated(context, profile, { N: 3, Alternate: 'DeviceRGB' })
      return {
        ColorSpace: context.obj([PDFName.of('ICCBased'), icc]),
        BitsPerComponent: 8,
        Intent: 'RelativeColorimetric',
      }
    }
  }
}

function softMask(context: PDFContext, { widthPx, heightPx }: PrintPicture, alpha: Uint8Array): PDFRef {
  return deflated(context, alpha, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: widthPx,
    Height: heightPx,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
  })
}
