import type { PageDoc } from '../doc/schema.ts'
import type { Ink } from './composition.ts'

/** The ink of a swatch; a name that the document lacks is a broken document. */
export function inkOf(doc: PageDoc, name: string): Ink {
  const swatch = doc.swatches[name]
  if (swatch === undefined) throw new Error(`the document has no swatch named ${name}`)
  return swatch
}
