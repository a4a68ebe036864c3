/** An empty page of a template: its folio, and at its foot the advertisement that is sold, if any. */
import type { PageDoc } from '../../doc/schema.ts'
import type { PageFields } from '../../reconstruct/types.ts'
import { draftFolio } from '../folio.ts'
import { Grid } from '../grid.ts'
import { PageBuilder } from '../page-builder.ts'
import type { Template } from '../template.ts'

/** `adRows`: rows of the advertisement, which stays where it is; none below the template's least. */
export function newPage(template: Template, fields: PageFields, adRows = 0): PageDoc {
  const page = new PageBuilder(template)
  const grid = new Grid(template.setup)
  page.doc.meta = { ...fields }
  draftFolio(page, grid, fields)
  const { left, columns, rows } = template.setup
  const deep = Math.min(adRows, rows - template.look.folioRows)
  if (deep >= Math.min(template.look.adRows, 4)) {
    const box = grid.box(left, rows - deep, grid.spanEm(columns), deep)
    page.frame('ad', box, { kind: 'ad', locked: true })
  }
  return page.doc
}
