/** A page for tests of 复核, written as its lines are: what each is, and its text. */
import type {
  Article,
  ArticleField,
  Doubt,
  FieldSource,
  Piece,
  Reconstruction,
} from '../../src/core/reconstruct/types.ts'
import type { SourceText, Span } from '../../src/core/source/types.ts'
import { sourceRows } from '../../src/renderer/review/source-rows.ts'

/** `1 headline`, `2 body 0` (article, role, paragraph), `furniture`, `shadow`, `unplaced`; empty for a blank line. */
type Label = string
/** A line of one label, or of several stretches with theirs. */
type Line = [Label, string] | [Label, string][]

const source = (from: Span[]): FieldSource => ({ from, confidence: 0.9, rule: 'test' })

export function reviewPage(lines: readonly Line[], doubts: Doubt[] = []) {
  const articles = new Map<string, Article>()
  const outside: Record<'furniture' | 'shadow' | 'unplaced', Piece[]> = {
    furniture: [],
    shadow: [],
    unplaced: [],
  }
  const texts = lines.map((line, index) => {
    const parts = (Array.isArray(line[0]) ? line : [line]) as [Label, string][]
    let text = ''
    for (const [label, part] of parts) {
      const span = { line: index + 1, start: text.length, end: text.length + part.length }
      text += part
      if (label !== '' && part.trim() !== '') put(label, part, span)
    }
    return text
  })
  function put(label: Label, text: string, span: Span): void {
    const [first = '', role = '', index = '0'] = label.split(' ')
    if (role === '') {
      const kind = first as keyof typeof outside
      outside[kind].push({ text, from: [span], rule: text === '▶' ? 'mark' : 'test' })
      return
    }
    const id = `a${first}`
    const article = articles.get(id) ?? { id, kind: 'brief', paragraphs: [], captions: [], from: {} }
    articles.set(id, article)
    if (role === 'caption') article.captions.push({ text, ...source([span]) })
    else if (role === 'body' || role === 'subhead') {
      const known = article.paragraphs[Number(index)]
      if (known) {
        known.from.push(span)
        known.text += text
      } else article.paragraphs[Number(index)] = { kind: role, text, ...source([span]) }
    } else {
      const field = role as ArticleField
      article[field] = `${article[field] ?? ''}${text}`
      article.from[field] = source([...(article.from[field]?.from ?? []), span])
    }
  }
  const reconstruction: Reconstruction = {
    schema: 'banxin.reconstruction/1',
    page: {},
    articles: [...articles.values()],
    doubts,
    furniture: outside.furniture,
    shadows: outside.shadow,
    unplaced: outside.unplaced,
  }
  const text: SourceText = { name: 'test.txt', encoding: 'utf-8', lines: texts }
  return { source: text, reconstruction, rows: sourceRows(text, reconstruction) }
}

/** A head, two paragraphs and a credit; a second story; matter that belongs to neither. */
export const twoStories = () =>
  reviewPage([
    ['furniture', '高新园区 08'],
    [
      ['1 headline', '春耕'],
      ['shadow', '春耕'],
    ],
    ['1 body 0', '三月里来好风光，'],
    ['1 body 0', '家家户户种田忙，'],
    ['1 body 0', '种下一年好收成。'],
    [
      ['1 body 1', '人人都夸。'],
      ['', ' '],
      ['1 credit', '王小二'],
    ],
    ['', ''],
    ['2 headline', '秋收'],
    ['2 body 0', '八月桂花香。'],
    ['unplaced', '广告热线'],
  ])
