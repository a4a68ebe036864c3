/** The make-up of a page: bands of cells, each cell a stack of articles. Widths in em of the body. */

const GUTTER = 2.2

/**
 * @param {object[]} articles leads first
 * @returns {{ width: number, bands: { x: number, measure: number, columns: number, boxed: boolean, articles: object[] }[][] }}
 */
export function planPage(rng, habits, articles) {
  const width = (habits.broad ? 1030 : 697) / habits.bodyPt
  const leads = articles.filter((article) => article.kind === 'lead')
  const rest = articles.filter((article) => article.kind !== 'lead')
  const bands = []
  for (const lead of leads) {
    const columns = rng.int(2, habits.broad ? 5 : 3)
    const measure = leadWidth(rng, width, columns)
    const beside = cellsBeside(rng, width - measure - GUTTER)
    const cells = [{ measure, columns, articles: [lead] }]
    for (const w of beside) {
      const stack = rest.splice(0, Math.min(rest.length, rng.int(1, 2)))
      if (stack.length) cells.push({ measure: w, columns: 1, articles: stack })
    }
    bands.push(place(rng.chance(0.5) ? cells : cells.reverse()))
  }
  while (rest.length) bands.push(place(briefBand(rng, width, rest)))
  const [first, ...others] = bands
  return { width, bands: rng.chance(0.7) ? bands : [...rng.shuffle(others), first] }
}

function leadWidth(rng, width, columns) {
  const measure = rng.between(11, 16)
  const whole = columns * measure + (columns - 1) * 1.8
  return Math.min(whole, width)
}

/** Splits what is left beside a lead into cells of 16 to 26 em. */
function cellsBeside(rng, width) {
  if (width < 14) return []
  const least = Math.max(1, Math.ceil(width / 27))
  const most = Math.max(least, Math.floor(width / 18))
  const count = rng.int(least, most)
  return Array.from({ length: count }, () => (width - (count - 1) * GUTTER) / count)
}

function briefBand(rng, width, rest) {
  const most = Math.floor((width + GUTTER) / (rng.between(16, 19) + GUTTER))
  const count = Math.min(rest.length, rng.int(Math.min(3, most), most))
  const measure = Math.min((width - (count - 1) * GUTTER) / count, 27)
  return Array.from({ length: count }, (_, i) => {
    const left = rest.length - (count - i - 1)
    return { measure, columns: 1, articles: rest.splice(0, left > 1 && rng.chance(0.25) ? 2 : 1) }
  })
}

/** Gives each cell its left edge; a standing column alone in its cell is boxed. */
function place(cells) {
  let x = 0
  return cells.map((cell) => {
    const placed = { ...cell, x, boxed: cell.articles.length === 1 && cell.articles[0].kind === 'column' }
    x += cell.measure + GUTTER
    return placed
  })
}
