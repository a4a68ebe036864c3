import type { Reconstruction } from '../reconstruct/types.ts'
import { type Selection, touches } from './selection.ts'
import type { Texts } from './texts.ts'

/** Doubts about which article a text belongs to. */
export const ABOUT_ARTICLE: readonly string[] = ['weak-head-link', 'doubtful-article']
export const ABOUT_BREAK: readonly string[] = ['paragraph-break']

/** The page without the doubts about this text: all of them, or those of the codes. */
export function settle(
  page: Reconstruction,
  text: Selection,
  texts: Texts,
  codes?: readonly string[],
): Reconstruction {
  const doubts = page.doubts.filter(
    (doubt) => (codes && !codes.includes(doubt.code)) || !touches(doubt, text, texts),
  )
  return { ...page, doubts }
}
