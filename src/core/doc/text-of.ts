import type { PageDoc } from './schema.ts'

/** Every character that the page sets, in no order: what fonts are asked for. */
export const textOf = (doc: PageDoc): string =>
  Object.values(doc.stories)
    .flatMap((story) => story.paragraphs.flatMap((paragraph) => paragraph.runs.map((run) => run.text)))
    .join('')
