/**
 * Frames carried from one place to another: duplicated, or copied to another page, with the stories, styles,
 * swatches, presets and pictures' records that they use. What is pasted belongs to no article, and its text has no
 * place in the source: it is a copy.
 */
import * as v from 'valibot'
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { Pt } from '../../units.ts'
import { checkReferences } from '../check-references.ts'
import { type Frame, type PageDoc, PageDocSchema, type Paragraph, type Story } from '../schema.ts'
import { freeId, without } from './command.ts'
import { freeGroup, groupsOf, withGroupNames, withGroups } from './groups.ts'
import { ordersOnTop, paintOrder } from './order.ts'
import { tidy } from './place.ts'

const { stories, frames, paragraphStyles, characterStyles, swatches, presets, assets } = PageDocSchema.entries

export const FrameClipSchema = v.object({
  schema: v.literal('banxin.frames/1'),
  stories,
  frames,
  paragraphStyles,
  characterStyles,
  swatches,
  presets,
  assets,
})

export type FrameClip = v.InferOutput<typeof FrameClipSchema>

/** A part of a story: from a place in a paragraph up to another. */
export interface StoryRange {
  from: { paragraph: number; offset: number }
  to: { paragraph: number; offset: number }
}

/** What of its story stands in a frame, as it is composed; undefined for a frame without text. */
export type RangeOf = (frame: string) => StoryRange | undefined

/** Copies frames with their groups. Of a thread that is not whole, the text that stands in the frames is taken. */
export function clipFrames(doc: PageDoc, ids: readonly string[], rangeOf: RangeOf): FrameClip {
  const chosen = new Set(withGroups(doc, ids).filter((id) => doc.frames[id]))
  const clipped: Record<string, Frame> = {}
  for (const id of paintOrder(doc.frames))
    if (chosen.has(id)) clipped[id] = without(doc.frames[id] as Frame, 'article', 'locked')
  const texts: Record<string, Story> = {}
  for (const [id, story] of Object.entries(doc.stories)) {
    const own = story.frames.filter((frame) => chosen.has(frame))
    if (own.length > 0) texts[id] = clipStory(story, own, rangeOf)
  }
  return { schema: 'banxin.frames/1', frames: clipped, stories: texts, ...needs(doc, clipped, texts) }
}

function clipStory(story: Story, own: string[], rangeOf: RangeOf): Story {
  const whole = own.length === story.frames.length
  const ranges = own.flatMap((frame) => rangeOf(frame) ?? [])
  const first = ranges[0]
  const last = ranges.at(-1)
  const kept =
    whole || !first || !last
      ? story.paragraphs
      : sliceParagraphs(story.paragraphs, { from: first.from, to: last.to })
  const paragraphs = kept.map((paragraph) => without(paragraph, 'from'))
  const style = story.paragraphs[0]?.style ?? 'body'
  return {
    ...without(story, 'article'),
    frames: own,
    paragraphs: paragraphs.length > 0 ? paragraphs : [{ style, runs: [] }],
  }
}

function sliceParagraphs(paragraphs: readonly Paragraph[], { from, to }: StoryRange): Paragraph[] {
  return paragraphs.slice(from.paragraph, to.paragraph + 1).map((paragraph, i) => {
    const index = from.paragraph + i
    const start = index === from.paragraph ? from.offset : 0
    const end = index === to.paragraph ? to.offset : Number.POSITIVE_INFINITY
    return sliceParagraph(paragraph, start, end)
  })
}

function sliceParagraph(paragraph: Paragraph, start: number, end: number): Paragraph {
  let at = 0
  const runs = paragraph.runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
  const copyfit = (paragraph.copyfit ?? []).flatMap((record) => {
    const cut = {
      ...record,
      start: Math.max(0, record.start - start),
      end: Math.min(record.end, end) - start,
    }
    return cut.end > cut.start ? [cut] : []
  })
  return { ...without(paragraph, 'copyfit'), runs, ...(copyfit.length > 0 && { copyfit }) }
}

type Needs = Omit<FrameClip, 'schema' | 'frames' | 'stories'>

/** The records of the page that the frames and stories name. */
function needs(doc: PageDoc, clipped: Record<string, Frame>, texts: Record<string, Story>): Needs {
  const all = Object.values(texts).flatMap(({ paragraphs }) => paragraphs)
  const pick = <T>(table: Record<string, T> | undefined, names: Iterable<string | undefined>) => {
    const known = [...new Set(names)].flatMap((name) => {
      const record = name === undefined ? undefined : table?.[name]
      return name === undefined || record === undefined ? [] : [[name, record] as const]
    })
    return Object.fromEntries(known) as Record<string, T>
  }
  const paragraphStyles = pick(
    doc.paragraphStyles,
    all.map(({ style }) => style),
  )
  const characterStyles = pick(
    doc.characterStyles,
    all.flatMap(({ runs }) => runs.map(({ style }) => style)),
  )
  const styles = [...Object.values(paragraphStyles), ...Object.values(characterStyles)]
  const inks = Object.values(clipped).flatMap((frame) => [
    'fill' in frame ? frame.fill : undefined,
    'stroke' in frame ? frame.stroke : undefined,
    frame.kind === 'text' ? frame.columns?.ruleSwatch : undefined,
  ])
  const pictures = Object.values(clipped).map((frame) => (frame.kind === 'picture' ? frame.asset : undefined))
  return {
    paragraphStyles,
    characterStyles,
    swatches: pick(doc.swatches, [...styles.map(({ swatch }) => swatch), ...inks]),
    presets: pick(doc.presets, [
      ...Object.values(paragraphStyles).map(({ preset }) => preset),
      ...Object.values(texts).map(({ preset }) => preset),
    ]),
    assets: pick(doc.assets, pictures),
  }
}

export interface Pasted {
  doc: PageDoc
  frames: string[]
}

/**
 * Puts a clip's frames on a page, moved by `dx` and `dy`, above all others. A style or swatch of a name that the page
 * has is the page's own. Errors: those of `checkReferences` for what neither has; `faces` are those at hand.
 */
export function pasteFrames(
  doc: PageDoc,
  clip: FrameClip,
  { dx, dy }: { dx: Pt; dy: Pt },
  faces?: readonly string[],
): Result<Pasted> {
  const ids = Object.keys(clip.frames)
  const { frames: newFrames, stories: newStories, groups: newGroups } = freshIds(doc, clip)
  const orders = ordersOnTop(doc, ids.length)
  const added = ids.map((id, i): [string, Frame] => {
    const frame = clip.frames[id] as Frame
    const moved: Frame = {
      ...frame,
      x: tidy(frame.x + dx),
      y: tidy(frame.y + dy),
      order: orders[i] as string,
    }
    const grouped = withGroupNames(moved, newGroups)
    const own = grouped.kind === 'text' ? { ...grouped, story: newStories.get(grouped.story) ?? '' } : grouped
    return [newFrames.get(id) as string, own]
  })
  const texts = Object.entries(clip.stories).map(([id, story]): [string, Story] => [
    newStories.get(id) as string,
    {
      ...without(story, 'captionOf'),
      frames: story.frames.map((frame) => newFrames.get(frame) as string),
      ...(story.captionOf !== undefined &&
        newFrames.has(story.captionOf) && { captionOf: newFrames.get(story.captionOf) }),
    },
  ])
  const next: PageDoc = {
    ...doc,
    frames: { ...doc.frames, ...Object.fromEntries(added) },
    stories: { ...doc.stories, ...Object.fromEntries(texts) },
    paragraphStyles: adopt(doc.paragraphStyles, clip.paragraphStyles),
    characterStyles: adopt(doc.characterStyles, clip.characterStyles),
    swatches: adopt(doc.swatches, clip.swatches),
    presets: adopt(doc.presets, clip.presets),
    ...(clip.assets &&
      Object.keys(clip.assets).length > 0 && { assets: adopt(doc.assets ?? {}, clip.assets) }),
  }
  const [broken] = faces ? checkReferences(next, faces) : []
  return broken ? { ok: false, error: broken } : ok({ doc: next, frames: added.map(([id]) => id) })
}

/** The page's own records, and those that it has no record of that name for; the same object where there are none. */
function adopt<T>(own: Record<string, T>, brought: Record<string, T>): Record<string, T> {
  const fresh = Object.entries(brought).filter(([name]) => !Object.hasOwn(own, name))
  return fresh.length === 0 ? own : { ...own, ...Object.fromEntries(fresh) }
}

function freshIds(
  doc: PageDoc,
  clip: FrameClip,
): Record<'frames' | 'stories' | 'groups', Map<string, string>> {
  const taken: string[] = []
  const fresh = (ids: Iterable<string>, kind: string, make: typeof freeId) =>
    new Map(
      [...ids].map((id) => {
        const next = make(doc, kind, taken)
        taken.push(next)
        return [id, next] as const
      }),
    )
  const groups = groupsOf(Object.values(clip.frames))
  return {
    frames: fresh(Object.keys(clip.frames), 'frame', freeId),
    stories: fresh(Object.keys(clip.stories), 'story', freeId),
    groups: fresh(groups, 'group', (page, _, more) => freeGroup(page, more)),
  }
}

/** Reads a clip from what another window may have written. Error: `clip-broken`. */
export function readClip(json: string): Result<FrameClip> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return fail('clip-broken')
  }
  const parsed = v.safeParse(FrameClipSchema, value)
  if (!parsed.success || !isWhole(parsed.output)) return fail('clip-broken')
  return ok(parsed.output)
}

/** Every text frame has its story, and every thread its frames. */
function isWhole({ frames, stories }: FrameClip): boolean {
  const threads = Object.entries(stories).every(([id, story]) =>
    story.frames.every((frame) => {
      const own = frames[frame]
      return own?.kind === 'text' && own.story === id
    }),
  )
  return threads && Object.values(frames).every((frame) => frame.kind !== 'text' || frame.story in stories)
}
