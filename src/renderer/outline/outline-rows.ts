/** The page's frames as an outline in reading order: what the panel shows and a screen reader walks. */
import type { FrameEntry, PageModel } from '../state/page-model.ts'

export interface OutlineGroup {
  key: string
  /** Absent for frames of no article. */
  number?: number
  title?: string
  frames: readonly FrameEntry[]
}

export function outlineOf(page: PageModel): OutlineGroup[] {
  const groups = page.articles.map(
    ({ id, number, article }): OutlineGroup => ({
      key: id,
      number,
      title: article.title,
      frames: page.frames.filter((frame) => frame.article === id),
    }),
  )
  const known = new Set(page.articles.map(({ id }) => id))
  const loose = page.frames.filter(({ article }) => article === undefined || !known.has(article))
  return [...groups, { key: 'loose', frames: loose }].filter(({ frames }) => frames.length > 0)
}
