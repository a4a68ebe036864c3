import { countOf } from '../../language/characters.ts'
import { startsWithDate } from '../lines/line-features.ts'
import type { PageCaption } from '../roles/captions.ts'
import { bucket } from '../roles/page-view.ts'
import type { DisplayLine } from '../roles/roles.ts'
import type { Labelled } from './links.ts'

/** A section, byline or credit as something to be linked. */
export function lineUnit({ order, text, line }: DisplayLine): Labelled {
  const size = bucket(countOf(text.text), [2, 4, 7, 12])
  const { people } = line
  const who = people
    ? [`roles=${Math.min(people.roles, 1)},marked=${people.marked}`, `work=${people.work}`]
    : []
  return { text: text.text, first: order, last: order, features: [`own=${size}`, ...who] }
}

/** A caption as something to be linked. */
export function captionUnit({ order, text, photographer }: PageCaption): Labelled {
  const features = [
    `own=${bucket(countOf(text.text), [12, 20, 32, 50])}`,
    `photographer=${photographer}`,
    `date=${startsWithDate(text.text)}`,
  ]
  return { text: text.text, first: order, last: order, features }
}
