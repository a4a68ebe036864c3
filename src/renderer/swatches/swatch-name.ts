import { isMessage } from '../../shared/messages.ts'
import type { Say } from '../state/words.ts'

/** A swatch as it is called in the window: those that come with templates by their words, others by their own name. */
export function swatchName(id: string, say: Say): string {
  const key = `swatch-name.${id}`
  return isMessage(key) ? say(key) : id
}
