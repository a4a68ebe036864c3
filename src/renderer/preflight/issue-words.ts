/** The words for an issue: what it is, why, and where on the page. */
import { diagnosticOf, type Fix, type Issue } from '../../core/preflight/issue.ts'
import type { RuleId } from '../../core/preflight/rules.ts'
import { isMessage, type Language, message, problemText } from '../../shared/messages.ts'
import { pointPlace } from '../canvas/place.ts'
import type { PageModel } from '../state/page-model.ts'
import type { Say } from '../state/words.ts'

export const issueText = (language: Language, issue: Issue) => problemText(language, diagnosticOf(issue))

export function fixText(say: Say, { name, params }: Fix): string {
  const key = `fix.${name}`
  return isMessage(key) ? say(key, params) : name
}

/** The article's title and `6–8 栏 57 行`. */
export function placeText(page: PageModel, issue: Issue, say: Say): { title: string; cells: string } {
  const { article, box } = issue.at
  const title = article === undefined ? '' : (page.doc.articles[article]?.title ?? '')
  if (!box) return { title: title || say('preflight.whole-page'), cells: '' }
  const { grid } = page.composition
  const from = pointPlace(grid, { x: box.x + 1, y: box.y + 1 })
  const to = pointPlace(grid, { x: box.x + box.width - 1, y: box.y + box.height - 1 })
  const columns = spanOf(from.column, to.column)
  const rows = spanOf(from.row, to.row)
  return { title, cells: columns && rows ? say('preflight.cells', { columns, rows }) : '' }
}

function spanOf(from: number | undefined, to: number | undefined): string {
  if (from === undefined && to === undefined) return ''
  if (from === undefined || to === undefined || from === to) return String(from ?? to)
  return `${from}–${to}`
}

/** What a rule is called: by its name, or its title without the values. */
export function ruleName(language: Language, rule: RuleId): string {
  const name = `rule.${rule}`
  if (isMessage(name)) return message(language, name)
  const key = `problem.${rule}`
  const [what = ''] = isMessage(key) ? message(language, key).split('\n') : [rule]
  return what.replaceAll(/[：:，,]?\s*[“"]?\{\w+\}.*$/gu, '')
}

/** `14:10`, or with its day where that is not today. */
export function clockText(at: string, now: Date = new Date()): string {
  const [day = '', time = ''] = at.split('T')
  const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
  return day === today ? time.slice(0, 5) : `${day.slice(5)} ${time.slice(0, 5)}`
}
