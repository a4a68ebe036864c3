/** Words that are often written wrong, each with what it should be; characters that sound or look alike. */

const LIST =
  '按装:安装 布署:部署 帐户:账户 帐号:账号 帐目:账目 座落:坐落 渡假:度假 松驰:松弛 复盖:覆盖 再接再励:再接再厉 ' +
  '一愁莫展:一筹莫展 迫不急待:迫不及待 走头无路:走投无路 甘败下风:甘拜下风 谈笑风声:谈笑风生 黄梁美梦:黄粱美梦 穿流不息:川流不息 ' +
  '脉博:脉搏 震憾:震撼 追朔:追溯 泻密:泄密 宣泻:宣泄 萎糜不振:萎靡不振 鬼计多端:诡计多端 竟标:竞标 竟赛:竞赛 竟争:竞争 ' +
  '竟选:竞选 既使:即使 必竟:毕竟 己经:已经 幅射:辐射 防碍:妨碍 气慨:气概 相辅相承:相辅相成 名列前矛:名列前茅 世外桃园:世外桃源 ' +
  '粗旷:粗犷 针贬:针砭 修茸:修葺 杀戳:杀戮 痉孪:痉挛 美仑美奂:美轮美奂 蛛丝蚂迹:蛛丝马迹 一股作气:一鼓作气 不径而走:不胫而走 ' +
  '天翻地复:天翻地覆 言简意骇:言简意赅 食不裹腹:食不果腹 饮鸠止渴:饮鸩止渴 悬梁刺骨:悬梁刺股 默守成规:墨守成规 死皮癞脸:死皮赖脸 ' +
  '金榜提名:金榜题名 出奇不意:出其不意 病入膏盲:病入膏肓 如火如茶:如火如荼 川流不惜:川流不息 自立更生:自力更生 异曲同功:异曲同工 ' +
  '山青水秀:山清水秀 兴高彩烈:兴高采烈 丰富多采:丰富多彩 精采:精彩 融汇贯通:融会贯通 因地治宜:因地制宜 挺而走险:铤而走险 ' +
  '破斧沉舟:破釜沉舟 明查暗访:明察暗访 记忆尤新:记忆犹新 一如继往:一如既往 不言而语:不言而喻 变本加利:变本加厉 草管人命:草菅人命 ' +
  '渊远流长:源远流长 源源流长:源远流长 原远流长:源远流长 应接不遐:应接不暇 目不遐接:目不暇接 凤毛鳞角:凤毛麟角 首曲一指:首屈一指 ' +
  '措手不急:措手不及 陈词烂调:陈词滥调 滥芋充数:滥竽充数 轻歌慢舞:轻歌曼舞 喧宾夺住:喧宾夺主 一幅对联:一副对联 重迭:重叠 撤消:撤销 ' +
  '坚苦卓绝:艰苦卓绝 想像力:想象力 份内:分内 另人:令人 做息:作息 提心掉胆:提心吊胆 关健:关键 发韧:发轫 侯车:候车 侯选人:候选人 ' +
  '气侯:气候 时侯:时候 编篡:编纂 寒喧:寒暄 赢弱:羸弱 截止目前:截至目前'

const WRONG: ReadonlyMap<string, string> = new Map(
  LIST.split(' ').map((pair) => pair.split(':') as [string, string]),
)

interface WrongWord {
  start: number
  end: number
  put: string
}

let pattern: RegExp | undefined

/** Wrong words by the list and by a house's own, which go before it; a word that a house gives to itself is right. */
export function findWrongWords(text: string, house: Readonly<Record<string, string>>): WrongWord[] {
  pattern ??= anyOf([...WRONG.keys()])
  const own = Object.keys(house)
  const found = [...(own.length > 0 ? text.matchAll(anyOf(own)) : []), ...text.matchAll(pattern)]
  const words = found.flatMap(({ 0: word, index }): WrongWord[] => {
    const put = Object.hasOwn(house, word) ? house[word]! : WRONG.get(word)!
    return put === word ? [] : [{ start: index, end: index + word.length, put }]
  })
  return words.filter(
    (each, i) => !words.slice(0, i).some(({ start, end }) => each.start < end && each.end > start),
  )
}

const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(
    [...words]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    'gu',
  )

const escaped = (word: string): string => word.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
