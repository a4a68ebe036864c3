/** Reads the shared document as a `PageDoc`, again and again: what did not change stays the same objects. */
import * as Y from 'yjs'
import type { PageDoc, Paragraph, Story } from '../schema.ts'
import { type Fields, PARTS, readRecord, type SharedRecord, sortedRecord, TABLES } from './records.ts'
import { readParagraph } from './story-text.ts'

export class Snapshots {
  readonly #ydoc: Y.Doc
  #now: PageDoc
  readonly #paragraphs = new WeakMap<Y.XmlElement, Paragraph>()
  readonly #dirtyRecords = new Map<string, Set<string>>()
  #dirtyParts = false

  constructor(ydoc: Y.Doc) {
    this.#ydoc = ydoc
    const tables = TABLES.map((name) => [name, this.#readTable(name)] as const)
    this.#now = {
      schema: 'banxin.page/3',
      ...this.#readParts(),
      ...Object.fromEntries(tables.filter(([name, table]) => name !== 'assets' || hasAny(table))),
      stories: sortedRecord(
        [...storiesOf(ydoc)].map(([id, record]) => [id, this.#readStory(record, undefined)]),
      ),
    } as PageDoc
    partsOf(ydoc).observe(() => {
      this.#dirtyParts = true
    })
    for (const name of [...TABLES, 'stories']) {
      ydoc.getMap(name).observeDeep((events) => this.#note(name, events))
    }
  }

  /** The page as it is now; the same object as before where nothing changed. */
  get now(): PageDoc {
    if (this.#dirtyParts || this.#dirtyRecords.size > 0) this.#read()
    return this.#now
  }

  #note(name: string, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    const dirty = this.#dirtyRecords.get(name) ?? new Set()
    this.#dirtyRecords.set(name, dirty)
    for (const event of events) {
      if (event.path.length > 0) dirty.add(String(event.path[0]))
      else for (const id of event.changes.keys.keys()) dirty.add(id)
      const paragraph = paragraphOf(event.target)
      if (paragraph) this.#paragraphs.delete(paragraph)
    }
  }

  #read(): void {
    const next: Fields = this.#dirtyParts
      ? { ...withoutParts(this.#now), ...this.#readParts() }
      : { ...this.#now }
    for (const [name, ids] of this.#dirtyRecords) {
      const table = (this.#now as Fields)[name] as Record<string, unknown> | undefined
      const fresh: Record<string, unknown> = { ...table }
      const shared = this.#ydoc.getMap<SharedRecord>(name)
      for (const id of ids) {
        const record = shared.get(id)
        if (!record) delete fresh[id]
        else if (name !== 'stories') fresh[id] = readRecord(record)
        else fresh[id] = this.#readStory(record, this.#now.stories[id])
      }
      const added = [...ids].some((id) => table === undefined || !Object.hasOwn(table, id))
      next[name] = added ? sortedRecord(Object.entries(fresh)) : Object.freeze(fresh)
    }
    if (next.assets !== undefined && !hasAny(next.assets as object)) delete next.assets
    this.#dirtyParts = false
    this.#dirtyRecords.clear()
    this.#now = inOneOrder(next) as unknown as PageDoc
  }

  #readParts(): Fields {
    const parts = partsOf(this.#ydoc)
    return Object.fromEntries(PARTS.flatMap((name) => (parts.has(name) ? [[name, parts.get(name)]] : [])))
  }

  #readTable(name: string): Record<string, Fields> {
    const table = this.#ydoc.getMap<SharedRecord>(name)
    return sortedRecord([...table.entries()].map(([id, record]) => [id, readRecord(record)]))
  }

  #readStory(record: SharedRecord, before: Story | undefined): Story {
    const elements = textOfRecord(record).toArray()
    const paragraphs = elements.flatMap((element) => {
      if (!(element instanceof Y.XmlElement)) return []
      const paragraph = this.#paragraphs.get(element) ?? readParagraph(element)
      this.#paragraphs.set(element, paragraph)
      return [paragraph]
    })
    const same =
      before?.paragraphs.length === paragraphs.length &&
      before.paragraphs.every((paragraph, i) => paragraph === paragraphs[i])
    return Object.freeze({
      ...readRecord(record),
      paragraphs: same ? before.paragraphs : paragraphs,
    }) as unknown as Story
  }
}

export const partsOf = (ydoc: Y.Doc): Y.Map<unknown> => ydoc.getMap('page')
export const storiesOf = (ydoc: Y.Doc): Y.Map<SharedRecord> => ydoc.getMap('stories')
/** The field of a story's record that its text is in. */
export const TEXT = 'text'

export function textOfRecord(record: SharedRecord): Y.XmlFragment {
  const text = record.get(TEXT)
  if (text instanceof Y.XmlFragment) return text
  throw new Error('a story without its text')
}

const hasAny = (table: object): boolean => Object.keys(table).length > 0

function withoutParts(doc: PageDoc): Fields {
  const parts: readonly string[] = PARTS
  return Object.fromEntries(Object.entries(doc).filter(([name]) => !parts.includes(name)))
}

const ORDER = ['schema', ...PARTS, ...TABLES, 'stories']

/** Parts and tables that come and go must not change where the others stand: the same page has the same bytes. */
const inOneOrder = (fields: Fields): Fields =>
  Object.fromEntries(ORDER.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])))

/** The paragraph that a changed shared type is, or lies in. */
function paragraphOf(type: Y.AbstractType<unknown>): Y.XmlElement | undefined {
  for (let at: Y.AbstractType<unknown> | null = type; at; at = at.parent) {
    if (at instanceof Y.XmlElement) return at
  }
  return undefined
}
