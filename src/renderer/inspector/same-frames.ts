import type { FrameEntry, PageModel } from '../state/page-model.ts'

interface FramesShown {
  page: PageModel
  frames: readonly FrameEntry[]
}

/** Whether a panel has the same to show of frames and their places: typing changes none of it, and drawing it costs. */
export function sameFrames(a: FramesShown, b: FramesShown): boolean {
  const [before, after] = [a.page.doc, b.page.doc]
  return (
    before.setup === after.setup &&
    before.swatches === after.swatches &&
    a.frames.length === b.frames.length &&
    a.frames.every((entry, i) => {
      const other = b.frames[i]
      return entry.frame === other?.frame && entry.index === other.index && entry.count === other.count
    })
  )
}
