import { Fragment, type Node, Slice } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'

/**
 * Puts paragraphs in place of the selection. In an empty paragraph they stand as they are; elsewhere the first and
 * the last join what stands there, and that keeps its style and its source.
 */
export function pasteSlice(state: EditorState, slice: Slice): Transaction {
  const { selection, tr } = state
  const { $from, $to } = selection
  const paragraphs = wholeParagraphs(slice)
  if (paragraphs && selection.empty && $from.parent.content.size === 0) {
    const at = $from.before()
    tr.replaceWith(at, $from.after(), paragraphs)
    const end = at + paragraphs.reduce((sum, { nodeSize }) => sum + nodeSize, 0) - 1
    return tr.setSelection(TextSelection.create(tr.doc, end))
  }
  if (!paragraphs || paragraphs.length < 2) return tr.replaceSelection(slice)
  const last = paragraphs.at(-1) as Node
  const joined = $to.parent.type.create($to.parent.attrs, last.content)
  return tr.replaceSelection(new Slice(Fragment.from([...paragraphs.slice(0, -1), joined]), 1, 1))
}

/** Undefined where the slice is text within a paragraph. */
function wholeParagraphs({ content }: Slice): Node[] | undefined {
  const nodes: Node[] = []
  content.forEach((node) => {
    nodes.push(node)
  })
  return nodes.every((node) => node.isBlock) ? nodes : undefined
}
