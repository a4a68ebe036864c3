import { describe, expect, it } from 'vitest'
import { column, reconstructed } from './helpers.ts'

const page = (...blocks: string[][]) => reconstructed(blocks.flat().join('\n'))

const HARBOUR = column(
  16,
  '本报讯 3月7日，望津港第一条自动化集装箱码头开始试运行，十二台无人驾驶集卡同时上线，码头装卸效率提高近三成。',
  '据港务部门介绍，集装箱从卸船到离港平均用时缩短到四十分钟，下一步还将接通铁路专线。 丁一',
)
const LIBRARY = column(
  16,
  '本报讯 3月8日，柘坪县图书馆推出夜读计划，每晚延长开放三小时，首周接待读者两千余人次，座位几乎天天坐满。',
  '馆长表示，夜读计划将持续到年底，还会请作家与读者见面，把书香送到更多村镇。 何小雨',
)
const LEAD = [
  ...column(
    12,
    '洛坪的沙地里，一排排蓝色的光伏板沿着沙丘起伏，板下的苜蓿已经返青，三月的风里还带着沙粒。',
    '基地负责人简乔算了一笔账：板面挡住了风，近地面风速降低了四成，清洗板面的水又顺势浇灌了草地。',
  ),
  '请来三个村的羊',
  ...column(
    12,
    '草长高了会遮住板子，基地请来了附近三个村的羊，羊吃草，粪肥地，村民还不用再买饲料，一举好几得。',
    '如今，板间放养的滩羊有两万多只，被大家称作光伏羊，一只能比普通羊多卖一百五十元，销路也不愁。',
    '变化还发生在电网的另一头，午间送不出去的电存进了新建的储能站，到傍晚再送往城里的千家万户中。',
  ),
]

describe('heads that stand away from their bodies', () => {
  it('find them by shared words, in whatever order', () => {
    const heads = ['柘坪县图书馆', '夜读计划点亮县城夜晚', '望津港', '自动化码头开始试运行']
    const { articles } = page(HARBOUR, LIBRARY, heads)
    expect(articles).toMatchObject([
      { kind: 'brief', kicker: '望津港', headline: '自动化码头开始试运行', credit: '丁一' },
      { kind: 'brief', kicker: '柘坪县图书馆', headline: '夜读计划点亮县城夜晚', credit: '何小雨' },
    ])
  })

  it('have their kicker behind the headline where the page sets it so', () => {
    const heads = ['夜读计划点亮县城夜晚', '柘坪县图书馆', '自动化码头开始试运行', '望津港']
    const { articles } = page(HARBOUR, LIBRARY, heads)
    expect(articles.map((article) => article.kicker)).toEqual(['望津港', '柘坪县图书馆'])
  })

  it('stay unplaced, with a doubt, behind stories that have heads of their own', () => {
    const { articles, unplaced, doubts } = page(
      ['自动化码头开始试运行'],
      HARBOUR,
      ['夜读计划点亮县城夜晚'],
      LIBRARY,
      ['双色球头奖开出九注'],
    )
    expect(articles.map((article) => article.headline)).toEqual([
      '自动化码头开始试运行',
      '夜读计划点亮县城夜晚',
    ])
    expect(unplaced.map(({ text }) => text)).toEqual(['双色球头奖开出九注'])
    expect(doubts.map((doubt) => doubt.code)).toContain('line-without-article')
  })
})

describe('what stands around a head', () => {
  it('is a deck behind a dash, and a byline of reporters for the long story', () => {
    const { articles } = page(
      ['沙海里种下一片“蓝海”', '——洛坪光伏基地见闻', '▶ 本报记者 夏未央'],
      LEAD,
      HARBOUR,
      ['自动化码头开始试运行'],
    )
    expect(articles[0]).toMatchObject({
      kind: 'lead',
      headline: '沙海里种下一片“蓝海”',
      deck: '——洛坪光伏基地见闻',
      byline: '本报记者 夏未央',
    })
    expect(articles[1]!.byline).toBeUndefined()
  })

  it('is a column head for the story behind it', () => {
    const { articles } = page(LEAD, ['港区动态'], HARBOUR)
    expect(articles.map(({ kind, section }) => [kind, section])).toEqual([
      ['lead', undefined],
      ['column', '港区动态'],
    ])
  })
})

describe('pictures', () => {
  it('have captions with a mark or a photographer, which go where their words are', () => {
    const caption = ['▲洛坪光伏基地的光伏羊在板下吃草。', '夏未央 摄']
    const { articles, furniture } = page(LEAD, caption, HARBOUR)
    expect(articles[0]!.captions.map(({ text }) => text)).toEqual([
      '洛坪光伏基地的光伏羊在板下吃草。夏未央 摄',
    ])
    expect(furniture).toContainEqual(expect.objectContaining({ text: '▲', rule: 'mark' }))
  })
})
