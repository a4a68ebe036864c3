/** Commands of the page, run as steps of its history; what is refused is told. */

import type { Diagnostic } from '../../core/diagnostics.ts'
import type { Command } from '../../core/doc/commands/command.ts'
import { problemText } from '../../shared/messages.ts'
import { app } from '../state/app-state.ts'
import { changePage, livePage, type NamedStep } from '../state/page-session.ts'
import { setReview } from '../state/reviewing.ts'
import { sayNow } from '../state/words.ts'

/** False when it was refused. What changes nothing is no step. */
export function perform(step: NamedStep, command: Command): boolean {
  const live = livePage()
  if (!live) return false
  const result = command(live.doc)
  if (!result.ok) {
    refuse(result.error)
    return false
  }
  if (!changePage(step, () => result.value)) return true
  const what = sayNow()(`step.${step.name}`, step.values)
  setReview({ said: { key: 'review.said.done', values: { what } } })
  app.set({ toast: null })
  return true
}

export function refuse(problem: Diagnostic): void {
  const { what, todo } = problemText(app.get().language, problem)
  app.set({ toast: { text: 'editor.refused', values: { what, todo }, warn: true } })
}
