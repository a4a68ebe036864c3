/** More than any page holds: a file that was made to choke its reader. */
import type { PageDoc } from './schema.ts'

const MAX_RECORDS = 20_000
const MAX_PARAGRAPHS = 50_000
const MAX_CHARACTERS = 4_000_000

/** What there is too much of, if anything. */
export function excessOf(doc: PageDoc): string | undefined {
  const tables = [
    doc.frames,
    doc.stories,
    doc.articles,
    doc.paragraphStyles,
    doc.characterStyles,
    doc.assets ?? {},
  ]
  const records = tables.reduce((sum, table) => sum + Object.keys(table).length, 0)
  if (records > MAX_RECORDS) return 'records'
  const paragraphs = Object.values(doc.stories).flatMap((story) => story.paragraphs)
  if (paragraphs.length > MAX_PARAGRAPHS) return 'paragraphs'
  const characters = paragraphs.reduce(
    (sum, { runs }) => sum + runs.reduce((n, { text }) => n + text.length, 0),
    0,
  )
  return characters > MAX_CHARACTERS ? 'characters' : undefined
}
