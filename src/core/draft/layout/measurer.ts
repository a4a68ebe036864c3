/** What the real composer says about each article, asked once: rows of text, heads and captions. */

import type { Em } from '../../units.ts'
import type { DraftComposer, SetLine } from '../composer.ts'
import { Grid } from '../grid.ts'
import { planHead } from '../head.ts'
import type { Manuscript } from '../manuscript.ts'
import { bodyParagraphs, bylineParagraphs, captionParagraphs } from '../manuscript.ts'
import { PageBuilder } from '../page-builder.ts'
import type { Template } from '../template.ts'
import { evenLegs, rowsOf } from './even-legs.ts'

export interface HeadSize {
  look: number
  rows: number
  sizePt: number
}

interface SetText {
  lines: readonly SetLine[]
  /** Rows in one leg. */
  rows: number
}

/** Answers are kept for as long as one page is being laid out. */
export class Measurer {
  readonly grid: Grid
  private readonly page: PageBuilder
  private readonly texts = new Map<string, SetText>()
  private readonly numbers = new Map<string, number>()
  private readonly legs = new Map<string, readonly number[]>()
  private readonly heads = new Map<string, HeadSize>()

  constructor(
    readonly template: Template,
    private readonly composer: DraftComposer,
  ) {
    this.page = new PageBuilder(template)
    this.grid = new Grid(template.setup)
  }

  /** The text at a measure: its lines, and how many rows they take in one leg. */
  text(article: Manuscript, measureEm: Em): SetText {
    return remember(this.texts, `${article.id} ${measureEm.toFixed(4)}`, () => {
      const paragraphs = bodyParagraphs(article, this.page, this.composer, measureEm)
      const lines = paragraphs.length > 0 ? this.composer.lines(this.page.doc, paragraphs, measureEm) : []
      return { lines, rows: rowsOf(lines) }
    })
  }

  /** The rows of each leg when the last `under` legs begin `block` rows lower, beneath a picture. */
  legRows(article: Manuscript, measureEm: Em, legs: number, under = 0, block = 0): readonly number[] {
    const key = `${article.id} ${measureEm.toFixed(4)} ${legs} ${under} ${block}`
    return remember(this.legs, key, () => evenLegs(this.text(article, measureEm).lines, legs, under, block))
  }

  captionRows(article: Manuscript, caption: number, widthEm: Em): number {
    return remember(this.numbers, `${article.id} caption ${caption} ${widthEm.toFixed(4)}`, () => {
      const paragraphs = captionParagraphs(article, caption)
      return Math.max(1, rowsOf(this.composer.lines(this.page.doc, paragraphs, widthEm)))
    })
  }

  /** A long byline takes more than one row. */
  bylineRows(article: Manuscript, widthEm: Em): number {
    if (article.byline === undefined) return 0
    return remember(this.numbers, `${article.id} byline ${widthEm.toFixed(4)}`, () =>
      rowsOf(this.composer.lines(this.page.doc, bylineParagraphs(article, this.page), widthEm)),
    )
  }

  /** The head in the sizes of `look`, in whichever voice takes more rows; `section` stands in it as a kicker. */
  head(article: Manuscript, look: number, widthEm: Em, lead: boolean, section: boolean): HeadSize {
    const key = `${article.id} ${look} ${widthEm.toFixed(4)} ${lead} ${section}`
    return remember(this.heads, key, () => {
      const voices = lead ? (['lead'] as const) : (['song', 'hei'] as const)
      const tried = voices.map((voice) => {
        const wish = {
          id: article.kept ? article.id : 'trial',
          span: look,
          widthEm,
          voice,
          section: section ? article.section : undefined,
        }
        const plan = planHead(article, wish, { page: this.page, grid: this.grid, composer: this.composer })
        const style = plan.headline.at(-1)?.style ?? ''
        return { rows: plan.rows, sizePt: this.page.doc.paragraphStyles[style]?.sizePt ?? 0 }
      })
      const rows = Math.max(...tried.map((plan) => plan.rows))
      return { look, rows, sizePt: Math.min(...tried.map((plan) => plan.sizePt)) }
    })
  }
}

function remember<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = make()
  kept.set(key, made)
  return made
}
