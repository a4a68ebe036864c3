import { countOf, isFullWidth } from '../../language/characters.ts'
import type { AnnotatedText } from '../lines/annotated-text.ts'
import { startsAsNews } from '../lines/line-features.ts'
import type { LabelledLine } from '../paragraphs/paragraph-pass.ts'
import { type BodyRun, type DisplayItem, type Item, type Paragraph, textOf } from '../stories/runs.ts'

/** A paragraph of a run so short that it may be a caption. */
export interface ShortSnippet {
  type: 'short'
  order: number
  run: BodyRun
  paragraph: Paragraph
  text: AnnotatedText
  lines: readonly LabelledLine[]
}

/** A line of display type. */
export interface DisplaySnippet extends DisplayItem {
  lines: readonly LabelledLine[]
}

/** A short text whose role is to be judged. */
export type Snippet = ShortSnippet | DisplaySnippet
export type LaidOut = BodyRun | Snippet

/** Longer lines with gaps are sentences. */
const MAX_PARTED = 44
const MAX_SHORT_LINES = 8
const MAX_SHORT_PARAGRAPHS = 3

/** The items of a page with every short run laid open, paragraph by paragraph. */
export function layOpen(items: readonly Item[]): LaidOut[] {
  return items.flatMap((item): LaidOut[] => {
    if (item.type === 'display') return partsOf(item).map((text) => ({ ...item, text, lines: [item.line] }))
    if (!isShort(item)) return [item]
    return item.paragraphs.map((paragraph) => ({
      type: 'short',
      order: item.order,
      run: item,
      paragraph,
      text: textOf(paragraph),
      lines: paragraph.lines,
    }))
  })
}

function isShort({ paragraphs }: BodyRun): boolean {
  if (paragraphs.length > MAX_SHORT_PARAGRAPHS || paragraphs.some(({ kind }) => kind === 'subhead'))
    return false
  const lines = paragraphs.reduce((sum, each) => sum + each.lines.length, 0)
  return lines <= MAX_SHORT_LINES && !startsAsNews(textOf(paragraphs[0]!).text)
}

const GAP = /(?<=\S)\s+(?=\S)/gu

/** The texts that a gap parts on one line: two halves of a headline, or two things that the dump has side by side. */
function partsOf({ line, text }: DisplayItem): AnnotatedText[] {
  if (line.people || countOf(text.text) > MAX_PARTED) return [text]
  const cuts = [...text.text.matchAll(GAP)].map((gap) => gap.index)
  const parts = [...cuts, text.length].map((end, i) => text.slice(cuts[i - 1] ?? 0, end).trim())
  return parts.every((part) => countOf(part.text) >= 2 && isFullWidth(part.text[0]!)) ? parts : [text]
}
