/** Which marks a page gets: 裁切, 套准, 色标, 版面信息. */
export interface MarkKinds {
  crop: boolean
  registration: boolean
  colourBar: boolean
  /** The slug line: page, standard and printing condition. */
  info: boolean
}

export const NO_MARKS: MarkKinds = { crop: false, registration: false, colourBar: false, info: false }
export const ALL_MARKS: MarkKinds = { crop: true, registration: true, colourBar: true, info: true }

export const hasMarks = (kinds: MarkKinds): boolean => Object.values(kinds).includes(true)
