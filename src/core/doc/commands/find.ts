/**
 * Finding and replacing over the page, paragraph by paragraph in the order of reading. A pattern written by a
 * person may take forever: whoever asks runs `findInPage` where it can be stopped. Replacing runs no pattern.
 */
import { fail, ok, type Result } from '../../diagnostics.ts'
import { paragraphText } from '../paragraph-text.ts'
import type { PageDoc } from '../schema.ts'
import { storiesInOrder } from '../stories-in-order.ts'
import { replaceText, withParagraphs } from './replace-text.ts'

export interface FindQuery {
  text: string
  /** `text` is a regular expression, as JavaScript writes them. */
  regex: boolean
  matchCase: boolean
  /** Full-width letters, figures and marks are other characters than half-width ones. */
  matchWidth: boolean
  /** Stories to look in; all when left out. */
  stories?: readonly string[]
  /** What to put in their place; in a regular expression `$1`, `$<name>` and `$&` stand for what was found. */
  replacement?: string
}

export interface Found {
  story: string
  paragraph: number
  /** UTF-16 offsets of the paragraph's text. */
  start: number
  end: number
  text: string
  /** What replaces it. */
  replacement: string
}

/** What of a page is looked into. */
export type SearchedPage = Pick<PageDoc, 'articles' | 'stories'>

/** A page has no use for more. */
const MOST_FOUND = 10_000

/** Error: `find-bad-pattern`. Matches of nothing are left out. */
export function findInPage(doc: SearchedPage, query: FindQuery): Result<Found[]> {
  if (query.text === '') return ok([])
  const matcher = matcherOf(query)
  if (!matcher) return fail('find-bad-pattern', { params: { pattern: query.text } })
  const found: Found[] = []
  const wanted = query.stories && new Set(query.stories)
  for (const story of storiesInOrder(doc)) {
    if (wanted && !wanted.has(story)) continue
    doc.stories[story]?.paragraphs.forEach((paragraph, index) => {
      const text = paragraphText(paragraph)
      for (const { start, end, replacement } of matcher(text)) {
        if (found.length === MOST_FOUND) return
        found.push({ story, paragraph: index, start, end, text: text.slice(start, end), replacement })
      }
    })
  }
  return ok(found)
}

interface Match {
  start: number
  end: number
  replacement: string
}

type Matcher = (text: string) => Match[]

function matcherOf({ text, regex, matchCase, matchWidth, replacement = '' }: FindQuery): Matcher | undefined {
  const fold = (each: string): string => {
    const narrow = matchWidth ? each : toHalfWidth(each)
    return matchCase ? narrow : lowered(narrow)
  }
  if (!regex) {
    const wanted = fold(text)
    return (whole) => occurrences(fold(whole), wanted).map((at) => ({ ...at, replacement }))
  }
  const pattern = compiled(text, matchCase ? 'gu' : 'giu')
  if (!pattern) return undefined
  return (whole) =>
    [...(matchWidth ? whole : toHalfWidth(whole)).matchAll(pattern)].flatMap((match) =>
      match[0] === ''
        ? []
        : {
            start: match.index,
            end: match.index + match[0].length,
            replacement: expand(replacement, match, whole),
          },
    )
}

function compiled(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return undefined
  }
}

function occurrences(text: string, wanted: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push({ start: at, end: at + wanted.length })
  }
  return found
}

/** `！` … `～` stand `!` … `~` apart by a fixed distance; every character stays one unit long. */
const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (each) =>
    each === '\u3000' ? ' ' : String.fromCharCode(each.charCodeAt(0) - 0xfee0),
  )

/** Lower case, character by character where that keeps the length. */
function lowered(text: string): string {
  const all = text.toLowerCase()
  if (all.length === text.length) return all
  return [...text]
    .map((each) => (each.toLowerCase().length === each.length ? each.toLowerCase() : each))
    .join('')
}

/** Groups are quoted as they stand in the page, whatever was taken for the same while looking for them. */
function expand(template: string, match: RegExpExecArray, whole: string): string {
  return template.replace(/\$(?:(\$|&)|(\d{1,2})|<([^>]+)>)/g, (sign, special, number, name) => {
    if (special === '$') return '$'
    if (special === '&') return whole.slice(match.index, match.index + match[0].length)
    if (name !== undefined) return match.groups?.[name] ?? ''
    const group = Number(number)
    return group > 0 && group < match.length ? (match[group] ?? '') : sign
  })
}

/** Replaces what was found, where it still stands; the new text keeps the styles of what it replaces. */
export function replaceFound(doc: PageDoc, found: readonly Found[]): PageDoc {
  let page = doc
  for (const [story, inStory] of groupBy(found, (each) => each.story)) {
    const byParagraph = groupBy(inStory, (each) => each.paragraph)
    page = withParagraphs(page, story, (paragraph, index) => {
      const here = byParagraph.get(index) ?? []
      // From the end, so that what stands before keeps its place.
      return [...here]
        .sort((a, b) => b.start - a.start)
        .reduce(
          (changed, { start, end, text, replacement }) =>
            paragraphText(changed).slice(start, end) === text
              ? replaceText(changed, start, end, replacement)
              : changed,
          paragraph,
        )
    })
  }
  return page
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
