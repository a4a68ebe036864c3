import { countOf, squash } from './characters.ts'
import { startsAsNews } from './line-features.ts'
import {
  type BodyRun,
  type DisplayItem,
  endsWithPhotographer,
  type Item,
  startsAsCaption,
  textOf,
} from './runs.ts'
import { isSectionName } from './section-words.ts'
import { isPersonName } from './surnames.ts'

export type DisplayRole = 'head' | 'deck' | 'byline' | 'name' | 'section' | 'caption'

export interface DisplayLine extends DisplayItem {
  role: DisplayRole
}

export const isHeadLine = ({ role }: DisplayLine): boolean => role === 'head' || role === 'deck'

const PICTURE_WORDS =
  /（[左右前后中上下][一二三四五]?）|（[左右]图）|现场$|场景$|外景$|全景$|一角$|合影$|瞬间$|画面$|效果图$|（资料图）|资料图片$/u
const MIN_SENTENCE = 8

/** What a line of display type is by its own words; which article it belongs to is decided later. */
function roleOf({ line, text }: DisplayItem): DisplayRole {
  const solid = squash(text.text)
  const { people } = line
  if (/^(?:—|--)/u.test(solid)) return 'deck'
  if (people && !people.bare && !(people.marked && people.work)) {
    return /摄$|供图/u.test(people.work ?? '') ? 'caption' : 'byline'
  }
  if (endsWithPhotographer(solid) || startsAsCaption(solid) || PICTURE_WORDS.test(solid)) return 'caption'
  if (isSectionName(solid)) return 'section'
  if (/。$/u.test(solid) && countOf(solid) >= MIN_SENTENCE) return 'caption'
  return people?.bare && countOf(solid) <= 4 && isPersonName(solid) ? 'name' : 'head'
}

/** Whether a caption shows by nothing but a picture word that it is no head. */
export const isDoubtfulCaption = (text: string): boolean =>
  PICTURE_WORDS.test(text) && !endsWithPhotographer(text) && !startsAsCaption(text) && !/[。）]$/u.test(text)

export const runStartsAsNews = (run: BodyRun): boolean => {
  const first = run.paragraphs.find((paragraph) => paragraph.kind === 'body')
  return first !== undefined && startsAsNews(textOf(first).text)
}

/** Where the display lines and the items that stay stand once names behind a story have become its credit. */
export function assignRoles(items: readonly Item[]): { items: Item[]; display: DisplayLine[] } {
  const kept: Item[] = []
  const display: DisplayLine[] = []
  for (const item of items) {
    const before = kept.at(-1)
    if (item.type !== 'display') {
      kept.push(item)
      continue
    }
    const line: DisplayLine = { ...item, role: roleOf(item) }
    if (before?.type === 'body' && closesRun(line, before)) {
      const people = item.line.people!
      before.credit = { text: people.text, furniture: people.furniture, people, where: 'own-line' }
      continue
    }
    display.push(line)
    kept.push(line)
  }
  kept.forEach((item, order) => {
    item.order = order
  })
  return { items: kept, display }
}

/** Unmarked names right behind a news story, or with the work they did, are its credit and no byline. */
function closesRun({ role, line }: DisplayLine, run: BodyRun): boolean {
  const { people } = line
  if (!people || people.marked || run.credit || run.paragraphs.at(-1)!.kind !== 'body') return false
  return (role === 'byline' || role === 'name') && (runStartsAsNews(run) || people.work !== undefined)
}
