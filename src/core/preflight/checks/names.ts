/** Names of people and Latin words that a page spells in two ways. */
import { paragraphText } from '../../doc/paragraph-text.ts'
import { isPersonName } from '../../language/surnames.ts'
import { replaceText } from '../fixes.ts'
import type { Found } from '../issue.ts'
import type { RuleId } from '../rules.ts'
import type { PageView } from '../view.ts'

const TITLE =
  '书记|主任|局长|厅长|市长|县长|区长|镇长|乡长|省长|院长|校长|所长|处长|科长|部长|司长|馆长|会长|秘书长|总经理|经理|董事长|总裁|总监|负责人|教授|研究员|院士|医生|医师|护士|专家|记者|通讯员|代表|委员|队长|村民|居民|市民|志愿者|学生|老师|工程师|创始人|创始者|站长|社长|厂长|农户|师傅|同志'
const SAID =
  '说|表示|介绍|告诉|认为|指出|强调|坦言|透露|解释|建议|报道|带领|主持|出席|宣布|坚信|回忆|感慨|补充|分析|直言|笑着|在|向|对|和|与|也|就'
const NAMED = new RegExp(`(?:${TITLE})([\\p{Script=Han}]{2,3}?)(?=${SAID}|[，、：。；（ ]|$)`, 'gu')
const SAYS = /(?<=^|[，。！？”、；\s])([\p{Script=Han}]{2,3})(?=表示|介绍说|告诉记者|坦言|认为|指出)/gu

interface Mention {
  story: string
  paragraph: number
  start: number
  text: string
  /** The whole paragraph. */
  whole: string
}

export const checkNames = (view: PageView): Found[] => [...checkPeople(view), ...checkLatin(view)]

function checkPeople(view: PageView): Found[] {
  const names = [...peopleOn(view)].filter((name) => name.length === 3)
  return names.flatMap((name, i) =>
    names.slice(0, i).flatMap((other): Found[] => {
      if (name[0] !== other[0] || differences(name, other) !== 1) return []
      const [here, there] = [mentionsOf(view, name), mentionsOf(view, other)]
      const [seldom, often, usual] = here.length <= there.length ? [here, there, other] : [there, here, name]
      return twoWays(view, 'name-two-ways', seldom, usual, often.length)
    }),
  )
}

/** Who is named with a title or speaks, and who signs. */
function peopleOn(view: PageView): Set<string> {
  const names = new Set<string>()
  const see = (name: string) => isPersonName(name) && names.add(name)
  for (const [, { role, paragraphs }] of view.stories) {
    for (const paragraph of paragraphs) {
      const text = paragraphText(paragraph)
      if (role === 'byline')
        for (const word of text.split(/[^\p{Script=Han}]+|本报|记者|通讯员|实习生/u)) see(word)
      for (const pattern of [NAMED, SAYS]) for (const [, name] of text.matchAll(pattern)) see(name!)
      for (const run of paragraph.runs) if (run.style === 'credit') see(run.text.trim())
    }
  }
  const { editor, layout } = view.doc.meta
  for (const name of [editor, layout]) if (name !== undefined) see(name)
  return names
}

const differences = (a: string, b: string): number =>
  [...a].filter((character, i) => character !== b[i]).length

function mentionsOf(view: PageView, word: string): Mention[] {
  return view.stories.flatMap(([story, { paragraphs }]) =>
    paragraphs.flatMap((each, paragraph) => {
      const text = paragraphText(each)
      return [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
        story,
        paragraph,
        start: index,
        text: word,
        whole: text,
      }))
    }),
  )
}

const ADDRESS = /[\w.+-]+@[\w.-]+|(?:https?:\/\/|www\.)[\x21-\x7e]+/gu
const LATIN = /[A-Za-z][A-Za-z\d]*(?:-[A-Za-z\d]+)*/gu

/** DeepSeek and Deepseek, WiFi and Wi-Fi: one word, two spellings. */
function checkLatin(view: PageView): Found[] {
  const words = new Map<string, Map<string, Mention[]>>()
  for (const [story, { paragraphs }] of view.stories) {
    for (const [paragraph, each] of paragraphs.entries()) {
      const text = paragraphText(each).replaceAll(ADDRESS, (address) => ' '.repeat(address.length))
      for (const { 0: word, index } of text.matchAll(LATIN)) {
        if (word.length < 3) continue
        const key = word.toLowerCase().replaceAll('-', '')
        const spellings = words.get(key) ?? new Map<string, Mention[]>()
        words.set(
          key,
          spellings.set(word, [
            ...(spellings.get(word) ?? []),
            { story, paragraph, start: index, text: word, whole: paragraphText(each) },
          ]),
        )
      }
    }
  }
  return [...words.values()].flatMap((spellings): Found[] => {
    const [[usual, often], ...others] = [...spellings].sort(([, a], [, b]) => b.length - a.length) as [
      [string, Mention[]],
      ...[string, Mention[]][],
    ]
    return others.flatMap(([, mentions]) => twoWays(view, 'word-two-ways', mentions, usual, often.length))
  })
}

/** Every place of the spelling that is rarer. */
function twoWays(
  view: PageView,
  rule: RuleId,
  mentions: readonly Mention[],
  usual: string,
  often: number,
): Found[] {
  return mentions.map(({ story, paragraph, start, text, whole }) => {
    const range = { story, paragraph, start, end: start + text.length }
    const params = { text, put: usual, times: often }
    return {
      rule,
      key: `${story}:${text}/${usual}`,
      at: view.atText(story, paragraph, start, range.end),
      params,
      fix: replaceText(range, whole, usual),
    }
  })
}
