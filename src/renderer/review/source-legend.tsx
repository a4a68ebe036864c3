import { useSay } from '../state/words.ts'

/** What the marks in the source mean. */
export function SourceLegend() {
  const say = useSay()
  return (
    <footer className="pane-foot source-legend">
      <span>
        <span className="look-shadow">{say('review.role.shadow')}</span>
        <span className="legend-note">{say('review.legend-shadow')}</span>
      </span>
      <span>
        <i className="legend-bar" aria-hidden="true" />
        {say('review.role.furniture')}
      </span>
      <span className="look-credit">{say('review.role.credit')}</span>
      <span>
        <i className="dot warn" aria-hidden="true" />
        {say('review.doubts')}
      </span>
    </footer>
  )
}
