/**
 * A person's edits of the laid out page: copyfit, presets. They are kept as a list beside the document and made
 * again whenever it is drafted anew, so each names its place by id and by the text that stands there.
 */
import * as v from 'valibot'
import { paragraphText } from './paragraph-text.ts'
import { type CopyfitRecord, type PageDoc, PageDocSchema, type Paragraph, type Story } from './schema.ts'

const StorySchema = PageDocSchema.entries.stories.value.entries
const storyPlace = {
  story: PageDocSchema.entries.stories.key,
  role: StorySchema.role,
}
/** Begins with what `openingOf` the story was. */
const wholeStory = { ...storyPlace, begins: v.string() }

const PageEditSchema = v.variant('op', [
  /** Takes the place of the paragraph's records; none is an empty list. */
  v.pipe(
    v.object({
      op: v.literal('copyfit'),
      ...storyPlace,
      paragraph: v.pipe(v.number(), v.integer(), v.minValue(0)),
      text: v.string(),
      records: StorySchema.paragraphs.item.entries.copyfit.wrapped,
    }),
    v.check(
      ({ text, records }) =>
        records.every(({ start, end }) => start >= 0 && end > start && end <= text.length),
      'a record lies outside its paragraph',
    ),
  ),
  /** Without `fit` the story runs free again. */
  v.object({ op: v.literal('fit'), ...wholeStory, fit: StorySchema.fit }),
  /** Without `preset` the story goes back to those of its styles. */
  v.object({ op: v.literal('preset'), ...wholeStory, preset: StorySchema.preset }),
  /** Changes a preset of the document, or adds one. */
  v.object({
    op: v.literal('define-preset'),
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
    preset: PageDocSchema.entries.presets.value,
  }),
])

/** `edits.json` */
export const PageEditsSchema = v.array(PageEditSchema)
export type PageEdit = v.InferOutput<typeof PageEditSchema>

/** How much of a story tells it from others. */
const OPENING = 24

const openingOf = ({ paragraphs }: Story): string =>
  paragraphs.map(paragraphText).join('\n').slice(0, OPENING)

/**
 * The document with all edits, in their order; what they do not touch stays the same objects. An edit whose place
 * is no longer there, or is there twice, is left out and told by its index.
 */
export function applyEdits(doc: PageDoc, edits: readonly PageEdit[]): { doc: PageDoc; unapplied: number[] } {
  const unapplied: number[] = []
  let page = doc
  edits.forEach((edit, index) => {
    const next = applyEdit(page, edit)
    if (next) page = next
    else unapplied.push(index)
  })
  return { doc: page, unapplied }
}

function applyEdit(doc: PageDoc, edit: PageEdit): PageDoc | undefined {
  switch (edit.op) {
    case 'copyfit': {
      const place = findParagraph(doc, edit)
      return place && withRecords(doc, place, edit.records)
    }
    case 'fit':
      return withStory(doc, findStory(doc, edit), 'fit', edit.fit)
    case 'preset': {
      if (edit.preset !== undefined && !Object.hasOwn(doc.presets, edit.preset)) return undefined
      return withStory(doc, findStory(doc, edit), 'preset', edit.preset)
    }
    case 'define-preset': {
      if (same(doc.presets[edit.name], edit.preset)) return doc
      return { ...doc, presets: { ...doc.presets, [edit.name]: edit.preset } }
    }
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function withStory<K extends 'fit' | 'preset'>(
  doc: PageDoc,
  id: string | undefined,
  field: K,
  value: Story[K],
): PageDoc | undefined {
  const story = id === undefined ? undefined : doc.stories[id]
  if (id === undefined || !story) return undefined
  if (same(story[field], value)) return doc
  const { [field]: _, ...rest } = story
  const next = (value === undefined ? rest : { ...rest, [field]: value }) as Story
  return { ...doc, stories: { ...doc.stories, [id]: next } }
}

interface ParagraphPlace {
  story: string
  paragraph: number
}

function withRecords(
  doc: PageDoc,
  { story: id, paragraph: index }: ParagraphPlace,
  records: CopyfitRecord[],
): PageDoc {
  const story = doc.stories[id] as Story
  const paragraph = story.paragraphs[index] as Paragraph
  if (same(paragraph.copyfit ?? [], records)) return doc
  const { copyfit: _, ...rest } = paragraph
  const next = records.length === 0 ? rest : { ...rest, copyfit: records }
  const paragraphs = story.paragraphs.map((each, i) => (i === index ? next : each))
  return { ...doc, stories: { ...doc.stories, [id]: { ...story, paragraphs } } }
}

type StoryEdit = Extract<PageEdit, { begins: string }>
type CopyfitEdit = Extract<PageEdit, { op: 'copyfit' }>

/** By its id where it still begins as it did, else the one of its role that does. */
function findStory(doc: PageDoc, { story, role, begins }: StoryEdit): string | undefined {
  const own = doc.stories[story]
  if (own && openingOf(own) === begins) return story
  const others = Object.keys(doc.stories).filter((id) => {
    const other = doc.stories[id] as Story
    return other.role === role && begins !== '' && openingOf(other) === begins
  })
  return others.length === 1 ? others[0] : undefined
}

/** Where it was, else where its text is: in its own story, or in one of the same role. */
function findParagraph(
  doc: PageDoc,
  { story, role, paragraph, text }: CopyfitEdit,
): ParagraphPlace | undefined {
  const own = doc.stories[story]
  const there = own?.paragraphs[paragraph]
  if (there && paragraphText(there) === text) return { story, paragraph }
  const within = own ? placesOf(own, story, text) : []
  const places =
    within.length > 0
      ? within
      : Object.entries(doc.stories).flatMap(([id, other]) =>
          other.role === role ? placesOf(other, id, text) : [],
        )
  return places.length === 1 ? places[0] : undefined
}

const placesOf = (story: Story, id: string, text: string): ParagraphPlace[] =>
  story.paragraphs.flatMap((each, paragraph) =>
    paragraphText(each) === text ? [{ story: id, paragraph }] : [],
  )

/** The list with one more edit, which takes the place of an earlier one that it makes void. */
export function addEdit(edits: readonly PageEdit[], edit: PageEdit): PageEdit[] {
  const target = targetOf(edit)
  const at = edits.findIndex((each) => targetOf(each) === target)
  return at < 0 ? [...edits, edit] : edits.with(at, edit)
}

/** What an edit sets. */
function targetOf(edit: PageEdit): string {
  switch (edit.op) {
    case 'copyfit':
      return JSON.stringify([edit.op, edit.story, edit.paragraph, edit.text])
    case 'fit':
    case 'preset':
      return JSON.stringify([edit.op, edit.story, edit.begins])
    case 'define-preset':
      return JSON.stringify([edit.op, edit.name])
  }
}

/** Sets a paragraph's records; the story and the paragraph must exist. */
export function copyfitEdit(doc: PageDoc, id: string, index: number, records: CopyfitRecord[]): PageEdit {
  const story = doc.stories[id] as Story
  const text = paragraphText(story.paragraphs[index] as Paragraph)
  return { op: 'copyfit', story: id, role: story.role, paragraph: index, text, records }
}

export function fitEdit(doc: PageDoc, id: string, fit: Story['fit']): PageEdit {
  const story = doc.stories[id] as Story
  return { op: 'fit', story: id, role: story.role, begins: openingOf(story), ...(fit && { fit }) }
}

export function presetEdit(doc: PageDoc, id: string, preset: string | undefined): PageEdit {
  const story = doc.stories[id] as Story
  const place = { story: id, role: story.role, begins: openingOf(story) }
  return { op: 'preset', ...place, ...(preset !== undefined && { preset }) }
}

/** Takes all copyfit back, of a paragraph or of the whole story; empty where there is none. */
export function removeCopyfit(doc: PageDoc, id: string, paragraph: number | undefined): PageEdit[] {
  const story = doc.stories[id]
  if (!story) return []
  const fitted = story.paragraphs.flatMap(({ copyfit }, i) =>
    copyfit?.length && (paragraph === undefined || paragraph === i) ? [copyfitEdit(doc, id, i, [])] : [],
  )
  return paragraph === undefined && story.fit ? [...fitted, fitEdit(doc, id, undefined)] : fitted
}
