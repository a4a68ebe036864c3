/**
 * PageDoc + fonts → Composition. A composer remembers what it has composed: with the next state of the same
 * document only changed paragraphs are prepared and broken again, and lines that keep their place stay the same
 * objects. The result is always that of composing from nothing.
 */
import type { Diagnostic } from '../diagnostics.ts'
import type { PageDoc, Paragraph, Story } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { ComposedLine, Composition, StoryFit } from './composition.ts'
import { gridOf, PageDrawing } from './draw-frames.ts'
import { type FlowedStory, type FlowSetting, flowStory } from './flow-story.ts'
import { positionLines } from './position-lines.ts'
import { sameTrack, type Track, trackOf } from './track.ts'
import { type PreparedParagraph, prepareParagraph, type Setting, settingOf, TypeRoom } from './units.ts'

export interface Composer {
  /** The composition of the document as it is now. */
  compose(doc: PageDoc): Composition
}

export function createComposer(shaper: Shaper): Composer {
  return new RememberingComposer(shaper)
}

/** Composes once, from nothing. */
export const composePage = (doc: PageDoc, shaper: Shaper): Composition => createComposer(shaper).compose(doc)

interface StoryMemory {
  story: Story
  setting: Setting
  prepared: Map<Paragraph, PreparedParagraph>
  track: Track
  /** Along the whole track, whether or not its last frame is balanced. */
  flowed: FlowedStory
  fit: StoryFit
  lines: Map<string, ComposedLine[]>
  diagnostics: readonly Diagnostic[]
}

class RememberingComposer implements Composer {
  private room: TypeRoom
  private styles: readonly unknown[] = []
  private frames: PageDoc['frames'] | undefined
  private stories = new Map<string, StoryMemory>()
  private page = new PageDrawing()

  constructor(private readonly shaper: Shaper) {
    this.room = new TypeRoom(shaper)
  }

  compose(doc: PageDoc): Composition {
    this.forgetOldStyles(doc)
    const framesKept = doc.frames === this.frames
    this.frames = doc.frames
    const stories = new Map<string, StoryMemory>()
    for (const id of Object.keys(doc.stories).sort()) stories.set(id, this.storyOf(doc, id, framesKept))
    this.stories = stories
    const linesOf = (story: string, frame: string) => stories.get(story)?.lines.get(frame) ?? []
    return {
      width: doc.setup.width,
      height: doc.setup.height,
      items: this.page.draw(doc, linesOf, this.room),
      stories: Object.fromEntries([...stories].map(([id, { fit }]) => [id, fit])),
      grid: gridOf(doc, this.shaper),
      diagnostics: [...stories.values()].flatMap(({ diagnostics }) => diagnostics),
    }
  }

  /** Every style may be in every paragraph. */
  private forgetOldStyles(doc: PageDoc): void {
    const styles = [doc.setup, doc.paragraphStyles, doc.characterStyles, doc.swatches, doc.presets]
    if (styles.every((record, i) => record === this.styles[i])) return
    this.styles = styles
    this.room = new TypeRoom(this.shaper)
    this.page = new PageDrawing()
    this.stories = new Map()
  }

  private storyOf(doc: PageDoc, id: string, framesKept: boolean): StoryMemory {
    const story = doc.stories[id] as Story
    const before = this.stories.get(id)
    const track = trackNow(doc, story, before, framesKept)
    if (before?.story === story && before.track === track) return before
    const setting = settingOf(story, isVertical(doc, story))
    const known = before && sameSetting(before.setting, setting) ? before.prepared : undefined
    const prepared = new Map(
      story.paragraphs.map((paragraph) => [
        paragraph,
        known?.get(paragraph) ?? prepareParagraph(doc, paragraph, this.room, setting),
      ]),
    )
    const paragraphs = story.paragraphs.map((paragraph) => prepared.get(paragraph) as PreparedParagraph)
    const { setup } = doc
    const leading = story.fit?.leadingPt ?? setup.leadingPt
    const flowSetting = { track, leading, homeless: setup.columnEm * setup.bodyPt, story: id }
    const comparable = before?.track === track && before.story.fit?.leadingPt === story.fit?.leadingPt
    const flowed = flowStory(paragraphs, flowSetting, comparable ? before.flowed : undefined)
    const shown = balanced(doc, story, paragraphs, flowed, flowSetting)
    const lines = positionLines(shown.flowed.lines, shown.track, leading, this.shaper, before?.lines)
    const { fit, diagnostics } = shown.flowed
    return { story, setting, prepared, track, flowed, fit, lines, diagnostics }
  }
}

const sameSetting = (a: Setting, b: Setting): boolean =>
  a.preset === b.preset && a.trackingEm === b.trackingEm && a.vertical === b.vertical

/** The track as it was, where nothing about it has changed. */
function trackNow(doc: PageDoc, story: Story, before: StoryMemory | undefined, framesKept: boolean): Track {
  const sameLeading = before?.story.fit?.leadingPt === story.fit?.leadingPt
  if (before && framesKept && sameLeading && before.story.frames === story.frames) return before.track
  const track = trackOf(doc, story)
  return before && sameTrack(before.track, track) ? before.track : track
}

const isVertical = (doc: PageDoc, story: Story): boolean =>
  story.frames.some((id) => {
    const frame = doc.frames[id]
    return frame?.kind === 'text' && frame.writing === 'vertical'
  })

/** Where the thread's last frame is to have even feet: the shortest columns that hold all that stands in it. */
function balanced(
  doc: PageDoc,
  story: Story,
  paragraphs: readonly PreparedParagraph[],
  whole: FlowedStory,
  setting: FlowSetting,
): { flowed: FlowedStory; track: Track } {
  const { track } = setting
  const last = track.columns.at(-1)
  const columns = last?.frame.columns
  if (!last || !columns?.balance || columns.count < 2 || whole.fit.oversetLines > 0) {
    return { flowed: whole, track }
  }
  const first = track.columns.length - columns.count
  const used = whole.lines.reduce(
    (sum, { slot }) => sum + (slot && slot.column >= first ? setting.leading : 0),
    0,
  )
  for (let limit = used / columns.count; limit < last.box.height; limit += setting.leading) {
    const rows = Math.ceil(limit / setting.leading - 0.01)
    const shorter = trackOf(doc, story, rows * setting.leading)
    const flowed = flowStory(paragraphs, { ...setting, track: shorter })
    if (flowed.fit.oversetLines === 0) return { flowed, track: shorter }
  }
  return { flowed: whole, track }
}
