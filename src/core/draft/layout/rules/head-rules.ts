/** Heads: which is largest, and that no two alike meet (碰题). */
import type { Finding } from '../types.ts'
import { HEAD_RATIO, WEIGHTS } from '../weights.ts'
import { broken, flaw, type HeadPlace, type Rule } from './view.ts'

/** 碰题: two heads side by side in the same rows and of nearly one size; a box round one of them parts them. */
export const noHeadsTouch: Rule = ({ heads }) => {
  const findings: Finding[] = []
  for (const left of heads) {
    for (const right of heads) {
      if (left.module.column + left.module.shape.span !== right.module.column) continue
      const shared = Math.min(left.to, right.to) - Math.max(left.from, right.from)
      if (shared <= 0 || sizeRatio(left, right) >= HEAD_RATIO) continue
      const level = Math.abs(left.from - right.from) <= 1
      const boxed = left.module.shape.boxed || right.module.shape.boxed
      const at = [left.module.article, right.module.article]
      if (level && !boxed) findings.push(broken('heads-touch', at, WEIGHTS.headsTouch))
      else if (shared >= 2) findings.push(flaw('heads-near', at, WEIGHTS.headsTouchWeakly))
    }
  }
  return findings
}

const sizeRatio = (a: HeadPlace, b: HeadPlace): number =>
  Math.max(a.sizePt, b.sizePt) / Math.min(a.sizePt, b.sizePt)

/** The lead opens the page and has the largest headline; it stands at the left if it can. */
export const leadLeads: Rule = ({ modules, heads, rankOf }) => {
  const lead = modules.find(({ article }) => rankOf(article) === 'lead')
  if (lead === undefined) return []
  const at = [lead.article]
  const findings: Finding[] = []
  if (lead.row !== 0) findings.push(broken('lead-not-on-top', at, WEIGHTS.leadNotTop))
  if (lead.column !== 0) findings.push(flaw('lead-not-left', at, WEIGHTS.leadNotLeft))
  const own = lead.shape.head?.sizePt
  const others = heads.filter(({ module }) => module !== lead).map(({ sizePt }) => sizePt)
  if (own !== undefined && own > 0 && own <= Math.max(0, ...others))
    findings.push(broken('lead-head-not-largest', at, WEIGHTS.leadHeadNotLargest))
  return findings
}

/** A further lead's head is no smaller than a lesser story's, and stands no quarter page below one. */
export const ranksInOrder: Rule = ({ modules, heads, rankOf, rows }) => {
  const sizeOf = (article: string) => heads.find(({ module }) => module.article === article)?.sizePt
  const findings: Finding[] = []
  for (const second of modules) {
    if (rankOf(second.article) !== 'second') continue
    for (const other of modules) {
      if (rankOf(other.article) !== 'other') continue
      const at = [second.article, other.article]
      const [a, b] = [sizeOf(second.article), sizeOf(other.article)]
      if (a !== undefined && b !== undefined && a < b)
        findings.push(flaw('head-order', at, WEIGHTS.headOrder))
      if (second.row > other.row + rows / 4) findings.push(flaw('second-lead-low', at, WEIGHTS.secondLeadLow))
    }
  }
  return findings
}
