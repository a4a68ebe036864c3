/** Marks, numbers and wrong words in every story, with what should stand there. */

import { paragraphText } from '../../doc/paragraph-text.ts'
import type { PageDoc, Paragraph, Story } from '../../doc/schema.ts'
import { checkStoryMarks, type Finding, type ProofRule } from '../../language/check-marks.ts'
import { findWrongWords } from '../../language/proof/wrong-words.ts'
import { dayOf, weekdayOf } from '../dates.ts'
import { replaceText } from '../fixes.ts'
import type { Found } from '../issue.ts'
import { isCredit, type PageView } from '../view.ts'

const SPACES: readonly ProofRule[] = ['space-in-han', 'space-at-figure', 'space-at-mark']
const ENDS: readonly ProofRule[] = ['mark-at-start', 'mark-at-end', 'list-number']

/** Rules that do not hold for a role: heads are parted by spaces, and folios are laid out with them. */
const NOT_FOR: Readonly<Record<Story['role'], readonly ProofRule[]>> = {
  body: [],
  caption: SPACES,
  headline: [...SPACES, ...ENDS],
  kicker: [...SPACES, ...ENDS],
  deck: [...SPACES, ...ENDS],
  section: [...SPACES, ...ENDS],
  byline: [...SPACES, ...ENDS],
  folio: [...SPACES, ...ENDS, 'half-width-mark', 'doubled-words'],
}

const checked = new WeakMap<Story['paragraphs'], Finding[][]>()

/** By paragraph. A head is one text that stands in several paragraphs. */
function findingsOf({ role, paragraphs }: Story): Finding[][] {
  const known = checked.get(paragraphs)
  if (known) return known
  const texts = paragraphs.map(paragraphText)
  const found = role === 'body' || role === 'caption' ? checkStoryMarks(texts) : parted(texts)
  checked.set(paragraphs, found)
  return found
}

function parted(texts: readonly string[]): Finding[][] {
  const [found] = checkStoryMarks([texts.join('')])
  let from = 0
  return texts.map((text) => {
    const [begin, end] = [from, from + text.length]
    from = end
    return found!
      .filter((each) => each.start >= begin && each.end <= end)
      .map((each) => ({ ...each, start: each.start - begin, end: each.end - begin }))
  })
}

export function checkProofs(view: PageView): Found[] {
  return view.stories.flatMap(([id, story]) =>
    findingsOf(story).flatMap((findings, paragraph) =>
      findings.flatMap((finding): Found[] => {
        if (NOT_FOR[story.role].includes(finding.rule)) return []
        if (SPACES.includes(finding.rule) && inCredit(view.doc, story.paragraphs[paragraph]!, finding))
          return []
        return [toFound(view, id, story, paragraph, finding)]
      }),
    ),
  )
}

/** Names in a credit stand apart, and the credit apart from its text. */
function inCredit(doc: PageDoc, { runs }: Paragraph, { start, end }: Finding): boolean {
  let from = 0
  return runs.some(({ text, style }) => {
    const [begin, to] = [from, from + text.length]
    from = to
    return isCredit(doc, style) && end >= begin && start <= to
  })
}

function toFound(
  view: PageView,
  id: string,
  story: Story,
  paragraph: number,
  { rule, start, end, fix }: Finding,
): Found {
  const text = paragraphText(story.paragraphs[paragraph]!)
  const was = text.slice(start, end)
  const around = `${text.slice(Math.max(0, start - 6), start)}‹${was}›${text.slice(end, end + 6)}`
  const params = { text: was, around, ...(fix !== undefined && { put: fix }) }
  const mend = fix === undefined ? {} : { fix: replaceText({ story: id, paragraph, start, end }, text, fix) }
  return { rule, key: `${id}:${around}`, at: view.atText(id, paragraph, start, end), params, ...mend }
}

export function checkWords(view: PageView): Found[] {
  const { words = {} } = view.profile
  return view.stories.flatMap(([id, story]) =>
    story.paragraphs.flatMap((paragraph, index) => {
      const text = paragraphText(paragraph)
      return findWrongWords(text, words).map(({ start, end, put }): Found => {
        const was = text.slice(start, end)
        const range = { story: id, paragraph: index, start, end }
        return {
          rule: 'wrong-word',
          key: `${id}:${was}`,
          at: view.atText(id, index, start, end),
          params: { text: was, put },
          fix: replaceText(range, text, put),
        }
      })
    }),
  )
}

const DATED =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日[（(，、 ]?(?:星期|周)([一二三四五六日天])(?![一二三四五六])/gu

/** A date in the text with a weekday that it does not fall on; without a year it is near the page's own. */
export function checkWeekdays(view: PageView): Found[] {
  const today = view.doc.meta.date === undefined ? undefined : dayOf(view.doc.meta.date)
  return view.stories.flatMap(([id, story]) => {
    if (story.role === 'folio') return []
    return story.paragraphs.flatMap((paragraph, index) =>
      [...paragraphText(paragraph).matchAll(DATED)].flatMap((match): Found[] => {
        const [whole, year, month, day, printed] = match
        const years = year ? [Number(year)] : today ? nearYears(today.year, today.month, Number(month)) : []
        const right = years.flatMap(
          (each) => weekdayOf({ year: each, month: Number(month), day: Number(day) }) ?? [],
        )
        if (right.length === 0 || right.includes(printed === '天' ? '日' : printed!)) return []
        const start = match.index + whole.length - 1
        const range = { story: id, paragraph: index, start, end: start + 1 }
        const at = view.atText(id, index, match.index, start + 1)
        return [
          {
            rule: 'date-weekday',
            key: `${id}:${whole}`,
            at,
            params: { text: whole, put: right[0]! },
            fix: replaceText(range, match.input, right[0]!),
          },
        ]
      }),
    )
  })
}

/** The year in which a month is nearest to the page's. */
const nearYears = (year: number, now: number, month: number): number[] =>
  month - now > 6 ? [year - 1] : now - month > 6 ? [year + 1] : [year]
