import { describe, expect, it } from 'vitest'
import { buildItems, textOf } from '../../../src/core/reconstruct/stories/runs.ts'
import { findSubheads } from '../../../src/core/reconstruct/stories/subheads.ts'
import { columnLines, labelledLines } from './helpers.ts'

type Lines = Parameters<typeof labelledLines>[1][]

const TEXTS = [
  '草长高了会遮住板子，基地请来了附近三个村的羊，羊吃草，粪肥地，村民还不用再买饲料，一举好几得。',
  '如今，板间放养的滩羊有两万多只，被大家称作光伏羊，一只能比普通羊多卖一百五十元，销路也不愁。',
  '变化还发生在电网的另一头，午间送不出去的电存进了新建的储能站，到傍晚再送往城里的千家万户中。',
].map((text) => columnLines(12, text))

const kindsOf = (...lines: Lines) =>
  findSubheads(buildItems(labelledLines(12, ...lines))).flatMap((item) =>
    item.type === 'body' ? item.paragraphs.map((each) => [each.kind, textOf(each).text.slice(0, 12)]) : [],
  )
const subheadsOf = (...lines: Lines) =>
  kindsOf(...lines).flatMap(([kind, text]) => (kind === 'subhead' ? [text] : []))

describe('subheads', () => {
  it('are the lines that the paragraph pass took for them', () => {
    const lines: Lines = [
      ...TEXTS[0]!,
      ['subhead', '一、请来三个村的羊'],
      ...TEXTS[1]!,
      ['subhead', '二、存下午间的电'],
      ...TEXTS[2]!,
    ]
    expect(subheadsOf(...lines)).toEqual(['一、请来三个村的羊', '二、存下午间的电'])
  })

  it('are found at the start of a paragraph, where their twins say so', () => {
    const [first, ...rest] = TEXTS[1]!
    const lines: Lines = [
      ['subhead', '一、请来三个村的羊'],
      ...TEXTS[0]!,
      ['first', '二、存下午间的电'],
      ['middle', first![1]],
      ...rest,
      ['subhead', '三、让草原更绿'],
      ...TEXTS[2]!,
    ]
    expect(subheadsOf(...lines)).toEqual(['一、请来三个村的羊', '二、存下午间的电', '三、让草原更绿'])
  })

  it('are no sentences, and no lines of full width', () => {
    const said: Lines = [...TEXTS[0]!, ['single', '村民都说好。'], ...TEXTS[1]!]
    expect(subheadsOf(...said)).toEqual([])
    expect(subheadsOf(...TEXTS.flat())).toEqual([])
  })
})

it('no paragraph is left without text', () => {
  const lines: Lines = [...TEXTS[0]!, ['first', '真的来了！'], ['last', '（李明）']]
  expect(kindsOf(...lines).filter(([, text]) => text === '')).toEqual([])
})
