import { FileOutput, Hand, MousePointer2, PanelRight, ScanText, Search, ZoomIn } from 'lucide-react'
import type { ComponentType } from 'react'
import { Button, ToggleButton, Toolbar } from 'react-aria-components'
import type { CommandId } from '../../shared/ipc.ts'
import { commands, isEnabled, runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { Tip } from '../controls/tip.tsx'
import { ColumnsSign, CopyfitSign, Icon, RowsSign } from '../icons.tsx'
import { app, hasRail, inspectorFloats } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

export function ToolBar() {
  const say = useSay()
  const compact = useStore(app, hasRail)
  const floats = useStore(app, inspectorFloats)
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const inspectorOpen = useStore(app, (state) => state.inspectorOpen)
  const canExport = useStore(app, (state) => isEnabled('file.export', state))
  const hasPage = useStore(app, (state) => state.page !== null)
  return (
    <div className="tool-bar" data-region="tools">
      {hasPage && (
        <>
          <Toolbar aria-label={say('tools.tools')} className="tool-group">
            <Switch command="tool.select" sign={MousePointer2} />
            <Switch command="tool.hand" sign={Hand} />
            <Switch command="tool.zoom" sign={ZoomIn} />
          </Toolbar>
          <span className="spacer" />
          <Toolbar aria-label={say('tools.views')} className="tool-group">
            <Switch command="view.columns" sign={ColumnsSign} words={!compact} />
            <Switch command="view.rows" sign={RowsSign} words={!compact} />
            <Switch command="view.copyfit" sign={CopyfitSign} words={!compact} />
            <Switch command="view.source" sign={ScanText} words={!compact} />
          </Toolbar>
          <span className="divider" />
        </>
      )}
      {!hasPage && <span className="spacer" />}
      <Tip text={say('command.palette.open')} keys={firstKey('palette.open', mac)}>
        <Button
          className="tool"
          aria-label={say('command.palette.open')}
          onPress={() => void runCommand('palette.open')}
          data-testid="palette-button"
        >
          <Icon of={Search} />
          {!compact && (
            <>
              <span>{say('command.palette.open')}</span>
              <kbd>{firstKey('palette.open', mac)}</kbd>
            </>
          )}
        </Button>
      </Tip>
      {hasPage && floats && (
        <Tip text={say('tools.inspector')}>
          <ToggleButton
            className="tool"
            aria-label={say('tools.inspector')}
            isSelected={inspectorOpen}
            onChange={(on) => app.set({ inspectorOpen: on })}
          >
            <Icon of={PanelRight} />
          </ToggleButton>
        </Tip>
      )}
      {hasPage && (
        <Tip text={say('command.file.export')} keys={firstKey('file.export', mac)}>
          <Button
            className="button primary"
            isDisabled={!canExport}
            onPress={() => void runCommand('file.export')}
            data-testid="export"
          >
            <Icon of={FileOutput} />
            {say('tools.export')}
          </Button>
        </Tip>
      )}
    </div>
  )
}

interface SwitchProps {
  command: CommandId
  sign: ComponentType<{ size?: number | string }>
  words?: boolean
}

/** A tool or a view switch: pressed while its command is on. */
function Switch({ command, sign: Sign, words = false }: SwitchProps) {
  const say = useSay()
  const on = useStore(app, (state) => commands[command].on?.(state) ?? false)
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const name = say(`command.${command}`)
  return (
    <Tip text={name} keys={firstKey(command, mac)}>
      <ToggleButton
        className="tool"
        aria-label={name}
        isSelected={on}
        onChange={() => void runCommand(command)}
        data-testid={command}
      >
        <Icon of={Sign} />
        {words && <span>{name}</span>}
      </ToggleButton>
    </Tip>
  )
}
