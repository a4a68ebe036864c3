import { describe, expect, it } from 'vitest'
import { accountFor } from '../../../src/core/reconstruct/account-for.ts'
import { PAGE08_FIELDS, page08, page08With, reconstructed, sourceOf } from './helpers.ts'

const squash = (text: string) => text.replace(/\s/gu, '')

describe('page 08', () => {
  const page = reconstructed(page08())
  const [lead, foshan, yichang, column] = page.articles

  it('has its folio', () => {
    expect(page.page).toEqual(PAGE08_FIELDS)
  })

  it('has a lead, two briefs and a column', () => {
    expect(page.articles.map((article) => [article.kind, article.paragraphs.length])).toEqual([
      ['lead', 21],
      ['brief', 5],
      ['brief', 5],
      ['column', 4],
    ])
  })

  it('has the lead with its head, byline and subheads', () => {
    expect(lead).toMatchObject({
      headline: '长春高新区：为可持续振兴开新局',
      byline: '樊晨 本报记者 邓淑华',
      captions: [],
      measureEm: 12,
    })
    expect(lead!.kicker ?? lead!.deck ?? lead!.credit ?? lead!.section).toBeUndefined()
    const subheads = lead!.paragraphs.filter((paragraph) => paragraph.kind === 'subhead')
    expect(subheads.map((subhead) => subhead.text)).toEqual(['产业支撑经济稳增长', '抓好11个方面工作落实'])
    expect(lead!.paragraphs[3]!.text).toBe(
      '一组组数据，展示着长春高新区的“成绩单”：2024年，长春高新区规模以上工业产值占比长春新区92.1%，占比长春市11%；' +
        '固定资产投资超出2024年年初计划10.6%，持续为长春市经济稳增长作出贡献。',
    )
  })

  it('gives each brief its own head, though they stand in reverse order', () => {
    expect(foshan).toMatchObject({
      kicker: '佛山高新区',
      headline: '百亿元级半导体集群启航',
      credit: '邓国燊',
    })
    expect(yichang).toMatchObject({
      kicker: '宜昌高新区',
      headline: '企业跨市迁移登记“零跑动”',
      credit: '向青松',
    })
    expect(foshan!.paragraphs[0]!.text).toBe(
      '本报讯 3月7日，佛山人才创新灯塔产业园招商推介会暨佛山半导体科技园动工仪式在南海狮山举行。' +
        '上百亿元级半导体及集成电路产业集群在此次活动上正式启航。',
    )
    expect(yichang!.paragraphs.at(-1)!.text).toMatch(/^据介绍，下一步.*幸福感和满意度。$/u)
  })

  it('finds the measures of its columns', () => {
    // the column's is 17¼ in print: digits and marks stand in nearly all its lines
    expect(page.articles.map((article) => article.measureEm)).toEqual([12, 19, 19, 17.5])
  })

  it('has the column with its captions, and asks whether one of them is a head', () => {
    expect(column).toMatchObject({ section: '园区动态', credit: '李新光' })
    expect(column!.headline).toBeUndefined()
    expect(column!.captions.map((caption) => caption.text)).toEqual([
      '2025年宝鸡高新区“春风行动”暨民营企业专场招聘会现场',
      '招聘会现场气氛热烈，620人次达成初步就业意向。',
    ])
    const asked = page.doubts.find((doubt) => doubt.code === 'caption-or-headline')!
    expect(asked).toMatchObject({ article: column!.id, at: { line: 407 } })
    expect(asked.choices.slice(0, 2)).toEqual(['caption', 'headline'])
    expect(asked.choices.at(-1)).toBe('unplaced')
  })

  it('keeps the mark and the second copies, and loses nothing', () => {
    expect(page.furniture.filter((piece) => piece.rule === 'mark').map((piece) => piece.text)).toEqual(['▶'])
    expect(page.shadows.map((piece) => piece.text)).toContain('长春高新区：为可持续振兴开新局')
    expect(page.unplaced).toEqual([])
    expect(accountFor(sourceOf(page08()), page)).toEqual({ missing: [], twice: [] })
  })

  it('says where each text came from', () => {
    expect(lead!.from.headline!.from).toEqual([
      { line: 8, start: 0, end: 5 },
      { line: 8, start: 10, end: 11 },
      { line: 8, start: 12, end: 16 },
      { line: 8, start: 20, end: 25 },
    ])
    expect(foshan!.from.credit!.from).toHaveLength(1)
  })

  it('shows the printed lines of a paragraph, without the credit', () => {
    const last = yichang!.paragraphs.at(-1)!
    expect(last.lines).toEqual([
      '据介绍，下一步，宜昌高新区管委会市场',
      '监管局将持续聚焦“高效办成一件事”改革目',
      '标，降低企业办事成本，增强企业群众办事的',
      '幸福感和满意度。',
    ])
    for (const { kind, lines, text } of page.articles.flatMap((article) => article.paragraphs)) {
      if (kind === 'body') expect(squash(lines!.join(''))).toBe(squash(text))
    }
  })
})

describe('page 08 written otherwise', () => {
  it('under another section', () => {
    const { page, articles } = reconstructed(page08With('高新园区高新园区0808', '开发区开发区1212'))
    expect(page).toMatchObject({ section: '开发区', number: '12' })
    expect(articles).toHaveLength(4)
  })

  it('by other people', () => {
    const { articles } = reconstructed(
      page08With('▶ 樊晨 本报记者 邓淑华', '▶ 司马文 本报记者 何小雨 通讯员 丁一'),
    )
    expect(articles[0]!.byline).toBe('司马文 本报记者 何小雨 通讯员 丁一')
  })

  it('with a credit in brackets', () => {
    const changed = reconstructed(page08With('亿元。 邓国燊', '亿元。（邓国燊）'))
    expect(changed.articles[1]!.credit).toBe('邓国燊')
    const brackets = changed.furniture.filter((piece) => piece.rule === 'bracket').map((piece) => piece.text)
    expect(brackets).toEqual(['（', '）'])
  })

  it('with no doubling', () => {
    const plain = page08With('高新园区高新园区0808', '高新园区 08').replace(
      '长春高新区长春高新区：：为可持续为可持续振兴开新局振兴开新局',
      '长春高新区：为可持续振兴开新局',
    )
    const { page, articles, shadows } = reconstructed(plain)
    expect(page).toMatchObject({ section: '高新园区', number: '08' })
    expect(articles[0]!.headline).toBe('长春高新区：为可持续振兴开新局')
    expect(shadows).toEqual([])
  })

  it('in other places', () => {
    const places = {
      长春: '霁城',
      佛山: '汀州',
      宜昌: '澜江',
      宝鸡: '望津',
      吉林: '洛坪',
      湖北: '禾津',
      武汉: '柘坪',
    }
    const elsewhere = Object.entries(places).reduce((text, [from, to]) => text.replaceAll(from, to), page08())
    const { articles } = reconstructed(elsewhere)
    expect(articles.map((article) => article.kicker)).toEqual([
      undefined,
      '汀州高新区',
      '澜江高新区',
      undefined,
    ])
    expect(articles[0]!.headline).toBe('霁城高新区：为可持续振兴开新局')
  })

  it('under another column head', () => {
    expect(reconstructed(page08With('园区动态', '一线传真')).articles[3]!.section).toBe('一线传真')
  })

  it('with the briefs’ heads in the order of their bodies', () => {
    const heads = ['宜昌高新区', '企业跨市迁移登记“零跑动”', '佛山高新区', '百亿元级半导体集群启航']
    const lines = page08().split('\n')
    const at = heads.map((head) => lines.indexOf(head))
    const swapped = [...lines]
    at.forEach((line, i) => {
      swapped[line] = heads[(i + 2) % 4]!
    })
    const [, foshan, yichang] = reconstructed(swapped.join('\n')).articles
    expect([foshan!.kicker, yichang!.kicker]).toEqual(['佛山高新区', '宜昌高新区'])
  })
})
