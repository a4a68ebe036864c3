/** Undo over the whole list of corrections: every step keeps the list as it was and where the eyes were. */
import type { Correction } from '../../core/reconstruct/types.ts'

export interface Step<Focus> {
  corrections: readonly Correction[]
  focus: Focus
}

export interface History<Focus> {
  past: readonly Step<Focus>[]
  present: readonly Correction[]
  future: readonly Step<Focus>[]
}

/** `saved` are the corrections that came with the file: undo does not go behind them. */
export const startHistory = <Focus>(saved: readonly Correction[]): History<Focus> => ({
  past: [],
  present: saved,
  future: [],
})

/** `focus` is where the eyes are before the step. */
export const record = <Focus>(
  { past, present }: History<Focus>,
  next: readonly Correction[],
  focus: Focus,
): History<Focus> => ({ past: [...past, { corrections: present, focus }], present: next, future: [] })

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
      present: step.corrections,
      future: [{ corrections: present, focus }, ...future],
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
      past: [...past, { corrections: present, focus }],
      present: step.corrections,
      future: rest,
    },
    focus: step.focus,
  }
}

/** What one list has that the other has not: the corrections that a step made, or took back. */
export function difference(
  before: readonly Correction[],
  after: readonly Correction[],
): { added: Correction[]; removed: Correction[] } {
  return {
    added: after.filter((correction) => !before.includes(correction)),
    removed: before.filter((correction) => !after.includes(correction)),
  }
}
