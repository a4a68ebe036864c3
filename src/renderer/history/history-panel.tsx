import { ListBox, ListBoxItem } from 'react-aria-components'
import { app } from '../state/app-state.ts'
import { travelSteps } from '../state/deciding.ts'
import { stepWords } from '../state/step-words.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

/** 历史: every step by its name; a click goes back to it, or forth. */
export function HistoryPanel() {
  const say = useSay()
  const steps = useStore(app, (state) => state.steps)
  const { past, future } = steps
  const rows = [
    { id: '0', name: say('editor.history-start') },
    ...[...past, ...future].map((step, i) => ({ id: String(i + 1), name: stepWords(step, say) })),
  ]
  return (
    <div className="panel-scroll">
      {rows.length === 1 && <p className="panel-none">{say('editor.history-none')}</p>}
      <ListBox
        className="history"
        aria-label={say('editor.history-list')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(past.length)]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) travelSteps(Number(key) - past.length)
        }}
        data-testid="history"
      >
        {rows.map(({ id, name }, i) => (
          <ListBoxItem
            key={id}
            id={id}
            textValue={name}
            className="history-row"
            data-undone={i > past.length}
          >
            <span className="history-number">{i}</span>
            <span className="history-name">{name}</span>
            {i === past.length && <span className="history-now">{say('editor.history-now')}</span>}
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  )
}
