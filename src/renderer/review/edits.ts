/**
 * What a person does to selected text, as corrections. Each takes the rows as they are now and gives the
 * corrections that make the change; none when there is nothing to do.
 */
import type { Article, Correction, Place, Reconstruction, Role } from '../../core/reconstruct/types.ts'
import type { Span } from '../../core/source/types.ts'
import { type Owner, partsOf, type SourceRow, textAt } from './source-rows.ts'
import { type SelectedPiece, selectedPieces, type TextSelection, weighty } from './text-selection.ts'

/** The page as it is when the edit is made. */
export interface EditContext {
  rows: readonly SourceRow[]
  reconstruction: Reconstruction
}

const BODY: readonly Role[] = ['body', 'subhead']
/** In characters; few heads are longer. */
const LONGEST_HEAD = 30
const OUTSIDE: readonly Role[] = ['furniture', 'unplaced']
const isOutside = (role: Role): boolean => OUTSIDE.includes(role)
const isBodyRole = (role: Owner['role'] | undefined): boolean => BODY.includes(role as Role)

/** Gives the selected text a role: in its own article, or in the nearest one when it has none. */
export function changeRole(context: EditContext, selection: TextSelection, as: Role): Correction[] {
  const pieces = weighty(selectedPieces(context.rows, selection.spans))
  if (pieces.length === 0 || pieces.every(({ owner }) => owner?.role === as)) return []
  if (isOutside(as)) return [{ kind: 'place', text: spansOf(pieces), as }]
  const article = articleFor(context, pieces)
  const place = article && placeIn(article, pieces)
  if (!article) return [{ kind: 'place', text: spansOf(pieces), as, article: 'new' }]
  if (!isBodyRole(as)) return [{ kind: 'place', text: spansOf(pieces), as, article: place }]
  return groupsOf(pieces).flatMap((group) => placeBody(article, group, as, place))
}

/** Body text keeps its place in the article: text on both sides of it is parted first. */
function placeBody(
  article: Article,
  pieces: SelectedPiece[],
  as: Role,
  place: Place | 'new' | undefined,
): Correction[] {
  const text = spansOf(pieces)
  const last = text.at(-1)!
  const own = article.paragraphs.findIndex(
    (paragraph) => paragraph.from === (pieces[0]?.owner?.from as unknown),
  )
  const following = own < 0 ? article.paragraphs : article.paragraphs.slice(own + 1)
  const rest = own < 0 ? undefined : article.paragraphs[own]?.from.find((span) => isAfter(span, last))
  const after: Place | undefined = rest
    ? rest.line === last.line
      ? { line: last.line, at: Math.max(rest.start, last.end) }
      : startOf(rest)
    : startOf(following.find(({ from }) => from[0] && (own >= 0 || isAfter(from[0], last)))?.from[0])
  const first = own < 0 ? undefined : article.paragraphs[own]?.from[0]
  const inMiddle = rest && first && isBefore(startOf(first)!, startOf(text[0])!)
  const parts: Correction[] = inMiddle && after ? [{ kind: 'break', at: after }] : []
  return [...parts, { kind: 'place', text, as, article: place, ...(after && { before: after }) }]
}

/** Puts the selected text into another article, each part in the role that it has. */
export function moveTo(context: EditContext, selection: TextSelection, article: Article): Correction[] {
  const pieces = weighty(selectedPieces(context.rows, selection.spans))
  const foreign = pieces.filter(({ owner }) => owner?.article !== article.id)
  const place = placeIn(article, foreign)
  return groupsOf(foreign).map((group) => {
    const text = spansOf(group)
    const as = group[0]?.owner?.article ? roleOf(group[0].owner) : likelyRole(context, article, text)
    const before = isBodyRole(as) ? startOf(firstAfter(article, text[0]!)) : undefined
    return { kind: 'place', text, as, article: place, ...(before && { before }) }
  })
}

/** Makes an article of its own from the selected text. */
export function newArticle(context: EditContext, selection: TextSelection): Correction[] {
  const pieces = weighty(selectedPieces(context.rows, selection.spans))
  let home: Place | undefined
  return groupsOf(pieces).map((group) => {
    const text = spansOf(group)
    const as = roleOf(group[0]?.owner)
    const correction: Correction = { kind: 'place', text, as, article: home ?? 'new' }
    home ??= startOf(text[0])
    return correction
  })
}

export function mergeInto(article: Article, into: Article): Correction[] {
  const [from, to] = [placeIn(article, []), placeIn(into, [])]
  return from && to && article.id !== into.id ? [{ kind: 'merge', article: from, into: to }] : []
}

/** Where the selection begins, when that is inside body text. */
function bodyStart(context: EditContext, selection: TextSelection): { place: Place; owner: Owner } | null {
  const [caret] = selection.spans
  const [piece] = weighty(selectedPieces(context.rows, selection.spans))
  if (piece) {
    return piece.owner && isBodyRole(piece.owner.role)
      ? { place: { line: piece.line, at: piece.start }, owner: piece.owner }
      : null
  }
  if (!caret) return null
  const row = context.rows[caret.line - 1]
  const owner = row?.pieces.find(({ start, end }) => caret.start >= start && caret.start < end)?.owner
  return owner && isBodyRole(owner.role) ? { place: { line: caret.line, at: caret.start }, owner } : null
}

const paragraphAt = (context: EditContext, owner: Owner) => {
  const article = articleById(context, owner.article)
  return article && owner.index !== undefined ? { article, index: owner.index } : null
}

/** Parts the article before the paragraph in which the selection begins; it must not be the first. */
export function splitHere(context: EditContext, selection: TextSelection): Correction[] {
  const found = bodyStart(context, selection)
  const at = found && paragraphAt(context, found.owner)
  return found && at && at.index > 0 ? [{ kind: 'split', at: found.place }] : []
}

export function breakHere(context: EditContext, selection: TextSelection): Correction[] {
  const found = bodyStart(context, selection)
  const [first] = found?.owner.from ?? []
  return found && first && isBefore(startOf(first)!, found.place) ? [{ kind: 'break', at: found.place }] : []
}

export function joinBefore(context: EditContext, selection: TextSelection): Correction[] {
  const found = bodyStart(context, selection)
  const at = found && paragraphAt(context, found.owner)
  return found && at && at.index > 0 ? [{ kind: 'join', at: found.place }] : []
}

/** Moves the paragraph in which the selection begins before the one above, or behind the one below. */
export function moveParagraph(context: EditContext, selection: TextSelection, step: 1 | -1): Correction[] {
  const found = bodyStart(context, selection)
  const at = found && paragraphAt(context, found.owner)
  if (!found || !at) return []
  const { article, index } = at
  const { paragraphs } = article
  const own = paragraphs[index]
  const other = paragraphs[index + step]
  if (!own || !other) return []
  const target = step < 0 ? other : paragraphs[index + 2]
  const before = startOf(target?.from[0])
  const place = startOf(other.from[0])
  return [{ kind: 'place', text: own.from, as: own.kind, article: place, ...(before && { before }) }]
}

/** A character that stands in the article, best one that the edit does not move. */
function placeIn(article: Article, moved: readonly Span[]): Place | undefined {
  const spans = partsOf(article).flatMap(({ from }) => from)
  const stays = spans.find((span) => !moved.some((other) => overlaps(span, other)))
  return startOf(stays ?? spans[0])
}

export const articleById = (
  { reconstruction }: Pick<EditContext, 'reconstruction'>,
  id: string | undefined,
) => reconstruction.articles.find((article) => article.id === id)

/** The article of the text, else the one that the lines above belong to, else that of the lines below. */
function articleFor(context: EditContext, pieces: readonly SelectedPiece[]): Article | undefined {
  const own = pieces.find(({ owner }) => owner?.article)?.owner?.article
  if (own) return articleById(context, own)
  const line = pieces[0]!.line
  const has = (row: SourceRow) => row.main?.article !== undefined
  const near = context.rows.slice(0, line - 1).findLast(has) ?? context.rows.slice(line).find(has)
  return articleById(context, near?.main?.article)
}

/** Pieces by the part that they are of, in the order of the source. */
function groupsOf(pieces: readonly SelectedPiece[]): SelectedPiece[][] {
  const groups = new Map<string, SelectedPiece[]>()
  for (const piece of pieces) {
    const key = piece.owner?.key ?? 'none'
    groups.set(key, [...(groups.get(key) ?? []), piece])
  }
  return [...groups.values()]
}

/** Text outside all articles becomes body text in one. */
const roleOf = (owner: Owner | undefined): Role =>
  !owner || owner.role === 'shadow' || isOutside(owner.role) ? 'body' : owner.role

/** Text that stood in no article is a headline where it may be one and there is none yet. */
function likelyRole({ rows }: EditContext, article: Article, text: readonly Span[]): Role {
  const line = textAt(
    rows.map((row) => row.text),
    text,
  ).trim()
  const isDisplay = text.length === 1 && [...line].length <= LONGEST_HEAD && !/[。！？；]$/.test(line)
  return isDisplay && article.headline === undefined ? 'headline' : 'body'
}

const firstAfter = (article: Article, text: Span): Span | undefined =>
  article.paragraphs.map(({ from }) => from[0]).find((span) => span && isAfter(span, text))

const spansOf = (pieces: readonly SelectedPiece[]): Span[] =>
  pieces.map(({ line, start, end }) => ({ line, start, end }))

const startOf = <S extends Span | undefined>(span: S) =>
  (span ? { line: span.line, at: span.start } : undefined) as S extends Span ? Place : Place | undefined

const isBefore = (a: Place, b: Place): boolean => a.line < b.line || (a.line === b.line && a.at < b.at)
const isAfter = (span: Span, other: Span): boolean =>
  span.line > other.line || (span.line === other.line && span.end > other.end)
const overlaps = (a: Span, b: Span): boolean => a.line === b.line && a.start < b.end && b.start < a.end
