import type { Box } from '../../core/geometry.ts'
import type { Issue } from '../../core/preflight/issue.ts'
import { boxToScreen } from '../canvas/view.ts'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { showIssue } from './acting.ts'
import { issueText } from './issue-words.ts'
import { issueId, preflightState } from './preflight-state.ts'

const PIN_PX = 20

/** The issues' numbers where they are on the page, and the outline of the one in hand. */
export function IssuePins() {
  const stage = useStore(app, (state) => state.stage)
  const issues = useStore(preflightState, (state) => state.issues)
  if (stage !== 'preflight') return null
  const placed = issues.flatMap((issue, i) =>
    issue.at.box ? [{ issue, number: i + 1, box: issue.at.box }] : [],
  )
  return (
    <div className="issue-pins" aria-hidden="true">
      <Outlines placed={placed} />
      {apart(placed).map((each) => (
        <Pin key={issueId(each.issue)} {...each} />
      ))}
    </div>
  )
}

interface Placed {
  issue: Issue
  number: number
  box: Box
}

/** Pins on one place stand side by side. */
function apart(placed: readonly Placed[]): (Placed & { step: number })[] {
  const taken = new Map<string, number>()
  return placed.map((each) => {
    const place = `${Math.round(each.box.x / 8)} ${Math.round(each.box.y / 8)}`
    const step = taken.get(place) ?? 0
    taken.set(place, step + 1)
    return { ...each, step }
  })
}

/** The list has the same issues as buttons: whoever moves by keys goes there. */
function Pin({ issue, number, box, step }: Placed & { step: number }) {
  const say = useSay()
  const view = useStore(app, (state) => state.view)
  const language = useStore(app, (state) => state.language)
  const chosen = useStore(preflightState, (state) => state.chosen === issueId(issue))
  const at = boxToScreen(view, box)
  const { what } = issueText(language, issue)
  return (
    <button
      type="button"
      tabIndex={-1}
      className="pin"
      data-severity={issue.signed ? 'signed' : issue.severity}
      data-current={chosen}
      title={say('preflight.pin', { n: number, what })}
      style={{
        translate: `${Math.round(at.x - PIN_PX / 2 + step * (PIN_PX + 2))}px ${Math.round(at.y - PIN_PX / 2)}px`,
      }}
      onClick={() => showIssue(issue)}
      data-testid={`pin-${number}`}
    >
      {number}
    </button>
  )
}

function Outlines({ placed }: { placed: readonly Placed[] }) {
  const view = useStore(app, (state) => state.view)
  const chosen = useStore(preflightState, (state) => state.chosen)
  return placed.map(({ issue, box }) => {
    const current = issueId(issue) === chosen
    if (issue.signed || (issue.severity !== 'error' && !current)) return null
    const { x, y, width, height } = boxToScreen(view, box)
    return (
      <span
        key={issueId(issue)}
        className="issue-outline"
        data-severity={issue.severity}
        data-current={current}
        style={{ translate: `${Math.round(x)}px ${Math.round(y)}px`, width, height }}
      />
    )
  })
}
