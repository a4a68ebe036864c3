/**
 * Commands of the page: pure functions from a document to the next one. What a command cannot do is an error that
 * names the frame; what it does not touch stays the same objects.
 */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { Box } from '../../geometry.ts'
import type { Frame, PageDoc, Story, TextFrame } from '../schema.ts'

export type Command = (doc: PageDoc) => Result<PageDoc>
type FrameIds = readonly string[]

export const boxOf = ({ x, y, width, height }: Frame): Box => ({ x, y, width, height })

/** Errors: `frame-missing`, and `frame-locked` for the first that is locked. */
export function openFrames(doc: PageDoc, ids: FrameIds): Result<[string, Frame][]> {
  const found: [string, Frame][] = []
  for (const id of ids) {
    const frame = doc.frames[id]
    if (!frame) return fail('frame-missing', { params: { frame: id } })
    if (frame.locked) return fail('frame-locked', { at: { frame: id } })
    found.push([id, frame])
  }
  return ok(found)
}

/** Changes frames that may be changed; a frame that `change` gives back as it was is not written. */
export function changeFrames(
  doc: PageDoc,
  ids: FrameIds,
  change: (frame: Frame, id: string) => Frame,
): Result<PageDoc> {
  const open = openFrames(doc, ids)
  if (!open.ok) return open
  return ok(withFrames(doc, Object.fromEntries(open.value.map(([id, frame]) => [id, change(frame, id)]))))
}

/** The document with these frames in place of what it has; `undefined` takes one away. */
export function withFrames(doc: PageDoc, changes: Record<string, Frame | undefined>): PageDoc {
  const changed = Object.entries(changes).filter(([id, frame]) => doc.frames[id] !== frame)
  if (changed.length === 0) return doc
  const frames = { ...doc.frames }
  for (const [id, frame] of changed) {
    if (frame) frames[id] = frame
    else delete frames[id]
  }
  return { ...doc, frames }
}

/** Likewise for stories; an article forgets a story that is taken away. */
export function withStories(doc: PageDoc, changes: Record<string, Story | undefined>): PageDoc {
  const changed = Object.entries(changes).filter(([id, story]) => doc.stories[id] !== story)
  if (changed.length === 0) return doc
  const stories = { ...doc.stories }
  for (const [id, story] of changed) {
    if (story) stories[id] = story
    else delete stories[id]
  }
  const gone = changed.flatMap(([id, story]) => (story ? [] : [id]))
  return gone.length === 0 ? { ...doc, stories } : { ...forgetStories(doc, gone), stories }
}

function forgetStories(doc: PageDoc, gone: readonly string[]): PageDoc {
  const articles = Object.entries(doc.articles).map(([id, article]) => {
    const stories = article.stories.filter((story) => !gone.includes(story))
    return [id, stories.length === article.stories.length ? article : { ...article, stories }] as const
  })
  return { ...doc, articles: Object.fromEntries(articles) }
}

/** A record without some of its fields: an optional field that is not there is never `undefined`. */
export function without<T extends object, K extends keyof T>(record: T, ...fields: K[]): T {
  const rest = { ...record }
  for (const field of fields) delete rest[field]
  return rest
}

/** Sets a field, or takes it away. */
export function withField<T extends object, K extends keyof T>(
  record: T,
  field: K,
  value: T[K] | undefined,
): T {
  if (JSON.stringify(record[field]) === JSON.stringify(value)) return record
  return value === undefined ? without(record, field) : { ...record, [field]: value }
}

/** The first `kind-1`, `kind-2`, … that neither a frame nor a story of the page has. */
export function freeId(doc: PageDoc, kind: string, taken: readonly string[] = []): string {
  for (let n = 1; ; n++) {
    const id = `${kind}-${n}`
    if (!doc.frames[id] && !doc.stories[id] && !taken.includes(id)) return id
  }
}

/** The frame as a text frame with its story. Errors: `frame-missing`, `frame-not-text`, `frame-locked`. */
export function openTextFrame(doc: PageDoc, id: string): Result<{ frame: TextFrame; story: Story }> {
  const open = openFrames(doc, [id])
  if (!open.ok) return open
  const [entry] = open.value
  const frame = entry?.[1]
  if (frame?.kind !== 'text') return fail('frame-not-text', { at: { frame: id } })
  return ok({ frame, story: doc.stories[frame.story] as Story })
}

/** A story with nothing in it but a place for the first letter. */
export const emptyStory = (frames: string[], like?: Story): Story => ({
  role: like?.role ?? 'body',
  ...(like?.article !== undefined && { article: like.article }),
  frames,
  paragraphs: [{ style: like?.paragraphs[0]?.style ?? 'body', runs: [] }],
})

export const isEmptyStory = ({ paragraphs }: Story): boolean =>
  paragraphs.every(({ runs }) => runs.every(({ text }) => text === ''))
