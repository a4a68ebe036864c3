/** Undo over all that was changed: every step keeps both lists as they were and where the eyes were. */
import type { PageEdit } from '../../core/doc/edits.ts'
import type { Correction } from '../../core/reconstruct/types.ts'

/** What a person changed: how the source is read, and on the page that came of it. */
export interface Changes {
  corrections: readonly Correction[]
  edits: readonly PageEdit[]
}

export const NO_CHANGES: Changes = { corrections: [], edits: [] }

export interface Step<Focus> {
  changes: Changes
  focus: Focus
}

export interface History<Focus> {
  past: readonly Step<Focus>[]
  present: Changes
  future: readonly Step<Focus>[]
}

/** `saved` is what came with the file: undo does not go behind it. */
export const startHistory = <Focus>(saved: Changes): History<Focus> => ({
  past: [],
  present: saved,
  future: [],
})

/** `focus` is where the eyes are before the step. */
export const record = <Focus>(
  { past, present }: History<Focus>,
  next: Changes,
  focus: Focus,
): History<Focus> => ({ past: [...past, { changes: present, focus }], present: next, future: [] })

/** Undefined when there is nothing to undo; else the history before the step, and where the eyes were then. */
export function undo<Focus>(
  { past, present, future }: History<Focus>,
  focus: Focus,
): { history: History<Focus>; focus: Focus } | undefined {
  const step = past.at(-1)
  if (!step) return undefined
  return {
    history: {
      past: past.slice(0, -1),
      present: step.changes,
      future: [{ changes: present, focus }, ...future],
    },
    focus: step.focus,
  }
}

/** The other way; `focus` is where the eyes were when the step was undone. */
export function redo<Focus>(
  { past, present, future }: History<Focus>,
  focus: Focus,
): { history: History<Focus>; focus: Focus } | undefined {
  const [step, ...rest] = future
  if (!step) return undefined
  return {
    history: {
      past: [...past, { changes: present, focus }],
      present: step.changes,
      future: rest,
    },
    focus: step.focus,
  }
}

/** What one list has that the other has not: what a step made, or took back. */
export function difference<T>(before: readonly T[], after: readonly T[]): { added: T[]; removed: T[] } {
  return {
    added: after.filter((each) => !before.includes(each)),
    removed: before.filter((each) => !after.includes(each)),
  }
}

export const sameChanges = (a: Changes, b: Changes): boolean =>
  sameList(a.corrections, b.corrections) && sameList(a.edits, b.edits)

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
