import type { CommandId } from '../../shared/ipc.ts'
import { firstKey } from '../commands/keys.ts'
import { COMMAND_IDS } from '../commands/search.ts'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** The nine figures of 复核 are one row. */
function rowOf(id: CommandId, mac: boolean, say: Say): { id: string; name: string; key: string }[] {
  const key = firstKey(id, mac)
  if (key === undefined || /^review\.choose-[2-9]$/.test(id)) return []
  if (id === 'review.choose-1') return [{ id, name: say('keys.choose'), key: '1–9' }]
  return [{ id, name: say(`command.${id}`), key }]
}

export function KeysDialog() {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const rows = COMMAND_IDS.flatMap((id) => rowOf(id, mac, say))
  return (
    <DialogFrame title={say('command.help.keys')} className="keys">
      <dl className="key-list">
        {rows.map(({ id, name, key }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>{say('keys.pan')}</dt>
          <dd>
            <kbd>{say('keys.space-drag')}</kbd>
          </dd>
        </div>
        <div>
          <dt>{say('keys.wheel-zoom')}</dt>
          <dd>
            <kbd>{say('keys.wheel', { mod: mac ? '⌘' : 'Ctrl' })}</kbd>
          </dd>
        </div>
      </dl>
    </DialogFrame>
  )
}
