/** A page as the checks see it: the document, its composition, and the ways between the two. */

import type { ComposedLine, Composition, PageItem, TextItem } from '../compose/composition.ts'
import { paragraphText } from '../doc/paragraph-text.ts'
import type { Frame, PageDoc, Story } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Place } from './issue.ts'
import type { Profile } from './profile.ts'

/** What only the world outside knows. What is absent is not checked. */
export interface PageFacts {
  /** By the asset's id; a picture whose file is not at hand has none. */
  pictures?: Readonly<Record<string, PictureFact>>
  /** By the face's id; a face that is not at hand has none. */
  fonts?: Readonly<Record<string, FontFact>>
  /** Doubts of the reconstruction that nobody has decided. */
  doubts?: readonly { id: string; line: number }[]
}

export interface PictureFact {
  colour: 'bilevel' | 'gray' | 'rgb' | 'cmyk'
  profiled: boolean
  seeThrough: boolean
  /** The file it came from is not what it was, or not there any more. */
  origin?: 'changed' | 'gone'
}

export interface FontFact {
  name: string
  /** OS/2 fsType: what its maker lets one embed (OpenType 1.9). */
  fsType: number
}

export class PageView {
  readonly texts: readonly TextItem[]
  private readonly lines = new Map<string, { item: TextItem; line: ComposedLine }[]>()

  constructor(
    readonly doc: PageDoc,
    readonly composition: Composition,
    readonly facts: PageFacts,
    readonly profile: Profile,
  ) {
    this.texts = composition.items.filter((item): item is TextItem => item.kind === 'text')
    for (const item of this.texts) {
      if (item.story === undefined) continue
      const lines = this.lines.get(item.story) ?? []
      lines.push(...item.lines.map((line) => ({ item, line })))
      this.lines.set(item.story, lines)
    }
  }

  get stories(): [string, Story][] {
    return Object.entries(this.doc.stories)
  }

  get frames(): [string, Frame][] {
    return Object.entries(this.doc.frames)
  }

  /** Frames that are printed. */
  get shownFrames(): [string, Frame][] {
    return this.frames.filter(([, frame]) => !frame.hidden)
  }

  itemsOf<K extends PageItem['kind']>(kind: K): Extract<PageItem, { kind: K }>[] {
    return this.composition.items.filter((item) => item.kind === kind) as Extract<PageItem, { kind: K }>[]
  }

  /** A story's lines in the order of its text, with the frames that they stand in. */
  linesOf(story: string): readonly { item: TextItem; line: ComposedLine }[] {
    return this.lines.get(story) ?? []
  }

  atFrame(id: string): Place {
    const frame = this.doc.frames[id]
    if (!frame) return { frame: id }
    const story = frame.kind === 'text' ? { story: frame.story } : {}
    return { ...articleOf(frame), ...story, frame: id, box: boxOf(frame) }
  }

  atStory(id: string): Place {
    const story = this.doc.stories[id]
    const [frame] = story?.frames ?? []
    return { ...(story && articleOf(story)), story: id, ...(frame !== undefined && this.atFrame(frame)) }
  }

  atArticle(id: string): Place {
    const [story] = this.doc.articles[id]?.stories ?? []
    return { article: id, ...(story !== undefined && this.atStory(story)) }
  }

  /** A range of a story's text, with the box of what stands of it on its first line. */
  atText(id: string, paragraph: number, start: number, end: number): Place {
    const story = this.doc.stories[id]
    const range = { ...(story && articleOf(story)), story: id, paragraph, start, end }
    const found = this.linesOf(id).find(
      ({ line }) => line.paragraph === paragraph && line.end > start && line.start <= start,
    )
    if (!found) return { ...this.atStory(id), ...range }
    return { ...range, frame: found.item.frame, box: boxOfText(found.line, start, end) }
  }

  textOf(story: Story): string {
    return story.paragraphs.map(paragraphText).join('\n')
  }
}

/** Whether a run's style is that of a credit (署名). */
export const isCredit = (doc: PageDoc, style: string | undefined): boolean =>
  style !== undefined && (style === 'credit' || doc.characterStyles[style]?.endInsetEm !== undefined)

export const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height })

const articleOf = ({ article }: { article?: string | undefined }): { article?: string } =>
  article === undefined ? {} : { article }

/** What a line of type covers: its measure, from above its tallest glyphs to below their descent. */
export function boxOfLine(line: ComposedLine): Box {
  const size = sizeOf(line)
  const length = lengthOf(line, size)
  if (line.vertical) return { x: line.x - size / 2, y: line.baseline, width: size, height: length }
  return { x: line.x, y: line.baseline - 0.88 * size, width: length, height: size }
}

function boxOfText(line: ComposedLine, start: number, end: number): Box {
  const whole = boxOfLine(line)
  if (line.vertical) return whole
  const size = sizeOf(line)
  let at = line.start
  const xs: number[] = []
  for (const run of line.runs) {
    for (const [i, text] of run.texts.entries()) {
      if (at >= start && at < end) xs.push(run.xs[i]!)
      at += text.length
    }
  }
  if (xs.length === 0) return whole
  const [left, right] = [Math.min(...xs), Math.max(...xs) + size]
  return { ...whole, x: line.x + left, width: right - left }
}

const sizeOf = (line: ComposedLine): number => Math.max(1, ...line.runs.map(({ sizePt }) => sizePt))

/** To the last glyph's end. A mark that ends a full line has given up its white half, and reaches no further. */
function lengthOf(line: ComposedLine, size: number): number {
  let last = Number.NEGATIVE_INFINITY
  for (const { xs, ys } of line.runs) {
    // By index: this is asked of every line several times, and the page is checked after every keystroke.
    const along = line.vertical ? (ys ?? xs) : xs
    for (let i = 0; i < along.length; i++) last = Math.max(last, along[i] as number)
  }
  if (last === Number.NEGATIVE_INFINITY) return 0
  return Math.max(last + size / 2, Math.min(last + size, line.measure))
}
