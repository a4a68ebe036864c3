/**
 * What a fault costs, in tenths of a column-line of white (one basic column × one row). The figures are ours,
 * fitted to taste on page 08 and drawn pages, not taken from a standard.
 */
export const WEIGHTS = {
  /** A column-line that stays empty at a leg's foot, and one in a hole between modules. */
  white: 10,
  hole: 20,
  /** A row of air in a head or below the text, for each column of the module. */
  air: 5,
  /** Text not set in the page's basic columns (破栏). */
  otherMeasure: 10,
  wideMeasure: 40,
  /** A measure that the print shows and the grid has, not taken. */
  notAsPrinted: 600,
  /** A head one step below the size for its span, and a lead's head for each tenth below the greatest. */
  smallerHead: 12,
  leadHeadTenth: 12,
  /** A row of a head beyond the rows of its text, for each column; a photo's head below it. */
  tallHead: 6,
  headBelowPhoto: 30,
  /** Lead over less than half the columns; each column off the house's span. */
  narrowLead: 60,
  leadSpan: 15,
  /** Times the logarithm of a picture's ratio over the house's; and for each column off the wished width. */
  crop: 180,
  pictureWidth: 30,
  /** Each row of a leg beyond what reads well; legs that are too shallow. */
  longLeg: 4,
  shallowLeg: 40,
  /** Each row that a lead's legs lack to be a column of text. */
  shallowLeadRow: 15,
  columnThrough: 600,
  bandThrough: 100,
  bandThroughEdge: 40,
  headsTouch: 150,
  headsTouchWeakly: 40,
  leadNotLeft: 60,
  leadNotTop: 800,
  leadHeadNotLargest: 400,
  headOrder: 40,
  /** A block of lesser articles above a block with a greater one, or left of it. */
  outOfOrder: 4,
  secondLeadLow: 50,
  picturesTouch: 60,
  picturesOneSide: 20,
  /** Each column-line of a foot that is too small for an advertisement; of one beyond half the page. */
  whiteFoot: 10,
  largeFoot: 4,
} as const

/** Legs of text between these measures read well. */
export const MEASURE_EM = { least: 9.5, most: 20.5 }
/** Measures closer than this are the same. */
export const SAME_EM = 0.01
/** A story's legs are at least so many rows deep, where it has them; a photo's text may be shallower. */
export const LEAST_LEG_ROWS = 4
export const LEAST_PHOTO_LEG_ROWS = 2
export const COMFORTABLE_LEG_ROWS = { single: 26, any: 34, least: 6, lead: 12 }
/** Heads that meet differ by at least so much in size. */
export const HEAD_RATIO = 1.25
/** Two edges closer than this many rows read as one line across the page. */
export const JOG_ROWS = 3
/** A gutter may run uncrossed over this share of the rows. */
export const THROUGH_SHARE = 0.75
/** Proposals differ in at least this share of the page's cells. */
export const DISTINCT_SHARE = 0.35
