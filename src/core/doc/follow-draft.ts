/**
 * A correction of the source makes another draft of the page; the page on the desk follows it without losing what
 * was done by hand. Three ways meet: the draft before, the draft after, and the page as it is.
 */
import { diffIndices } from 'node-diff3'
import { paragraphText } from './paragraph-text.ts'
import { same } from './same.ts'
import type { Frame, PageDoc, Paragraph, Story } from './schema.ts'

export interface Followed {
  doc: PageDoc
  /** Paragraphs edited by hand whose place the new draft no longer has: kept, at the end of the nearest story. */
  stray: number
  /** Paragraphs that were only fitted, to lines that are no longer there. */
  unfitted: number
}

/**
 * Text follows by paragraphs: those changed by hand take the place of what they were in the new draft. Frames follow
 * as long as none was moved by hand; then they stay, and a story that the new draft adds has none yet.
 */
export function followDraft(before: PageDoc, after: PageDoc, page: PageDoc): Followed {
  const renamed = matchStories(before, after)
  const text = carryText(before, after, page, renamed)
  const oldOf = new Map([...renamed].map(([old, next]) => [next, old]))
  const stories = mapRecord(text.stories, (story, id) => {
    const old = oldOf.get(id)
    return old === undefined ? story : carrySettings(before.stories[old], page.stories[old], story)
  })
  const whole = {
    ...page,
    ...mergeParts(before, after, page),
    articles: after.articles,
    stories,
  }
  const doc = movedByHand(before, page) ? keepFrames(whole, page, renamed) : takeFrames(whole, after, page)
  return { doc, stray: text.stray, unfitted: text.unfitted }
}

const PARTS = ['setup', 'meta', 'template'] as const
const TABLES = ['paragraphStyles', 'characterStyles', 'swatches', 'presets'] as const

/** What was not changed by hand follows. */
function mergeParts(before: PageDoc, after: PageDoc, page: PageDoc): Partial<PageDoc> {
  const parts = PARTS.map((name) => [name, same(before[name], page[name]) ? after[name] : page[name]])
  const tables = TABLES.map((name) => {
    const names = Object.keys({ ...after[name], ...page[name] })
    const merged = names.flatMap((id) => {
      const mine = page[name][id]
      const value = mine === undefined || same(before[name][id], mine) ? (after[name][id] ?? mine) : mine
      return value === undefined ? [] : [[id, value]]
    })
    return [name, Object.fromEntries(merged)]
  })
  return Object.fromEntries([...parts, ...tables].filter(([, value]) => value !== undefined))
}

/** Which story of the new draft each of the old one is: of the same role, with most of its text's places. */
function matchStories(before: PageDoc, after: PageDoc): Map<string, string> {
  const matched = new Map<string, string>()
  const taken = new Set<string>()
  for (const [id, story] of Object.entries(before.stories)) {
    const places = placesOf(story)
    const free = Object.entries(after.stories).filter(
      ([other, { role }]) => role === story.role && !taken.has(other),
    )
    const shared = free
      .map(([other, next]) => ({ other, n: [...placesOf(next)].filter((place) => places.has(place)).length }))
      .sort((a, b) => b.n - a.n)[0]
    const best = shared && shared.n > 0 ? shared.other : free.find(([other]) => other === id)?.[0]
    if (best === undefined) continue
    matched.set(id, best)
    taken.add(best)
  }
  return matched
}

const placesOf = ({ paragraphs }: Story): Set<number> =>
  new Set(paragraphs.flatMap(({ from = [] }) => from.map(({ line }) => line)))

/** Puts the paragraphs that were changed by hand into the new draft's stories. */
function carryText(before: PageDoc, after: PageDoc, page: PageDoc, renamed: ReadonlyMap<string, string>) {
  const texts = new Map(Object.entries(after.stories).map(([id, { paragraphs }]) => [id, [...paragraphs]]))
  let stray = 0
  let unfitted = 0
  for (const [id, old] of Object.entries(before.stories)) {
    const mine = page.stories[id]
    if (!mine || mine.paragraphs === old.paragraphs) continue
    for (const hunk of hunksOf(old.paragraphs, mine.paragraphs)) {
      if (putHunk(texts, hunk)) continue
      if (onlyFitted(hunk)) {
        unfitted += hunk.mine.length
        continue
      }
      const home = texts.get(renamed.get(id) ?? '') ?? [...texts.values()][0]
      const kept = hunk.mine.filter((paragraph) => paragraphText(paragraph) !== '')
      home?.push(...kept)
      stray += kept.length
    }
  }
  const stories = mapRecord(after.stories, (story, id) => ({ ...story, paragraphs: texts.get(id) ?? [] }))
  // Stories that were added by hand.
  for (const [id, story] of Object.entries(page.stories)) {
    if (!before.stories[id] && !stories[id]) stories[id] = story
  }
  return { stories, stray, unfitted }
}

/** What stood in the draft, what stands there by hand, and the paragraph before it. */
interface Hunk {
  old: Paragraph[]
  mine: Paragraph[]
  after: Paragraph | undefined
  next: Paragraph | undefined
}

function hunksOf(old: readonly Paragraph[], mine: readonly Paragraph[]): Hunk[] {
  return diffIndices(old.map(keyOf), mine.map(keyOf)).map(
    ({ buffer1: [from, length], buffer2: [at, count] }) => ({
      old: old.slice(from, from + length),
      mine: mine.slice(at, at + count),
      after: old[from - 1],
      next: old[from + length],
    }),
  )
}

function putHunk(texts: ReadonlyMap<string, Paragraph[]>, { old, mine, after, next }: Hunk): boolean {
  const [first] = old
  const anchor = first ?? after ?? next
  if (!anchor) return false
  for (const paragraphs of texts.values()) {
    const at = paragraphs.findIndex((each) => keyOf(each) === keyOf(anchor))
    if (at < 0) continue
    if (!first) {
      paragraphs.splice(after ? at + 1 : at, 0, ...mine)
      return true
    }
    if (!old.every((each, i) => paragraphs[at + i] && keyOf(each) === keyOf(paragraphs[at + i] as Paragraph)))
      continue
    paragraphs.splice(at, old.length, ...mine)
    return true
  }
  return false
}

/** Its text is the draft's own: nothing that was written is lost with it. */
const onlyFitted = ({ old, mine }: Hunk): boolean =>
  old.map(paragraphText).join('\n') === mine.map(paragraphText).join('\n')

const keyOf = (paragraph: Paragraph): string => {
  const { style, from = [], runs, copyfit = [] } = paragraph
  return JSON.stringify([
    style,
    from.map(({ line, start, end }) => [line, start, end]),
    runs.map(({ text, style: name }) => [text, name]),
    copyfit.map(({ start, end, trackingEm, by }) => [start, end, trackingEm, by]),
  ])
}

/** A preset or a fit that was chosen by hand for the story. */
function carrySettings(before: Story | undefined, mine: Story | undefined, next: Story): Story {
  if (!before || !mine) return next
  const changed = (['preset', 'fit', 'captionOf'] as const).filter((name) => !same(before[name], mine[name]))
  const { ...story } = next
  for (const name of changed) {
    if (mine[name] === undefined) delete story[name]
    else Object.assign(story, { [name]: mine[name] })
  }
  return story
}

const movedByHand = (before: PageDoc, page: PageDoc): boolean => {
  const geometry = (doc: PageDoc) => mapRecord(doc.frames, geometryOf)
  return !same(geometry(before), geometry(page))
}

/** Without what is put into a frame, or set on it, where it stands. */
function geometryOf(frame: Frame): unknown {
  const { x, y, width, height, kind } = frame
  return [kind, x, y, width, height, frame.kind === 'text' ? [frame.columns, frame.story] : undefined]
}

/** The new draft's frames, with the pictures that were placed and what was set by hand. */
function takeFrames(doc: PageDoc, after: PageDoc, page: PageDoc): PageDoc {
  const frames = mapRecord(after.frames, (frame, id) => {
    const mine = page.frames[id]
    if (!mine || mine.kind !== frame.kind) return frame
    const { x, y, width, height, article } = frame
    const place = { x, y, width, height, ...(article !== undefined && { article }) }
    return (frame.kind === 'picture' ? { ...mine, ...place } : { ...frame, ...markedByHand(mine) }) as Frame
  })
  return { ...doc, frames }
}

const markedByHand = ({ name, locked, hidden, group }: Frame): Partial<Frame> => ({
  ...(name !== undefined && { name }),
  ...(locked && { locked }),
  ...(hidden && { hidden }),
  ...(group !== undefined && { group }),
})

/** The frames stay; each shows the story that became of its own. */
function keepFrames(doc: PageDoc, page: PageDoc, renamed: ReadonlyMap<string, string>): PageDoc {
  const frames = mapRecord(page.frames, (frame) => {
    if (frame.kind !== 'text') return frame
    const story = renamed.get(frame.story) ?? frame.story
    const article = doc.stories[story]?.article
    return { ...frame, story, ...(article !== undefined && { article }) }
  })
  const shown = Object.entries(frames).filter(
    ([, frame]) => frame.kind !== 'text' || doc.stories[frame.story] !== undefined,
  )
  const kept = Object.fromEntries(shown)
  const oldOf = new Map([...renamed].map(([old, next]) => [next, old]))
  const stories = mapRecord(doc.stories, (story, id) => {
    const old = oldOf.get(id) ?? id
    const thread = page.stories[old]?.frames.filter((frame) => kept[frame]) ?? []
    return { ...story, frames: thread }
  })
  const articles = new Set(Object.keys(doc.articles))
  return {
    ...doc,
    stories,
    frames: mapRecord(kept, (frame) => {
      if (frame.article === undefined || articles.has(frame.article)) return frame
      const { article: _, ...rest } = frame
      return rest as Frame
    }),
  }
}

const mapRecord = <T, R>(record: Record<string, T>, map: (value: T, key: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))
