/** Collects the records of a page as they are drafted, on an empty page or on one that is drawn anew. */
import type { Frame, PageDoc, Paragraph, ParagraphStyle, Story } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Template } from './template.ts'

type Role = Story['role']
type NewFrame = Frame extends infer F ? (F extends Frame ? Omit<F, 'order' | keyof Box> : never) : never

/** The styles that heads are made from. */
export const HEAD_BASES = ['headline', 'headline-song', 'headline-hei', 'lead-in', 'kicker', 'deck'] as const

const withoutSize = (style: ParagraphStyle | undefined): string =>
  JSON.stringify({ ...style, sizePt: 0, leadingPt: 0 })

/** What a frame keeps when it is drawn anew: all but its place, its text and what ties it to others. */
function lookOf(frame: Frame | undefined, kind: Frame['kind']): object {
  if (frame?.kind !== kind) return {}
  const kept = Object.entries(frame).filter(([field]) => LOOK.includes(field))
  return Object.fromEntries(kept)
}

const LOOK = ['name', 'hidden', 'wrap', 'fill', 'stroke', 'strokePt', 'asset', 'placement']

export class PageBuilder {
  readonly doc: PageDoc
  private painted = 0
  private readonly put = new Set<string>()

  /** `before`: the page that is drawn anew, whose records are copied and never changed. */
  constructor(
    readonly template: Template,
    private readonly before?: PageDoc,
  ) {
    const { name, setup, swatches, paragraphStyles, characterStyles, presets } = template
    this.doc = {
      ...(before ?? { schema: 'banxin.page/3', meta: {} }),
      setup,
      articles: { ...before?.articles },
      stories: { ...before?.stories },
      frames: { ...before?.frames },
      paragraphStyles: { ...paragraphStyles },
      characterStyles,
      swatches,
      presets,
      template: name,
    }
  }

  /** Drops those of the stories that were not put on the page anew: their text stands in another part now. */
  dropUnless(stories: Iterable<string>): void {
    const gone = [...stories].filter((id) => !this.put.has(id))
    for (const id of gone) delete this.doc.stories[id]
    for (const [id, article] of Object.entries(this.doc.articles)) {
      if (!article.stories.some((story) => gone.includes(story))) continue
      const left = article.stories.filter((story) => !gone.includes(story))
      this.doc.articles[id] = { ...article, stories: left }
    }
  }

  /** Takes frames off the page, and text out of stories' frames. */
  clear(frames: Iterable<string>, stories: Iterable<string>): void {
    for (const id of frames) delete this.doc.frames[id]
    for (const id of stories) {
      const story = this.doc.stories[id]
      if (story) this.doc.stories[id] = { ...story, frames: [] }
    }
  }

  /**
   * Adds a frame above all that have been added; it takes over what a frame of the same name and kind looked like. A
   * name that another frame has is lengthened.
   */
  frame(wanted: string, box: Box, frame: NewFrame): string {
    const order = String(this.painted++).padStart(4, '0')
    let id = wanted
    while (this.doc.frames[id]) id += '-'
    this.doc.frames[id] = {
      ...frame,
      ...lookOf(this.before?.frames[id], frame.kind),
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
    this.put.add(id)
    // Fitting copy to a frame ends with the frame.
    const { fit: _, ...old } = this.doc.stories[id] ?? {}
    this.doc.stories[id] = { ...old, role, ...owner, frames, paragraphs }
    const record = article === undefined ? undefined : this.doc.articles[article]
    if (article === undefined || !record || record.stories.includes(id)) return
    this.doc.articles[article] = { ...record, stories: [...record.stories, id] }
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

  /** What a head's own style is made from: from itself where a person has given it another look than the bases'. */
  baseOf(name: string, base: string): string {
    const own = this.template.paragraphStyles[name]
    if (own === undefined) return base
    const look = withoutSize(own)
    const known = HEAD_BASES.some((each) => withoutSize(this.template.paragraphStyles[each]) === look)
    return known ? base : name
  }
}
