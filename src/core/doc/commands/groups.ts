/**
 * Groups: frames that are selected, moved and deleted as one. Groups may be in groups: a frame names all that it is in,
 * the outermost first, `group-3.group-1`.
 */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { Frame, PageDoc } from '../schema.ts'
import { changeFrames, withField } from './command.ts'

const SEPARATOR = '.'
/** What the format lets a frame name. */
const LONGEST_PATH = 80

/** The groups that a frame is in, the outermost first. */
const pathOf = (frame: Pick<Frame, 'group'> | undefined): string[] => frame?.group?.split(SEPARATOR) ?? []

const inGroups = <F extends Frame>(frame: F, path: readonly string[]): F =>
  withField(frame, 'group', path.length > 0 ? path.join(SEPARATOR) : undefined)

/** With all other members of the outermost groups of these frames, in the order of the document. */
export function withGroups(doc: PageDoc, ids: readonly string[]): string[] {
  const groups = new Set(ids.flatMap((id) => pathOf(doc.frames[id])[0] ?? []))
  if (groups.size === 0) return [...new Set(ids)]
  const members = Object.entries(doc.frames).flatMap(([id, frame]) => {
    const [outermost] = pathOf(frame)
    return outermost !== undefined && groups.has(outermost) ? [id] : []
  })
  return [...new Set([...ids, ...members])]
}

/** What is arranged as one: each outermost group's frames together, every other frame alone. */
export function unitsOf(doc: PageDoc, ids: readonly string[]): string[][] {
  const units = new Map<string, string[]>()
  for (const id of ids) {
    const [group] = pathOf(doc.frames[id])
    const key = group === undefined ? `frame ${id}` : `group ${group}`
    units.set(key, [...(units.get(key) ?? []), id])
  }
  return [...units.values()]
}

/** One level into the groups of a frame, from what is selected: the next smaller group, at last the frame itself. */
export function stepInto(doc: PageDoc, id: string, selected: readonly string[]): string[] {
  const path = pathOf(doc.frames[id])
  const levels = path.map((_, depth) => membersOf(doc, path.slice(0, depth + 1)))
  return levels.find((members) => members.length < selected.length) ?? [id]
}

const membersOf = (doc: PageDoc, path: readonly string[]): string[] =>
  Object.entries(doc.frames).flatMap(([id, frame]) => {
    const own = pathOf(frame)
    return path.every((group, depth) => own[depth] === group) ? [id] : []
  })

/** Puts the frames, and the groups that they are in, into a new group. Errors: `group-too-small`, `group-too-deep`. */
export function groupFrames(doc: PageDoc, ids: readonly string[]): Result<PageDoc> {
  const members = withGroups(doc, ids)
  if (unitsOf(doc, members).length < 2) return fail('group-too-small')
  const group = freeGroup(doc)
  const longest = Math.max(...members.map((id) => doc.frames[id]?.group?.length ?? 0))
  if (longest + group.length + SEPARATOR.length > LONGEST_PATH) return fail('group-too-deep')
  return changeFrames(doc, members, (frame) => inGroups(frame, [group, ...pathOf(frame)]))
}

/** Dissolves the outermost groups that the frames are in; groups that were in them stay. */
export function ungroupFrames(doc: PageDoc, ids: readonly string[]): Result<PageDoc> {
  const members = withGroups(doc, ids).filter((id) => doc.frames[id]?.group !== undefined)
  return members.length === 0
    ? ok(doc)
    : changeFrames(doc, members, (frame) => inGroups(frame, pathOf(frame).slice(1)))
}

/** A group of one frame, or of one group, is none: after members were deleted. */
export function dropLoneGroups(doc: PageDoc): PageDoc {
  const units = new Map<string, Set<string>>()
  for (const [id, frame] of Object.entries(doc.frames)) {
    const path = pathOf(frame)
    path.forEach((group, depth) => {
      units.set(group, (units.get(group) ?? new Set()).add(path[depth + 1] ?? `frame ${id}`))
    })
  }
  const lone = [...units].find(([, { size }]) => size < 2)?.[0]
  if (lone === undefined) return doc
  const frames = Object.entries(doc.frames).map(([id, frame]): [string, Frame] => {
    const path = pathOf(frame)
    return [
      id,
      path.includes(lone)
        ? inGroups(
            frame,
            path.filter((group) => group !== lone),
          )
        : frame,
    ]
  })
  return dropLoneGroups({ ...doc, frames: Object.fromEntries(frames) })
}

export function freeGroup(doc: PageDoc, taken: readonly string[] = []): string {
  const groups = new Set(Object.values(doc.frames).flatMap(pathOf))
  for (let n = 1; ; n++) if (!groups.has(`group-${n}`) && !taken.includes(`group-${n}`)) return `group-${n}`
}

/** Every group that these frames are in, by its own name. */
export const groupsOf = (frames: readonly Frame[]): string[] => [...new Set(frames.flatMap(pathOf))]

/** With its groups under other names. */
export const withGroupNames = <F extends Frame>(frame: F, names: ReadonlyMap<string, string>): F =>
  inGroups(
    frame,
    pathOf(frame).map((group) => names.get(group) ?? group),
  )
