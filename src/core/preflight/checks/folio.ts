/** The folio (报眉): complete, in agreement with the page, and its date with its weekday. */
import { paragraphText } from '../../doc/paragraph-text.ts'
import type { PageDoc, Story } from '../../doc/schema.ts'
import { type Day, dayOf, weekdayOf } from '../dates.ts'
import { replaceText } from '../fixes.ts'
import type { Fix, Found } from '../issue.ts'
import type { PageView } from '../view.ts'

const DATE = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u
const WEEKDAY = /(?:星期|周)([一二三四五六日天])/u
const NUMBER = /^\s*(?:第\s*)?(\d{1,3})\s*版?\s*$|第?\s*(\d{1,3})\s*版/u
const EDITOR = /编辑|责编/u
const LAYOUT = /组版|版式|排版|设计|美编|制版/u

interface FolioText {
  story: string
  paragraph: number
  text: string
}

export function checkFolio(view: PageView): Found[] {
  const texts = folioTexts(view)
  return [...missing(view, texts), ...differing(view, texts), ...weekdays(view, texts)]
}

const folioTexts = (view: PageView): FolioText[] =>
  view.stories
    .filter(
      ([, story]: [string, Story]) =>
        story.role === 'folio' && story.frames.some((id) => view.doc.frames[id]?.hidden !== true),
    )
    .flatMap(([story, { paragraphs }]) =>
      paragraphs.map((each, paragraph) => ({ story, paragraph, text: paragraphText(each) })),
    )

const squeezed = (text: string): string => text.replaceAll(/\s/gu, '')

function missing(view: PageView, texts: readonly FolioText[]): Found[] {
  const { section = '' } = view.doc.meta
  const has = (pattern: RegExp) => texts.some(({ text }) => pattern.test(text))
  const all = squeezed(texts.map(({ text }) => text).join(''))
  const [first] = texts
  const at = first ? view.atStory(first.story) : {}
  const found = (rule: Found['rule']): Found => ({ rule, key: rule, at })
  return [
    ...(has(NUMBER) ? [] : [found('folio-number-missing')]),
    ...(has(DATE) ? [] : [found('folio-date-missing')]),
    ...(section !== '' && all.includes(squeezed(section)) ? [] : [found('folio-section-missing')]),
    ...(has(WEEKDAY) ? [] : [found('folio-weekday-missing')]),
    ...(has(EDITOR) ? [] : [found('folio-editor-missing')]),
    ...(has(LAYOUT) ? [] : [found('folio-layout-missing')]),
  ]
}

/** What the folio prints against what the page says of itself. */
function differing(view: PageView, texts: readonly FolioText[]): Found[] {
  const { number, date } = view.doc.meta
  const day = date === undefined ? undefined : dayOf(date)
  return texts.flatMap((each): Found[] => {
    const printed = DATE.exec(each.text)
    const numbered = NUMBER.exec(each.text)
    const printedNumber = numbered && (numbered[1] ?? numbered[2])
    return [
      ...(printed && day && !same(printed, day)
        ? [differs(view, each, printed[0], `${day.year}年${day.month}月${day.day}日`)]
        : []),
      ...(printedNumber &&
      number !== undefined &&
      /^\d+$/.test(number) &&
      Number(printedNumber) !== Number(number)
        ? [differs(view, each, printedNumber, number)]
        : []),
    ]
  })
}

const same = ([, year, month, date]: RegExpExecArray, day: Day): boolean =>
  Number(year) === day.year && Number(month) === day.month && Number(date) === day.day

function differs(view: PageView, { story, paragraph, text }: FolioText, was: string, put: string): Found {
  const start = text.indexOf(was)
  const range = { story, paragraph, start, end: start + was.length }
  const at = view.atText(story, paragraph, range.start, range.end)
  return {
    rule: 'folio-differs',
    key: `${was}/${put}`,
    at,
    params: { was, put },
    fix: replaceText(range, text, put),
  }
}

/** Each printed date with the weekday beside it, or anywhere in the folio. */
function weekdays(view: PageView, texts: readonly FolioText[]): Found[] {
  const dated = texts.find(({ text }) => DATE.test(text))
  const date = dated && DATE.exec(dated.text)
  if (!dated || !date) return []
  const day: Day = { year: Number(date[1]), month: Number(date[2]), day: Number(date[3]) }
  const weekday = weekdayOf(day)
  if (weekday === undefined) {
    const at = view.atText(dated.story, dated.paragraph, date.index, date.index + date[0].length)
    return [{ rule: 'folio-date-impossible', key: date[0], at, params: { date: date[0] } }]
  }
  const named = texts.find(({ text }) => WEEKDAY.test(text))
  const printed = named && WEEKDAY.exec(named.text)
  if (!named || !printed || printed[1] === weekday || (printed[1] === '天' && weekday === '日')) return []
  const start = printed.index + printed[0].length - 1
  const range = { story: named.story, paragraph: named.paragraph, start, end: start + 1 }
  const params = { date: date[0], was: printed[0], put: `星期${weekday}` }
  const at = view.atText(named.story, named.paragraph, printed.index, range.end)
  return [
    {
      rule: 'folio-weekday',
      key: `${date[0]}/${printed[0]}`,
      at,
      params,
      fix: weekdayFix(replaceText(range, named.text, weekday), params),
    },
  ]
}

/** The folio's text, and what the page says of itself. */
const weekdayFix = (text: Fix, params: { was: string; put: string }): Fix => ({
  name: 'replace',
  params,
  apply: (doc: PageDoc) => {
    const next = text.apply(doc)
    return next === doc ? doc : { ...next, meta: { ...next.meta, weekday: params.put } }
  },
})
