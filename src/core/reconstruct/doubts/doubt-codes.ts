import type { Role } from '../types.ts'

/** A decision less sure than this is a doubt. */
export const SURE = 0.8

/** What a doubt may be about; the message catalogue has words for each. */
export const DOUBT_CODES = [
  'scrambled-dump',
  'page-too-long',
  'little-han',
  'line-without-article',
  'caption-or-headline',
  'weak-head-link',
  /** What is this text? */
  'doubtful-role',
  /** Whose is it? */
  'doubtful-article',
  /** Does the paragraph end here? */
  'paragraph-break',
] as const
export type DoubtCode = (typeof DOUBT_CODES)[number]

export const ROLES = [
  'section',
  'kicker',
  'headline',
  'deck',
  'byline',
  'credit',
  'caption',
  'body',
  'subhead',
  'furniture',
  'unplaced',
] as const satisfies readonly Role[]

/** The words that name the readings of a doubt: roles, and of a paragraph as it is, joined or parted. */
export const CHOICES = [...ROLES, 'keep', 'join', 'break'] as const
export type Choice = (typeof CHOICES)[number]
