/**
 * The ProseMirror view of one story. It holds focus, caret, input method and clipboard; what it shows is laid out
 * by the story editor, or out of sight while the page shows it.
 */
import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { type Command, EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { type DecorationSet, EditorView } from 'prosemirror-view'
import type { TextPlace } from '../../core/compose/caret.ts'
import type { LivePage } from '../../core/doc/live/live-page.ts'
import type { StepName } from '../state/page-session.ts'
import { type PasteSetting, readClipboard, writeClipboard } from './clipboard.ts'
import { DECORATIONS, decorationsPlugin } from './decorate-story.ts'
import { pasteSlice } from './paste-slice.ts'
import { placeOf, positionOf } from './places.ts'
import { splitParagraph } from './split-paragraph.ts'
import { FROM_OUTSIDE, StoryBinding } from './story-binding.ts'
import { type Composing, typing } from './text-state.ts'

export interface TextViewHooks {
  /** The state changed in any way; `typed` where its text did by the person's hand. */
  onUpdate(view: TextView, typed: boolean): void
  onFocus(view: TextView, focused: boolean): void
  /** Whether the page keeps the caret in sight, and not the view. */
  followsCaret(): boolean
  /** Keys that the page, not the text, knows how to follow. */
  onKey(event: KeyboardEvent): boolean
  pasteSetting(style: string): PasteSetting
}

export interface TextViewOptions {
  live: LivePage
  story: string
  /** The paragraph style of a story that has no paragraph. */
  emptyStyle: string
  label: string
  hooks: TextViewHooks
}

/** The text's own: what listens for frames on the clipboard would take it for the page's. */
function claim(event: ClipboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

/** From the first character to the last, so that what replaces it is set as the first paragraph was. */
const selectWholeStory: Command = ({ doc, tr }, dispatch) => {
  dispatch?.(tr.setSelection(TextSelection.create(doc, 1, doc.content.size - 1)))
  return true
}

/** A paragraph that ProseMirror makes of itself has no style. */
function styleParagraphs({ doc, tr }: EditorState, style: string): Transaction | null {
  doc.forEach((paragraph, at) => {
    if (paragraph.attrs.style === '') tr.setNodeAttribute(at, 'style', style)
  })
  return tr.docChanged ? tr : null
}

/** Undo and redo are the page's: ProseMirror keeps these keys from the window, whether or not it knows them. */
const isWindowKey = ({ ctrlKey, metaKey, code }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && ['KeyZ', 'KeyY', 'KeyB', 'KeyI'].includes(code)

export class TextView {
  readonly story: string
  readonly view: EditorView
  readonly #binding: StoryBinding
  readonly #hooks: TextViewHooks
  /** Where the composing string began, as a position in the text that view and page have in common. */
  #composingFrom: number | undefined
  /** The page changed under a composition. */
  #behind = false

  /** Undefined: the page has no such story. */
  static open(options: TextViewOptions): TextView | undefined {
    let made: TextView | undefined
    const binding = StoryBinding.open(options.live, options.story, options.emptyStyle, () =>
      made?.bringOutside(),
    )
    if (!binding) return undefined
    made = new TextView(options, binding)
    return made
  }

  private constructor({ story, label, hooks }: TextViewOptions, binding: StoryBinding) {
    this.story = story
    this.#binding = binding
    this.#hooks = hooks
    this.view = new EditorView(null, {
      state: EditorState.create({ doc: binding.common, plugins: this.#plugins() }),
      dispatchTransaction: (tr) => this.#dispatch(tr),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang: 'zh-CN',
        class: 'story-text',
        spellcheck: 'false',
        autocorrect: 'off',
        'data-testid': 'story-text',
      },
      handleKeyDown: (_, event) => hooks.onKey(event),
      // The page follows its caret by itself.
      handleScrollToSelection: () => hooks.followsCaret(),
      handleDOMEvents: {
        keydown: (_, event) => isWindowKey(event),
        compositionstart: () => this.#startComposition(),
        focus: () => this.#told(() => hooks.onFocus(this, true)),
        blur: () => this.#told(() => hooks.onFocus(this, false)),
        beforeinput: (_, event) => this.#refuseNativeUndo(event),
        copy: (_, event) => this.#copy(event, false),
        cut: (_, event) => this.#copy(event, true),
        paste: (_, event) => this.#paste(event),
        // Text is dragged in the page; what comes from other programs is taken as pasted.
        drop: (_, event) => this.#drop(event),
        mousedown: (_, event) => this.#ignoreOutside(event),
        dragstart: (_, event) => this.#told(() => event.preventDefault()),
      },
    })
  }

  get state(): EditorState {
    return this.view.state
  }

  get head(): TextPlace {
    return placeOf(this.state.doc, this.state.selection.head)
  }

  get anchor(): TextPlace {
    return placeOf(this.state.doc, this.state.selection.anchor)
  }

  get composing(): Composing | null {
    const from = this.#composingFrom
    if (from === undefined || !this.view.composing) return null
    const { doc, selection } = this.state
    const length = doc.content.size - this.#binding.common.content.size
    if (length <= 0) return null
    return {
      at: placeOf(this.#binding.common, from),
      text: doc.textBetween(from, from + length),
      caret: Math.min(length, Math.max(0, selection.head - from)),
    }
  }

  select(anchor: TextPlace, head: TextPlace = anchor): void {
    const { doc, tr } = this.state
    const selection = TextSelection.create(doc, positionOf(doc, anchor), positionOf(doc, head))
    if (!selection.eq(this.state.selection)) this.view.dispatch(tr.setSelection(selection))
  }

  /** Text in place of the selection, with the looks of what stands there. */
  insert(text: string): void {
    this.#step('type', this.state.tr.insertText(text))
  }

  run(command: Command): boolean {
    return command(this.state, this.view.dispatch, this.view)
  }

  /** Moves the selected text, or a copy of it, to a place outside of the selection. */
  moveSelection(to: TextPlace, copy: boolean): void {
    const { doc, selection, tr } = this.state
    const slice = selection.content()
    const target = positionOf(doc, to)
    if (target > selection.from && target < selection.to) return
    if (!copy) tr.deleteSelection()
    const at = tr.mapping.map(target)
    tr.replaceRange(at, at, slice)
    const end = tr.mapping.map(target)
    this.#step('move', tr.setSelection(TextSelection.between(tr.doc.resolve(at), tr.doc.resolve(end))))
  }

  /** Clicked twice beside all paragraphs there is no word to take, and ProseMirror would select the space between two. */
  #ignoreOutside(event: MouseEvent): boolean {
    const at = this.view.posAtCoords({ left: event.clientX, top: event.clientY })
    const outside = event.detail > 1 && at?.inside === -1
    if (outside) event.preventDefault()
    return outside
  }

  /** What the story editor shows besides the text; it is no change of it. */
  decorate(decorations: DecorationSet): void {
    if (!this.view.composing) this.view.dispatch(this.state.tr.setMeta(DECORATIONS, decorations))
  }

  /** What an input method still composes is taken as it stands. */
  destroy(): void {
    if (!this.#behind) this.#write()
    this.#binding.close()
    this.view.destroy()
  }

  /** Takes what a command, undo or somebody else changed; after a composition, where one goes on. */
  bringOutside(): void {
    if (this.view.composing) {
      this.#behind = true
      return
    }
    const tr = this.#binding.bring(this.state)
    if (tr) this.view.dispatch(tr)
  }

  #plugins(): Plugin[] {
    return [
      keymap({ Enter: splitParagraph, 'Shift-Enter': splitParagraph, 'Mod-a': selectWholeStory }),
      keymap(baseKeymap),
      decorationsPlugin(),
      new Plugin({
        appendTransaction: (_, __, state) => styleParagraphs(state, this.#binding.emptyStyle),
        view: () => ({
          update: () => {
            this.#flush()
          },
        }),
      }),
    ]
  }

  #dispatch(tr: Transaction): void {
    const typed = tr.docChanged && tr.getMeta(FROM_OUTSIDE) === undefined
    this.view.updateState(this.state.apply(tr))
    if (tr.getMeta(DECORATIONS) === undefined) this.#hooks.onUpdate(this, typed)
  }

  /** What was typed goes into the page, except while an input method still composes it. */
  #flush(): void {
    if (this.view.composing) return
    const composed = this.#composingFrom !== undefined
    this.#composingFrom = undefined
    if (this.#behind) this.#mergeComposition()
    else this.#write()
    if (composed) this.#hooks.onUpdate(this, false)
  }

  #write(): void {
    typing.now = true
    this.#binding.write(this.state.doc)
    typing.now = false
  }

  /** The page changed while text was composed: takes the page, and puts what was composed at its place in it. */
  #mergeComposition(): void {
    this.#behind = false
    const { common } = this.#binding
    const { doc } = this.state
    const start = common.content.findDiffStart(doc.content)
    const length = doc.content.size - common.content.size
    const text = start === null || length <= 0 ? '' : doc.textBetween(start, start + length)
    const back = start === null ? undefined : this.state.tr.delete(start, start + length)
    if (back && text !== '') this.view.updateState(this.state.apply(back))
    const brought = this.#binding.bring(this.state)
    if (brought) this.view.updateState(this.state.apply(brought))
    if (text !== '') this.insert(text)
  }

  #startComposition(): boolean {
    const { selection, tr } = this.state
    // What is composed takes the place of the selection, which goes before it begins.
    if (!selection.empty) this.view.dispatch(tr.deleteSelection())
    this.#flush()
    this.#composingFrom = this.state.selection.from
    return false
  }

  #told(tell: () => void): boolean {
    tell()
    return false
  }

  /** The browser's own undo knows nothing of the page's. */
  #refuseNativeUndo(event: InputEvent): boolean {
    const native = event.inputType === 'historyUndo' || event.inputType === 'historyRedo'
    const format = event.inputType.startsWith('format')
    if (native || format) event.preventDefault()
    return native || format
  }

  #copy(event: ClipboardEvent, cut: boolean): boolean {
    const { selection, tr } = this.state
    claim(event)
    if (selection.empty || !event.clipboardData) return true
    writeClipboard(event.clipboardData, selection.content())
    if (cut) this.#step('cut', tr.deleteSelection())
    return true
  }

  #paste(event: ClipboardEvent): boolean {
    claim(event)
    if (event.clipboardData) this.paste(event.clipboardData, this.#plainPaste)
    this.#plainPaste = false
    return true
  }

  /** A step of its own, apart from what is typed before and after it. */
  #step(name: StepName, tr: Transaction): void {
    this.#binding.live.asStep({ name }, () => this.view.dispatch(tr))
  }

  #plainPaste = false

  /** The next paste takes text alone. */
  pastePlain(): void {
    this.#plainPaste = true
  }

  paste(data: DataTransfer, plain: boolean): void {
    const style = String(this.state.selection.$from.parent.attrs.style)
    const slice = readClipboard(data, plain, this.#hooks.pasteSetting(style))
    if (slice) this.#step('paste', pasteSlice(this.state, slice))
  }

  #drop(event: DragEvent): boolean {
    event.preventDefault()
    return true
  }
}
