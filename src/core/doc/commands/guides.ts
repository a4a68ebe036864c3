/** Guides (参考线), by their place in the page's list. */
import type { Guide, PageDoc } from '../schema.ts'
import { withField } from './command.ts'
import { tidy } from './place.ts'

const guidesOf = (doc: PageDoc): Guide[] => doc.guides ?? []

export const addGuide = (doc: PageDoc, { axis, at }: Guide): PageDoc => ({
  ...doc,
  guides: [...guidesOf(doc), { axis, at: tidy(at) }],
})

export function moveGuide(doc: PageDoc, index: number, at: number): PageDoc {
  const guide = guidesOf(doc)[index]
  if (!guide || guide.at === tidy(at)) return doc
  return { ...doc, guides: guidesOf(doc).with(index, { ...guide, at: tidy(at) }) }
}

export function removeGuide(doc: PageDoc, index: number): PageDoc {
  const rest = guidesOf(doc).filter((_, i) => i !== index)
  return withField(doc, 'guides', rest.length > 0 ? rest : undefined)
}

export const removeGuides = (doc: PageDoc): PageDoc => withField(doc, 'guides', undefined)
