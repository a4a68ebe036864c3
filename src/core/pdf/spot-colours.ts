/** Spot colours: a Separation space each, with its CMYK stand-in (ISO 32000-1 §8.6.6.4). */
import { type PDFContext, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Ink } from '../compose/composition.ts'
import { ALL_PLATES, type SpotNames } from './content-stream.ts'

export const spotNames = (spots: readonly Ink[]): SpotNames =>
  new Map(spots.map(({ spot }, i) => [spot as string, `Spot${i + 1}`]))

/** The page's ColorSpace resources. */
export function spotSpaces(
  context: PDFContext,
  spots: readonly Ink[],
  marks: boolean,
): Record<string, PDFRef> {
  const names = spotNames(spots)
  const spaces = spots.map(({ spot = '', cmyk }) => [
    names.get(spot) as string,
    separation(
      context,
      spot,
      cmyk.map((part) => part / 100),
    ),
  ])
  const all = marks ? [[ALL_PLATES, separation(context, 'All', [1, 1, 1, 1])]] : []
  return Object.fromEntries([...all, ...spaces])
}

function separation(context: PDFContext, name: string, full: number[]): PDFRef {
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: full, N: 1 })
  return context.register(context.obj(['Separation', nameOf(name), 'DeviceCMYK', context.register(tint)]))
}

/** A name's characters stand as UTF-8 (ISO 32000-1 §7.3.5); the library takes bytes, and # for an escape. */
const nameOf = (text: string): PDFName =>
  PDFName.of(String.fromCharCode(...utf8ToBytes(text)).replaceAll('#', '#23'))
