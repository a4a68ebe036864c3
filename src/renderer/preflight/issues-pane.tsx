import { CircleCheck } from 'lucide-react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Issue } from '../../core/preflight/issue.ts'
import { PanelEdge } from '../controls/panel-edge.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { IssueRow } from './issue-row.tsx'
import { checkNow } from './live-check.ts'
import { type Filter, issueId, preflightState, shownIssues } from './preflight-state.ts'

const GROUPS = ['page', 'text', 'print'] as const

/** All issues of the page by gravity, with what is signed for at the end. */
export function IssuesPane() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  const state = useStore(preflightState, (all) => all)
  if (!page) return null
  const listed = shownIssues(state)
  const open = listed.filter(({ signed }) => !signed)
  const numbers = new Map(state.issues.map((issue, i) => [issueId(issue), i + 1]))
  const section = (name: 'errors' | 'warnings' | 'infos', severity: Issue['severity']) => (
    <Section
      name={name}
      issues={open.filter((each) => each.severity === severity)}
      page={page}
      numbers={numbers}
    />
  )
  return (
    <aside className="issues-region" data-region="issues" aria-label={say('region.issues')}>
      <PanelEdge panel="preflight-left" name={say('region.issues')} />
      <Filters issues={state.issues} filter={state.filter} />
      <div className="issues-scroll" data-place="list" data-testid="issues">
        {section('errors', 'error')}
        {section('warnings', 'warning')}
        {section('infos', 'info')}
        <Section name="signed" issues={listed.filter(({ signed }) => signed)} page={page} numbers={numbers} />
        {listed.length === 0 && <Nothing all={state.issues.length === 0} checking={state.checking} />}
      </div>
      <Foot />
    </aside>
  )
}

function Filters({ issues, filter }: { issues: readonly Issue[]; filter: Filter }) {
  const say = useSay()
  const count = (group: (typeof GROUPS)[number]) => issues.filter((issue) => issue.group === group).length
  return (
    <div className="issues-head">
      <ToggleButtonGroup
        className="stages wide"
        aria-label={say('preflight.filter')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={(keys) => preflightState.set({ filter: [...keys][0] as Filter })}
      >
        <ToggleButton id="all" className="stage">
          {say('preflight.all', { n: issues.length })}
        </ToggleButton>
        {GROUPS.map((group) => (
          <ToggleButton key={group} id={group} className="stage">
            {say(`preflight.group-${group}`, { n: count(group) })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}

interface SectionProps {
  name: 'errors' | 'warnings' | 'infos' | 'signed'
  issues: readonly Issue[]
  page: PageModel
  numbers: ReadonlyMap<string, number>
}

const DOTS = { errors: 'bad', warnings: 'warn', infos: 'info', signed: 'ok' } as const

function Section({ name, issues, page, numbers }: SectionProps) {
  const say = useSay()
  if (issues.length === 0) return null
  return (
    <section aria-label={say(`preflight.${name}`)} data-testid={`issues-${name}`}>
      <h2 className="issues-title">
        <span className={`dot ${DOTS[name]}`} aria-hidden="true" />
        {say(`preflight.${name}`)}
        <span>{say(`preflight.${name}-note`, { n: issues.length })}</span>
      </h2>
      <ul>
        {issues.map((issue) => (
          <IssueRow
            key={issueId(issue)}
            issue={issue}
            page={page}
            number={numbers.get(issueId(issue)) ?? 0}
          />
        ))}
      </ul>
    </section>
  )
}

function Nothing({ all, checking }: { all: boolean; checking: boolean }) {
  const say = useSay()
  if (checking) return <p className="panel-none">{say('preflight.checking')}</p>
  return (
    <div className="all-settled" data-testid="no-issues">
      <Icon of={CircleCheck} size={28} />
      <p>{say(all ? 'preflight.none' : 'preflight.none-here')}</p>
    </div>
  )
}

function Foot() {
  const say = useSay()
  const rules = useStore(preflightState, (state) => state.rules)
  const failed = useStore(preflightState, (state) => new Set(state.issues.map(({ rule }) => rule)).size)
  const checking = useStore(preflightState, (state) => state.checking)
  return (
    <footer className="issues-foot">
      <Icon of={CircleCheck} size={14} />
      <span className="spacer" role="status">
        {checking ? say('preflight.checking') : say('preflight.passed', { n: rules - failed })}
      </span>
      <Button className="button ghost" onPress={checkNow} data-testid="check-now">
        {say('preflight.check-now')}
      </Button>
    </footer>
  )
}
