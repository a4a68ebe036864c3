/** Which character of the gold each character found is. */

/** For each character its place on the other side, or -1. No place is given twice. */
export interface Alignment {
  toFound: Int32Array
  toGold: Int32Array
}

/** Runs this long or longer are paired first, then shorter ones. */
const RUN_LENGTHS = [24, 10, 5, 3]

/**
 * Pairs equal runs of characters, the longest first and each as far as it goes; of several places the one that
 * goes on where the character before went. Single gaps between paired neighbours are closed at the end.
 */
export function align(gold: readonly string[], found: readonly string[]): Alignment {
  const alignment = {
    toFound: new Int32Array(gold.length).fill(-1),
    toGold: new Int32Array(found.length).fill(-1),
  }
  for (const length of RUN_LENGTHS) pairRuns(gold, found, length, alignment)
  closeGaps(gold, found, alignment)
  return alignment
}

function pairRuns(
  gold: readonly string[],
  found: readonly string[],
  least: number,
  { toFound, toGold }: Alignment,
): void {
  const places = freePlaces(gold, least, toFound)
  const runAt = (i: number, j: number): number => {
    let length = 0
    while (
      i + length < gold.length &&
      j + length < found.length &&
      toFound[i + length]! < 0 &&
      toGold[j + length]! < 0 &&
      gold[i + length] === found[j + length]
    )
      length += 1
    return length
  }
  for (let j = 0; j + least <= found.length; ) {
    const run = { at: -1, length: 0, goesOn: false }
    const candidates = toGold[j]! < 0 ? places.get(found.slice(j, j + least).join('')) : undefined
    for (const i of candidates ?? []) {
      const length = toFound[i]! < 0 ? runAt(i, j) : 0
      if (length < least) continue
      const goesOn = j > 0 && toGold[j - 1] === i - 1
      const isBetter = goesOn === run.goesOn ? length > run.length : goesOn
      if (isBetter) Object.assign(run, { at: i, length, goesOn })
    }
    for (let k = 0; k < run.length; k++) {
      toFound[run.at + k] = j + k
      toGold[j + k] = run.at + k
    }
    j += Math.max(1, run.length)
  }
}

/** Where in the gold each so many characters stand that begin with one not yet paired. */
function freePlaces(gold: readonly string[], length: number, toFound: Int32Array): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let i = 0; i + length <= gold.length; i++) {
    if (toFound[i]! >= 0) continue
    const key = gold.slice(i, i + length).join('')
    const known = places.get(key)
    if (known) known.push(i)
    else places.set(key, [i])
  }
  return places
}

function closeGaps(gold: readonly string[], found: readonly string[], { toFound, toGold }: Alignment): void {
  const pair = (i: number, j: number) => {
    if (i < 0 || i >= gold.length || toFound[i]! >= 0 || gold[i] !== found[j]) return
    toFound[i] = j
    toGold[j] = i
  }
  for (let j = 1; j < found.length; j++)
    if (toGold[j]! < 0 && toGold[j - 1]! >= 0) pair(toGold[j - 1]! + 1, j)
  for (let j = found.length - 2; j >= 0; j--)
    if (toGold[j]! < 0 && toGold[j + 1]! > 0) pair(toGold[j + 1]! - 1, j)
}
