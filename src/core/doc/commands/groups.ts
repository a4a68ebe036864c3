/** Groups: frames that are selected, moved and deleted as one. A frame is in one group at most. */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { PageDoc } from '../schema.ts'
import { changeFrames, withField, without } from './command.ts'

/** With all other members of the groups of these frames, in the order of the document. */
export function withGroups(doc: PageDoc, ids: readonly string[]): string[] {
  const groups = new Set(ids.flatMap((id) => doc.frames[id]?.group ?? []))
  if (groups.size === 0) return [...new Set(ids)]
  const members = Object.entries(doc.frames).flatMap(([id, { group }]) =>
    group !== undefined && groups.has(group) ? [id] : [],
  )
  return [...new Set([...ids, ...members])]
}

/** What is arranged as one: each group's frames together, every other frame alone. */
export function unitsOf(doc: PageDoc, ids: readonly string[]): string[][] {
  const units = new Map<string, string[]>()
  for (const id of ids) {
    const group = doc.frames[id]?.group
    const key = group === undefined ? `frame ${id}` : `group ${group}`
    units.set(key, [...(units.get(key) ?? []), id])
  }
  return [...units.values()]
}

/** Makes one group of the frames, and of the groups that they were in. Error: `group-too-small`. */
export function groupFrames(doc: PageDoc, ids: readonly string[]): Result<PageDoc> {
  const members = withGroups(doc, ids)
  if (members.length < 2) return fail('group-too-small')
  const group = freeGroup(doc)
  return changeFrames(doc, members, (frame) => ({ ...frame, group }))
}

/** Dissolves every group that one of the frames is in. */
export function ungroupFrames(doc: PageDoc, ids: readonly string[]): Result<PageDoc> {
  const members = withGroups(doc, ids).filter((id) => doc.frames[id]?.group !== undefined)
  return members.length === 0 ? ok(doc) : changeFrames(doc, members, (frame) => without(frame, 'group'))
}

/** A group of one is none: after members were deleted. */
export function dropLoneGroups(doc: PageDoc): PageDoc {
  const counts = new Map<string, number>()
  for (const { group } of Object.values(doc.frames))
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1)
  const lone = Object.entries(doc.frames).filter(([, { group }]) => group && counts.get(group) === 1)
  if (lone.length === 0) return doc
  const frames = { ...doc.frames }
  for (const [id, frame] of lone) frames[id] = withField(frame, 'group', undefined)
  return { ...doc, frames }
}

export function freeGroup(doc: PageDoc, taken: readonly string[] = []): string {
  const groups = new Set(Object.values(doc.frames).map(({ group }) => group))
  for (let n = 1; ; n++) if (!groups.has(`group-${n}`) && !taken.includes(`group-${n}`)) return `group-${n}`
}
