/** The spot inks that a page is printed with. */
import type { Composition, Ink } from '../compose/composition.ts'
import type { Diagnostic } from '../diagnostics.ts'
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
