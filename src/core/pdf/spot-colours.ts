/** Spot colours: a Separation space each, with its CMYK stand-in (ISO 32000-1 §8.6.6.4). */
import { type PDFContext, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Composition, Ink } from '../compose/composition.ts'
import type { Diagnostic } from '../diagnostics.ts'
import { ALL_PLATES, type SpotNames } from './content-stream.ts'
import { problem } from './problem.ts'

/** Names that mean something else to a RIP: every plate, no plate, the process inks. */
const RESERVED = ['All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black', '']

/** The page's spot inks, one a name, in the order of their names. */
export function spotsOf(composition: Composition): Ink[] {
  const spots = new Map<string, Ink>()
  for (const ink of inksOf(composition)) if (ink.spot !== undefined) spots.set(ink.spot, ink)
  return [...spots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ink]) => ink)
}

/** Errors: `spot-name-reserved`, `spot-alternates-differ` (ISO 15930-7 §6.2.4.4: one name, one appearance). */
export function checkSpots(composition: Composition): Diagnostic[] {
  const found = new Map<string, Ink>()
  const problems = new Map<string, Diagnostic>()
  for (const ink of inksOf(composition)) {
    const name = ink.spot
    if (name === undefined) continue
    if (RESERVED.includes(name.trim())) problems.set(`r ${name}`, problem('spot-name-reserved', { name }))
    const other = found.get(name) ?? ink
    found.set(name, other)
    if (other.cmyk.join() !== ink.cmyk.join())
      problems.set(`d ${name}`, problem('spot-alternates-differ', { name }))
  }
  return [...problems.values()]
}

function* inksOf(composition: Composition): Generator<Ink> {
  for (const item of composition.items) {
    if (item.kind === 'text') for (const line of item.lines) for (const run of line.runs) yield run.ink
    if (item.kind === 'shape' && item.fill) yield item.fill
    if ((item.kind === 'shape' || item.kind === 'rule') && item.stroke) yield item.stroke
  }
}

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
