/**
 * A story of the live page and its ProseMirror document, kept the same by y-prosemirror. Unlike its own plugin
 * this writes when it is told, so that a composition of an input method stays out of the page until it is
 * committed, and takes changes from outside as the least replacement, so that nothing else is drawn anew.
 */
import type { Node } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror'
import { type Transaction as SharedTransaction, UndoManager, type XmlFragment } from 'yjs'
import type { LivePage } from '../../core/doc/live/live-page.ts'
import { storySchema } from './schema.ts'

/** What the transactions of text views carry. */
const TYPED = Symbol('typed text')
/** Set on transactions that come from the shared text. */
export const FROM_OUTSIDE = 'from-outside'

export class StoryBinding {
  #meta: ReturnType<typeof initProseMirrorDoc>['meta']
  /** What the shared text and the view had in common last. */
  #common: Node
  readonly #fragment: XmlFragment
  readonly #onOutside: () => void
  /** The last change from outside took something back, or made it again. */
  #travelled = false

  /** `emptyStyle` is the paragraph style of a story that has no paragraph. Undefined: no such story. */
  static open(
    live: LivePage,
    story: string,
    emptyStyle: string,
    onOutside: () => void,
  ): StoryBinding | undefined {
    const fragment = live.textOf(story, TYPED)
    return fragment && new StoryBinding(live, fragment, emptyStyle, onOutside)
  }

  private constructor(
    readonly live: LivePage,
    fragment: XmlFragment,
    readonly emptyStyle: string,
    onOutside: () => void,
  ) {
    this.#fragment = fragment
    this.#onOutside = onOutside
    const { doc, meta } = this.#read()
    this.#meta = meta
    this.#common = doc
    fragment.observeDeep(this.#observe)
  }

  close(): void {
    this.#fragment.unobserveDeep(this.#observe)
  }

  /** The text that view and page agreed on last. */
  get common(): Node {
    return this.#common
  }

  /** Writes what the view's document has different. Undo takes it as typing. */
  write(doc: Node): void {
    if (doc === this.#common) return
    this.#common = doc
    const { ydoc } = this.live
    ydoc.transact(() => updateYFragment(ydoc, this.#fragment, doc, this.#meta), TYPED)
  }

  /** What brings a view's state to the shared text; undefined where it has it already. */
  bring(state: EditorState): Transaction | undefined {
    const { doc, meta } = this.#read()
    this.#meta = meta
    const tr = replaceDifference(state, doc, this.#travelled)
    this.#common = tr ? tr.doc : state.doc
    return tr?.setMeta(FROM_OUTSIDE, true)
  }

  #observe = (_: unknown, transaction: SharedTransaction) => {
    if (transaction.origin === TYPED) return
    this.#travelled = transaction.origin instanceof UndoManager
    this.#onOutside()
  }

  #read() {
    const read = initProseMirrorDoc(this.#fragment, storySchema)
    if (read.doc.childCount > 0) return read
    const paragraph = storySchema.node('paragraph', { style: this.emptyStyle })
    return { ...read, doc: storySchema.node('doc', null, [paragraph]) }
  }
}

/**
 * A selection stays with its text, also where only the looks of that text change. What was undone or done again
 * takes the caret to it.
 */
function replaceDifference(state: EditorState, next: Node, travelled: boolean): Transaction | undefined {
  const { doc, selection } = state
  const start = doc.content.findDiffStart(next.content)
  const ends = doc.content.findDiffEnd(next.content)
  if (start === null || !ends) return undefined
  // Where the same text is repeated both searches may pass each other.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const [from, to] = [ends.a + overlap, ends.b + overlap]
  const tr = state.tr.replace(start, from, next.slice(start, to))
  if (sameText(doc, next)) {
    return tr.setSelection(TextSelection.create(tr.doc, selection.anchor, selection.head))
  }
  return travelled ? tr.setSelection(TextSelection.near(tr.doc.resolve(to), -1)) : tr
}

const sameText = (a: Node, b: Node): boolean =>
  a.content.size === b.content.size &&
  a.textBetween(0, a.content.size, '\n') === b.textBetween(0, b.content.size, '\n')
