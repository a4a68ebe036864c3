import { RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { Button, Input, TextField } from 'react-aria-components'
import { COMMANDS, type CommandId, type CommandSpec } from '../../shared/ipc.ts'
import { firstKey, keysOn } from '../commands/keys.ts'
import { isBlocked, keyOfPress, ownerOf } from '../commands/own-keys.ts'
import { findCommands } from '../commands/search.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { setOwnKeys } from '../state/settings.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** 快捷键: every command with its key. A press on a key takes the next press as the new one; a clash names its owner. */
export function KeysDialog() {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const ownKeys = useStore(app, (state) => state.ownKeys)
  const [typed, setTyped] = useState('')
  const [asked, ask] = useState<CommandId>()
  const [problem, setProblem] = useState('')
  const ids = findCommands(typed).filter((id) => typed.trim() !== '' || keysOn(id, mac).length > 0)
  const onKey = (event: KeyboardEvent) => {
    if (asked === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (event.code === 'Escape') {
      ask(undefined)
      setProblem('')
      return
    }
    const key = keyOfPress(event.nativeEvent, mac)
    if (key === undefined) return
    const told = whyNot(key, asked, mac, say)
    setProblem(told ?? '')
    if (told !== undefined) return
    setOwnKeys({ ...ownKeys, [asked]: [key] })
    ask(undefined)
  }
  const reset = (id: CommandId) => {
    const { [id]: _, ...rest } = ownKeys
    setOwnKeys(rest)
  }
  return (
    <DialogFrame title={say('command.help.keys')} className="keys">
      <TextField className="keys-find" aria-label={say('keys.find')} value={typed} onChange={setTyped}>
        <Input placeholder={say('keys.find')} data-testid="keys-find" />
      </TextField>
      <p className="keys-note" role="status" data-testid="keys-note">
        {problem || (asked !== undefined && say('keys.press'))}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside have the focus; their next key is read here */}
      <div className="key-scroll" onKeyDownCapture={onKey} onBlur={() => ask(undefined)}>
        <ul className="key-list">
          {ids.map((id) => (
            <KeyRow
              key={id}
              id={id}
              mac={mac}
              own={ownKeys[id] !== undefined}
              asked={asked === id}
              ask={() => {
                setProblem('')
                ask(id)
              }}
              reset={() => reset(id)}
              say={say}
            />
          ))}
          <li>
            <span className="key-name">{say('keys.pan')}</span>
            <kbd>{say('keys.space-drag')}</kbd>
          </li>
          <li>
            <span className="key-name">{say('keys.wheel-zoom')}</span>
            <kbd>{say('keys.wheel', { mod: mac ? '⌘' : 'Ctrl' })}</kbd>
          </li>
        </ul>
      </div>
      {Object.keys(ownKeys).length > 0 && (
        <Button className="button ghost" onPress={() => setOwnKeys({})} data-testid="keys-reset-all">
          {say('keys.reset-all')}
        </Button>
      )}
    </DialogFrame>
  )
}

/** Why a command cannot have a key. */
function whyNot(key: string, id: CommandId, mac: boolean, say: Say): string | undefined {
  if (isBlocked(key)) return say('keys.blocked')
  const owner = ownerOf(key, id, (other) => keysOn(other, mac))
  return owner && say('keys.clash', { name: say(`command.${owner}`) })
}

interface KeyRowProps {
  id: CommandId
  mac: boolean
  own: boolean
  asked: boolean
  ask(): void
  reset(): void
  say: Say
}

function KeyRow({ id, mac, own, asked, ask, reset, say }: KeyRowProps) {
  const name = say(`command.${id}`)
  const key = firstKey(id, mac)
  const spec: CommandSpec = COMMANDS[id]
  return (
    <li data-asked={asked}>
      <span className="key-name">{name}</span>
      {own && (
        <Button className="tool small" aria-label={`${say('keys.reset')} ${name}`} onPress={reset}>
          <Icon of={RotateCcw} size={12} />
        </Button>
      )}
      {spec.bySystem ? (
        <kbd>{key}</kbd>
      ) : (
        <Button
          className="key-button"
          aria-label={`${name} ${key ?? say('keys.none')} ${say('keys.change')}`}
          onPress={ask}
          data-testid={`key-${id}`}
        >
          {asked ? say('keys.press') : (key ?? say('keys.none'))}
        </Button>
      )}
    </li>
  )
}
