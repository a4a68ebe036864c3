/** What the two standards ask for differently (ISO 15930-7:2010 and ISO 15930-4:2003); PDFX.md has the clauses. */

export type Standard = 'x4' | 'x1a'

export interface StandardFacts {
  /** As it stands in Info and in XMP. */
  version: string
  /** `%PDF-1.n` */
  minor: 4 | 6
  /** Object and cross-reference streams came with PDF 1.5. */
  objectStreams: boolean
  /** The highest ICC major version that its PDF version knows. */
  iccMajor: 2 | 4
  profileRequired: boolean
}

export const STANDARDS: Record<Standard, StandardFacts> = {
  x4: { version: 'PDF/X-4', minor: 6, objectStreams: true, iccMajor: 4, profileRequired: true },
  x1a: { version: 'PDF/X-1a:2003', minor: 4, objectStreams: false, iccMajor: 2, profileRequired: false },
}
