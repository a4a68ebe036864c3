/** The fields, captions and kind of one article beside the gold's. */
import type { ArticleField } from '../../../src/core/reconstruct/types.ts'
import type { Share } from './counts.ts'
import { type ArticleText, bare, captionsOf, FIELDS, flat } from './page-text.ts'

export type ArticleRate = ArticleField | 'caption' | 'kind'
export type ArticleShares = Partial<Record<ArticleRate, Share>>

/** What is absent on both sides is not counted. `found` is undefined where no article was found for the gold's. */
export function compareFields(gold: ArticleText, found: ArticleText | undefined): ArticleShares {
  const shares: ArticleShares = {}
  for (const field of FIELDS) {
    const isThere = bare(gold[field]) !== '' || bare(found?.[field]) !== ''
    if (!isThere || (found && isCaptionsName(gold, found, field))) continue
    shares[field] = { right: isSameField(gold, found, field) ? 1 : 0, of: 1 }
  }
  const captions = Math.max(captionsOf(gold).length, found ? captionsOf(found).length : 0)
  if (captions > 0) {
    const right = found ? rightCaptions(gold, found).filter(Boolean).length : 0
    shares.caption = { right, of: captions }
  }
  shares.kind = { right: found?.kind === gold.kind ? 1 : 0, of: 1 }
  return shares
}

export const isSameField = (
  gold: ArticleText,
  found: ArticleText | undefined,
  field: ArticleField,
): boolean => bare(gold[field]) === bare(found?.[field])

/** A photographer's name may end the caption or be the credit: both are right. */
export function isCaptionsName(gold: ArticleText, found: ArticleText, field: ArticleField): boolean {
  if (field !== 'credit' || bare(gold.credit) !== '') return false
  return captionsOf(gold).some((caption) => caption.replace(/[）)]$/u, '').endsWith(bare(found.credit)))
}

/** For each caption found whether it is one of the gold's, each of which is taken once. */
export function rightCaptions(gold: ArticleText, found: ArticleText): boolean[] {
  const credit = bare(found.credit)
  const isSame = (caption: string, text: string) =>
    bare(text) === bare(caption) ||
    bare(text + flat(found.credit)) === bare(caption) ||
    `${text}（${credit}）` === caption
  const right = captionsOf(found).map(() => false)
  for (const caption of captionsOf(gold)) {
    const hit = captionsOf(found).findIndex((text, i) => !right[i] && isSame(caption, text))
    if (hit >= 0) right[hit] = true
  }
  return right
}
