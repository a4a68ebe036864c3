import type { Lost } from '../../core/doc/salvage/lost.ts'
import { isMessage } from '../../shared/messages.ts'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'

/** What a damaged file that was opened no longer had. */
export function SalvagedDialog() {
  const say = useSay()
  const lost = useStore(app, (state) => state.lost)
  return (
    <DialogFrame title={say('salvaged.title')} className="salvaged">
      <p>{say('salvaged.text')}</p>
      <ul className="lost-list" data-testid="lost">
        {lost.map((each) => (
          <li key={`${each.kind} ${each.name}`}>
            <b>{kindOf(each, say)}</b>
            <span>{each.kind === 'page.json' ? '' : each.name || say('salvaged.whole')}</span>
          </li>
        ))}
      </ul>
    </DialogFrame>
  )
}

function kindOf({ kind }: Lost, say: Say): string {
  const key = `lost.${kind === 'page.json' ? 'page' : kind}`
  return isMessage(key) ? say(key) : kind
}
