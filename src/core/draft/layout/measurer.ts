/** What the real composer says about each article, asked once: rows of text, heads and captions. */
import type { Paragraph } from '../../doc/schema.ts'
import type { Article } from '../../reconstruct/types.ts'
import type { Em } from '../../units.ts'
import type { DraftComposer } from '../composer.ts'
import { Grid } from '../grid.ts'
import { planHead } from '../head.ts'
import { bodyParagraphs, captionParagraph } from '../manuscript.ts'
import { PageBuilder } from '../page-builder.ts'
import type { Template } from '../template.ts'

export interface HeadSize {
  look: number
  rows: number
  sizePt: number
}

interface SetText {
  paragraphs: Paragraph[]
  /** Rows in one leg. */
  rows: number
  /** Whether a row is as good as any other: no subhead that must not stand at a leg's foot. */
  even: boolean
}

/** Answers are kept for as long as one page is being laid out. */
export class Measurer {
  readonly grid: Grid
  private readonly page: PageBuilder
  private readonly texts = new Map<string, SetText>()
  private readonly numbers = new Map<string, number>()
  private readonly heads = new Map<string, HeadSize>()

  constructor(
    readonly template: Template,
    private readonly composer: DraftComposer,
  ) {
    this.page = new PageBuilder(template)
    this.grid = new Grid(template.setup)
  }

  /** The text at a measure: how many rows in one leg. */
  text(article: Article, measureEm: Em): SetText {
    return remember(this.texts, `${article.id} ${measureEm.toFixed(4)}`, () => {
      const paragraphs = bodyParagraphs(article, this.page, this.composer, measureEm)
      const rows =
        paragraphs.length > 0 ? this.composer.legRows(this.page.doc, paragraphs, measureEm, 1) : 0
      const even = paragraphs.every(({ style }) => this.template.paragraphStyles[style]?.rows === 1)
      return { paragraphs, rows, even }
    })
  }

  /**
   * The rows of each of `legs`, of which the last `under` begin `block` rows lower, beneath a picture: as
   * shallow as they can be, and as even.
   */
  legRows(article: Article, measureEm: Em, legs: number, under = 0, block = 0): number[] {
    const text = this.text(article, measureEm)
    const needed = text.rows + under * block
    const tops = Array.from({ length: legs }, (_, i) => (i >= legs - under ? block : 0))
    const depth = Math.max(Math.ceil(needed / legs), block + 1)
    if (text.even) {
      const short = Math.min(legs - 1, depth * legs - needed)
      return tops.map((top, i) => depth - top - (i >= legs - short ? 1 : 0))
    }
    const key = `${article.id} ${measureEm.toFixed(4)} ${legs} ${under} ${block}`
    const held = remember(this.numbers, key, () => {
      for (let rows = depth; rows < depth + text.rows; rows++) {
        const deep = tops.map((top) => rows - top)
        if (this.composer.holds(this.page.doc, text.paragraphs, measureEm, deep)) return rows
      }
      return depth + text.rows
    })
    return tops.map((top) => held - top)
  }

  captionRows(article: Article, caption: number, widthEm: Em): number {
    return remember(this.numbers, `${article.id} caption ${caption} ${widthEm.toFixed(4)}`, () => {
      const of = article.captions[caption]
      return of ? this.composer.legRows(this.page.doc, captionParagraph(of), widthEm, 1) : 0
    })
  }

  /** The head in the sizes of `look`, in whichever voice takes more rows; `section` stands in it as a kicker. */
  head(article: Article, look: number, widthEm: Em, lead: boolean, section: boolean): HeadSize {
    const key = `${article.id} ${look} ${widthEm.toFixed(4)} ${lead} ${section}`
    return remember(this.heads, key, () => {
      const voices = lead ? (['lead'] as const) : (['song', 'hei'] as const)
      const tried = voices.map((voice) => {
        const wish = { id: 'trial', span: look, widthEm, voice, section: section ? article.section : undefined }
        const plan = planHead(article, wish, this.page, this.grid)
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
