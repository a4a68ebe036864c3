/** What is pasted or dropped as articles: a manuscript, or a dump of a page, whose articles are found as any page's. */
import { reconstruct } from '../../reconstruct/reconstruct.ts'
import type { Manuscript } from '../manuscript.ts'
import { readManuscript } from './read-manuscript.ts'

/** Set lines are no longer than this, and typed paragraphs mostly are. */
const LONGEST_SET_LINE = 32
const SET_SHARE = 0.9
const LEAST_LINES = 12

/** The articles of a text; of a blank one none. Ids are for this list only. */
export function readManuscripts(name: string, text: string): Manuscript[] {
  const lines = text.split(/\r\n|[\n\r\f]/u)
  if (isSet(lines)) {
    const read = reconstruct({ name, encoding: 'utf-8', lines })
    if (read.ok) return read.value.articles.map(({ measureEm: _, ...article }) => ({ ...article, from: {} }))
  }
  return text.trim() === '' ? [] : [readManuscript(text, 'a1')]
}

/** Lines that a typesetter has broken, not an author's paragraphs. */
function isSet(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  const short = written.filter((line) => line.trim().length <= LONGEST_SET_LINE)
  return written.length >= LEAST_LINES && short.length >= SET_SHARE * written.length
}
