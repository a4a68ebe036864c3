import { bucket } from '../roles/page-view.ts'
import type { Story, StoryFacts } from './stories.ts'

const REPORTED = /记者|通讯员|据悉|据了解|获悉/u
const DATED = /\d{1,2}月\d{1,2}日|\d{1,2}日|近日|日前|昨天|今天|昨日/u
/** Characters that foreign names are spelt with. */
const FOREIGN = /[斯尔克拉特德尼利罗姆格弗兹伦]/gu
const ARGUES = /应当|应该|不能|不可|莫要|不妨|岂|须|何必|与其|恰恰|不是.{1,12}而是|才能|贵在|切忌/gu
const ADVISES = /可以|最好|避免|建议|不要|不宜|适量|容易|尽量|如果|之所以|因为/gu
const REMEMBERS = /那年|那时|小时候|记得|当年|从前|后来|曾经|母亲|父亲|祖|童年/gu
const ASKS_READERS = /来信|来稿|投稿|致电|电话|热线|报名|联系|邮箱|欢迎|敬请|请将/u

/** What kind of text a story is, in a few words: reported or told, dated or not, long or short. */
export function styleOf(
  { credit, measure, paragraphs }: Story,
  { text, size, bodyCount }: StoryFacts,
): string[] {
  const start = text.slice(0, 40)
  const count = (words: RegExp) => text.match(words)?.length ?? 0
  const perHundred = (found: number) => bucket((found * 100) / (size + 1), [0, 0.5, 1, 2, 4])
  return [
    `reported=${REPORTED.test(text.slice(0, 80))}`,
    `dated=${DATED.test(start)}`,
    `place-first=${/^\p{Script=Han}{2,10}[市县区镇乡村]/u.test(start)}`,
    `i=${perHundred(count(/我(?![国省市县区们院校])/gu))}`,
    `asks=${perHundred(count(/？/gu))}`,
    `quotes=${perHundred(count(/“/gu))}`,
    `digits=${bucket((count(/[0-9]/gu) * 100) / (size + 1), [0, 1, 3, 6, 12])}`,
    `readers=${bucket(count(new RegExp(ASKS_READERS, 'gu')), [0, 1, 2])}`,
    `you=${perHundred(count(/[您你]/gu))}`,
    `said=${perHundred(count(/说|表示|介绍/gu))}`,
    `foreign=${perHundred(count(FOREIGN))}`,
    `argues=${perHundred(count(ARGUES))}`,
    `advises=${perHundred(count(ADVISES))}`,
    `remembers=${perHundred(count(REMEMBERS))}`,
    `paragraphs=${bucket(bodyCount, [1, 2, 3, 5, 8])}`,
    `paragraph-size=${bucket(size / (paragraphs.length || 1), [25, 50, 80, 120])}`,
    `credit=${credit ? `${credit.where},${/记者|通讯员/u.test(credit.text.text)}` : 'none'}`,
    `measure=${bucket(measure, [10, 13, 16, 19, 22])}`,
    `colon-start=${/^[^，。]{1,8}：/u.test(text)}`,
  ]
}
