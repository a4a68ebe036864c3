/** What a story's text must have: paragraphs that end, are not empty and not there twice; whoever wrote it. */
import { paragraphText } from '../../doc/paragraph-text.ts'
import type { PageDoc, Paragraph, Story } from '../../doc/schema.ts'
import { deleteParagraph, replaceText } from '../fixes.ts'
import type { Found } from '../issue.ts'
import { isCredit, type PageView } from '../view.ts'

/** Shorter paragraphs are lists, greetings, names. */
const SENTENCE = 15
const ENDS = /[。？！…”’）」》：；—]$/u
const REPEATED = 12

export function checkParagraphs(view: PageView): Found[] {
  const seen = new Map<string, string>()
  return view.stories.flatMap(([id, story]) => {
    if (story.role !== 'body') return []
    return story.paragraphs.flatMap((paragraph, index): Found[] => {
      const text = paragraphText(paragraph)
      const at = view.atText(id, index, 0, text.length)
      if (text.trim() === '')
        return [{ rule: 'paragraph-empty', key: `${id}:${index}`, at, fix: deleteParagraph(id, index, text) }]
      const before = seen.get(text)
      seen.set(text, id)
      if (before !== undefined && text.length >= REPEATED)
        return [
          {
            rule: 'paragraph-repeated',
            key: `${id}:${text.slice(0, 20)}`,
            at,
            params: { text: text.slice(0, 12) },
            fix: deleteParagraph(id, index, text),
          },
        ]
      return noEndMark(view, id, index, paragraph)
    })
  })
}

function noEndMark(view: PageView, id: string, index: number, paragraph: Paragraph): Found[] {
  if (view.doc.paragraphStyles[paragraph.style]?.keepWithNext) return []
  const text = textBeforeCredit(view.doc, paragraph)
  const trimmed = text.trimEnd()
  if (trimmed.length < SENTENCE || ENDS.test(trimmed) || !/[，。]/u.test(trimmed)) return []
  const start = trimmed.length
  const at = view.atText(id, index, start - 1, start)
  const ending = trimmed.slice(-8)
  const range = { story: id, paragraph: index, start: start - 1, end: start }
  const fix = /[\p{Script=Han}\d%]$/u.test(trimmed)
    ? { fix: replaceText(range, paragraphText(paragraph), `${trimmed.at(-1)}。`) }
    : {}
  return [{ rule: 'paragraph-no-end-mark', key: `${id}:${ending}`, at, params: { text: ending }, ...fix }]
}

const textBeforeCredit = (doc: PageDoc, { runs }: Paragraph): string =>
  runs.flatMap(({ text, style }) => (isCredit(doc, style) ? [] : [text])).join('')

/** 作者, 署名, or the reporter in the text itself. */
const REPORTED =
  /记者|通讯员|（[^（）]{0,12}(?:文\/?图?|摄|综合|供稿|来源|整理|据)[^（）]{0,16}）|新华社|中新社|据[^，。]{2,10}(?:消息|报道|电)|作者|供稿|来源：|（[\p{Script=Han}]{2,3}(?:[ 　、][\p{Script=Han}]{2,3})*）$/u

export function checkCredits(view: PageView): Found[] {
  return Object.entries(view.doc.articles).flatMap(([id, { stories }]): Found[] => {
    const own = stories.flatMap((each) => (view.doc.stories[each] ? [view.doc.stories[each]] : []))
    const bodies = own.filter(({ role }) => role === 'body')
    const text = bodies.map((story) => view.textOf(story)).join('\n')
    const named = own.some((story) => story.role === 'byline' && view.textOf(story).trim() !== '')
    if (text.trim() === '' || named || bodies.some((story) => hasCredit(view.doc, story))) return []
    const ends = bodies
      .flatMap(({ paragraphs }) => [paragraphs[0], paragraphs.at(-1)])
      .map((each) => (each ? paragraphText(each) : ''))
    if (ends.some((each) => REPORTED.test(each))) return []
    return [{ rule: 'credit-missing', key: id, at: view.atArticle(id) }]
  })
}

const hasCredit = (doc: PageDoc, { paragraphs }: Story): boolean =>
  paragraphs.some(({ runs }) => runs.some(({ style, text }) => text.trim() !== '' && isCredit(doc, style)))
