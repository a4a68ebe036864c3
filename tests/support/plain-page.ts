/**
 * A page whose figures a reader can add up: three columns of 90 pt with 10 between them, from x 50; forty rows of
 * 12 pt from y 60; body type of 10 pt. The page is 400 × 600.
 */
import type { Frame, PageDoc, Paragraph, Story, TextFrame } from '../../src/core/doc/schema.ts'
import { openTemplate } from './real-page.ts'

type Box = readonly [x: number, y: number, width: number, height: number]
type Extra = Partial<Omit<TextFrame, 'kind'>>

export const text = (content: string, style = 'body'): Paragraph => ({
  style,
  runs: content === '' ? [] : [{ text: content }],
})

/** Frames in their painting order; `text` frames have a story of their own unless `threads` names them. */
export class PlainPage {
  readonly frames: Record<string, Frame> = {}
  readonly stories: Record<string, Story> = {}
  readonly articles: PageDoc['articles'] = {}

  text(id: string, box: Box, content = '春种一粒粟', extra: Extra = {}): this {
    const story = `${id}-story`
    this.frames[id] = { kind: 'text', ...this.base(box), story, vertical: 'grid', ...extra }
    this.stories[story] = { role: 'body', frames: [id], paragraphs: [text(content)] }
    return this
  }

  thread(story: string, paragraphs: Paragraph[], boxes: Record<string, Box>): this {
    for (const [id, box] of Object.entries(boxes))
      this.frames[id] = { kind: 'text', ...this.base(box), story, vertical: 'grid' }
    this.stories[story] = { role: 'body', frames: Object.keys(boxes), paragraphs }
    return this
  }

  picture(id: string, box: Box, extra: Partial<Frame> = {}): this {
    this.frames[id] = { kind: 'picture', ...this.base(box), ...extra } as Frame
    return this
  }

  shape(id: string, box: Box, extra: Partial<Frame> = {}): this {
    this.frames[id] = { kind: 'shape', ...this.base(box), stroke: 'black', strokePt: 1, ...extra } as Frame
    return this
  }

  rule(id: string, box: Box): this {
    this.frames[id] = { kind: 'rule', ...this.base(box), stroke: 'black', strokePt: 0.5 }
    return this
  }

  doc(): PageDoc {
    const { paragraphStyles, characterStyles, swatches, presets } = openTemplate()
    const { frames, stories, articles } = this
    return {
      schema: 'banxin.page/3',
      setup: SETUP,
      meta: {},
      articles,
      stories,
      frames,
      paragraphStyles,
      characterStyles,
      swatches,
      presets,
    }
  }

  private base([x, y, width, height]: Box) {
    return { x, y, width, height, order: String(Object.keys(this.frames).length).padStart(4, '0') }
  }
}

const SETUP: PageDoc['setup'] = {
  width: 400,
  height: 600,
  left: 50,
  top: 60,
  columns: 3,
  columnEm: 9,
  gutterEm: 1,
  rows: 40,
  bodyPt: 10,
  leadingPt: 12,
}

export const page = (): PlainPage => new PlainPage()

/** `x,y w×h` of a frame. */
export function place(doc: PageDoc, id: string): string {
  const frame = doc.frames[id]
  return frame ? `${frame.x},${frame.y} ${frame.width}×${frame.height}` : '–'
}
