/** The folio 报眉 of a drawn page: what is printed, and what the gold says of it. */

const SECTIONS = (
  '要闻 综合新闻 高新园区 区域 社会·民生 产业周刊 科技创新 生态文明 地方新闻 乡村振兴 教科卫 深度 文化副刊 ' +
  '经济 民生 时政 县域观察 城事 健康 读书 国内·国际 文旅周刊 基层党建 三农 公益 法治 大湾区 体育 银龄 理论'
).split(' ')
const SURNAMES = [
  ...'沈林何关樊唐简邓谈尤温易宁顾江骆商柏夏王李赵周吴郑冯陈褚卫蒋韩杨朱秦许吕张孔曹严华金魏陶姜',
]
const GIVEN =
  '文博 新明 晓燕 国栋 雨桐 以宁 海平 承燊 思远 一凡 淑华 喆 堃 青 䶮 㼆 建军 敏 伟 红 立群 梓涵 佳怡 振东 小满 若兰 志强 婧'.split(
    ' ',
  )
const PAPERS = '霁州时报 北岭日报 汀澜晚报 衡川日报 青垣晨报 洛坪商报 禾津新闻 临岫都市报'.split(' ')
const MAILBOXES = 'qyxw kejiban zhoukan dushb gaoxin bianji fukan news tougao'.split(' ')
const DOMAINS = 'beiling.example tlwb.example hengchuan.example qycb.example'.split(' ')
const MAIL_LABELS = '邮箱：|投稿邮箱：|E-mail：|电子信箱：|电子邮箱：|'.split('|')
const DUTIES = [
  ['编辑', '组版'],
  ['责编', '美编'],
  ['本版编辑', '版式设计'],
  ['责任编辑', '版式'],
  ['编辑', '版式'],
  ['责任编辑', '美术编辑'],
]
const WEEKDAYS = [...'日一二三四五六']
const HAN_DIGITS = [...'〇一二三四五六七八九']

const hanNumber = (n) =>
  n < 11
    ? n === 10
      ? '十'
      : HAN_DIGITS[n]
    : `${n < 20 ? '' : HAN_DIGITS[Math.floor(n / 10)]}十${n % 10 ? HAN_DIGITS[n % 10] : ''}`

function printedDate(rng, day, weekday) {
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
  const two = (n) => String(n).padStart(2, '0')
  const han = `${[...String(y)].map((c) => HAN_DIGITS[c]).join('')}年${hanNumber(m)}月${hanNumber(d)}日`
  return rng.weighted({
    [`${y}年${m}月${d}日${weekday}`]: 10,
    [`${y}年${m}月${d}日 ${weekday}`]: 7,
    [`${y}-${two(m)}-${two(d)} ${weekday}`]: 8,
    [`${han} ${weekday}`]: 11,
    [`${y}.${m}.${d} ${weekday}`]: 3,
    [`${weekday} ${y}年${m}月${d}日`]: 1,
  })
}

function printedNumber(rng, n) {
  const two = String(n).padStart(2, '0')
  const form = rng.weighted({ plain: 14, two: 12, letter: 4, ban: 5, diBan: 5, letterBan: 1 })
  const letter = rng.pick(['A', 'A', 'B', 'C'])
  return {
    plain: [String(n), String(n)],
    two: [two, two],
    letter: [`${letter}${two}`, `${letter}${two}`],
    ban: [`${n}版`, String(n)],
    diBan: [`第${n}版`, String(n)],
    letterBan: [`${letter}${two}版`, `${letter}${two}`],
  }[form]
}

/**
 * @returns {{
 *   gold: { section: string, number: string, date: string, weekday: string, editor?: string, layout?: string, email?: string },
 *   section: string, number: string, date: string, staff?: string, mail?: string, paper?: string
 * }} `gold` holds the page fields, the rest is as printed
 */
export function drawFurniture(rng) {
  const day = new Date(Date.UTC(2025, 2, 14 + rng.int(0, 14)))
  const weekday = `星期${WEEKDAYS[day.getUTCDay()]}`
  const section = rng.pick(SECTIONS)
  const [number, goldNumber] = printedNumber(rng, rng.int(1, 16))
  const name = () => rng.pick(SURNAMES) + rng.pick(GIVEN)
  const gold = { section, number: goldNumber, date: day.toISOString().slice(0, 10), weekday }
  const printed = { gold, section, number, date: printedDate(rng, day, weekday) }
  if (rng.chance(0.95)) {
    const [editing, layout] = rng.pick(DUTIES)
    const mark = rng.pick([' ', '：', '：'])
    gold.editor = name()
    printed.staff = `${editing}${mark}${gold.editor}`
    if (rng.chance(0.85)) {
      gold.layout = name()
      printed.staff += `${rng.pick([' ', '  '])}${layout}${mark}${gold.layout}`
    }
  }
  if (rng.chance(0.75)) {
    gold.email = `${rng.pick(MAILBOXES)}${rng.int(1, 99)}@${rng.pick(DOMAINS)}`
    printed.mail = rng.pick(MAIL_LABELS) + gold.email
  }
  if (rng.chance(0.22)) printed.paper = rng.pick(PAPERS)
  return printed
}
