import type { Em } from '../../units.ts'
import type { PageLine } from '../lines/line-features.ts'

const NARROWEST: Em = 7
const WIDEST: Em = 46
const MOST_MEASURES = 9
const LEAST_LINES = 4
/** A full line may be this much narrower than its measure (the next piece did not fit), or wider. */
const BELOW: Em = 1.3
const ABOVE: Em = 0.6
/** Lines this near to a measure belong to it, if less surely: no other measure is made of them. */
const TAKEN_BELOW: Em = 1.8
const TAKEN_ABOVE: Em = 1.2

/**
 * The measures that a page's columns may have, by half an em, the commonest first: widths near which many lines
 * stand. Each measure takes its lines away before the next is sought; first lines, two em shorter, are
 * seldom many enough to make a measure of their own.
 */
export function likelyMeasures(lines: readonly PageLine[]): Em[] {
  let widths = lines
    .filter((line) => !line.doubled && !line.letterSpaced && line.width <= WIDEST + 1)
    .map((line) => line.width)
  const measures: Em[] = []
  while (measures.length < MOST_MEASURES) {
    let best = { measure: 0, weight: 0, count: 0 }
    for (let measure = NARROWEST; measure <= WIDEST; measure += 0.5) {
      let weight = 0
      let count = 0
      for (const width of widths) {
        if (width < measure - BELOW || width > measure + ABOVE) continue
        count += 1
        weight += Math.exp(-(((width - measure) / 0.6) ** 2))
      }
      if (weight > best.weight) best = { measure, weight, count }
    }
    if (best.count < LEAST_LINES) break
    measures.push(best.measure)
    widths = widths.filter(
      (width) => width < best.measure - TAKEN_BELOW || width > best.measure + TAKEN_ABOVE,
    )
  }
  return measures
}
