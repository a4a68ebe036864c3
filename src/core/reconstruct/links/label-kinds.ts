import { squash } from '../../language/characters.ts'
import type { DisplayLine } from '../roles/roles.ts'

const SECTION_KINDS = {
  world: /环球|寰|世界|全球|国际|海外|域外|天下|五洲|异国|外媒/u,
  figures: /数说|数字|数读|数看|数里|数据/u,
  letters: /来信|来函|信箱|读者|回音|回应|热线|民声|互动|问答|你问|帮您问|答疑/u,
  notice: /告$|启事|更正|致歉|招聘|征|预告|公示|声明|一览|榜|日历|天气|气象|服务|讣告|寻人|寻物|挂失|失物/u,
  opinion: /评|言论|观点|论|谈|看台|有话|声音|观察|思考|视角$|杂感|杂议|闲话|锐见|一言|有一说|三言|快语/u,
  brief: /简讯|短讯|快讯|短波|动态|速递|速览|扫描|集锦|传真|播报|一线|新闻|要闻|快报|消息|一句话|点滴|新风/u,
  advice:
    /健康|养生|医|药|厨|灶|菜|贴士|生活|课堂|科普|科学|百科|知识|新知|词典|名词|探秘|提示|提醒|指南|理财|法律|说法|心理|育儿|辨|谣|农时|行情/u,
  memory: /记忆|忆|旧|老|昔|往日|掌故|岁月|百年|历史|口述|档/u,
  literary:
    /笔记|随笔|漫笔|闲笔|故事|文苑|文艺|副刊|诗|散文|小说|草|拾|茶|灯|夜|窗|书|艺|影|乡|手记|札记|手札/u,
  people: /人物|面孔|榜样|人生|身边|先锋|达人|匠|追问|深度|调查|聚焦|特稿|关注/u,
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
