/** How roomy a page is set: from what one would like to what still reads, tried in this order. */
export interface Manner {
  /** Spans whose head sizes other articles than the lead may take, best first. */
  looks: readonly number[]
  secondLooks: readonly number[]
  /** The greatest span whose head sizes the lead takes. */
  leadLook: number
  boxes: boolean
  /** Columns that one picture would like to be wide, in a lead or of its own and in a smaller story. */
  pictureColumns: { large: number; small: number }
  /** Width over height that pictures may be cut to. */
  ratios: readonly [least: number, most: number]
  leastPictureEm: number
  /** Rows of air that a head may take beyond its own. */
  air: number
}

export const MANNERS: readonly Manner[] = [
  {
    looks: [3, 2, 1],
    secondLooks: [4, 3],
    leadLook: 99,
    boxes: true,
    pictureColumns: { large: 3, small: 2 },
    ratios: [1.1, 2],
    leastPictureEm: 11,
    air: 2,
  },
  {
    looks: [2, 1],
    secondLooks: [3, 2],
    leadLook: 5,
    boxes: true,
    pictureColumns: { large: 2, small: 1 },
    ratios: [1.1, 2.2],
    leastPictureEm: 11,
    air: 1,
  },
  {
    looks: [1],
    secondLooks: [2],
    leadLook: 3,
    boxes: false,
    pictureColumns: { large: 2, small: 1 },
    ratios: [1.2, 2.6],
    leastPictureEm: 9,
    air: 1,
  },
]
