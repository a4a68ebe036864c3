/**
 * The words papers head a column with (栏目). A list is the weakest rule of the reconstruction: position and
 * repetition should decide before it does.
 */
const BARE =
  /^(?:短评|时评|快评|锐评|点评|简讯|快讯|短讯|短波|言论|杂谈|随笔|副刊|图片新闻|新闻速递|编后|今日谈|微评|微言|国际|综合|观点|评论|要闻)$/u

const WITH_TOPIC =
  /^[\p{Script=Han}·]{2,8}(?:动态|短波|扫描|漫笔|短评|时评|快评|锐评|点评|观察|速览|速递|快讯|简讯|短讯|讲堂|论坛|信箱|之窗|视点|声音|随笔|杂谈|一线|聚焦|副刊|传真|掠影|广角|集锦|走笔|笔谈|茶座|絮语|札记|笔记|漫谈|论语|纵横|万象|前沿|看台|追踪|关注|视野|博览|百科|课堂|热线|连线|人物|风采|故事|专栏|瞭望|瞭望台|谈|说|评论|短新闻|拾零|拾萃|撷英|花絮|园地|天地|驿站|沙龙|视窗|窗口|周刊|来信|镜头|影像|记忆)$/u

/** A column head by itself: 短评, 简讯. */
export const isSectionWord = (text: string): boolean => BARE.test(text)

/** A column head of a topic and such a word: 园区动态. */
export const isSectionName = (text: string): boolean => {
  const size = [...text].length
  return isSectionWord(text) || (size >= 3 && size <= 6 && WITH_TOPIC.test(text))
}
