import { isMessage } from '../../shared/messages.ts'
import type { Say } from '../state/words.ts'

/** What the desk calls a style; one that a person has made keeps its name. */
export function styleName(name: string, say: Say): string {
  const key = `style-name.${name}`
  if (isMessage(key)) return say(key)
  // Pages are drafted with styles of their own for the heads of an article: `a2-kicker-kicker`.
  const [, article = '', rest = ''] = /^a(\d+)-(.+)$/.exec(name) ?? []
  for (const base of [rest, rest.slice(rest.lastIndexOf('-') + 1)]) {
    const known = `style-name.${base}`
    if (isMessage(known)) return `${article} ${say(known)}`
  }
  return name
}
