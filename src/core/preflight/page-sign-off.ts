/**
 * 校次 and 签发: who read the page in which round, and who lets it go to press, kept among the page's sign-offs. A
 * signature is for the page as it was; when the page is changed afterwards, it is out of date.
 */
import type { PageDoc, SignOff } from '../doc/schema.ts'
import { signOff, signOffFor, withdrawSignOff } from './sign-off.ts'

/** 一校 二校 三校 清样 */
export const ROUNDS = ['first', 'second', 'third', 'final'] as const
/** 编辑 组版 值班主任 总编 */
export const SIGNERS = ['editor', 'layout', 'duty', 'chief'] as const
export type Round = (typeof ROUNDS)[number]
export type Signer = (typeof SIGNERS)[number]

export interface Signature {
  by: string
  /** ISO 8601 with its offset. */
  at: string
  /** The page has been changed since. */
  outdated: boolean
}

const ruleOf = (what: Round | Signer): string =>
  (ROUNDS as readonly string[]).includes(what) ? 'proof-round' : 'page'

const about = (what: Round | Signer) => ({ rule: ruleOf(what), key: what })

export function signatureOf(doc: PageDoc, what: Round | Signer): Signature | undefined {
  const found = signOffFor(doc, about(what))
  return found && { by: found.by, at: found.at, outdated: found.note !== digest(doc) }
}

export const signPage = (doc: PageDoc, what: Round | Signer, who: Pick<SignOff, 'by' | 'at'>): PageDoc =>
  signOff(doc, about(what), { ...who, note: digest(doc) })

export const withdrawSignature = (doc: PageDoc, what: Round | Signer): PageDoc =>
  withdrawSignOff(doc, about(what))

/** The round that is being read. */
export const currentRound = (doc: PageDoc): Round | undefined =>
  ROUNDS.find((round) => signOffFor(doc, about(round)) === undefined)

/** All have signed for the page as it is. */
export const isSigned = (doc: PageDoc): boolean =>
  SIGNERS.every((signer) => signatureOf(doc, signer)?.outdated === false)

const digests = new WeakMap<PageDoc, string>()

/** Tells one state of a page from another, signatures apart (FNV-1a over its JSON). */
function digest(doc: PageDoc): string {
  const known = digests.get(doc)
  if (known !== undefined) return known
  const { signOffs: _, preflightProfile: __, ...page } = doc
  let hash = 0x811c9dc5
  const json = JSON.stringify(page)
  for (let i = 0; i < json.length; i++) hash = Math.imul(hash ^ json.charCodeAt(i), 0x01000193) >>> 0
  const value = hash.toString(36)
  digests.set(doc, value)
  return value
}
