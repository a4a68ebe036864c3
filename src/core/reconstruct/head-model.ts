import type { DisplayLine } from './roles.ts'
import { WordTies } from './word-ties.ts'

/** What a head can belong to: a story, or a caption that is a photo story by itself. */
export interface HeadTarget {
  /** Its words, without blanks. */
  text: string
  first: number
  last: number
  isCaption: boolean
  photoLike: boolean
  leadLike: boolean
  /** Whether it may go without a head: a caption that another story's words claim. */
  needsHead: boolean
}

/** A head: the display lines that stand together over one target. */
export interface Head {
  lines: DisplayLine[]
  /** The index of its target. */
  target: number
  confidence: number
  rule: string
}

export const textOfLines = (lines: readonly DisplayLine[]): string =>
  lines.map((line) => line.text.text).join('')

/** The ties of heads to all targets, worked out once for each text. */
export class TieCache {
  readonly #ties: WordTies
  readonly #known = new Map<string, number[]>()

  constructor(targets: readonly HeadTarget[]) {
    this.#ties = new WordTies(targets.map((target) => target.text))
  }

  of(lines: readonly DisplayLine[]): number[] {
    const text = textOfLines(lines)
    const known = this.#known.get(text) ?? this.#ties.of(text)
    this.#known.set(text, known)
    return known
  }
}
