/**
 * The dump as 复核 shows it: every line cut into the pieces that the reconstruction made of it, each with its
 * owner. Nothing is left out: what no record accounts for is a piece without an owner.
 */
import type {
  Article,
  ArticleField,
  FieldSource,
  Reconstruction,
  Role,
} from '../../core/reconstruct/types.ts'
import type { SourceText, Span } from '../../core/source/types.ts'

/** What a stretch of text became: a part of an article, or matter outside all of them. */
export interface Owner {
  /** The same for all pieces of one part. */
  key: string
  role: Role | 'shadow'
  /** The article's id. */
  article?: string
  /** The paragraph's or caption's place in its article, from 0. */
  index?: number
  from: readonly Span[]
  confidence?: number
  rule: string
}

/** A stretch of one line, `start` to `end`, with the blanks behind it. */
export interface RowPiece {
  start: number
  end: number
  /** Undefined for text that no record accounts for. */
  owner?: Owner
}

export interface SourceRow {
  /** Counted from 1. */
  line: number
  text: string
  /** In order, without gaps; none for a blank line. */
  pieces: readonly RowPiece[]
  /** The owner that says most about the line. */
  main?: Owner
}

export const FIELDS: readonly ArticleField[] = ['section', 'kicker', 'headline', 'deck', 'byline', 'credit']

export function sourceRows(source: SourceText, reconstruction: Reconstruction): SourceRow[] {
  const byLine: (RowPiece[] | undefined)[] = new Array(source.lines.length + 1)
  for (const owner of ownersOf(reconstruction)) {
    for (const { line, start, end } of owner.from) {
      byLine[line] ??= []
      byLine[line].push({ start, end, owner })
    }
  }
  return source.lines.map((text, index) => {
    const line = index + 1
    if (isBlank(text)) return { line, text, pieces: [] }
    const pieces = cut(text, byLine[line] ?? [])
    return { line, text, pieces, main: mainOwner(pieces) }
  })
}

function ownersOf(reconstruction: Reconstruction): Owner[] {
  const { articles, furniture, shadows, unplaced } = reconstruction
  const outside = (role: Owner['role'], pieces: Reconstruction['furniture']): Owner[] =>
    pieces.map(({ from, rule }, index) => ({ key: `${role} ${index}`, role, from, rule }))
  return [
    ...articles.flatMap(partsOf),
    ...outside('furniture', furniture),
    ...outside('shadow', shadows),
    ...outside('unplaced', unplaced),
  ]
}

/** The parts of an article in the order in which they are read, the credit last. */
export function partsOf(article: Article): Owner[] {
  const owner = (role: Role, source: FieldSource, index?: number): Owner => ({
    key: `${article.id} ${role} ${index ?? ''}`,
    role,
    article: article.id,
    index,
    from: source.from,
    confidence: source.confidence,
    rule: source.rule,
  })
  const field = (role: ArticleField): Owner[] => {
    const source = article.from[role]
    return source ? [owner(role, source)] : []
  }
  return [
    ...FIELDS.filter((role) => role !== 'credit').flatMap(field),
    ...article.captions.map((caption, index) => owner('caption', caption, index)),
    ...article.paragraphs.map((paragraph, index) => owner(paragraph.kind, paragraph, index)),
    ...field('credit'),
  ]
}

/** Joins what touches and has one owner, and gives every character of the line to a piece. */
function cut(text: string, owned: RowPiece[]): RowPiece[] {
  owned.sort((a, b) => a.start - b.start)
  const pieces: RowPiece[] = []
  const push = (start: number, end: number, owner?: Owner) => {
    if (end <= start) return
    const last = pieces.at(-1)
    if (last && (last.owner === owner || isBlank(text.slice(start, end)))) last.end = end
    else if (last && isBlank(text.slice(last.start, last.end))) {
      last.end = end
      last.owner = owner
    } else pieces.push({ start, end, owner })
  }
  let at = 0
  for (const { start, end, owner } of owned) {
    push(at, start)
    push(Math.max(at, start), end, owner)
    at = Math.max(at, end)
  }
  push(at, text.length)
  return pieces
}

/** A mark such as ▶ says nothing of the line it stands in, nor does a second copy. */
export const isLight = (owner: Owner | undefined): boolean =>
  owner?.role === 'shadow' || (owner?.role === 'furniture' && owner.rule === 'mark')

function mainOwner(pieces: readonly RowPiece[]): Owner | undefined {
  const heavy = pieces.filter(({ owner }) => owner && !isLight(owner))
  const rare = heavy.find(({ owner }) => owner?.role !== 'body')
  return (rare ?? heavy[0] ?? pieces[0])?.owner
}

export const isBlank = (text: string): boolean => /^[\s\u200b\u2060\ufeff]*$/u.test(text)

/** The text of spans, second copies left out as far as `without` names them. */
export const textAt = (lines: readonly string[], spans: readonly Span[]): string =>
  spans.map(({ line, start, end }) => lines[line - 1]?.slice(start, end) ?? '').join('')

/** Lines by what most of them is, and the places with second copies: what the status bar counts. */
export interface RowCounts {
  written: number
  body: number
  heads: number
  captions: number
  furniture: number
  unplaced: number
  shadows: number
  /** Characters that found no place or that no record accounts for. */
  lostCharacters: number
}

export function countRows(rows: readonly SourceRow[]): RowCounts {
  const counts: RowCounts = {
    written: 0,
    body: 0,
    heads: 0,
    captions: 0,
    furniture: 0,
    unplaced: 0,
    shadows: 0,
    lostCharacters: 0,
  }
  for (const { text, pieces, main } of rows) {
    if (pieces.length === 0) continue
    counts.written++
    if (pieces.some(({ owner }) => owner?.role === 'shadow')) counts.shadows++
    const body = pieces.some(({ owner }) => owner?.role === 'body' || owner?.role === 'subhead')
    counts[body ? 'body' : GROUPS[main?.role ?? 'unplaced']]++
    for (const { start, end, owner } of pieces) {
      if (owner && owner.role !== 'unplaced') continue
      counts.lostCharacters += [...text.slice(start, end).replace(/\s/g, '')].length
    }
  }
  return counts
}

const GROUPS: Record<Owner['role'], 'body' | 'heads' | 'captions' | 'furniture' | 'unplaced'> = {
  body: 'body',
  subhead: 'body',
  section: 'heads',
  kicker: 'heads',
  headline: 'heads',
  deck: 'heads',
  byline: 'heads',
  credit: 'heads',
  caption: 'captions',
  furniture: 'furniture',
  shadow: 'furniture',
  unplaced: 'unplaced',
}
