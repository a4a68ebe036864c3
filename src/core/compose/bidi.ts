/**
 * Text that runs from right to left among text that runs from left to right (UAX #9, Unicode Bidirectional Algorithm).
 * The page's own direction is always left to right. Explicit embeddings and isolates are left out, because a dump has
 * none, and paired brackets (N0), because brackets in Chinese text have two forms anyway.
 */

/** Hebrew, Arabic and their neighbours, with their presentation forms. */
export const RIGHT_TO_LEFT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc'
const ANY_RIGHT_TO_LEFT = new RegExp(`[${RIGHT_TO_LEFT}]`)

export const hasRightToLeft = (text: string): boolean => ANY_RIGHT_TO_LEFT.test(text)

/** Table 4 of UAX #9, as far as it is told apart here. */
type BidiClass = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'NSM' | 'BN' | 'ON'

const CLASSES: readonly (readonly [BidiClass, RegExp])[] = [
  ['EN', /[0-9\u06f0-\u06f9\uff10-\uff19]/],
  ['AN', /[\u0660-\u0669\u066b\u066c\u0600-\u0605\u06dd]/],
  ['ES', /[+\-−＋－]/],
  ['ET', /[#$%°‰¢-¥€\u066a％＃＄]/],
  ['CS', /[,./:\u00a0\u060c，．／：]/],
  ['NSM', /[\p{Mn}\p{Me}]/u],
  ['BN', /[\p{Cf}\p{Cc}]/u],
  ['AL', /[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/],
  ['R', ANY_RIGHT_TO_LEFT],
  ['L', /[\p{L}\p{Mc}\p{Nl}]/u],
]

const classOf = (character: string): BidiClass =>
  CLASSES.find(([, pattern]) => pattern.test(character))?.[0] ?? 'ON'

/** The embedding level of each UTF-16 unit: even ones run from left to right, odd ones from right to left. */
export function bidiLevels(text: string): Uint8Array {
  const types: BidiClass[] = []
  for (const character of text) for (let k = 0; k < character.length; k++) types.push(classOf(character))
  resolveWeak(types)
  resolveNeutral(types)
  // I1: in a run from left to right, letters of the other direction are one level up and numbers beside them two.
  return Uint8Array.from(types, (type) => (type === 'R' ? 1 : type === 'AN' || type === 'EN' ? 2 : 0))
}

/** Rules W1 to W7. */
function resolveWeak(types: BidiClass[]): void {
  let before: BidiClass = 'L'
  let strong: BidiClass = 'L'
  types.forEach((type, i) => {
    if (type === 'NSM' || type === 'BN') types[i] = before
    else if (type === 'EN' && strong === 'AL') types[i] = 'AN'
    before = types[i] as BidiClass
    if (before === 'L' || before === 'R' || before === 'AL') strong = before
  })
  types.forEach((type, i) => {
    if (type === 'AL') types[i] = 'R'
    else if (type === 'ES' || type === 'CS') types[i] = betweenNumbers(types, i)
  })
  types.forEach((type, i) => {
    if (type === 'ET') types[i] = besideNumber(types, i) ? 'EN' : 'ON'
  })
  strong = 'L'
  types.forEach((type, i) => {
    if (type === 'L' || type === 'R') strong = type
    else if (type === 'EN' && strong === 'L') types[i] = 'L'
  })
}

/** W4: one separator between two numbers of a kind is a part of them. */
function betweenNumbers(types: readonly BidiClass[], i: number): BidiClass {
  const [left, right] = [types[i - 1], types[i + 1]]
  if (left !== right) return 'ON'
  return left === 'EN' || (left === 'AN' && types[i] === 'CS') ? left : 'ON'
}

/** W5: a row of signs before or behind a number belongs to it. */
function besideNumber(types: readonly BidiClass[], i: number): boolean {
  let [left, right] = [i, i]
  while (types[left] === 'ET') left--
  while (types[right] === 'ET') right++
  return types[left] === 'EN' || types[right] === 'EN'
}

/** N1 and N2: what stands between two of a direction goes with them, all else with the page. */
function resolveNeutral(types: BidiClass[]): void {
  for (let from = 0; from < types.length; from++) {
    if (types[from] !== 'ON') continue
    let to = from
    while (types[to] === 'ON') to++
    const left = from === 0 || types[from - 1] === 'L'
    const right = to === types.length || types[to] === 'L'
    types.fill(!left && !right ? 'R' : 'L', from, to)
    from = to
  }
}

/** L2: of things in a line with these levels, which stands at each place from the left. */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, i) => i)
  const highest = Math.max(0, ...levels)
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      if ((levels[from] as number) < level) continue
      let to = from
      while (to < order.length && (levels[to] as number) >= level) to++
      reverse(order, from, to)
      from = to
    }
  }
  return order
}

function reverse(order: number[], from: number, to: number): void {
  order.splice(from, to - from, ...order.slice(from, to).reverse())
}

const PAIRS = '()[]{}<>«»‹›（）［］｛｝〈〉《》「」『』【】〔〕'

/** L4: what a bracket looks like where text runs from right to left; undefined for what looks the same. */
export function mirrorOf(character: string): string | undefined {
  const at = character.length === 1 ? PAIRS.indexOf(character) : -1
  return at < 0 ? undefined : PAIRS[at ^ 1]
}
