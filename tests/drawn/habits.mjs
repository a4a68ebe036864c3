/** What a page does throughout: its type, its marks, and what becomes of it in the dump. */

const EXTRACTORS = { pdfjs: 14, 'pdfjs-y': 8, mutool: 8, 'pdftotext-raw': 6, pdftotext: 4 }
const ORDERS = { seed: 16, natural: 8, shuffled: 8, 'heads-last': 8 }
/** How far the second copy of doubled display type stands off, in em of that type. */
const OFFSETS = [
  [0, 0],
  [0, 0],
  [0.012, 0],
  [0.012, 0.02],
  [0.02, 0.02],
  [0.03, 0],
  [0.03, 0],
  [0.03, 0],
  [0.03, 0.015],
  [0.03, 0.015],
  [0.13, 0],
  [0.13, 0],
  [0.13, 0.05],
]

/**
 * Draws the habits of one page.
 * @param {Record<string, number>} [extractors] weights, those of the studied pages by default
 * @param {Record<string, number>} [orders] weights, likewise
 */
export function drawHabits(rng, extractors = EXTRACTORS, orders = ORDERS) {
  const broad = rng.chance(0.27)
  const doubled = rng.chance(0.93)
  return {
    extractor: rng.weighted(extractors),
    order: rng.weighted(orders),
    broad,
    blank: rng.chance(0.68),
    mast: rng.weighted({ seed: 22, split: 12, right: 6 }),
    furnitureLast: rng.chance(0.3),
    // Type. Sizes in pt.
    bodyPt: broad ? 10 : rng.pick([9, 9, 9.5, 9.5, 10]),
    // Leading stays near 19 px at any size: small type stands wide, which default pdftotext takes for loose lines.
    leadingPx: rng.pick([18, 19, 19, 19, 20]),
    bodyFont: rng.weighted({ song: 16, kai: 1, hei: 1 }),
    headFont: rng.pick(['hei', 'song']),
    briefFont: rng.pick(['hei', 'hei', 'song']),
    kickerFont: rng.pick(['hei', 'song', 'kai']),
    creditFont: rng.pick(['kai', 'kai', 'hei', 'song']),
    centred: rng.chance(0.4),
    optimalBreaks: rng.chance(0.3),
    spaceDigits: rng.chance(0.78),
    boldDateline: rng.chance(0.3),
    subheadCentred: rng.chance(0.75),
    captionPt: rng.pick([0.92, 0.92, 0.85, 1]),
    captionMark: rng.weighted({ '': 22, '▲': 4, '▲ ': 0.5, '▼': 0.5 }),
    captionFont: rng.pick(['kai', 'kai', 'kai', 'hei']),
    // Words of one phrase that never part: what makes a line break early and its letters spread.
    tieRate: rng.pick([0, 0.3, 0.5, 0.8, 1.2]),
    // Fields.
    marker: rng.pick(['', '', '■ ', '□ ', '▶ ', '◎ ', '● ', '◆ ']),
    credit: rng.weighted({ paren: 9, inline: 24, own: 7 }),
    bylineFirst: rng.chance(0.3),
    kickerAfter: rng.chance(0.06),
    // Doubled display type.
    doubled,
    offset: rng.pick(OFFSETS),
    doubledHeads: doubled && rng.chance(0.45),
    doubledKickers: doubled && rng.chance(0.35),
    doubledSections: doubled && rng.chance(0.3),
    splitRate: rng.pick([0, 0.3, 0.5]),
  }
}
