/** Frames: off the page, hidden, empty; stories without any; advertisements that have not come. */
import { type Box, overlap } from '../../geometry.ts'
import { mmToPt, ptToMm } from '../../units.ts'
import { deleteFrame, withFrame } from '../fixes.ts'
import type { Found } from '../issue.ts'
import { boxOf, type PageView } from '../view.ts'

export function checkFrames(view: PageView): Found[] {
  const { width, height } = view.doc.setup
  const sheet: Box = { x: 0, y: 0, width, height }
  return view.frames.flatMap(([id, frame]): Found[] => {
    const at = view.atFrame(id)
    if (frame.hidden) {
      const show = {
        name: 'show-frame',
        apply: (doc: typeof view.doc) => withFrame(doc, id, ({ hidden: _, ...rest }) => rest as typeof frame),
      }
      return [{ rule: 'frame-hidden', key: id, at, fix: show }]
    }
    const thick = { ...boxOf(frame), width: Math.max(frame.width, 0.1), height: Math.max(frame.height, 0.1) }
    if (!overlap(thick, sheet)) return [{ rule: 'frame-off-page', key: id, at, fix: deleteFrame(id) }]
    if (frame.kind === 'ad') return [{ rule: 'ad-empty', key: id, at, params: sizeOf(frame) }]
    if (frame.kind === 'text') return emptyText(view, id, frame.story)
    return []
  })
}

const sizeOf = ({ width, height }: Box) => ({
  width: ptToMm(width).toFixed(1),
  height: ptToMm(height).toFixed(1),
})

function emptyText(view: PageView, id: string, storyId: string): Found[] {
  const story = view.doc.stories[storyId]
  const lines = view.linesOf(storyId).filter(({ item }) => item.frame === id)
  if (!story || lines.length > 0) return []
  // overset text would go on here if it could
  if ((view.composition.stories[storyId]?.oversetLines ?? 0) > 0) return []
  const spare = story.frames.length > 1 || view.textOf(story).trim() === ''
  return [{ rule: 'text-frame-empty', key: id, at: view.atFrame(id), ...(spare && { fix: deleteFrame(id) }) }]
}

export function checkHomelessStories(view: PageView): Found[] {
  return view.stories.flatMap(([id, story]): Found[] => {
    const text = view.textOf(story).trim()
    if (story.frames.length > 0 || text === '') return []
    const characters = [...text.replaceAll(/\s/gu, '')].length
    return [
      {
        rule: 'story-without-frames',
        key: `${id}:${characters}`,
        at: view.atStory(id),
        params: { characters, text: text.slice(0, 10) },
      },
    ]
  })
}

/** What reaches the trim must go on beyond it, or a crooked cut leaves a white edge. */
export function checkBleed(view: PageView): Found[] {
  const bleed = mmToPt(view.profile.limits.bleedMm)
  const { width, height } = view.doc.setup
  if (bleed <= 0) return []
  return view.shownFrames.flatMap(([id, frame]): Found[] => {
    const printed =
      frame.kind === 'picture'
        ? frame.asset !== undefined
        : frame.kind === 'shape' && frame.fill !== undefined
    if (!printed) return []
    const past = [-frame.x, -frame.y, frame.x + frame.width - width, frame.y + frame.height - height]
    const short = past.filter((by) => by > -0.5 && by < bleed - 0.05)
    if (short.length === 0) return []
    const missing = ptToMm(bleed - Math.min(...short)).toFixed(1)
    return [{ rule: 'bleed-short', key: `${id}:${missing}`, at: view.atFrame(id), params: { mm: missing } }]
  })
}
