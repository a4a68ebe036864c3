import { Eye, EyeOff, Lock, LockOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, Input, TextField, ToggleButton } from 'react-aria-components'
import { nameFrame } from '../../core/doc/commands/look.ts'
import { frameTitle } from '../canvas/frame-name.ts'
import { runCommand } from '../commands/commands.ts'
import { Tip } from '../controls/tip.tsx'
import { areHidden, areLocked } from '../editor/arranging.ts'
import { perform } from '../editor/perform.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import type { FrameEntry } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'

/** What the frame is called; of a single frame a field. */
export function FrameTitle({ frame, single, say }: { frame: FrameEntry; single: boolean; say: Say }) {
  const title = frameTitle(frame, say)
  const [text, setText] = useState(title)
  useEffect(() => setText(title), [title])
  if (!single) return <b>{title}</b>
  const commit = () => {
    const named = text.trim() === title ? undefined : text
    if (named !== undefined) perform({ name: 'name' }, (doc) => nameFrame(doc, frame.id, named))
    setText(title)
  }
  return (
    <TextField
      className="frame-title"
      aria-label={say('editor.name')}
      value={text}
      onChange={setText}
      onBlur={commit}
      isDisabled={frame.frame.locked === true}
    >
      <Input
        data-testid="frame-name"
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setText(title)
        }}
      />
    </TextField>
  )
}

/** Lock and eye, at the right of the head. */
export function FrameSwitches() {
  const say = useSay()
  const locked = useStore(app, areLocked)
  const hidden = useStore(app, areHidden)
  return (
    <span className="frame-switches">
      <Tip text={say('command.frame.lock')}>
        <ToggleButton
          className="tool small"
          aria-label={say('command.frame.lock')}
          isSelected={locked}
          onChange={() => void runCommand('frame.lock')}
          data-testid="lock"
        >
          <Icon of={locked ? Lock : LockOpen} size={14} />
        </ToggleButton>
      </Tip>
      <Tip text={say('command.frame.hide')}>
        <ToggleButton
          className="tool small"
          aria-label={say('command.frame.hide')}
          isSelected={hidden}
          onChange={() => void runCommand('frame.hide')}
          data-testid="hide"
        >
          <Icon of={hidden ? EyeOff : Eye} size={14} />
        </ToggleButton>
      </Tip>
    </span>
  )
}

export function LockedNote({ say }: { say: Say }) {
  return (
    <p className="locked-note">
      {say('editor.locked-note')}
      <Button className="button ghost" onPress={() => void runCommand('frame.lock')}>
        {say('editor.unlock')}
      </Button>
    </p>
  )
}
