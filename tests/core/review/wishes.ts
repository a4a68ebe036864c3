/** Random corrections of a page: of its lines, whole and in part. */
import fc from 'fast-check'
import { ROLES } from '../../../src/core/reconstruct/doubts/doubt-codes.ts'
import type { Correction, Place, Reconstruction } from '../../../src/core/reconstruct/types.ts'
import type { SourceText, Span } from '../../../src/core/source/types.ts'

/** A line with text, and two points in it, each from 0 to 1; often the whole line. */
const stretch = fc.record({
  line: fc.nat(),
  start: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
  end: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  lines: fc.integer({ min: 1, max: 6 }),
})
type Stretch = typeof stretch extends fc.Arbitrary<infer T> ? T : never

export const wish = fc.record({
  kind: fc.constantFrom('place', 'place', 'place', 'merge', 'split', 'break', 'join', 'accept'),
  text: fc.array(stretch, { minLength: 1, maxLength: 2 }),
  as: fc.constantFrom(...ROLES),
  isNew: fc.boolean(),
  at: stretch,
  other: stretch,
  doubt: fc.nat(),
})

type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

/** Turns random wishes into corrections that mostly apply. */
export class Wishes {
  readonly #source: SourceText
  readonly #page: Reconstruction
  readonly #lines: number[]

  constructor(source: SourceText, page: Reconstruction) {
    this.#source = source
    this.#page = page
    this.#lines = source.lines.flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]))
  }

  correction(made: Wish): Correction {
    const { kind, as } = made
    const [at, other] = [this.#place(made.at), this.#place(made.other)]
    const text = made.text.flatMap((each) => this.#spans(each))
    switch (kind) {
      case 'merge':
        return { kind, article: at, into: other }
      case 'split':
      case 'break':
      case 'join':
        return { kind, at }
      case 'accept': {
        const doubt = this.#page.doubts[made.doubt % Math.max(1, this.#page.doubts.length)]
        return { kind, text: doubt?.from ?? text, code: doubt?.code ?? 'weak-head-link' }
      }
      default:
        if (as === 'furniture' || as === 'unplaced') return { kind: 'place', text, as }
        return {
          kind: 'place',
          text,
          as,
          article: made.isNew ? 'new' : at,
          ...(made.doubt % 2 && { before: other }),
        }
    }
  }

  #line({ line }: Stretch): number {
    return this.#lines[line % this.#lines.length]!
  }

  #place(made: Stretch): Place {
    const line = this.#line(made)
    return { line, at: Math.floor(made.start * (this.#source.lines[line - 1]!.length - 1)) }
  }

  #spans(made: Stretch): Span[] {
    const first = this.#lines.indexOf(this.#line(made))
    return this.#lines.slice(first, first + made.lines).map((line, i) => {
      const { length } = this.#source.lines[line - 1]!
      const start = i === 0 ? Math.min(length - 1, Math.floor(made.start * length)) : 0
      return { line, start, end: Math.max(start + 1, Math.ceil(made.end * length)) }
    })
  }
}
