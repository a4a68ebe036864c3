/** For styles and swatches that every page needs, where a damaged file has lost them. */
import type { PageDoc, ParagraphStyle } from '../schema.ts'

const body: ParagraphStyle = {
  face: 'song-400',
  sizePt: 9,
  leadingPt: 13.5,
  rows: 1,
  align: 'justify',
  indentEm: 2,
  trackingEm: 0,
  swatch: 'black',
  preset: 'kjrb',
}
const label: ParagraphStyle = { ...body, align: 'center', indentEm: 0 }

export const STAND_INS: Pick<PageDoc, 'paragraphStyles' | 'swatches'> = {
  paragraphStyles: { body, label, 'label-large': { ...label, sizePt: 12 } },
  swatches: {
    black: { cmyk: [0, 0, 0, 100], screen: '#1c1a18' },
    'picture-tint': { cmyk: [0, 0, 0, 12], screen: '#e4e4e1' },
    'ad-tint': { cmyk: [0, 0, 0, 4], screen: '#f6f6f4' },
    'frame-line': { cmyk: [0, 0, 0, 45], screen: '#8d8d89' },
  },
}
