/**
 * Lengths. Page space is pt with its origin at the trim's top left and y pointing down; font data is in em.
 *
 * The brands are optional properties, so a plain number (a literal, the result of arithmetic) may be used
 * where a length is asked for, while a `Mm` can never slip in where a `Pt` belongs.
 */
export type Pt = number & { readonly unit?: 'pt' }
export type Mm = number & { readonly unit?: 'mm' }
export type Em = number & { readonly unit?: 'em' }

const PT_PER_MM = 72 / 25.4

export const mmToPt = (mm: Mm): Pt => Number(mm) * PT_PER_MM
export const ptToMm = (pt: Pt): Mm => Number(pt) / PT_PER_MM
