import type { Composition, GlyphRun } from './composition.ts'

/** Every run of glyphs on the page, in painting order. */
export function* runsOf(composition: Composition): Generator<GlyphRun> {
  for (const item of composition.items) {
    if (item.kind === 'text') for (const line of item.lines) yield* line.runs
  }
}
