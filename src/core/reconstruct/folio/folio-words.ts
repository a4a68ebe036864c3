import { isPersonName } from '../../language/surnames.ts'

/**
 * The words of a folio (报眉). They are the general ones of the trade: no place and no paper is named, and what a
 * list does not know is left to its position.
 */

/** What sections are called, alone or put together: 综合 + 新闻, 文旅 + 周刊, 国内·国际. */
const SECTION_WORDS = [
  '要闻|时政|综合|新闻|国内|国际|地方|本地|本市|本省|全国|省内|区域|园区|高新区|高新|开发区|新区|城乡|市县|县域|县区|街镇|乡镇|社区',
  '经济|财经|金融|产业|产经|商业|商务|市场|公司|企业|行业|证券|理财|消费|汽车|房产|楼市|地产|能源|交通|工业|制造|数字',
  '科技|科创|科学|创新|教育|校园|教科卫|教科文卫|科教|文教|健康|卫生|医疗|医药|养生|文化|文艺|文学|艺术|文旅|旅游|读书|书评',
  '阅读|历史|人文|地理|收藏|美食|体育|文体|娱乐|文娱|影视|社会|民生|法治|法制|政法|平安|党建|党政|基层|理论|思想|评论|观点',
  '言论|时评|深度|专题|特别|报道|报导|调查|视点|视觉|影像|图片|摄影|人物|三农|农业|农村|乡村|振兴|生态|文明|环保|环境|绿色',
  '城市|城事|都市|生活|服务|公益|广告|公告|分类|信息|资讯|军事|国防|港澳台|大湾区|青年|青春|少年|老年|银龄|家庭|女性|时尚',
  '天下|世界|环球|时事|热点|焦点|聚焦|关注|封面|头版|导读|互动|读者|热线|民声|亲子|成长|职场|人才|就业|两会|统战|工会',
].join('|')
const SECTION_ENDINGS =
  '副刊|周刊|月刊|专刊|专版|特刊|专栏|频道|版面|版|观察|动态|视窗|之窗|天地|纵横|在线|前沿|速递|园地|大观'
const SECTION = new RegExp(`^(?:${SECTION_WORDS}|[·、/与])*(?:${SECTION_WORDS}|${SECTION_ENDINGS})$`, 'u')

const PAPER = /^\p{Script=Han}{2,7}(?:日报|晚报|时报|早报|晨报|商报|都市报|导报|快报|青年报|周报)$/u
/** 农民报, 法治报, 科技报, but not 天气预报 or 工作简报. */
const OTHER_PAPER = /^\p{Script=Han}{3,8}(?<![预播汇通情海喜捷速简举申战画墙板电上快])报$/u
/** No column head ends so: not 赛场快报, 数读周报. */
const SURE_PAPER = /^(\p{Script=Han}{2,5})(?:日报|晚报|时报|晨报|商报|都市报|青年报)$/u
/** A paper may be called so as well, and so may a section. */
const PAPER_OR_SECTION = /^\p{Script=Han}{2,4}新闻$/u
/** Where a name ends because a paper's begins: 编辑：张三某某日报. */
export const PAPER_BEHIND = /\p{Script=Han}{2,3}(?:日报|晚报|时报|早报|晨报|商报|都市报|导报|青年报)$/u

export const isSectionLike = (word: string): boolean => word.length <= 12 && SECTION.test(word)
export const isPaperName = (word: string): boolean =>
  !isSectionLike(word) && (PAPER.test(word) || OTHER_PAPER.test(word))
/** A paper's name even where it stands alone: its first part is no word of sections. */
export const isSurelyPaper = (word: string): boolean => {
  const first = SURE_PAPER.exec(word)?.[1]
  return first !== undefined && !isSectionLike(first)
}
/** Ends as a section does, but what stands before is no word of sections. */
export const mayBePaperName = (word: string): boolean => PAPER_OR_SECTION.test(word) && !isSectionLike(word)

const EDITOR =
  '责任编辑|责编|本版责任编辑|本版责编|本版编辑|本期编辑|值班编辑|执行编辑|见习编辑|实习编辑|文字编辑|编辑'
const CHIEF = '本版主编|本期主编|执行主编|主编'
const LAYOUT =
  '版面设计|版式设计|版面编辑|版式编辑|美术编辑|美术设计|视觉设计|视觉编辑|视觉总监|本版美编|本版设计|本版版式|本版组版|版面|版式|美编|组版|排版|制版|视觉|设计|美术'
const OTHER_SURE =
  '值班编委|值班总编辑|值班总编|值班副总编辑|值班副总编|值班主任|值班领导|值班终审|总值班|责任校对|本版校对|校对|责校|审校|校检|检校|图片编辑|图编'
const OTHER_WEAK =
  '编委|审读|审核|终审|复审|初审|一审|二审|三审|一校|二校|统筹|策划|监制|制图|图片|摄影|制作|总编辑|总编|副总编辑|副总编|主任'

export type Duty = 'editor' | 'chief' | 'layout' | 'other'

const words = (list: string): string[] => list.split('|')
const DUTIES: ReadonlyMap<string, Duty> = new Map([
  ...words(EDITOR).map((label): [string, Duty] => [label, 'editor']),
  ...words(CHIEF).map((label): [string, Duty] => [label, 'chief']),
  ...words(LAYOUT).map((label): [string, Duty] => [label, 'layout']),
  ...words(`${OTHER_SURE}|${OTHER_WEAK}`).map((label): [string, Duty] => [label, 'other']),
])
/** Articles say these of themselves, too: 策划 张三, 制图 李四. */
const IN_ARTICLES = new Set(words(`${OTHER_WEAK}|${CHIEF}|版面|视觉|设计|美术|制版`))

/** A label of the folio, longest first; those of the folio alone may be set wide (责 任 编 辑). */
export const LABEL = [...DUTIES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((label) => (IN_ARTICLES.has(label) ? label : [...label].join('\\s?')))
  .join('|')

const solid = (label: string): string => label.replace(/\s/gu, '')
export const dutyOf = (label: string): Duty => DUTIES.get(solid(label)) ?? 'other'
export const isFolioLabel = (label: string): boolean => !IN_ARTICLES.has(solid(label))

/** A second name behind the first, with a blank between: 张三 李四, but not 张三 文化. */
export const isFurtherName = (word: string): boolean =>
  isPersonName(word) &&
  !isSectionLike(word) &&
  !isPaperName(word) &&
  !DUTIES.has(word) &&
  !/^周[一二三四五六日]$/u.test(word)
