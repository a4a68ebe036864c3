import { describe, expect, it } from 'vitest'
import { breakHeadLines } from '../../../src/core/compose/head-lines.ts'
import { senseCosts } from '../../../src/core/compose/sense.ts'

/** Han 1 em; marks of display type, Latin letters, figures and blanks half an em. */
const widthOf = (text: string): number =>
  [...text.trim()].reduce((sum, each) => sum + (/[，、；：“”‘’《》（）\x20-\x7e]/.test(each) ? 0.5 : 1), 0)

function divided(text: string, lines: number): string {
  const piece = (from: number, to: number) => text.slice(from, to)
  return breakHeadLines(senseCosts(text), (from, to) => widthOf(piece(from, to)), text.length, {
    measureEm: 99,
    lines,
    most: lines,
  })
    .lines.map(({ from, to }) => piece(from, to).trim())
    .join('|')
}

const costAt = (text: string): number => senseCosts(text.replace('|', ''))[text.indexOf('|')] as number

describe('a headline in lines, as an editor would have it', () => {
  it.each([
    // clauses
    '少些“盆景” |多些“风景”',
    '小病不出村 大病有人接 |县域医共体让“看病远”成为过去',
    '一审宣判：外卖车撞伤路人 |平台担责四成',
    '国家统计局：|2月份居民消费价格同比下降0.7%',
    '春天总打喷嚏，|是感冒还是过敏？',
    '在河流的背面读河流|——读《不入海的水》',
    // subject and predicate
    '我国科学家首次实现|千公里级量子密钥分发',
    '深海热液区|首次发现会“织网”的海虫',
    '全国首个氢能重卡跨省干线|在鄂尔多斯正式投入商业运营',
    '老旧小区加装电梯|如何跨过“意见不一”这道坎',
    '让创新主体与金融资本|和产业园区深度对接',
    '高架桥上|“散步”的鸵鸟被劝返',
    // numbers with their units
    '2024年全国高新区|实现生产总值19.3万亿元',
    '我省出台20条措施|支持中小企业“专精特新”发展',
    '23时到6时，|记者走访了31家药店',
    '春耕贷款投放|一百一十三亿元',
    '地铁3号线|加密早高峰班次',
    '洛坪发现|距今约一亿两千万年的鱼类化石',
    // names, titles, quotations
    '王建国教授团队|攻克钙钛矿电池稳定性难题',
    '山东省委书记林武|在青岛调研海洋经济发展情况',
    '国务院办公厅印发|《关于进一步优化支付服务提升支付便利性的意见》',
    '《黑神话：悟空》|带火山西古建游',
    '“最多跑一次”改革|让企业和群众少跑腿',
    // words that the dictionary parts
    '小小“共享菜园”|种出邻里情',
    '高新区企业|服务日活动现场',
    '首届读书节|在市图书馆开幕',
    // Latin words
    'DeepSeek带火AI大模型一体机 |三大运营商争相接入',
    'C919国产大飞机|开启首个国际定期航班',
    '夜市|灯火',
    // three lines and more
    '习近平主持召开|民营企业座谈会|并发表重要讲话',
    '张桂梅：|让每一个山里女孩|都能走出大山',
    '深圳前海与香港|携手打造国际法律服务中心|和国际商事争议解决中心',
    '科技部等九部门|联合印发方案|支持国家自主创新|示范区先行先试',
  ])('%s', (head) => {
    const lines = head.split('|')
    expect(divided(lines.join(''), lines.length)).toBe(lines.map((line) => line.trim()).join('|'))
  })

  it('holds together in a head of sixty characters', () => {
    const long =
      '这是一个长达六十个字的新闻标题用来检验标题框能不能把它分成几行放下去而不至于小到谁也看不清楚或者大到溢出文框之外去还差几个字'
    expect(divided(long, 2)).toBe(
      '这是一个长达六十个字的新闻标题用来检验标题框能不能把它分成几行放下去|而不至于小到谁也看不清楚或者大到溢出文框之外去还差几个字',
    )
    expect(divided(long, 4).replaceAll('|', '')).toBe(long)
  })
})

describe('the cost of a break', () => {
  const rising = (...places: string[]) => {
    const costs = places.map(costAt)
    expect(costs, places.join('  ')).toEqual([...costs].sort((a, b) => a - b))
    expect(new Set(costs).size, places.join('  ')).toBe(costs.length)
  }

  it('is nothing behind a space or the mark that ends a clause', () => {
    expect(costAt('小病不出村 |大病有人接')).toBe(0)
    expect(costAt('猫咖停业，|猫有了家')).toBe(0)
    expect(costAt('长春高新区：|为可持续振兴开新局')).toBe(0)
  })

  it('rises from subject and predicate over verb and object to noun and noun, and to the inside of a word', () => {
    rising('民营企业|召开座谈会', '召开|民营企业座谈会', '召开民营企业|座谈会', '召开民营企|业座谈会')
  })

  it('is high behind 的 and 和, before 和 less, before 的 most of all', () => {
    rising('家门口|迎来幸福生活', '科技|和产业', '家门口的|幸福新生活', '科技和|产业', '家门口|的幸福新生活')
  })

  it('is higher inside a number and its measure word, or a name, than between nouns', () => {
    rising('新型|机器人', '3|台机器人')
    expect(costAt('王|建国教授')).toBeGreaterThan(costAt('王建国|教授'))
    expect(costAt('2025年|3月')).toBeGreaterThan(costAt('3月|启动新规'))
  })

  it('keeps titles together more than quotations, and those more than open text', () => {
    rising('去读|城市之光', '去“读|城市之光”', '去《读|城市之光》')
  })

  it('forbids what kinsoku forbids, and the inside of figures, Latin words and characters', () => {
    for (const place of [
      '推动“|零跑动”',
      '推动“零跑动|”',
      '产值20|25亿',
      '增长5|.4%',
      '增长5.4|%',
      'Deep|Seek',
      '玛丽·|居里',
      '他说|，走',
    ])
      expect(costAt(place), place).toBe(Number.POSITIVE_INFINITY)
    const costs = senseCosts('我𠮷你')
    expect(costs[2]).toBe(Number.POSITIVE_INFINITY)
  })

  it('is a number for every place of any text, and little work for a very long one', () => {
    for (const text of [
      '',
      '新',
      '”””“““',
      '的的的的',
      '1',
      '\ud800',
      '😀😀',
      '一'.repeat(3000),
      '“'.repeat(3000),
    ]) {
      const costs = senseCosts(text)
      expect(costs.length).toBe(text.length)
      expect(
        costs.every((cost) => cost >= 0),
        text.slice(0, 9),
      ).toBe(true)
    }
  })
})
