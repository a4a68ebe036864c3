/** Heads: there, not said twice, without a mark at their end, and with figures that the text has too. */
import { paragraphText } from '../../doc/paragraph-text.ts'
import type { Story } from '../../doc/schema.ts'
import { replaceText } from '../fixes.ts'
import type { Found } from '../issue.ts'
import type { PageView } from '../view.ts'

/** Two heads of one page may share a place's name, but no phrase of so many characters. */
const SHARED_PHRASE = 6

const bare = (text: string): string => text.replaceAll(/[\p{P}\s]/gu, '')

export function checkHeads(view: PageView): Found[] {
  const heads = view.stories.filter(([, { role, frames }]) => role === 'headline' && frames.length > 0)
  return [
    ...checkMissing(view),
    ...checkRepeated(view, heads),
    ...heads.flatMap(([id, story]) => [...markAtEnd(view, id, story), ...figures(view, id, story)]),
  ]
}

function checkMissing(view: PageView): Found[] {
  return Object.entries(view.doc.articles).flatMap(([id, { stories, kind }]): Found[] => {
    const texts = (roles: readonly string[]) =>
      stories.some((each) => {
        const story = view.doc.stories[each]
        return story !== undefined && roles.includes(story.role) && view.textOf(story).trim() !== ''
      })
    const at = view.atArticle(id)
    return [
      ...(texts(['headline', 'section']) || kind === 'photo'
        ? []
        : [{ rule: 'head-missing', key: id, at } as const]),
      ...(texts(['body']) || (kind === 'photo' && texts(['caption']))
        ? []
        : [{ rule: 'body-missing', key: id, at } as const]),
    ]
  })
}

function checkRepeated(view: PageView, heads: readonly [string, Story][]): Found[] {
  const found: Found[] = []
  heads.forEach(([id, story], i) => {
    const text = bare(view.textOf(story))
    for (const [other, before] of heads.slice(0, i)) {
      const earlier = bare(view.textOf(before))
      const at = view.atStory(id)
      if (text !== '' && text === earlier) {
        found.push({ rule: 'head-repeated', key: text, at, params: { text: text.slice(0, 16), other } })
        continue
      }
      const phrase = sharedPhrase(text, earlier)
      if ([...phrase].length >= SHARED_PHRASE)
        found.push({ rule: 'head-phrase-repeated', key: `${phrase}:${id}`, at, params: { text: phrase } })
    }
    for (const [other, { role, article }] of view.stories) {
      if (article !== story.article || (role !== 'kicker' && role !== 'deck')) continue
      if (text !== '' && bare(view.textOf(view.doc.stories[other]!)) === text)
        found.push({
          rule: 'head-repeated',
          key: `${id}:${role}`,
          at: view.atStory(other),
          params: { text: text.slice(0, 16), other: id },
        })
    }
  })
  return found
}

/** The longest run of characters that two texts have in common. */
function sharedPhrase(a: string, b: string): string {
  let longest = ''
  for (let start = 0; start < a.length; start++) {
    while (start + longest.length < a.length && b.includes(a.slice(start, start + longest.length + 1)))
      longest = a.slice(start, start + longest.length + 1)
  }
  return longest
}

function markAtEnd(view: PageView, id: string, { paragraphs }: Story): Found[] {
  const paragraph = paragraphs.length - 1
  const text = paragraphs[paragraph] ? paragraphText(paragraphs[paragraph]) : ''
  const mark = /[。，、；：]$/u.exec(text.trimEnd())?.[0]
  if (mark === undefined) return []
  const start = text.lastIndexOf(mark)
  const range = { story: id, paragraph, start, end: start + 1 }
  const at = view.atText(id, paragraph, start, start + 1)
  return [
    {
      rule: 'head-mark-at-end',
      key: `${id}:${mark}`,
      at,
      params: { mark },
      fix: replaceText(range, text, ''),
    },
  ]
}

/** A figure in the head that the text does not have is wrong in one of them. */
function figures(view: PageView, id: string, story: Story): Found[] {
  if (story.article === undefined) return []
  const bodies = view.stories.filter(
    ([, { article, role }]) => article === story.article && (role === 'body' || role === 'caption'),
  )
  const body = bodies
    .map(([, each]) => view.textOf(each))
    .join('\n')
    .replaceAll(/(?<=\d),(?=\d{3})/gu, '')
  if (body.trim() === '') return []
  return story.paragraphs.flatMap((paragraph, index) =>
    [...paragraphText(paragraph).matchAll(/\d+(?:[.,]\d+)*/gu)].flatMap((match): Found[] => {
      const figure = match[0].replaceAll(',', '')
      if (new RegExp(`(?<![\\d.])${figure.replaceAll('.', '\\.')}(?!\\d|\\.\\d)`, 'u').test(body)) return []
      const at = view.atText(id, index, match.index, match.index + match[0].length)
      return [{ rule: 'head-number', key: `${id}:${figure}`, at, params: { figure } }]
    }),
  )
}
