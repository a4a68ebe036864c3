/** What 检查 knows of the page: its issues, and which of them is in hand. */
import type { Issue } from '../../core/preflight/issue.ts'
import type { RuleGroup } from '../../core/preflight/rules.ts'
import type { PageFacts } from '../../core/preflight/view.ts'
import { createStore } from '../state/store.ts'

export type Filter = 'all' | RuleGroup

export interface PreflightState {
  issues: readonly Issue[]
  /** How many rules were held against the page. */
  rules: number
  /** The page has changed and is not checked again yet: what is shown is of before. */
  checking: boolean
  /** Checks while the page is being changed; otherwise when it is asked for. */
  live: boolean
  filter: Filter
  /** The issue in hand. */
  chosen: string | null
  /** The issue that is being signed for. */
  signing: string | null
  facts: PageFacts
}

export const preflightState = createStore<PreflightState>({
  issues: [],
  rules: 0,
  checking: false,
  live: true,
  filter: 'all',
  chosen: null,
  signing: null,
  facts: {},
})

/** Tells issues apart; two with the same content are one to sign for and two to mend. */
export const issueId = ({ rule, key, at: { paragraph, start } }: Issue): string =>
  `${rule} ${key} ${paragraph ?? ''} ${start ?? ''}`

export const shownIssues = ({ issues, filter }: PreflightState): Issue[] =>
  filter === 'all' ? [...issues] : issues.filter(({ group }) => group === filter)

/** Errors and warnings that are neither mended nor signed for. */
export const openIssues = (issues: readonly Issue[], severity: Issue['severity']): Issue[] =>
  issues.filter((issue) => issue.severity === severity && !issue.signed)
