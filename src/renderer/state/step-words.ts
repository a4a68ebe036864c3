import type { Step } from '../../core/doc/live/live-page.ts'
import { isMessage } from '../../shared/messages.ts'
import type { Say } from './words.ts'

/** What a step is called in the interface; a step of a later Banxin has its own name only. */
export function stepWords({ name, values }: Step, say: Say): string {
  const key = `step.${name}`
  return isMessage(key) ? say(key, values) : name
}
