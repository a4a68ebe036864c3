import { Undo2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { takeBack } from '../state/deciding.ts'
import { setReview, showText } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { describeCorrection, lineOf } from './describe.ts'
import type { ReviewModel } from './review-model.ts'

/** 已定: every correction made, the last one first; each can be taken back by itself. */
export function SettledDialog({ model }: { model: ReviewModel }) {
  const say = useSay()
  const open = useStore(app, (state) => state.review.settledOpen)
  const corrections = useStore(app, (state) => state.corrections)
  const applied = useStore(app, (state) => state.page?.corrections)
  const unapplied = useStore(app, (state) => state.page?.unapplied)
  if (!open) return null
  const close = () => setReview({ settledOpen: false })
  const isUnapplied = (index: number) =>
    applied?.length === corrections.length && unapplied?.includes(index) === true
  const rows = corrections.map((correction, index) => ({ correction, index })).reverse()
  return (
    <DialogFrame
      title={say('review.settled-title')}
      className="settled"
      testId="settled-dialog"
      onClose={close}
    >
      {rows.length === 0 && <p className="dim">{say('review.settled-none')}</p>}
      <ul className="settled-list">
        {rows.map(({ correction, index }) => (
          <li key={`${index} ${JSON.stringify(correction)}`}>
            <Button
              className="settled-row"
              onPress={() => {
                close()
                const line = lineOf(correction)
                showText([{ line, start: 0, end: model.lines[line - 1]?.length ?? 0 }])
              }}
            >
              <span className="settled-line-number">{lineOf(correction)}</span>
              <span className="settled-text">{describeCorrection(correction, model.lines, say)}</span>
              {isUnapplied(index) && <span className="chip warn">{say('review.unapplied')}</span>}
            </Button>
            <Button className="button ghost" onPress={() => takeBack(correction)}>
              <Icon of={Undo2} size={14} />
              {say('review.take-back')}
            </Button>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}
