/** Collects the records of a page as they are drafted. */
import type { Frame, PageDoc, Paragraph, ParagraphStyle, Story } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Template } from './template.ts'

type Role = Story['role']
type NewFrame = Frame extends infer F ? (F extends Frame ? Omit<F, 'order' | keyof Box> : never) : never

export class PageBuilder {
  readonly doc: PageDoc
  private painted = 0

  constructor(readonly template: Template) {
    const { setup, swatches, paragraphStyles, characterStyles, presets } = template
    this.doc = {
      schema: 'banxin.page/3',
      setup,
      meta: {},
      articles: {},
      stories: {},
      frames: {},
      paragraphStyles: { ...paragraphStyles },
      characterStyles,
      swatches,
      presets,
    }
  }

  /** Adds a frame above all that are there. */
  frame(id: string, box: Box, frame: NewFrame): string {
    const order = String(this.painted++).padStart(4, '0')
    this.doc.frames[id] = {
      ...frame,
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      order,
    } as Frame
    return id
  }

  /** Adds a story that runs through the frames made for `boxes`, in their order. */
  story(
    id: string,
    role: Role,
    paragraphs: Paragraph[],
    boxes: Box[],
    options: { article?: string; vertical: 'grid' | 'top' | 'center' | 'bottom' },
  ): void {
    const { article, vertical } = options
    const owner = article === undefined ? {} : { article }
    const frames = boxes.map((box, i) =>
      this.frame(boxes.length > 1 ? `${id}-${i + 1}` : id, box, {
        kind: 'text',
        story: id,
        vertical,
        ...owner,
      }),
    )
    this.doc.stories[id] = { role, ...owner, frames, paragraphs }
    if (article !== undefined) this.doc.articles[article]?.stories.push(id)
  }

  rule(id: string, box: Box, strokePt: number, stroke = 'black'): void {
    this.frame(id, box, { kind: 'rule', stroke, strokePt })
  }

  /** A style of its own for one head: the template's, in another size. */
  styleAt(name: string, base: string, changes: Partial<ParagraphStyle>): string {
    const style = this.doc.paragraphStyles[base]
    if (style === undefined) throw new Error(`the template has no paragraph style named ${base}`)
    this.doc.paragraphStyles[name] = { ...style, ...changes }
    return name
  }
}
