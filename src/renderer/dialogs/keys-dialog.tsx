import { COMMANDS } from '../../shared/ipc.ts'
import { keyLabel } from '../commands/keys.ts'
import { COMMAND_IDS } from '../commands/search.ts'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { DialogFrame } from './dialog-frame.tsx'

export function KeysDialog() {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const rows = COMMAND_IDS.flatMap((id) => {
    const keys = COMMANDS[id].keys ?? []
    const [first] = keys
    return first === undefined ? [] : [{ id, name: say(`command.${id}`), key: keyLabel(first, mac) }]
  })
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
