/** What 样式 does: styles applied to the selection, made, changed, renamed, redefined, deleted. */

import type { Result } from '../../core/diagnostics.ts'
import {
  applyCharacterStyle,
  applyParagraphStyle,
  deleteCharacterStyle,
  deleteParagraphStyle,
  redefineParagraphStyle,
  renameCharacterStyle,
  renameParagraphStyle,
  type StoryRange,
  setCharacterStyle,
  setParagraphStyle,
} from '../../core/doc/commands/styles.ts'
import { paragraphText } from '../../core/doc/paragraph-text.ts'
import type { CharacterStyle, PageDoc, ParagraphStyle } from '../../core/doc/schema.ts'
import { app } from '../state/app-state.ts'
import { chosenStory } from '../state/editing.ts'
import { changePage, livePage, type NamedStep } from '../state/page-session.ts'
import { sayNow } from '../state/words.ts'
import { styleName } from './style-names.ts'
import { mayEdit, selection } from './text-session.ts'
import { textState } from './text-state.ts'

/** What is selected: in the text, the paragraph that was clicked, or all of the selected story. */
export function styledRange(): StoryRange | undefined {
  const { page, selection: chosen } = app.get()
  const { story: open } = textState.get()
  const range = selection()
  if (open !== null && range) return { story: open, ...range }
  const story = chosenStory({ page, selection: chosen })
  const paragraphs = story === undefined ? undefined : page?.doc.stories[story]?.paragraphs
  if (story === undefined || !paragraphs || paragraphs.length === 0) return undefined
  const first = chosen?.paragraph ?? 0
  const last = chosen?.paragraph ?? paragraphs.length - 1
  const end = paragraphs[last]
  if (!end) return undefined
  return {
    story,
    from: { paragraph: first, offset: 0 },
    to: { paragraph: last, offset: paragraphText(end).length },
  }
}

/** The names of the page's paragraph styles in the order in which they are listed, and have their keys. */
export const paragraphStyleNames = (doc: PageDoc): string[] => Object.keys(doc.paragraphStyles).sort(byRank)

export const characterStyleNames = (doc: PageDoc): string[] => Object.keys(doc.characterStyles).sort()

/** Those of running text first, those of the page's furniture last. */
const FIRST = ['body', 'subhead', 'headline', 'kicker', 'deck', 'byline', 'caption', 'section']
const LAST = ['folio', 'label']

function byRank(a: string, b: string): number {
  const rank = (name: string) => {
    const first = FIRST.indexOf(name)
    if (first >= 0) return first
    return LAST.some((each) => name.startsWith(each)) ? FIRST.length + 1 : FIRST.length
  }
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}

const named = (name: string): { style: string } => ({ style: styleName(name, sayNow()) })

function onRange(step: NamedStep, edit: (doc: PageDoc, range: StoryRange) => PageDoc): boolean {
  const range = styledRange()
  const { page } = app.get()
  if (!range || !page || !mayEdit(page, range.story)) return false
  return changePage(step, (doc) => edit(doc, range))
}

/** Shortcut 1 to 9. False where the page has no such style. */
export function applyParagraphStyleAt(index: number): boolean {
  const { page } = app.get()
  const name = page && paragraphStyleNames(page.doc)[index]
  return name !== null && name !== undefined && applyParagraphStyleHere(name)
}

export const applyParagraphStyleHere = (name: string): boolean =>
  onRange({ name: 'style-apply', values: named(name) }, (doc, range) => applyParagraphStyle(doc, range, name))

/** Without a selection in the text nothing is styled: what is typed next would be no step of its own. */
export function applyCharacterStyleHere(name: string | undefined): boolean {
  const step: NamedStep =
    name === undefined ? { name: 'style-clear' } : { name: 'style-apply', values: named(name) }
  return onRange(step, (doc, range) => applyCharacterStyle(doc, range, name))
}

export const changeParagraphStyle = (name: string, style: ParagraphStyle): boolean =>
  changePage({ name: 'style-edit', values: named(name) }, (doc) => setParagraphStyle(doc, name, style))

export const changeCharacterStyle = (name: string, style: CharacterStyle): boolean =>
  changePage({ name: 'style-edit', values: named(name) }, (doc) => setCharacterStyle(doc, name, style))

/** Like the style of what is selected, under a new name, which is answered. */
export function newParagraphStyle(): string | undefined {
  const doc = livePage()?.doc
  if (!doc) return undefined
  const range = styledRange()
  const like = doc.stories[range?.story ?? '']?.paragraphs[range?.from.paragraph ?? 0]?.style ?? 'body'
  const style = doc.paragraphStyles[like] ?? Object.values(doc.paragraphStyles)[0]
  if (!style) return undefined
  const name = freeName(doc.paragraphStyles, 'style-name.new-paragraph')
  changePage({ name: 'style-new', values: named(name) }, (page) => setParagraphStyle(page, name, style))
  return name
}

export function newCharacterStyle(): string | undefined {
  const doc = livePage()?.doc
  if (!doc) return undefined
  const name = freeName(doc.characterStyles, 'style-name.new-character')
  changePage({ name: 'style-new', values: named(name) }, (page) => setCharacterStyle(page, name, {}))
  return name
}

function freeName(
  styles: Record<string, unknown>,
  key: 'style-name.new-paragraph' | 'style-name.new-character',
): string {
  for (let n = 1; ; n++) {
    const name = sayNow()(key, { n })
    if (!styles[name]) return name
  }
}

/** False where the paragraph looks as its style says. */
export function redefineHere(): boolean {
  const range = styledRange()
  const doc = livePage()?.doc
  const name = range && doc?.stories[range.story]?.paragraphs[range.from.paragraph]?.style
  if (!range || name === undefined) return false
  const done = changeBy({ name: 'style-redefine', values: named(name) }, (page) =>
    redefineParagraphStyle(page, range.story, range.from.paragraph),
  )
  if (!done) app.set({ toast: { text: 'styles.nothing-to-redefine', values: {}, warn: true } })
  return done
}

export type StyleKind = 'paragraph' | 'character'

/** False where another style has the name. */
export function renameStyle(kind: StyleKind, from: string, to: string): boolean {
  const rename = kind === 'paragraph' ? renameParagraphStyle : renameCharacterStyle
  return changeBy({ name: 'style-rename', values: { style: to } }, (page) => rename(page, from, to))
}

export function removeParagraphStyle(name: string, instead: string): boolean {
  return changeBy({ name: 'style-delete', values: named(name) }, (page) =>
    deleteParagraphStyle(page, name, instead),
  )
}

export const removeCharacterStyle = (name: string): boolean =>
  changePage({ name: 'style-delete', values: named(name) }, (page) =>
    deleteCharacterStyle(page, name, undefined),
  )

/** A step that may be refused. */
function changeBy(step: NamedStep, edit: (doc: PageDoc) => Result<PageDoc>): boolean {
  const doc = livePage()?.doc
  const next = doc && edit(doc)
  return next?.ok === true && changePage(step, () => next.value)
}
