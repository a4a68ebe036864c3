import { AnnotatedText } from './annotated-text.ts'
import { countOf } from './characters.ts'

/**
 * Display type is often twice in a dump (a shadow or an outline was printed under it), run by run:
 * `长春高新区长春高新区：：为可持续为可持续振兴开新局振兴开新局` is four runs twice. Runs can go over lines:
 * `B1 / B1B2 / B2B3 / … / Bn`, each line starting with the rest of the one before.
 */

/** A line once it has been looked at for doubling. */
export interface SingleLine {
  text: AnnotatedText
  doubled: boolean
  /** The lengths of the runs it was doubled by, one after another in `text`. */
  runs?: number[]
  /** It was doubled over several lines of the dump. */
  chained?: boolean
  /** The chain had one run: the same line twice. */
  twin?: boolean
}

export interface Undoubled {
  /** The first copy; a blank between two runs is kept. */
  text: AnnotatedText
  /** The second copy, without blanks. */
  shadow: AnnotatedText
  /** The lengths of the runs in `text`. */
  runs: number[]
}

/** Display lines are short; a longer one would cost more than it can give. */
const MAX_DOUBLED = 160
const MAX_CHAIN_LINES = 14
const MAX_CHAIN_PIECE = 24
const MAX_CHAIN_TEXT = 40

/**
 * Reads a whole text as R1R1R2R2…, with the fewest runs; null when it does not read so. Blanks count for
 * nothing. Whether that is doubling or a true repeat (天天) is for `isSurelyDoubled` to say.
 */
export function undouble(line: AnnotatedText): Undoubled | null {
  if (line.length > 2 * MAX_DOUBLED) return null
  const solid = line.withoutBlanks()
  if (solid.length < 2 || solid.length % 2 === 1 || solid.length > MAX_DOUBLED) return null
  const runs = fewestRuns(solid.text)
  if (runs === null) return null
  const first: AnnotatedText[] = []
  const second: AnnotatedText[] = []
  let start = 0
  for (const length of runs) {
    const run = solid.slice(start, start + length)
    // a head of two clauses keeps the gap between them
    const gap = start > 0 && solid.places[start]! - solid.places[start - 1]! > 1
    first.push(gap ? AnnotatedText.join([AnnotatedText.empty, run], ' ') : run)
    second.push(solid.slice(start + length, start + 2 * length))
    start += 2 * length
  }
  return {
    text: AnnotatedText.join(first),
    shadow: AnnotatedText.join(second),
    runs: first.map((run) => run.length),
  }
}

function fewestRuns(text: string): number[] | null {
  const best: ({ runs: number; length: number } | null)[] = new Array(text.length + 1).fill(null)
  best[0] = { runs: 0, length: 0 }
  for (let start = 0; start < text.length; start++) {
    const here = best[start]
    if (!here) continue
    for (let length = 1; start + 2 * length <= text.length; length++) {
      if (!text.startsWith(text.slice(start, start + length), start + length)) continue
      const end = start + 2 * length
      if (!best[end] || best[end].runs > here.runs + 1) best[end] = { runs: here.runs + 1, length }
    }
  }
  if (!best[text.length]) return null
  const runs: number[] = []
  for (let end = text.length; end > 0; end -= 2 * best[end]!.length) runs.unshift(best[end]!.length)
  return runs
}

/** Not a true repeat: the text is three characters or said in one run, and the runs are not all tiny. */
export function isSurelyDoubled({ text, runs }: Undoubled): boolean {
  const size = countOf(text.text)
  if (size < 2) return false
  if (size >= 4) return true
  return Math.max(...runs) >= 2 && (size === 3 || runs.length === 1) && runs.length <= size * 0.75
}

/** Takes the second copies out of all lines; they come back as `shadows`. */
export function undoubleLines(lines: readonly AnnotatedText[]): {
  lines: SingleLine[]
  shadows: AnnotatedText[]
} {
  const out: SingleLine[] = []
  const shadows: AnnotatedText[] = []
  for (let i = 0; i < lines.length; ) {
    const chain = readChain(lines, i)
    const inLine = chain ? null : undouble(lines[i]!)
    if (chain) {
      out.push({ text: chain.text, doubled: true, chained: true, twin: chain.used === 2 })
      shadows.push(...chain.shadows)
    } else if (inLine && isSurelyDoubled(inLine)) {
      out.push({ text: inLine.text, doubled: true, runs: inLine.runs })
      shadows.push(inLine.shadow)
    } else {
      out.push({ text: lines[i]!, doubled: false })
    }
    i += chain?.used ?? 1
  }
  return { lines: mendChains(out), shadows }
}

/** A chain of lines from `first` on, until nothing is left over; null when there is none. */
function readChain(lines: readonly AnnotatedText[], first: number) {
  let piece = lines[first]!.length > 2 * MAX_CHAIN_PIECE ? AnnotatedText.empty : lines[first]!.withoutBlanks()
  if (piece.length === 0 || countOf(piece.text) > MAX_CHAIN_PIECE) return null
  const pieces = [piece]
  const shadows: AnnotatedText[] = []
  let size = countOf(piece.text)
  for (let used = 2; used <= MAX_CHAIN_LINES; used++) {
    const line = lines[first + used - 1]
    if (!line || line.length > 4 * MAX_CHAIN_TEXT) return null
    const next = line.withoutBlanks()
    if (!next.text.startsWith(piece.text)) return null
    shadows.push(next.slice(0, piece.length))
    if (next.length === piece.length) return acceptChain({ text: AnnotatedText.join(pieces), shadows, used })
    piece = next.slice(piece.length)
    pieces.push(piece)
    size += countOf(piece.text)
    if (size > MAX_CHAIN_TEXT) return null
  }
  return null
}

/** A sentence printed twice, line under line, is a coincidence of body text, not display type. */
function acceptChain<T extends { text: AnnotatedText; used: number }>(chain: T): T | null {
  const sentence = /[。，]$/u.test(chain.text.text) && chain.text.length > 12
  return chain.used === 2 && sentence ? null : chain
}

/** Quotes are often runs of their own, which breaks a chain in pieces: they are put together again. */
function mendChains(lines: readonly SingleLine[]): SingleLine[] {
  const out: (SingleLine & { goesOn?: boolean })[] = []
  for (const line of lines) {
    const last = out.at(-1)
    const both = last?.doubled && last.twin && line.doubled && line.twin
    if (both && (isTiny(line) || isTiny(last) || last.goesOn) && countOf(last.text.text) < 14) {
      const goesOn = isTiny(line) && /[“‘《]$/u.test(line.text.text)
      out[out.length - 1] = { ...last, text: AnnotatedText.join([last.text, line.text]), goesOn }
    } else {
      out.push({ ...line })
    }
  }
  return out.map(({ goesOn: _, ...line }) => line)
}

function isTiny({ text }: SingleLine): boolean {
  return countOf(text.text) <= 1 || /^[“”‘’《》]+$/u.test(text.text)
}
