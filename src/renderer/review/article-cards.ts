/** An article as its card shows it: its parts in reading order, what is sure of them and what is not. */
import type { Article, Doubt, Role } from '../../core/reconstruct/types.ts'
import type { Span } from '../../core/source/types.ts'
import { doubtsAt } from './doubt-queue.ts'
import { type Owner, partsOf } from './source-rows.ts'

export interface CardField {
  key: string
  role: Role
  text: string
  from: readonly Span[]
  doubts: readonly Doubt[]
  confidence?: number
}

export interface CardBody {
  paragraphs: readonly CardField[]
  subheads: number
  /** Printed lines of the source. */
  lines: number
  measureEm?: number
  from: readonly Span[]
}

export interface ArticleCard {
  id: string
  /** In reading order, from 1. */
  number: number
  kind: Article['kind']
  /** Before the body in the card, in reading order. */
  heads: readonly CardField[]
  body?: CardBody
  credit?: CardField
  doubts: readonly Doubt[]
  /** That of the least certain part. */
  confidence: number
  from: readonly Span[]
}

export function articleCard(article: Article, number: number, doubts: readonly Doubt[]): ArticleCard {
  const parts = partsOf(article)
  const field = (owner: Owner): CardField => ({
    key: owner.key,
    role: owner.role as Role,
    text: textOf(article, owner),
    from: owner.from,
    doubts: doubtsAt(doubts, owner.from),
    confidence: owner.confidence,
  })
  const isParagraph = ({ role }: Owner) => role === 'body' || role === 'subhead'
  const paragraphs = parts.filter(isParagraph).map(field)
  const credit = parts.find(({ role }) => role === 'credit')
  const from = parts.flatMap((part) => part.from)
  return {
    id: article.id,
    number,
    kind: article.kind,
    heads: parts.filter((part) => !isParagraph(part) && part.role !== 'credit').map(field),
    ...(paragraphs.length > 0 && { body: bodyOf(article, paragraphs) }),
    ...(credit && { credit: field(credit) }),
    doubts: doubts.filter((doubt) => doubt.article === article.id),
    confidence: Math.min(1, ...parts.map((part) => part.confidence ?? 1)),
    from,
  }
}

function textOf(article: Article, { role, index }: Owner): string {
  if (role === 'caption') return article.captions[index ?? 0]?.text ?? ''
  if (role === 'body' || role === 'subhead') return article.paragraphs[index ?? 0]?.text ?? ''
  return article[role as keyof Article['from']] ?? ''
}

function bodyOf(article: Article, paragraphs: readonly CardField[]): CardBody {
  const from = paragraphs.flatMap((paragraph) => paragraph.from)
  return {
    paragraphs,
    subheads: article.paragraphs.filter(({ kind }) => kind === 'subhead').length,
    lines: new Set(from.map(({ line }) => line)).size,
    measureEm: article.measureEm,
    from,
  }
}
