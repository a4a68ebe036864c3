import { isMessage } from '../../shared/messages.ts'
import type { Say } from '../state/words.ts'

/** What the desk calls a style; one that a person has made keeps its name. */
export function styleName(name: string, say: Say): string {
  const key = `style-name.${name}`
  if (isMessage(key)) return say(key)
  // Pages make styles of their own from those of the template: `headline-2`.
  const base = /^(.+?)-\d+$/.exec(name)
  const known = `style-name.${base?.[1] ?? ''}`
  return base && isMessage(known) ? `${say(known)} ${name.slice((base[1] ?? '').length + 1)}` : name
}
