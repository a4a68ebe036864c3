/**
 * The document being edited: a Yjs document, wrapped. Everything outside sees `PageDoc` snapshots, and changes the
 * page by named steps; each is one step of the one undo, over text, geometry and corrections of the source alike.
 */
import * as Y from 'yjs'
import type { Correction } from '../../reconstruct/types.ts'
import { same } from '../same.ts'
import type { PageDoc, Story } from '../schema.ts'
import { type Fields, PARTS, patchRecord, patchTable, type SharedRecord, TABLES, tableOf } from './records.ts'
import { partsOf, Snapshots, storiesOf, TEXT, textOfRecord } from './snapshot.ts'
import { replaceParagraphs } from './story-text.ts'

/** What a step is called: a key of the message catalogue under `step.`, and what its text quotes. */
export interface Step {
  name: string
  values?: Record<string, string | number>
}

/** One change as the journal keeps it. */
export interface JournalEntry {
  update: Uint8Array
  step: Step
  /** It went on with the step before it: typing. */
  joined: boolean
}

/** Where undo or redo led: the step that was taken back or made again, and where the eyes were. */
export interface Travel {
  step: Step
  focus: unknown
}

/** A step on the stack, with the number that tells its state from all others. */
interface Mark extends Travel {
  place: number
}

export interface LiveOptions {
  /** Where the eyes are, kept with every step: undo leads back there. */
  focus?: () => unknown
}

export interface StepExtras {
  corrections?: readonly Correction[]
  focus?: unknown
}

type Edit = (doc: PageDoc) => PageDoc
type Item = NonNullable<ReturnType<Y.UndoManager['undo']>>

/** Typing goes on in one step while less than this passes between two strokes. */
const TYPING_MS = 500
const BY_COMMAND = Symbol('command')
const RECOVERED = Symbol('recovered')
const TYPED: Step = { name: 'type' }

export class LivePage {
  readonly ydoc = new Y.Doc()
  readonly #snapshots: Snapshots
  readonly #undo: Y.UndoManager
  readonly #focus: () => unknown
  readonly #onChange = new Set<() => void>()
  readonly #onUpdate = new Set<(entry: JournalEntry) => void>()
  #corrections: readonly Correction[] | undefined
  /** Names the next step; typing where nothing does. */
  #next: Travel | undefined
  /** Whether the last change went on with the step before it. */
  #joined = false
  /** The place of a step that is taken back or made again. */
  #place: number | undefined
  #places = 0

  private constructor(fill: (ydoc: Y.Doc) => void, { focus = () => undefined }: LiveOptions) {
    this.#focus = focus
    fill(this.ydoc)
    this.#snapshots = new Snapshots(this.ydoc)
    const roots = ['page', ...TABLES, 'stories'].map((name) => this.ydoc.getMap(name))
    this.#undo = new Y.UndoManager([...roots, this.#list] as Y.AbstractType<unknown>[], {
      captureTimeout: TYPING_MS,
      trackedOrigins: new Set([BY_COMMAND, RECOVERED]),
    })
    this.#undo.on('stack-item-added', ({ stackItem }) => {
      this.#joined = false
      const travel = this.#next ?? { step: TYPED, focus: this.#focus() }
      stackItem.meta.set(MARK, { ...travel, place: this.#place ?? ++this.#places } satisfies Mark)
    })
    this.#undo.on('stack-item-updated', ({ stackItem }) => {
      this.#joined = true
      stackItem.meta.set(MARK, { ...markOf(stackItem), place: ++this.#places } satisfies Mark)
    })
    this.#list.observe(() => {
      this.#corrections = undefined
    })
    this.ydoc.on('update', (update: Uint8Array, origin: unknown) => this.#tell(update, origin))
  }

  static from(doc: PageDoc, corrections: readonly Correction[] = [], options: LiveOptions = {}): LivePage {
    return new LivePage((ydoc) => {
      ydoc.transact(() => {
        writePage(ydoc, EMPTY, doc)
        ydoc.getArray('corrections').push([...corrections])
      })
    }, options)
  }

  /** As it was when `state` was taken, with all entries made again, each a step that can be undone. */
  static recover(state: Uint8Array, entries: readonly JournalEntry[], options: LiveOptions = {}): LivePage {
    const live = new LivePage((ydoc) => Y.applyUpdate(ydoc, state), options)
    for (const { update, step, joined } of entries) {
      if (!joined) live.#undo.stopCapturing()
      live.#next = { step, focus: undefined }
      Y.applyUpdate(live.ydoc, update, RECOVERED)
    }
    live.#next = undefined
    live.#undo.stopCapturing()
    return live
  }

  /** The page as it is now. Never to be changed in place. */
  get doc(): PageDoc {
    return this.#snapshots.now
  }

  get corrections(): readonly Correction[] {
    this.#corrections ??= this.#list.toArray()
    return this.#corrections
  }

  /** All of it, for `recover`. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.ydoc)
  }

  /**
   * One step: writes what `edit` makes different, and the corrections where they are given. `focus` is where the
   * eyes were when it was asked for, if that was earlier. False: nothing was different.
   */
  change(step: Step, edit: Edit, { corrections, focus }: StepExtras = {}): boolean {
    const before = this.doc
    const next = edit(before)
    const others = corrections !== undefined && !same(this.corrections, corrections)
    if (next === before && !others) return false
    this.#undo.stopCapturing()
    this.#next = { step, focus: focus ?? this.#focus() }
    let changed = false
    const notice = () => {
      changed = true
    }
    this.#onChange.add(notice)
    this.ydoc.transact(() => {
      writePage(this.ydoc, before, next)
      if (others) {
        this.#list.delete(0, this.#list.length)
        this.#list.push([...corrections])
      }
    }, BY_COMMAND)
    this.#onChange.delete(notice)
    this.#next = undefined
    this.#undo.stopCapturing()
    return changed
  }

  /** The shared text of a story, for an editor that writes into it; `origin` is what its transactions carry. */
  textOf(story: string, origin: unknown): Y.XmlFragment | undefined {
    this.#undo.addTrackedOrigin(origin)
    const record = storiesOf(this.ydoc).get(story)
    return record && textOfRecord(record)
  }

  /** Runs what an editor writes as one step of this name, apart from typing. */
  asStep(step: Step, write: () => void): void {
    this.#undo.stopCapturing()
    this.#next = { step, focus: this.#focus() }
    write()
    this.#next = undefined
    this.#undo.stopCapturing()
  }

  /** Typing that follows is a step of its own. */
  endTyping(): void {
    this.#undo.stopCapturing()
  }

  /** The same number whenever the page is as it is now by undo and redo: what is saved is told by it. */
  get place(): number {
    const last = this.#undo.undoStack.at(-1)
    return last ? markOf(last).place : 0
  }

  /** What can be undone, the last step last, and what can be made again, the next first. */
  get steps(): { past: readonly Step[]; future: readonly Step[] } {
    const named = (items: readonly Item[]) => items.map((item) => markOf(item).step)
    return { past: named(this.#undo.undoStack), future: named(this.#undo.redoStack).reverse() }
  }

  undo(): Travel | undefined {
    return this.#travel(this.#undo.undoStack, () => this.#undo.undo())
  }

  redo(): Travel | undefined {
    return this.#travel(this.#undo.redoStack, () => this.#undo.redo())
  }

  /** Told after every change, with the snapshot new. Returns what stops it. */
  onChange(listener: () => void): () => void {
    this.#onChange.add(listener)
    return () => this.#onChange.delete(listener)
  }

  /** Told of every change as the journal keeps it. */
  onUpdate(listener: (entry: JournalEntry) => void): () => void {
    this.#onUpdate.add(listener)
    return () => this.#onUpdate.delete(listener)
  }

  destroy(): void {
    this.#undo.destroy()
    this.ydoc.destroy()
  }

  #travel(stack: readonly Item[], move: () => Item | null): Travel | undefined {
    const item = stack.at(-1)
    if (!item) return undefined
    const { step, focus, place } = markOf(item)
    this.#next = { step, focus: this.#focus() }
    this.#place = place
    const moved = move()
    this.#next = undefined
    this.#place = undefined
    return moved ? { step, focus } : undefined
  }

  #tell(update: Uint8Array, origin: unknown): void {
    const step = origin === this.#undo ? UNDONE : (this.#next?.step ?? TYPED)
    const entry = { update, step, joined: origin !== this.#undo && this.#joined }
    for (const listener of [...this.#onUpdate]) listener(entry)
    for (const listener of [...this.#onChange]) listener()
  }

  get #list(): Y.Array<Correction> {
    return this.ydoc.getArray('corrections')
  }
}

const UNDONE: Step = { name: 'travel' }

const MARK = 'mark'
const markOf = (item: Item): Mark => item.meta.get(MARK) as Mark

const EMPTY = {
  stories: {},
  articles: {},
  frames: {},
  paragraphStyles: {},
  characterStyles: {},
  swatches: {},
  presets: {},
} as unknown as PageDoc

function writePage(ydoc: Y.Doc, before: PageDoc, after: PageDoc): void {
  const parts = partsOf(ydoc)
  for (const name of PARTS) {
    const value = after[name]
    if (same(before[name], value)) continue
    if (value === undefined) parts.delete(name)
    else parts.set(name, value)
  }
  for (const name of TABLES) {
    const [old, next] = [tableOf(before, name), tableOf(after, name)]
    if (old !== next) patchTable(ydoc.getMap<SharedRecord>(name), old, next, patchRecord)
  }
  if (before.stories !== after.stories) patchTable(storiesOf(ydoc), before.stories, after.stories, patchStory)
}

function patchStory(record: SharedRecord, before: Story | undefined, after: Story): void {
  if (!record.has(TEXT)) record.set(TEXT, new Y.XmlFragment())
  const { paragraphs: old = [], ...fieldsBefore } = before ?? ({} as Partial<Story>)
  const { paragraphs, ...fields } = after
  patchRecord(record, fieldsBefore as Fields, fields)
  if (old !== paragraphs) replaceParagraphs(textOfRecord(record), old, paragraphs)
}
