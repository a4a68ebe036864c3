import { countOf } from '../../language/characters.ts'
import { startsWithDate } from '../lines/line-features.ts'
import type { PageCaption } from '../roles/captions.ts'
import { bucket } from '../roles/page-view.ts'
import type { DisplayLine } from '../roles/roles.ts'
import { sectionKind, signerKind } from './label-kinds.ts'
import type { Labelled } from './links.ts'

/** A section, byline or credit as something to be linked. */
export function lineUnit(item: DisplayLine): Labelled {
  const { order, text, line, role } = item
  const size = bucket(countOf(text.text), [2, 4, 7, 12])
  const { people } = line
  const who = people
    ? [`roles=${Math.min(people.roles, 1)},marked=${people.marked}`, `work=${people.work}`]
    : []
  const kind = role === 'section' ? sectionKind(text.text) : signerKind(item)
  return { text: text.text, first: order, last: order, kind, features: [`own=${size}`, ...who] }
}

/** A caption as something to be linked. */
export function captionUnit({ order, text, photographer }: PageCaption): Labelled {
  const features = [
    `own=${bucket(countOf(text.text), [12, 20, 32, 50])}`,
    `photographer=${photographer}`,
    `date=${startsWithDate(text.text)}`,
  ]
  const kind = photographer ? 'photographer' : 'plain'
  return { text: text.text, first: order, last: order, kind, features }
}
