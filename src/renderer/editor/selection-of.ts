/**
 * The selection that some frames make. It reads the document and not the page in sight: frames that have just been made
 * are selected before the page is composed with them, as when a face that they need is still on its way.
 */
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Selection } from '../state/app-state.ts'

export function selectionOf(
  { frames, stories }: PageDoc,
  ids: readonly string[],
  paragraph?: number,
): Selection | null {
  const chosen = ids.flatMap((id) => {
    const frame = frames[id]
    if (!frame) return []
    const story = frame.kind === 'text' && stories[frame.story] ? frame.story : undefined
    return [{ id, story, article: frame.article ?? stories[story ?? '']?.article }]
  })
  const [first] = chosen
  if (!first) return null
  const [story, article] = (['story', 'article'] as const).map((key) =>
    chosen.every((each) => each[key] === first[key]) ? first[key] : undefined,
  )
  return {
    frame: first.id,
    ...(story !== undefined && { story }),
    ...(article !== undefined && { article }),
    ...(chosen.length > 1 && { frames: chosen.map(({ id }) => id) }),
    ...(chosen.length === 1 && paragraph !== undefined && { paragraph }),
  }
}
