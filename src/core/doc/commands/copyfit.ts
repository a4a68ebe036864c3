/** Copyfit and presets of the page, as changes of the document. What they do not touch stays the same objects. */
import type { CopyfitRecord, PageDoc, Paragraph, Preset, Story } from '../schema.ts'

/** Sets a paragraph's records; an empty list takes them away. */
export function setRecords(
  doc: PageDoc,
  story: string,
  index: number,
  records: readonly CopyfitRecord[],
): PageDoc {
  return editStory(doc, story, (old) => ({
    ...old,
    paragraphs: old.paragraphs.map((paragraph, i) =>
      i === index ? withRecords(paragraph, records) : paragraph,
    ),
  }))
}

function withRecords(paragraph: Paragraph, records: readonly CopyfitRecord[]): Paragraph {
  const { copyfit: _, ...rest } = paragraph
  return records.length === 0 ? rest : { ...rest, copyfit: [...records] }
}

/** The copyfit of a whole story; without `fit` it runs free again. */
export const setFit = (doc: PageDoc, story: string, fit: Story['fit']): PageDoc =>
  editStory(doc, story, ({ fit: _, ...rest }) => (fit === undefined ? rest : { ...rest, fit }))

/** Without `preset` the story goes back to those of its styles. */
export const setStoryPreset = (doc: PageDoc, story: string, preset: string | undefined): PageDoc =>
  editStory(doc, story, ({ preset: _, ...rest }) => (preset === undefined ? rest : { ...rest, preset }))

/** Changes a preset of the document, or adds one. */
export const definePreset = (doc: PageDoc, name: string, preset: Preset): PageDoc => ({
  ...doc,
  presets: { ...doc.presets, [name]: preset },
})

/** Whether there is copyfit to take back, in a paragraph or in the whole story. */
export function hasCopyfit(story: Story | undefined, paragraph?: number): boolean {
  if (!story) return false
  const has = ({ copyfit }: Paragraph) => (copyfit?.length ?? 0) > 0
  if (paragraph === undefined) return story.fit !== undefined || story.paragraphs.some(has)
  return story.paragraphs[paragraph] !== undefined && has(story.paragraphs[paragraph])
}

/** Takes all copyfit back, of a paragraph or of the whole story. */
export function removeCopyfit(doc: PageDoc, story: string, paragraph: number | undefined): PageDoc {
  if (paragraph !== undefined) return setRecords(doc, story, paragraph, [])
  return editStory(doc, story, ({ fit: _, ...rest }) => ({
    ...rest,
    paragraphs: rest.paragraphs.map((each) => (each.copyfit ? withRecords(each, []) : each)),
  }))
}

function editStory(doc: PageDoc, id: string, edit: (story: Story) => Story): PageDoc {
  const story = doc.stories[id]
  return story ? { ...doc, stories: { ...doc.stories, [id]: edit(story) } } : doc
}
