import { squash } from '../../language/characters.ts'
import type { DisplayLine } from '../roles/roles.ts'

const SECTION_KINDS = {
  opinion: /评|言论|观点|论|谈|看台|有话|声音|观察|思考|视角$|杂感/u,
  letters: /来信|来函|信箱|读者|回音|回应|热线|民声|互动|问答|你问/u,
  advice: /健康|养生|医|药|厨|菜|贴士|生活|课堂|科普|百科|提示|提醒|指南|理财|法律|说法|心理|育儿|知识/u,
  notice: /告$|启事|更正|致歉|招聘|预告|公示|声明|一览|数字|榜|日历|天气|服务/u,
  literary: /笔记|随笔|漫笔|记忆|忆|故事|文苑|副刊|诗|散文|小说|草|拾|茶|灯|夜|窗|书|艺|影|乡|老/u,
  brief: /简讯|短讯|快讯|短波|动态|速递|速览|扫描|集锦|传真|一线|新闻|要闻|快报|消息|播报/u,
  people: /人物|面孔|榜样|人生|身边|先锋|达人|追问|深度|调查|聚焦|特稿|关注/u,
} as const

const REPORTER = /记者|通讯员|实习生/u
const COMMENTATOR = /评论员/u
const TITLE = /医师|教授|主任|律师|老师|院长|研究员|馆长|专家|市民|读者|学生|职工|干部/u

/** What kind of column a section's words stand for; `plain` where they say nothing. The first kind that fits. */
export function sectionKind(text: string): string {
  const solid = squash(text)
  const found = Object.entries(SECTION_KINDS).find(([, words]) => words.test(solid))
  return found?.[0] ?? 'plain'
}

/** Who signs: a reporter, a commentator, somebody by his work or only by his name. */
export function signerKind({ text, line }: DisplayLine): string {
  const solid = squash(text.text)
  if (COMMENTATOR.test(solid)) return 'commentator'
  if (REPORTER.test(solid)) return 'reporter'
  if (TITLE.test(solid)) return 'titled'
  if (/^(?:作者|[文图]|口述|整理)/u.test(solid)) return 'author'
  return line.people?.bare ? 'bare' : 'other'
}
