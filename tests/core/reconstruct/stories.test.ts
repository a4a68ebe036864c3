import { describe, expect, it } from 'vitest'
import { undoubleLines } from '../../../src/core/reconstruct/doubling.ts'
import type { LineLabel } from '../../../src/core/reconstruct/line-costs.ts'
import { describeLines } from '../../../src/core/reconstruct/line-features.ts'
import { assignRoles } from '../../../src/core/reconstruct/roles.ts'
import { buildItems, textOf } from '../../../src/core/reconstruct/runs.ts'
import { buildStories, findHiddenCaptions } from '../../../src/core/reconstruct/stories.ts'
import { annotatedLines } from './helpers.ts'

/** Stories of lines whose labels are given, all in a column of 12 em. */
function storiesOf(...labelled: [LineLabel, string][]): string[][] {
  const described = describeLines(undoubleLines(annotatedLines(...labelled.map(([, text]) => text))).lines)
  const lines = described.map((line, i) => {
    const label = labelled[i]![0]
    return { ...line, label, measure: label === 'display' ? 0 : 12 }
  })
  const items = findHiddenCaptions(assignRoles(buildItems(lines)).items)
  return buildStories(items).stories.map((story) =>
    story.paragraphs.map((paragraph) => textOf(paragraph).text),
  )
}

const HEAD: [LineLabel, string] = ['display', '自动化码头']
const NEWS: [LineLabel, string][] = [
  ['first', '本报讯 3月7日，望津'],
  ['last', '港试运行。 丁一'],
]

describe('stories', () => {
  it('are joined where one breaks off and another begins in the middle', () => {
    const stories = storiesOf(
      ['first', '羊吃草。板面挡住了风'],
      ['middle', '，风速降低四成。清洗板面'],
      HEAD,
      ...NEWS,
      HEAD,
      ['last', '的水灌溉了草地。'],
    )
    expect(stories).toEqual([
      ['羊吃草。板面挡住了风，风速降低四成。清洗板面的水灌溉了草地。'],
      ['本报讯 3月7日，望津港试运行。'],
    ])
  })

  it('end with a credit and begin with a dateline', () => {
    expect(storiesOf(...NEWS, ...NEWS)).toHaveLength(2)
  })

  it('go on over a caption between two columns', () => {
    const stories = storiesOf(
      ['first', '基地负责人简乔算了一'],
      ['middle', '笔账。板面挡住了风，近地'],
      ['last', '面风速降低了四成。'],
      ['display', '▲光伏羊在板下吃草。'],
      ['first', '羊吃草。如今，板间放'],
      ['last', '养的滩羊有两万多只。'],
    )
    expect(stories).toHaveLength(1)
    expect(stories[0]).toHaveLength(2)
  })

  it('of one dated text each are two photo texts', () => {
    const photo = (place: string): [LineLabel, string][] => [
      ['first', `3月5日，${place}的工人在`],
      ['middle', '车间里赶制订单，全力保障'],
      ['last', '春耕物资供应。'],
    ]
    expect(storiesOf(...photo('柘坪'), ...photo('禾津'))).toHaveLength(2)
  })

  it('leave one short sentence in a block of its own to the pictures', () => {
    expect(storiesOf(...NEWS, HEAD, ['single', '孩子们在领新书。'])).toHaveLength(1)
  })
})
