import type { Command } from 'prosemirror-state'
import { canSplit } from 'prosemirror-transform'

/**
 * Enter. At a paragraph's end the new one has no source; behind a subhead it is set as the paragraph that follows,
 * or that went before it.
 */
export const splitParagraph: Command = (state, dispatch) => {
  const { tr } = state
  if (!state.selection.empty) tr.deleteSelection()
  const { $from } = tr.selection
  const { parent } = $from
  const atEnd = $from.parentOffset === parent.content.size
  const attrs = atEnd
    ? { style: styleBehind($from.index(0), tr.doc, parent.attrs.style), from: null }
    : parent.attrs
  const types = [{ type: parent.type, attrs }]
  if (!canSplit(tr.doc, $from.pos, 1, types)) return false
  dispatch?.(tr.split($from.pos, 1, types).scrollIntoView())
  return true
}

function styleBehind(
  index: number,
  doc: { childCount: number; child(index: number): { attrs: Record<string, unknown> } },
  style: unknown,
): unknown {
  if (style !== 'subhead') return style
  const neighbours = [index + 1, index - 1].filter((at) => at >= 0 && at < doc.childCount)
  const other = neighbours.map((at) => doc.child(at).attrs.style).find((each) => each !== 'subhead')
  return other ?? style
}
