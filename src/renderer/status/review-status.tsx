import { roleName } from '../review/describe.ts'
import type { ReviewModel } from '../review/review-model.ts'
import type { TextSelection } from '../review/text-selection.ts'
import { app } from '../state/app-state.ts'
import { modelOf } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'

const COUNTED = ['body', 'heads', 'captions', 'furniture', 'unplaced', 'shadows'] as const

/** Where the selected text went, and where all lines went. */
export function ReviewStatus() {
  const say = useSay()
  const model = useStore(app, modelOf)
  const selection = useStore(app, (state) => state.review.selection)
  if (!model) return null
  return (
    <>
      <span className="pointer-place" data-testid="review-where">
        {selection && whereText(model, selection, say)}
      </span>
      <span className="status-end review-counts" data-testid="review-counts">
        {COUNTED.map((name) => (
          <span key={name} data-warn={name === 'unplaced' && model.counts.unplaced > 0}>
            {say(`review.count.${name}`, { n: model.counts[name] })}
          </span>
        ))}
      </span>
    </>
  )
}

function whereText(model: ReviewModel, { spans }: TextSelection, say: Say): string {
  const [first] = spans
  if (!first) return ''
  const lines = new Set(spans.map(({ line }) => line)).size
  const row = model.rows[first.line - 1]
  const piece = row?.pieces.find(({ start, end }) => start <= first.start && end > first.start)
  const whole = spans.length === 1 && first.start === 0 && first.end === row?.text.length
  const owner = whole ? row?.main : piece?.owner
  const role = roleName(owner?.role ?? 'unplaced', say)
  const n = model.cardsById.get(owner?.article ?? '')?.number
  const where =
    n === undefined
      ? say('review.where-outside', { line: first.line, role })
      : say('review.where', { line: first.line, n, role })
  return lines > 1 ? `${where} · ${say('review.where-lines', { n: lines })}` : where
}
