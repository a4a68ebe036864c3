import { describe, expect, it } from 'vitest'
import type { Manuscript } from '../../../../src/core/draft/manuscript.ts'
import { readManuscript } from '../../../../src/core/draft/new/read-manuscript.ts'
import { readManuscripts } from '../../../../src/core/draft/new/read-manuscripts.ts'
import { sampleBytes } from '../../../support/real-page.ts'

const BODY = '本报讯 园区里的新鲜事一件接着一件，说也说不完，今天就先说到这里。'
const MORE = '第二天大家又来了，带着各自的图纸，在会议室里坐了整整一个下午。'

/** The parts of an article without where they came from. */
function parts({ id: _, from: __, paragraphs, captions, ...fields }: Manuscript) {
  return {
    ...fields,
    paragraphs: paragraphs.map(({ kind, text }) => (kind === 'subhead' ? `# ${text}` : text)),
    captions: captions.map(({ text }) => text),
  }
}

const read = (...lines: string[]) => parts(readManuscript(lines.join('\n'), 'a1'))

describe('a manuscript', () => {
  it.each([
    ['headline and text', ['园区新增企业百家', BODY], { headline: '园区新增企业百家', paragraphs: [BODY] }],
    [
      'a short line above a longer one is the kicker',
      ['佛山高新区', '百亿元级半导体集群启航', BODY],
      { kicker: '佛山高新区', headline: '百亿元级半导体集群启航', paragraphs: [BODY] },
    ],
    [
      'a line behind dashes is the deck',
      ['园区新增企业百家', '——来自一线的报道', '▶本报记者 樊晨', BODY],
      { headline: '园区新增企业百家', deck: '——来自一线的报道', byline: '本报记者 樊晨', paragraphs: [BODY] },
    ],
    [
      'a column head in brackets, a subhead, a caption and a credit',
      [
        '【园区动态】',
        '招聘会开了三天',
        BODY,
        '三天来了多少人',
        `${MORE}（李志伟 王芳）`,
        '图为招聘会现场。',
      ],
      {
        kind: 'column',
        section: '园区动态',
        headline: '招聘会开了三天',
        paragraphs: [BODY, '# 三天来了多少人', MORE],
        credit: '李志伟 王芳',
        captions: ['图为招聘会现场。'],
      },
    ],
    [
      'parts as they are labelled, in any order',
      ['主题：园区新增企业百家', '引题：春天里', '作者：樊晨', '正文：', BODY, '署名：李志伟'],
      {
        kicker: '春天里',
        headline: '园区新增企业百家',
        byline: '樊晨',
        credit: '李志伟',
        paragraphs: [BODY],
      },
    ],
    ['a sentence alone is text without a head', [BODY], { paragraphs: [BODY] }],
    ['one word is a headline', ['启航'], { headline: '启航', paragraphs: [] }],
    [
      'an indented line is text however short',
      ['启航', '　　开工', MORE],
      { headline: '启航', paragraphs: ['开工', MORE] },
    ],
  ])('%s', (_name, lines, wanted) => {
    expect(read(...lines)).toMatchObject(wanted)
  })

  it('of blanks has no part, and a text of them no article', () => {
    expect(read(' ', '　　')).toEqual({ kind: 'brief', paragraphs: [], captions: [] })
    expect(readManuscripts('', ' \n　　\r\n')).toEqual([])
  })

  it('keeps every character that is no label, marker or bracket', () => {
    const lines = ['佛山高新区', '百亿元级半导体集群启航', BODY, '三天来了多少人', MORE, '图为招聘会现场。']
    const { kicker, headline, paragraphs, captions } = readManuscript(lines.join('\r\n'), 'a1')
    const texts = [
      kicker,
      headline,
      ...paragraphs.map(({ text }) => text),
      ...captions.map(({ text }) => text),
    ]
    expect(texts.join('')).toBe(lines.join(''))
  })
})

describe('a pasted dump', () => {
  it('is read as the page that it is: all its articles', () => {
    const articles = readManuscripts('page08.txt', new TextDecoder().decode(sampleBytes()))
    expect(articles.length).toBe(4)
    expect(articles.map(({ headline }) => headline)).toContain('百亿元级半导体集群启航')
  })
})
