/** The page set in a smaller type: the same type area, more characters to a line and more rows. */
import type { PageDoc, PageSetup, ParagraphStyle } from '../../doc/schema.ts'
import type { Pt } from '../../units.ts'

/** The gutter between columns is at least so wide. */
const LEAST_GUTTER_EM = 1.5
/** Leading goes by quarters of a point. */
const STEP_PT = 0.25

/** Columns stay whole characters wide; what that leaves over is gutter. */
function setInSmaller(setup: PageSetup, bodyPt: Pt): PageSetup {
  const { columns } = setup
  const gutters = columns - 1
  const width = (columns * setup.columnEm + gutters * setup.gutterEm) * setup.bodyPt
  const em = width / bodyPt
  const columnEm = Math.floor((em - gutters * LEAST_GUTTER_EM) / columns)
  const gutterEm = gutters > 0 ? (em - columns * columnEm) / gutters : setup.gutterEm
  const leadingPt = Math.ceil((setup.leadingPt * bodyPt) / setup.bodyPt / STEP_PT) * STEP_PT
  const rows = Math.floor((setup.rows * setup.leadingPt) / leadingPt + 1e-6)
  return { ...setup, bodyPt, columnEm: gutters > 0 ? columnEm : em, gutterEm, leadingPt, rows }
}

/** Styles on the grid go with it; heads keep their sizes until they are laid out again. Printed lines are given up. */
export function withSmallerType(doc: PageDoc, bodyPt: Pt): PageDoc {
  const setup = setInSmaller(doc.setup, bodyPt)
  const styles = Object.entries(doc.paragraphStyles).map(([name, style]) => [
    name,
    onGrid(style, doc.setup) ? resized(style, doc.setup, setup) : style,
  ])
  const stories = Object.entries(doc.stories).map(([id, story]) => [
    id,
    { ...story, paragraphs: story.paragraphs.map(withoutPrint) },
  ])
  return {
    ...doc,
    setup,
    paragraphStyles: Object.fromEntries(styles),
    stories: Object.fromEntries(stories),
  }
}

const onGrid = (style: ParagraphStyle, setup: PageSetup): boolean =>
  Math.abs(style.leadingPt - style.rows * setup.leadingPt) < 0.01

const resized = (style: ParagraphStyle, from: PageSetup, to: PageSetup): ParagraphStyle => ({
  ...style,
  sizePt: (style.sizePt * to.bodyPt) / from.bodyPt,
  leadingPt: style.rows * to.leadingPt,
})

function withoutPrint(paragraph: PageDoc['stories'][string]['paragraphs'][number]) {
  if (!paragraph.copyfit) return paragraph
  const { copyfit, ...rest } = paragraph
  const hand = copyfit.filter(({ by }) => by === 'hand')
  return hand.length > 0 ? { ...rest, copyfit: hand } : rest
}
