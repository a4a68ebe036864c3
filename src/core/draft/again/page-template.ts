/** The template of a page as it is now: its own grid and styles, with the look of the template it was made on. */
import type { PageDoc, PageSetup } from '../../doc/schema.ts'
import type { Template } from '../template.ts'

/**
 * `templates`: the house's and the desk's own. A page whose template is none of them takes the look of the one with
 * the grid most like its own.
 */
export function templateOfPage(doc: PageDoc, templates: readonly Template[]): Template {
  const [first] = templates
  if (first === undefined) throw new Error('there is at least one template')
  const named = templates.find(({ name }) => name === doc.template)
  const base =
    named ??
    templates.reduce((a, b) => (unlike(b.setup, doc.setup) < unlike(a.setup, doc.setup) ? b : a), first)
  const { setup, swatches, paragraphStyles, characterStyles, presets } = doc
  const folioRows = rowsOfFolio(doc) ?? base.look.folioRows
  const look = { ...base.look, folioRows }
  const name = doc.template ?? base.name
  return { ...base, name, setup, swatches, paragraphStyles, characterStyles, presets, look }
}

const unlike = (a: PageSetup, b: PageSetup): number =>
  Math.abs(a.columns - b.columns) * 10 + Math.abs(a.columnEm - b.columnEm) + Math.abs(a.rows - b.rows) / 10

/** The rows that the page's folio takes, its rules with it; a folio that was moved elsewhere takes none. */
function rowsOfFolio({ frames, stories, setup }: PageDoc): number | undefined {
  const feet = Object.entries(frames).flatMap(([id, frame]) => {
    const text = frame.kind === 'text' && stories[frame.story]?.role === 'folio'
    return text || isFolioFrame(id) ? [frame.y + frame.height] : []
  })
  if (feet.length === 0) return undefined
  const rows = Math.ceil((Math.max(...feet) - setup.top) / setup.leadingPt)
  return rows > setup.rows / 4 ? undefined : Math.max(0, rows)
}

/** What is drawn beside the folio's texts. */
export const isFolioFrame = (id: string): boolean => id === 'folio-block' || id.startsWith('folio-rule-')
