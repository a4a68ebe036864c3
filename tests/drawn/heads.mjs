/** Display type: how a head breaks over lines, and how doubled type falls into pieces. */

const NO_START = /^[，。、；：！？”’》）】…—·％%]/u
const NO_END = /[“‘《（【]$/u

/** Width in em: Han and full-width marks 1, the rest about a half. */
export function emWidth(text) {
  let width = 0
  for (const c of text)
    width += c === ' ' ? 0.8 : c.codePointAt(0) < 0x2e80 && !/[“”‘’—…·]/u.test(c) ? 0.56 : 1
  return width
}

function breakable(left, right) {
  if (NO_START.test(right) || NO_END.test(left)) return false
  return !/[\w.%]$/u.test(left) || !/^[\w.%]/u.test(right)
}

/** How ill a break stands after `left`: best in the middle, at a space or mark, and between words. */
function breakCost(left, ideal, byWord) {
  const off = Math.abs(emWidth(left) - ideal) / ideal
  if (/\s$/u.test(left)) return off * 0.5 - 0.6
  if (/[：，？！；—、]$/u.test(left)) return off * 0.7 - 0.35
  return off + (byWord ? 0 : 0.15)
}

/**
 * Breaks a head into lines of at most `measure` em.
 * @param {object} rng
 * @param {string} text may hold one space, where its halves part
 * @param {number} measure em
 * @param {boolean} partAtSpace break at the space even if the line would hold it
 * @returns {string[]}
 */
export function breakHead(rng, text, measure, partAtSpace) {
  const space = text.indexOf(' ')
  if (partAtSpace && space > 0) {
    return [text.slice(0, space), text.slice(space + 1)].flatMap((half) =>
      breakHead(rng, half, measure, false),
    )
  }
  const width = emWidth(text)
  if (width <= measure) return [text]
  const count = Math.max(2, Math.ceil(width / measure))
  const ideal = width / count
  const words = wordBorders(text)
  let best = null
  const chars = [...text]
  for (let i = 2; i < chars.length - 1; i++) {
    const left = chars.slice(0, i).join('')
    const right = chars.slice(i).join('')
    if (emWidth(left) > measure || !breakable(left.trimEnd(), right.trimStart())) continue
    const cost = breakCost(left, ideal, words.has(left.length)) + rng.between(0, 0.08)
    if (!best || cost < best.cost) best = { cost, left: left.trim(), right: right.trim() }
  }
  if (!best) return [text]
  return [best.left, ...breakHead(rng, best.right, measure, false)]
}

function wordBorders(text) {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return new Set([...segmenter.segment(text)].map(({ index }) => index))
}

/**
 * The pieces a doubled line is painted in: each is painted twice before the next.
 * Marks stand alone; a long run of Han may be cut once more.
 */
export function pieces(rng, line, splitRate) {
  return line.match(/[\p{P}\p{S}]|\s+|[^\p{P}\p{S}\s]+/gu).flatMap((piece) => {
    const chars = [...piece]
    if (chars.length < 5 || !rng.chance(splitRate)) return [piece]
    const at = rng.int(2, chars.length - 2)
    return [chars.slice(0, at).join(''), chars.slice(at).join('')]
  })
}
