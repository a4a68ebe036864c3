/** `place`: gives a text a role in an article, or takes it out of all of them. */
import { joinLines } from '../reconstruct/lines/printed-lines.ts'
import type { Article, ArticleField, Correction, Piece, Reconstruction } from '../reconstruct/types.ts'
import { addArticle, newArticle } from './articles.ts'
import type { Desk } from './desk.ts'
import { dress, ruleOfMark } from './dress.ts'
import {
  articleAt,
  displaced,
  fieldOf,
  replaceArticle,
  SAME_MEASURE,
  withField,
  withUnplaced,
} from './parts.ts'
import { insertionPoint, newParagraphs } from './place-body.ts'
import { type Selection, type Slice, select } from './selection.ts'
import { settle } from './settle.ts'
import { type Held, selectText, slicesIn, takeOut } from './taking.ts'
import type { Texts } from './texts.ts'

type Placing = Extract<Correction, { kind: 'place' }>

/** What a role makes of an article: what it has no room for, and the marks around the text. */
interface Filled {
  article: Article
  left: Piece[]
  marks: Piece[]
}

/** Null when the source has no such text, or no article has the place that means one. */
export function placeText(page: Reconstruction, placing: Placing, desk: Desk): Reconstruction | null {
  const selection = selectText(page, placing.text, desk.texts)
  if (!selection) return null
  const { as } = placing
  if (as === 'furniture' || as === 'unplaced') return putAside(page, selection, as, desk.texts)
  const target = targetOf(page, placing.article, desk.texts)
  if (!target) return null
  const slices = slicesIn(page, selection, desk.texts)
  if (as !== 'body' && as !== 'subhead') {
    return fill(page, selection, slices, target, desk, (article) =>
      as === 'caption' ? withCaption(article, slices, desk.texts) : withPart(article, as, slices, desk.texts),
    )
  }
  const at = target === 'new' ? 0 : insertionPoint(target, selection, placing.before, desk.texts)
  return fill(page, selection, slices, target, desk, (article) =>
    withBody(article, as, at, slices, desk.texts),
  )
}

function putAside(
  page: Reconstruction,
  selection: Selection,
  as: 'furniture' | 'unplaced',
  texts: Texts,
): Reconstruction {
  const text = joinLines(slicesIn(page, selection, texts).map((slice) => slice.text))
  const piece: Piece = { ...texts.sourced(text), rule: `corrected/${as}` }
  const rest = takeOut(page, selection, texts)
  return settle({ ...rest, [as]: [...rest[as], piece] }, selection, texts)
}

function targetOf(
  page: Reconstruction,
  place: Placing['article'],
  texts: Texts,
): Article | 'new' | undefined {
  if (place === 'new' || place === undefined) return place
  const character = texts.characterAt(place)
  return character ? articleAt(page, character) : undefined
}

/** Takes the text out of where it stood, and puts it into the article. */
function fill(
  page: Reconstruction,
  selection: Selection,
  slices: readonly Slice<Held>[],
  target: Article | 'new',
  desk: Desk,
  put: (article: Article) => Filled,
): Reconstruction {
  const { texts } = desk
  const origin = slices[0]?.part.article
  const emptied = takeOut(page, selection, texts)
  const old = target === 'new' ? undefined : emptied.articles.find(({ id }) => id === target.id)!
  const { article, left, marks } = put(old ?? newArticle(desk, origin?.measureEm))
  const placed = old ? replaceArticle(emptied, old, article) : addArticle(emptied, article, origin)
  const whole = withUnplaced({ ...placed, furniture: [...placed.furniture, ...marks] }, left)
  const settled = settle(whole, selection, texts)
  const gone = select(
    texts,
    left.flatMap((piece) => piece.from),
  )
  return gone ? settle(settled, gone, texts) : settled
}

function withPart(
  article: Article,
  field: ArticleField,
  slices: readonly Slice<Held>[],
  texts: Texts,
): Filled {
  const { part, marks } = dressed(slices, field, texts)
  const before = fieldOf(article, field)
  return { article: withField(article, field, part), left: before ? [displaced(before)] : [], marks }
}

function withCaption(article: Article, slices: readonly Slice<Held>[], texts: Texts): Filled {
  const { part, marks } = dressed(slices, 'caption', texts)
  return { article: { ...article, captions: [...article.captions, part] }, left: [], marks }
}

function dressed(slices: readonly Slice<Held>[], as: ArticleField | 'caption', texts: Texts) {
  const { text, marks } = dress(joinLines(slices.map((slice) => slice.text)), as)
  return {
    part: { ...texts.sourced(text), confidence: 1, rule: `corrected/${as}` },
    marks: marks.map((mark): Piece => ({ ...texts.sourced(mark), rule: ruleOfMark(mark.text) })),
  }
}

function withBody(
  article: Article,
  kind: 'body' | 'subhead',
  at: number,
  slices: readonly Slice<Held>[],
  texts: Texts,
): Filled {
  // an article without text takes the measure of what comes
  const own = article.paragraphs.length > 0 ? article.measureEm : undefined
  const measureEm = own ?? slices[0]?.part.article?.measureEm ?? article.measureEm
  const sameMeasure = (other: Article) =>
    measureEm !== undefined &&
    other.measureEm !== undefined &&
    Math.abs(other.measureEm - measureEm) <= SAME_MEASURE
  const paragraphs = article.paragraphs.toSpliced(at, 0, ...newParagraphs(slices, kind, sameMeasure, texts))
  const { measureEm: _, ...rest } = article
  return {
    article: { ...rest, paragraphs, ...(measureEm !== undefined && { measureEm }) },
    left: [],
    marks: [],
  }
}
