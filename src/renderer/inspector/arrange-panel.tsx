import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Group,
  Ungroup,
} from 'lucide-react'
import { Button, Toolbar } from 'react-aria-components'
import type { CommandId } from '../../shared/ipc.ts'
import { isEnabled, runCommand } from '../commands/commands.ts'
import { Choice } from '../controls/choice.tsx'
import { Tip } from '../controls/tip.tsx'
import { type AlignTo, editor } from '../editor/editor-state.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { FactGroup } from './facts.tsx'

const ACTS: readonly (readonly [CommandId, typeof Group])[] = [
  ['align.left', AlignStartVertical],
  ['align.center', AlignCenterVertical],
  ['align.right', AlignEndVertical],
  ['align.top', AlignStartHorizontal],
  ['align.middle', AlignCenterHorizontal],
  ['align.bottom', AlignEndHorizontal],
  ['distribute.x', AlignHorizontalSpaceBetween],
  ['distribute.y', AlignVerticalSpaceBetween],
  ['frame.group', Group],
  ['frame.ungroup', Ungroup],
]

/** 排列, of several frames. */
export function ArrangePanel() {
  const say = useSay()
  const alignTo = useStore(editor, (state) => state.alignTo)
  return (
    <FactGroup title={say('editor.arrange')}>
      <Toolbar className="arrange" aria-label={say('editor.arrange')}>
        {ACTS.map(([id, sign]) => (
          <Act key={id} id={id} sign={sign} />
        ))}
      </Toolbar>
      <Choice
        label={say('editor.arrange-to')}
        value={alignTo}
        items={(['selection', 'type-area', 'page'] as const).map((id) => ({
          id,
          name: say(`command.align.to-${id}`),
        }))}
        onChange={(to: AlignTo) => editor.set({ alignTo: to })}
      />
    </FactGroup>
  )
}

function Act({ id, sign }: { id: CommandId; sign: typeof Group }) {
  const say = useSay()
  const can = useStore(app, (state) => isEnabled(id, state))
  const name = say(`command.${id}`)
  return (
    <Tip text={name}>
      <Button
        className="tool small"
        aria-label={name}
        isDisabled={!can}
        onPress={() => void runCommand(id)}
        data-testid={id}
      >
        <Icon of={sign} size={15} />
      </Button>
    </Tip>
  )
}
