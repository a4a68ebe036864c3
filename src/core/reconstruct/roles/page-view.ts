import { countOf, squash } from '../../language/characters.ts'
import { startsAsNews } from '../lines/line-features.ts'
import { WordTies } from '../links/word-ties.ts'
import type { BodyRun } from '../stories/runs.ts'
import type { LaidOut } from './snippets.ts'

/** A number as one of a few names: the first limit that it does not pass. */
export function bucket(value: number, limits: readonly number[]): string {
  const at = limits.findIndex((limit) => value <= limit)
  return at < 0 ? `>${limits.at(-1)}` : `${limits[at]}`
}

const QUOTES = /[“”‘’《》]/gu
export const SIZES = [2, 4, 7, 10, 14, 20, 30]

export const linesOf = (run: BodyRun): number =>
  run.paragraphs.reduce((sum, each) => sum + each.lines.length, 0)
const textOfRun = (run: BodyRun): string =>
  squash(run.paragraphs.map((each) => each.printed.map((line) => line.text).join('')).join(''))

/** What is known of the page as a whole when one snippet of it is judged. */
export class PageView {
  readonly items: readonly LaidOut[]
  /** The share of the display lines that the dump has twice. */
  readonly doubledShare: number
  /** Whether some of the page's short texts begin with a caption's mark. */
  readonly marksCaptions: boolean
  readonly #ties: WordTies
  readonly #texts: readonly string[]
  readonly #measures = new Map<number, number>()
  readonly #known = new Map<string, readonly number[]>()
  readonly #longest: number
  readonly #places = new Map<LaidOut, number>()
  readonly #numbers = new Map<LaidOut, number>()

  constructor(items: readonly LaidOut[]) {
    this.items = items
    const runs = items.filter((item) => item.type === 'body')
    this.#texts = runs.map(textOfRun)
    this.#ties = new WordTies(this.#texts)
    this.#longest = Math.max(0, ...this.#texts.map((text) => text.length))
    const lines = runs.reduce((sum, run) => sum + linesOf(run), 0)
    for (const run of runs) {
      this.#measures.set(run.measure, (this.#measures.get(run.measure) ?? 0) + linesOf(run) / lines)
    }
    items.forEach((item, i) => {
      this.#places.set(item, i)
    })
    runs.forEach((run, i) => {
      this.#numbers.set(run, i)
    })
    this.marksCaptions = items.some((item) => item.type !== 'body' && item.lines[0]!.captionMark)
    const display = items.filter((item) => item.type === 'display')
    this.doubledShare = display.filter((item) => item.line.doubled).length / (display.length || 1)
  }

  /** The place of an item among all. */
  placeOf(item: LaidOut): number {
    return this.#places.get(item)!
  }

  /** The running text nearest to a place that way, by number; -1 where there is none. */
  runBeside(place: number, step: 1 | -1): number {
    let at = place + step
    while (this.items[at] && this.items[at]!.type !== 'body') at += step
    const run = this.items[at]
    return run ? this.#numbers.get(run)! : -1
  }

  /** The share of the running lines set to a measure, or half an em from it. */
  measureShare(measure: number): number {
    let share = 0
    for (const [known, lines] of this.#measures) if (Math.abs(known - measure) <= 0.5) share += lines
    return share
  }

  /** Whether the last character of one text and the first of the next stand side by side in some running text. */
  hasJoint(upper: string, lower: string): boolean {
    const last = [...squash(upper).replace(QUOTES, '')].at(-1)
    const first = [...squash(lower).replace(QUOTES, '')][0]
    return this.#texts.some((text) => text.includes(`${last}${first}`))
  }

  /** How strongly a text is tied to each running text. */
  ties(text: string): readonly number[] {
    const known = this.#known.get(text) ?? this.#ties.of(text)
    this.#known.set(text, known)
    return known
  }

  /** The running text that a text is tied to most, and whether the page has a longer one; none where nothing is shared. */
  nearest(text: string): { run: number; tie: number; longest: boolean } {
    const ties = this.ties(text)
    let run = -1
    ties.forEach((tie, i) => {
      if (tie > (ties[run] ?? 0)) run = i
    })
    const size = this.#texts[run]?.length ?? 0
    return { run, tie: ties[run] ?? 0, longest: run >= 0 && size >= this.#longest }
  }

  /** How strongly a text is tied to the running text nearest to it and to the next, and how many have it whole. */
  echoes(text: string): { tie: number; next: number; within: number } {
    const ties = [...this.ties(text)].sort((a, b) => b - a)
    const solid = squash(text)
    const within = this.#texts.filter((each) => each.includes(solid)).length
    return { tie: ties[0] ?? 0, next: ties[1] ?? 0, within }
  }
}

/** What an item is to its neighbour, in a word or two: its kind, then its size and weight. */
export function shapeOf(item: LaidOut | undefined): string {
  if (!item) return 'none'
  if (item.type === 'body') {
    const news = startsAsNews(item.paragraphs[0]!.printed.map((line) => line.text).join(''))
    const kind = item.openStart ? 'open' : news ? 'news' : 'body'
    return `${kind},${item.credit ? 'credit' : ''},${bucket(linesOf(item), [8, 20, 40])}`
  }
  const size = bucket(countOf(item.text.text), SIZES)
  if (item.type === 'short') return `short,${size}`
  return `${item.line.people ? 'people' : 'display'},${size},${item.line.doubled}`
}
