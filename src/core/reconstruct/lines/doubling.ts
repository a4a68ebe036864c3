import { countOf, isBlank } from '../../language/characters.ts'
import { AnnotatedText } from './annotated-text.ts'

/**
 * Display type is often twice in a dump (a shadow or an outline was printed under it), run by run:
 * `长春高新区长春高新区：：为可持续为可持续振兴开新局振兴开新局` is four runs twice. Runs can go over lines:
 * `B1 / B1B2 / B2B3 / … / Bn`, each line starting with the rest of the one before, or several lines may stand
 * before their second copies.
 */

/** A line once it has been looked at for doubling. */
export interface SingleLine {
  text: AnnotatedText
  doubled: boolean
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
  const parted = lines.flatMap(partOff)
  const solids = parted.map((line) => line.withoutBlanks().text)
  for (let i = 0; i < parted.length; ) {
    const echo = readEchoed(parted, solids, i)
    if (echo) {
      out.push({
        text: echo.text,
        doubled: true,
        ...(echo.used > 1 && { chained: true, twin: echo.used === 2 }),
      })
      shadows.push(...echo.shadows)
    } else {
      out.push({ text: parted[i]!, doubled: false })
    }
    i += echo?.used ?? 1
  }
  return { lines: mendChains(out), shadows }
}

interface Echoed {
  text: AnnotatedText
  shadows: AnnotatedText[]
  /** How many lines of the dump it takes. */
  used: number
}

/**
 * Reads lines from `first` on as a text whose second copy trails the first, however the two are cut: by run, by
 * line, or one behind the other. Each character either repeats the oldest one not yet repeated, or is new. It
 * ends with the line at whose end nothing is left to be repeated; null when there is none. `solids` are the lines
 * without blanks.
 */
function readEchoed(
  lines: readonly AnnotatedText[],
  solids: readonly string[],
  first: number,
): Echoed | null {
  const inLine = undouble(lines[first]!)
  if (inLine && isSurelyDoubled(inLine)) return { text: inLine.text, shadows: [inLine.shadow], used: 1 }
  let units = ''
  const ends: number[] = []
  for (
    let used = 1;
    used <= MAX_CHAIN_LINES && units.length <= 2 * (MAX_CHAIN_TEXT + MAX_CHAIN_PIECE);
    used++
  ) {
    const line = lines[first + used - 1]
    if (!line || line.length > 2 * MAX_DOUBLED) break
    units += solids[first + used - 1]
    ends.push(units.length)
  }
  const fresh = findEcho(units, new Set(ends))
  if (!fresh) return null
  const used = ends.indexOf(fresh.length) + 1
  return accepted({ ...takeApart(lines.slice(first, first + used), fresh), used })
}

/** The new units of some lines, a gap before them kept, and those that repeat them. */
function takeApart(lines: readonly AnnotatedText[], fresh: readonly boolean[]) {
  const texts: AnnotatedText[] = []
  const shadows: AnnotatedText[] = []
  let next = 0
  for (const line of lines) {
    const kinds = line.text.split('').map((unit) => (isBlank(unit) ? null : fresh[next++]!))
    kinds.forEach((isFresh, i) => {
      if (!isFresh) return
      const unit = line.slice(i, i + 1)
      const gap = texts.length > 0 && i > 0 && kinds[i - 1] === null
      texts.push(gap ? AnnotatedText.join([AnnotatedText.empty, unit], ' ') : unit)
    })
    shadows.push(line.filter((_, i) => kinds[i] === false))
  }
  return { text: AnnotatedText.join(texts), shadows: shadows.filter((each) => each.length > 0) }
}

const MAX_STEPS = 4000

/**
 * Which units are new and which repeat the oldest one not yet repeated, up to the first of the `ends` where all
 * are repeated; null when there is none.
 */
function findEcho(units: string, ends: ReadonlySet<number>): boolean[] | null {
  const fresh: number[] = []
  const ways: { at: number; freshes: number; repeated: number }[] = []
  const chosen: boolean[] = []
  let repeated = 0
  let steps = 0
  for (let at = 0; ; at++) {
    if (at > 0 && fresh.length === repeated && ends.has(at)) return chosen.slice(0, at)
    const dead =
      at >= units.length || fresh.length - repeated > MAX_CHAIN_PIECE || fresh.length > MAX_CHAIN_TEXT
    if (dead) {
      const way = ways.pop()
      if (!way || ++steps > MAX_STEPS) return null
      at = way.at
      fresh.length = way.freshes
      repeated = way.repeated
      chosen.length = at
      fresh.push(at)
      chosen.push(true)
      continue
    }
    if (repeated < fresh.length && units[fresh[repeated]!] === units[at]) {
      ways.push({ at, freshes: fresh.length, repeated })
      repeated += 1
      chosen.push(false)
    } else {
      fresh.push(at)
      chosen.push(true)
    }
  }
}

function accepted(echo: Echoed): Echoed | null {
  if (echo.used === 1) return countOf(echo.text.text) >= 4 ? echo : null
  // a sentence printed twice, line under line, is a coincidence of running text
  const sentence = /[。，]$/u.test(echo.text.text) && echo.text.length > 12
  return echo.used === 2 && sentence ? null : echo
}

/** Parts a line that has something doubled and, behind a gap, something that is not. */
function partOff(line: AnnotatedText): AnnotatedText[] {
  if (line.length > MAX_DOUBLED || undouble(line)) return [line]
  for (const gap of line.text.matchAll(/\S\s+(?=\S)/gu)) {
    const [left, right] = [line.slice(0, gap.index + 1), line.slice(gap.index + gap[0].length)]
    if ([left, right].some((part) => isPlainlyDoubled(part))) return [left, right]
  }
  return [line]
}

function isPlainlyDoubled(part: AnnotatedText): boolean {
  const once = undouble(part)
  return once !== null && countOf(once.text.text) >= 4 && once.runs.length <= countOf(once.text.text) / 2
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
