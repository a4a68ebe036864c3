import { describe, expect, it } from 'vitest'
import { takeFolio } from '../../../src/core/reconstruct/folio/folio.ts'
import type { PageFields } from '../../../src/core/reconstruct/types.ts'
import { annotatedLines, PAGE08_FIELDS } from './helpers.ts'

const folioOf = (...lines: string[]) => takeFolio(annotatedLines(...lines))
const pageOf = (...lines: string[]) => folioOf(...lines).page
const BODY = ['3月5日，长春高新区召开', '开2025年重点工作落实推', '进会议，总结2024年工作成']
const DAY = '2025年3月17日 星期一'
const MONDAY: PageFields = { date: '2025-03-17', weekday: '星期一' }
const NEWS_2: PageFields = { section: '要闻', number: '02' }

type Case = [lines: string, page: PageFields]

/** The lines of a case are parted by ` / `; they are read above a text and below it. */
const reads = (cases: Case[]) =>
  it.each(cases)('%s', (text, page) => {
    const lines = text.split(' / ')
    for (const all of [
      [...lines, ...BODY],
      [...BODY, ...lines],
    ]) {
      const folio = folioOf(...all)
      expect(folio.page).toEqual(page)
      expect(folio.rest.map((line) => line.text)).toEqual(BODY)
      expect(visiblePlaces(folio)).toEqual(
        visiblePlaces({ furniture: [], shadows: [], rest: annotatedLines(...all) }),
      )
    }
  })

/** The places of all that is visible: each stands once, whatever it was taken for. */
function visiblePlaces({ furniture, shadows, rest }: Omit<ReturnType<typeof takeFolio>, 'page'>): number[] {
  const texts = [...furniture.map((each) => each.text), ...shadows, ...rest].map((text) =>
    text.withoutBlanks(),
  )
  return texts.flatMap((text) => text.places).sort((a, b) => a - b)
}

describe('the folio', () => {
  it('is read from its date, names and address', () => {
    const page = pageOf(
      '高新园区 08 2025年3月17日星期一',
      '编辑：邓淑华 组版：王新明',
      '邮箱：dengsh@stdaily.com',
      ...BODY,
    )
    expect(page).toEqual(PAGE08_FIELDS)
  })

  it('may be in two places, and away from the top', () => {
    const { page, rest } = folioOf('12 综合新闻', ...BODY, ...BODY, '编辑：顾伟 版式：魏振东', DAY, ...BODY)
    expect(page).toEqual({ section: '综合新闻', number: '12', ...MONDAY, editor: '顾伟', layout: '魏振东' })
    expect(rest).toHaveLength(9)
  })

  it('finds a section that is printed twice in the middle of the dump', () => {
    const { page, rest } = folioOf(DAY, ...BODY, ...BODY, '综合新闻', '综合新闻01', '01', ...BODY, ...BODY)
    expect(page).toEqual({ section: '综合新闻', number: '01', ...MONDAY })
    expect(rest).toHaveLength(12)
  })

  it('says no number where two lines say it with equal right', () => {
    expect(pageOf(DAY, ...BODY, ...BODY, 'A02 要闻', ...BODY, ...BODY, 'A03 要闻', ...BODY, ...BODY)).toEqual(
      MONDAY,
    )
  })
})

describe('section and page number', () => {
  reads([
    [`A02版 要闻 ${DAY}`, { section: '要闻', number: 'A02', ...MONDAY }],
    [`第 08 版 要闻 ${DAY}`, { section: '要闻', number: '08', ...MONDAY }],
    [`08版·要闻 ${DAY}`, { section: '要闻', number: '08', ...MONDAY }],
    ['要闻 | 02', NEWS_2],
    ['2 综合', { section: '综合', number: '2' }],
    [`【要闻】02 ${DAY}`, { ...NEWS_2, ...MONDAY }],
    [`要闻｜０２ / ${DAY}`, { ...NEWS_2, ...MONDAY }],
    [`要 闻 YAOWEN 02 ${DAY}`, { ...NEWS_2, ...MONDAY }],
    [`二版 要闻 ${DAY}`, { section: '要闻', number: '2', ...MONDAY }],
    [`要闻 第十二版 ${DAY}`, { section: '要闻', number: '12', ...MONDAY }],
    [`08-09版 深度 ${DAY}`, { section: '深度', number: '08-09', ...MONDAY }],
    [`社会 / ·民生 16 ${DAY}`, { section: '社会·民生', number: '16', ...MONDAY }],
    [`国内 / 国内· / ·国际 16 ${DAY}`, { section: '国内·国际', number: '16', ...MONDAY }],
    // half a section is none
    [`·国际 16 ${DAY}`, { number: '16', ...MONDAY }],
    [`综合 / 2 / ${DAY}`, { section: '综合', number: '2', ...MONDAY }],
    [`2 / 综合 / ${DAY}`, { section: '综合', number: '2', ...MONDAY }],
    [`${DAY} / 高新园区 / 8 / 编辑：张伟`, { section: '高新园区', number: '8', ...MONDAY, editor: '张伟' }],
  ])
})

describe('a paper’s name', () => {
  it('is set apart', () => {
    const { page, furniture } = folioOf('要闻 2版 2025.3.17 星期一', '霁州日报', ...BODY)
    expect(page).toEqual({ section: '要闻', number: '2', ...MONDAY })
    expect(furniture).toContainEqual(expect.objectContaining({ rule: 'paper-name' }))
  })

  reads([
    [`A02 | 要闻 | 北岭日报 | ${DAY}`, { section: '要闻', number: 'A02', ...MONDAY }],
    [`要闻北岭日报02 ${DAY}`, { ...NEWS_2, ...MONDAY }],
    [`北 岭 日 报 / 要 闻 02 ${DAY}`, { ...NEWS_2, ...MONDAY }],
    [`农民生活报 要闻 02 ${DAY}`, { ...NEWS_2, ...MONDAY }],
    [`高新园区高新园区 1515北岭日报 ${DAY}`, { section: '高新园区', number: '15', ...MONDAY }],
    [`编辑：张伟北岭日报 / 要闻 02 ${DAY}`, { ...NEWS_2, ...MONDAY, editor: '张伟' }],
    [`禾津新闻 国内·国际 10 ${DAY}`, { section: '国内·国际', number: '10', ...MONDAY }],
    // alone these are sections
    [`综合新闻 10 ${DAY}`, { section: '综合新闻', number: '10', ...MONDAY }],
    [`文旅周刊 10 ${DAY}`, { section: '文旅周刊', number: '10', ...MONDAY }],
    [`10 / 产业周刊 / ${DAY}`, { section: '产业周刊', number: '10', ...MONDAY }],
  ])
})

describe('the date', () => {
  reads([
    ['2025.03.17（星期一） 要闻 02', { ...NEWS_2, ...MONDAY }],
    ['2025/3/17 周一 要闻 02', { ...NEWS_2, ...MONDAY }],
    ['２０２５ 年 ３ 月 １７ 日周一要闻 02', { ...NEWS_2, ...MONDAY }],
    ['二〇二五年三月十七日 礼拜一 要闻 02', { ...NEWS_2, ...MONDAY }],
    ['Monday March 17, 2025 / 02 要闻', { ...NEWS_2, ...MONDAY }],
    ['Mon. 17 Mar 2025 / 02 要闻', { ...NEWS_2, ...MONDAY }],
    [`${DAY} 农历乙巳年二月十八 要闻 02`, { ...NEWS_2, ...MONDAY }],
    [`${DAY} / 乙巳蛇年二月廿一 春分 / 02 要闻`, { ...NEWS_2, ...MONDAY }],
    [`${DAY} 晴 12℃～-3℃ 今日8版 总第12345期 要闻 02`, { ...NEWS_2, ...MONDAY }],
    ['3月17日 星期一 / 2025年 / 要闻 02', { ...NEWS_2, ...MONDAY }],
    // no year, no date
    ['3月17日 星期一 要闻 02', { ...NEWS_2, weekday: '星期一' }],
  ])
})

describe('names', () => {
  const both: PageFields = { editor: '张伟', layout: '李娜' }
  reads([
    [`□ 责任编辑 张伟 □ 版式设计 李娜 □ 校对 王芳 / 要闻 02 ${DAY}`, { ...NEWS_2, ...MONDAY, ...both }],
    [`值班编委 王强 责编 张伟 美编 李娜 / 要闻 02 ${DAY}`, { ...NEWS_2, ...MONDAY, ...both }],
    [`审读：王强 组稿：赵磊 责任编辑：张伟 版式：李娜 ${DAY} 要闻 02`, { ...NEWS_2, ...MONDAY, ...both }],
    ['责编/张伟 美编/李娜', both],
    ['编辑张伟组版李娜', both],
    ['责任编辑：张伟版式设计：李娜电话：0431-12345678', both],
    ['主编：王强 执行编辑：张伟 视觉：李娜', both],
    ['编辑/版式 张伟', { editor: '张伟', layout: '张伟' }],
    ['责 任 编 辑：樊 欣 美 编：邓 淑 华', { editor: '樊欣', layout: '邓淑华' }],
    ['编辑：张伟 李娜 版式：王强', { editor: '张伟 李娜', layout: '王强' }],
    ['责任编辑 张伟、李娜 02 文化', { section: '文化', number: '02', editor: '张伟 李娜' }],
    ['责任编辑：阿依古丽·买买提 版式：欧阳小凡', { editor: '阿依古丽·买买提', layout: '欧阳小凡' }],
    // a name, not a Monday
    ['本版编辑 周一凡 2025年3月17日', { date: '2025-03-17', editor: '周一凡' }],
  ])
})

describe('addresses', () => {
  const email = 'a.b@c.com'
  reads([
    [`要闻 02 ${DAY} / 新闻热线：0431-12345678 / 投稿邮箱：${email}`, { ...NEWS_2, ...MONDAY, email }],
    [
      `要闻 02 ${DAY} 编辑：张伟 电话：6560123 本版邮箱：${email}`,
      { ...NEWS_2, ...MONDAY, editor: '张伟', email },
    ],
    [`责编：张伟 E-mail:${email} 美编：李娜`, { editor: '张伟', layout: '李娜', email }],
    [`要闻 02 ${DAY} / ${email} / 网址：www.abc.com.cn`, { ...NEWS_2, ...MONDAY, email }],
  ])
})

describe('a folio printed twice', () => {
  const second = (section: string, number: string): PageFields => ({ section, number, ...MONDAY })
  reads([
    [`要闻要闻0404 / ${DAY}`, second('要闻', '04')],
    [`${DAY}要闻要闻第 9 版第 9 版`, second('要闻', '9')],
    [`社会社会··民生民生1111 ${DAY}`, second('社会·民生', '11')],
    [`教科卫 / 教科卫88 / ${DAY}`, second('教科卫', '8')],
    [`66高新园区 / 高新园区 / ${DAY}`, second('高新园区', '6')],
    [`9 / 9大湾区 / 大湾区 ${DAY}`, second('大湾区', '9')],
    [`国内 / 国内· / ·国际 / 国际第 / 第22版 / 版 ${DAY}`, second('国内·国际', '2')],
    [`综合新闻 / 综合新闻10 / 10 ${DAY}`, second('综合新闻', '10')],
    [`三农 / 三农C15 / C15 版 / ${DAY}`, second('三农', 'C15')],
    [`${DAY} / 绿水家园 / 绿水家园 / 9版 / 9版`, second('绿水家园', '9')],
    // only the number, where it cannot be one as it stands
    [`要闻 1111 ${DAY}`, second('要闻', '11')],
    [`要闻 8版8版 ${DAY}`, second('要闻', '8')],
    // nothing else is doubled
    [`要闻 11 ${DAY}`, second('要闻', '11')],
    [`要闻 99 ${DAY}`, second('要闻', '99')],
    // a day that looks doubled
    [
      '2025 年 3 月 22 日 星期六大湾区大湾区0505',
      { date: '2025-03-22', weekday: '星期六', section: '大湾区', number: '05' },
    ],
    [`编辑编辑：：张伟张伟 / 要闻 02 ${DAY}`, { ...NEWS_2, ...MONDAY, editor: '张伟' }],
    [`编辑：张伟 / 编辑：张伟 / 要闻 02 ${DAY}`, { ...NEWS_2, ...MONDAY, editor: '张伟' }],
    ['20252025年年33月月1717日日 星期一星期一 / 要闻 02', { ...NEWS_2, ...MONDAY }],
  ])
})

describe('what is an article’s', () => {
  const FOLIO = [`要闻 02 ${DAY}`, '编辑：张伟']
  const NO_SECTION = [`02 ${DAY}`, '编辑：张伟']

  it.each([
    ['a column head', '园区动态', '短评', '今日要闻', '赛场快报', '天气预报'],
    ['a headline', '大美高新区', '世界杯 32', '新闻发布会', '2025年全国两会'],
    [
      'a byline or a credit',
      '本报记者 张伟 李娜',
      '文/图 张伟',
      '策划 张伟',
      '摄影 李娜',
      '（责任编辑 张伟）',
    ],
    ['a number', '01', '365', '达到 13', '4 月 7 日 A6 版'],
    ['words of an editor', '编辑同志：', '编辑 们都说', '责任编辑制度'],
    ['a day in a sentence', '截至2025年3月1日', '本办法自2025年3月1日起施行', '定于2025年3月22日 星期六'],
    ['the day of an event', '时间：2025年3月22日（星期六）', '2025年3月18日 星期二 晚上7时'],
  ])('%s stays there', (_, ...lines) => {
    for (const line of lines) {
      for (const all of [
        [...FOLIO, line, ...BODY],
        [...NO_SECTION, line, ...BODY],
        [...FOLIO, ...BODY, ...BODY, line, ...BODY, ...BODY],
        [...BODY, ...BODY, line, ...BODY, ...BODY],
      ]) {
        expect(folioOf(...all).rest.map((each) => each.text)).toContain(line)
      }
    }
  })

  it('stays there between the folio’s lines, too', () => {
    const { page, rest } = folioOf(`综合新闻 A03 ${DAY}`, '一渠春水润麦田', '责编 张伟', ...BODY)
    expect(page).toEqual({ section: '综合新闻', number: 'A03', ...MONDAY, editor: '张伟' })
    expect(rest[0]!.text).toBe('一渠春水润麦田')
  })

  it('keeps a head that is printed twice below the number', () => {
    for (const number of ['11', '社会 11', '·民生 11']) {
      const { rest } = folioOf(`${number} ${DAY}`, '大美高新', '大美高新', ...BODY)
      expect(rest).toHaveLength(5)
    }
  })

  it('keeps the day and the address of a notice', () => {
    const { page, rest } = folioOf(
      ...FOLIO,
      '某某市人民政府办公室',
      '2025年3月10日',
      '来稿请寄邮箱：',
      'a@b.com',
      ...BODY,
    )
    expect(page).toEqual({ ...NEWS_2, ...MONDAY, editor: '张伟' })
    expect(rest.map((line) => line.text)).toEqual(expect.arrayContaining(['2025年3月10日', 'a@b.com']))
  })

  it('keeps the editor of a chart, where the page has its own', () => {
    const { page, rest } = folioOf(...FOLIO, ...BODY, ...BODY, '设计 李娜 编辑 王强', ...BODY)
    expect(page.editor).toBe('张伟')
    expect(rest.map((line) => line.text)).toContain('设计 李娜 编辑 王强')
  })
})
