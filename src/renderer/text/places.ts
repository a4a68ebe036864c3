/** Places of a story, paragraph and UTF-16 offset, and ProseMirror's positions, which count the borders too. */
import type { Node } from 'prosemirror-model'
import type { TextPlace } from '../../core/compose/caret.ts'

export interface TextRange {
  from: TextPlace
  to: TextPlace
}

/** The nearest place for a position that lies between paragraphs. */
export function placeOf(doc: Node, position: number): TextPlace {
  const at = doc.resolve(Math.min(Math.max(position, 0), doc.content.size))
  if (at.depth > 0) return { paragraph: at.index(0), offset: at.parentOffset }
  const next = Math.min(at.index(0), doc.childCount - 1)
  return at.index(0) < doc.childCount
    ? { paragraph: next, offset: 0 }
    : { paragraph: next, offset: doc.child(next).content.size }
}

/** A place that the text no longer has is brought to the nearest that it has. */
export function positionOf(doc: Node, { paragraph, offset }: TextPlace): number {
  const index = Math.min(Math.max(paragraph, 0), doc.childCount - 1)
  let position = 1
  for (let i = 0; i < index; i++) position += doc.child(i).nodeSize
  const length = doc.child(index).content.size
  return position + (paragraph > index ? length : Math.min(Math.max(offset, 0), length))
}

export const comparePlaces = (a: TextPlace, b: TextPlace): number =>
  a.paragraph - b.paragraph || a.offset - b.offset
