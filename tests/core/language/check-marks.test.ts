/** Without these, proofreading would miss faults that readers write in about, or drown an editor in false alarms. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  checkMarks,
  checkStoryMarks,
  fixMarks,
  type ProofRule,
} from '../../../src/core/language/check-marks.ts'

/** The rule, the text with the fault in ‹›, and the text mended; `=` where no certain fix is known. */
const FAULTS: [ProofRule, string, string][] = [
  ['half-width-mark', '会议召开‹,›部署工作', '会议召开，部署工作'],
  ['half-width-mark', '他说‹:›“好”', '他说：“好”'],
  ['half-width-mark', '总值‹(›GDP‹)›增长', '总值（GDP）增长'],
  ['half-width-mark', 'GDP‹(›国内生产总值‹)›', 'GDP（国内生产总值）'],
  ['half-width-mark', '增长5%‹.›', '增长5%。'],
  ['half-width-mark', '马克‹.›吐温', '='],
  ['half-width-mark', '读‹<›红楼梦‹>›', '读《红楼梦》'],
  ['doubled-mark', '会议召开‹，，›部署', '会议召开，部署'],
  ['doubled-mark', '太好了‹！！！！›', '太好了！！！'],
  ['clashing-marks', '工作结束‹，。›', '工作结束。'],
  ['clashing-marks', '他说：“好。”‹。›', '他说：“好。”'],
  ['mark-order', '真的‹！？›', '真的？！'],
  ['mark-at-start', '‹，›会议召开。', '='],
  ['mark-at-end', '会议召开‹，›', '='],
  ['ellipsis', '等等‹。。。›', '等等……'],
  ['ellipsis', '他走了‹…›', '他走了……'],
  ['ellipsis', '苹果、梨……‹。›', '苹果、梨……'],
  ['dash', '春天‹--›花开', '春天——花开'],
  ['interpunct', '马克‹・›吐温', '马克·吐温'],
  ['straight-quote', '他说‹"›好‹"›', '他说“好”'],
  ['unmatched-mark', '他说：‹“›好的。', '='],
  ['unmatched-mark', '读‹《›红楼梦，很好', '='],
  ['unmatched-mark', '读《红楼梦》‹》›，很好', '='],
  ['empty-pair', '他‹（）›说', '他说'],
  ['reversed-quotes', '他说‹”›好‹“›', '他说“好”'],
  ['nested-quotes', '“他说‹“›好‹”›就走了”', '“他说‘好’就走了”'],
  ['nested-quotes', '《读‹《›红楼梦‹》›有感》', '《读〈红楼梦〉有感》'],
  ['space-in-han', '工‹ ›业‹ ›产值', '工业产值'],
  ['space-at-figure', '占比‹ ›11%', '占比11%'],
  ['space-at-mark', '会议，‹ ›部署', '会议，部署'],
  ['full-width-letter', '投资‹１２．５›亿元', '投资12.5亿元'],
  ['odd-character', '‹⻓›春', '长春'],
  ['odd-character', '‹⽇›报', '日报'],
  ['odd-character', '生僻‹\ue000›字', '='],
  ['odd-character', '长‹\u200b›春', '长春'],
  ['doubled-words', '重要‹的的›工作', '重要的工作'],
  ['doubled-words', '‹长春高新区长春高新区›召开', '长春高新区召开'],
  ['list-number', '‹1、›深入实施', '1.深入实施'],
  ['list-number', '（一）‹、›深入实施', '（一）深入实施'],
  ['number-zero', '住五‹○›三室', '住五〇三室'],
  ['number-year-han', '‹二○二五年›春', '2025年春'],
  ['number-year-han', '‹二零二五年›春', '2025年春'],
  ['number-year-han', '‹二〇二五年›春', '2025年春'],
  ['number-date-mixed', '‹二〇二五年›3月17日', '2025年3月17日'],
  ['number-date-mixed', '2025年‹三月›17日', '2025年3月17日'],
  ['number-date-mixed', '3月‹十七›日', '3月17日'],
  ['number-short-year', '自‹25年›3月起', '='],
  ['date-impossible', '‹2025年2月29›日', '='],
  ['date-impossible', '‹13月›2日', '='],
  ['number-range-mark', '3月7‹-›8日', '3月7—8日'],
  ['number-range-mark', '2023‹-›2025年', '2023—2025年'],
  ['number-range-mark', '招收10‹-›20人', '招收10～20人'],
  ['number-range-mark', '气温5‹~›8℃', '气温5～8℃'],
  ['number-range-unit', '占‹15～›30%', '占15%～30%'],
  ['number-range-unit', '投资‹9-›16亿元', '投资9亿～16亿元'],
  ['number-about', '来了‹20几›个人', '来了二十几个人'],
  ['number-about-comma', '走了‹三、四›天', '走了三四天'],
  ['number-about-comma', '走了‹5、6›个', '走了五六个'],
  ['number-about-twice', '‹约30多›人', '='],
  ['number-about-twice', '‹近500人左右›', '='],
  ['number-percent-mixed', '占‹百分之20›', '占20%'],
  ['number-hundreds', '来了‹5千›人', '来了5000人'],
  ['number-point', '增长‹.›5%', '增长0.5%'],
  ['number-broken', '2‹ ›025年', '2025年'],
  ['number-broken', '92.‹ ›1%', '92.1%'],
  ['number-named-day', '“‹3.15›”晚会', '“3·15”晚会'],
  ['unit-letters', '重5‹KG›', '重5kg'],
  ['unit-letters', '面积300‹平米›', '面积300平方米'],
  ['unit-twice', '价值‹￥200元›', '价值200元'],
]

/** Texts that are right. */
const RIGHT = [
  '3月5日，长春高新区召开2025年重点工作落实推进会议，占比11%；固定资产投资超出2024年年初计划10.6%。',
  '“专利成果库”“企业需求库”“成果转化库”3个科技成果服务数据库，累计1,000余项。',
  '邮箱：dengsh@stdaily.com，网址https://www.example.com/a?b=1,2。',
  '比分3:2，12:30开球，电话0431-8888-1234，编号2025-03-17，型号C919-10架。',
  '一、二年级的学生，第三、四季度，最近3天左右，三五天，5千克，5千米，11个百分点。',
  'Xi’an的“十五五”规划（2026—2030年），5%～8%，9亿～16亿元，3·15晚会。',
  '（一）深入实施。1.抓好落实。他问：“好吗？”“好！”',
  '天天向上，人人有责，的的确确，2025年三月初三，农历三月十五日。',
  '吉诺贝尔科学家科创园——长白山实验室……',
]

describe('proofreading', () => {
  it.each(FAULTS)('%s: %s', (rule, marked, mended) => {
    const places = [...marked.matchAll(/‹([^›]*)›/gu)].map(({ 1: part }) => part)
    const text = marked.replaceAll(/[‹›]/gu, '')
    const found = checkMarks(text)
    expect(found.map((each) => each.rule)).toEqual(places.map(() => rule))
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(places)
    expect(fixMarks(text, found)).toBe(mended === '=' ? text : mended)
    if (mended !== '=') expect(checkMarks(mended)).toEqual([])
  })

  it.each(RIGHT)('finds nothing in: %s', (text) => {
    expect(checkMarks(text)).toEqual([])
  })

  it('lets a quotation run over paragraphs that each begin with its mark', () => {
    expect(checkStoryMarks(['他说：“第一。', '“第二。', '“第三。”'])).toEqual([[], [], []])
  })

  it('asks for the mark at the start of a paragraph that goes on with a quotation', () => {
    const [, second] = checkStoryMarks(['他说：“第一。', '第二。”'])
    expect(second).toEqual([{ start: 0, end: 1, rule: 'quote-goes-on', fix: '“第' }])
  })

  it('names the mark that was never closed, not every quotation after it', () => {
    expect(checkStoryMarks(['他说：“第一。', '第二“甲”乙。', '“丙”。'])).toEqual([
      [{ start: 3, end: 4, rule: 'unmatched-mark' }],
      [],
      [],
    ])
  })

  it('does not let a bracket run on into the next paragraph', () => {
    const found = checkStoryMarks(['他（第一。', '第二）。'])
    expect(found.map((each) => each.map(({ rule }) => rule))).toEqual([
      ['unmatched-mark'],
      ['unmatched-mark'],
    ])
  })

  it('cries wolf in less than one paragraph of a hundred of invented newspaper text', () => {
    const folder = join(import.meta.dirname, '../../drawn/pages')
    let paragraphs = 0
    const alarms: string[] = []
    for (const page of readdirSync(folder)) {
      const gold = JSON.parse(readFileSync(join(folder, page, 'gold.json'), 'utf8'))
      for (const article of gold.articles) {
        const texts: string[] = article.paragraphs.map(({ text }: { text: string }) => text)
        for (const [index, found] of checkStoryMarks(texts).entries()) {
          paragraphs += 1
          for (const { rule, start, end } of found) {
            alarms.push(
              `${page} ${rule} ${texts[index]!.slice(Math.max(0, start - 6), start)}‹${texts[index]!.slice(start, end)}›${texts[index]!.slice(end, end + 6)}`,
            )
          }
        }
      }
    }
    expect(paragraphs).toBeGreaterThan(500)
    expect(alarms.length / paragraphs, alarms.join('\n')).toBeLessThan(0.01)
  })
})
