/** Pictures of one article in rows of equal width, each over its caption. */
import type { Em } from '../../units.ts'
import type { Order } from './shape-sheet.ts'
import type { Shape } from './types.ts'
import { WEIGHTS } from './weights.ts'

export interface PictureBlock {
  pictures: Shape['pictures']
  /** With captions and the free rows between lines of pictures. */
  rows: number
  cost: number
}

/** No picture is tried in more heights than this. */
const MOST_HEIGHTS = 12

/** The blocks in `widthEm` with pictures `across`, in all heights that the house's ratios allow. */
export function pictureBlocks(order: Order, widthEm: Em, across: number): PictureBlock[] {
  const { article, measurer, manner } = order
  const { gutterEm, columnEm, leadingPt, bodyPt } = measurer.grid.setup
  const count = article.captions.length
  const oneEm = (widthEm - (across - 1) * gutterEm) / across
  if (oneEm < manner.leastPictureEm) return []
  const pitchEm = leadingPt / bodyPt
  const [least, most] = manner.ratios
  const lowest = Math.max(4, Math.ceil(oneEm / most / pitchEm))
  const highest = Math.floor(oneEm / least / pitchEm)
  const step = Math.max(1, Math.ceil((highest - lowest + 1) / MOST_HEIGHTS))
  const large = order.rank !== 'other' || article.kind === 'photo'
  const wish = large ? manner.pictureColumns.large : manner.pictureColumns.small
  const columns = (oneEm + gutterEm) / (columnEm + gutterEm)
  const off = Math.abs(columns - Math.max(1, wish / Math.sqrt(count)))
  const captions = article.captions.map((_, i) => measurer.captionRows(article, i, oneEm))
  const lines = Math.ceil(count / across)
  const blocks: PictureBlock[] = []
  for (let rows = lowest; rows <= highest; rows += step) {
    const ratio = oneEm / (rows * pitchEm)
    const crop = Math.abs(Math.log(ratio / measurer.template.look.pictureRatio))
    blocks.push({
      ...stack(captions, across, lines, oneEm, gutterEm, rows),
      cost: WEIGHTS.crop * crop * count + WEIGHTS.pictureWidth * off * count,
    })
  }
  return blocks
}

/** A row stays free between lines of pictures; captions in one line take as many rows as the longest. */
function stack(
  captions: readonly number[],
  across: number,
  lines: number,
  oneEm: Em,
  gutterEm: Em,
  rows: number,
): Pick<PictureBlock, 'pictures' | 'rows'> {
  const pictures: Shape['pictures'] = []
  let row = 0
  for (let line = 0; line < lines; line++) {
    const inLine = captions.slice(line * across, (line + 1) * across)
    const captionRows = Math.max(...inLine)
    inLine.forEach((_, i) => {
      pictures.push({ xEm: i * (oneEm + gutterEm), widthEm: oneEm, row, rows, captionRows })
    })
    row += rows + captionRows + 1
  }
  return { pictures, rows: row - 1 }
}

export const movedBy = (pictures: Shape['pictures'], xEm: Em, row: number): Shape['pictures'] =>
  pictures.map((picture) => ({ ...picture, xEm: picture.xEm + xEm, row: picture.row + row }))
