/** How sharp a picture prints: newsprint wants 180 pixels to the inch, and below 120 anybody sees them. */
import type { PictureItem } from '../../core/compose/composition.ts'
import type { PageModel } from '../state/page-model.ts'

const WARN_PPI = 180
const BAD_PPI = 120

export type Sharpness = 'good' | 'warn' | 'bad'

export const sharpnessOf = (ppi: number): Sharpness =>
  ppi < BAD_PPI ? 'bad' : ppi < WARN_PPI ? 'warn' : 'good'

/** The composed picture of a frame; undefined for an empty one. */
export const pictureItemOf = ({ composition }: PageModel, frame: string): PictureItem | undefined =>
  composition.items.find((item): item is PictureItem => item.kind === 'picture' && item.frame === frame)
