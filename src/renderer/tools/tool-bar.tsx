import {
  ArrowRight,
  FileOutput,
  Hand,
  Image as ImageIcon,
  LayoutTemplate,
  Minus,
  MousePointer2,
  PanelRight,
  Redo2,
  ScanText,
  Search,
  Spline,
  Square,
  SquareDashed,
  Type,
  Undo2,
  ZoomIn,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { Button, ToggleButton, Toolbar } from 'react-aria-components'
import type { CommandId } from '../../shared/ipc.ts'
import { commands, isEnabled, runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { Tip } from '../controls/tip.tsx'
import { ColumnsSign, CopyfitSign, Icon, RowsSign } from '../icons.tsx'
import { PreflightTools } from '../preflight/preflight-tools.tsx'
import { app, hasRail, inspectorFloats } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { StageSwitch } from './stage-switch.tsx'

export function ToolBar() {
  const say = useSay()
  const compact = useStore(app, hasRail)
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const hasPage = useStore(app, (state) => state.page !== null)
  const stage = useStore(app, (state) => state.stage)
  return (
    <section className="tool-bar" data-region="tools" aria-label={say('tools.bar')}>
      {hasPage && <StageSwitch />}
      {stage === 'review' ? (
        <ReviewTools />
      ) : stage === 'preflight' && hasPage ? (
        <CheckTools />
      ) : (
        hasPage && <LayoutTools compact={compact} />
      )}
      {!hasPage && <span className="spacer" />}
      <Tip text={say('command.palette.open')} keys={firstKey('palette.open', mac)}>
        <Button
          className="tool"
          {...(compact && { 'aria-label': say('command.palette.open') })}
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
      {hasPage && stage === 'layout' && <InspectorSwitch />}
      {hasPage && <WayOn />}
    </section>
  )
}

function LayoutTools({ compact }: { compact: boolean }) {
  const say = useSay()
  return (
    <>
      <Toolbar aria-label={say('tools.tools')} className="tool-group">
        <Switch command="tool.select" sign={MousePointer2} />
        <Switch command="tool.text" sign={Type} />
        <Switch command="tool.text-frame" sign={SquareDashed} />
        <Switch command="tool.picture" sign={ImageIcon} />
        <Switch command="tool.shape" sign={Square} />
        <Switch command="tool.rule" sign={Minus} />
        <Switch command="tool.thread" sign={Spline} />
        <Switch command="tool.hand" sign={Hand} />
        <Switch command="tool.zoom" sign={ZoomIn} />
      </Toolbar>
      <span className="divider" />
      <UndoTools />
      <span className="spacer" />
      <Toolbar aria-label={say('tools.views')} className="tool-group view-tools">
        <Switch command="layout.propose" sign={LayoutTemplate} words={!compact} />
        <Switch command="view.columns" sign={ColumnsSign} words={!compact} />
        <Switch command="view.rows" sign={RowsSign} words={!compact} />
        <Switch command="view.copyfit" sign={CopyfitSign} words={!compact} />
        <Switch command="view.source" sign={ScanText} words={!compact} />
      </Toolbar>
      <span className="divider" />
    </>
  )
}

function ReviewTools() {
  const say = useSay()
  return (
    <>
      <UndoTools />
      <span className="divider" />
      <Toolbar aria-label={say('tools.views')} className="tool-group">
        <Switch command="review.shadows" words />
        <Switch command="review.furniture" words />
        <Switch command="review.blanks" words />
        <Switch command="review.fold" words />
      </Toolbar>
      <span className="spacer" />
    </>
  )
}

function CheckTools() {
  return (
    <>
      <UndoTools />
      <span className="spacer" />
      <PreflightTools />
    </>
  )
}

function UndoTools() {
  const say = useSay()
  return (
    <Toolbar aria-label={say('tools.undo')} className="tool-group undo-tools">
      <Act command="edit.undo" sign={Undo2} />
      <Act command="edit.redo" sign={Redo2} />
    </Toolbar>
  )
}

function Act({ command, sign }: { command: CommandId; sign: SwitchProps['sign'] & object }) {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const can = useStore(app, (state) => isEnabled(command, state))
  const name = say(`command.${command}`)
  return (
    <Tip text={name} keys={firstKey(command, mac)}>
      <Button
        className="tool"
        aria-label={name}
        isDisabled={!can}
        onPress={() => void runCommand(command)}
        data-testid={command}
      >
        <Icon of={sign} />
      </Button>
    </Tip>
  )
}

function InspectorSwitch() {
  const say = useSay()
  const floats = useStore(app, inspectorFloats)
  const inspectorOpen = useStore(app, (state) => state.inspectorOpen)
  if (!floats) return null
  return (
    <Tip text={say('tools.inspector')}>
      <ToggleButton
        className="tool"
        aria-label={say('tools.inspector')}
        isSelected={inspectorOpen}
        onChange={(on) => app.set({ inspectorOpen: on })}
        data-testid="tools-inspector"
      >
        <Icon of={PanelRight} />
      </ToggleButton>
    </Tip>
  )
}

/** The one primary button: on to the next stage, and out at the end. */
function WayOn() {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const canExport = useStore(app, (state) => isEnabled('file.export', state))
  const stage = useStore(app, (state) => state.stage)
  if (stage === 'review') {
    return (
      <Tip text={say('command.stage.layout')} keys={firstKey('stage.layout', mac)}>
        <Button
          className="button primary"
          onPress={() => void runCommand('stage.layout')}
          data-testid="to-layout"
        >
          <span>{say('stage.to-layout')}</span>
          <Icon of={ArrowRight} />
        </Button>
      </Tip>
    )
  }
  return (
    <Tip text={say('command.file.export')} keys={firstKey('file.export', mac)}>
      <Button
        className="button primary"
        isDisabled={!canExport}
        onPress={() => void runCommand('file.export')}
        data-testid="export"
      >
        <Icon of={FileOutput} />
        <span>{say('tools.export')}</span>
      </Button>
    </Tip>
  )
}

interface SwitchProps {
  command: CommandId
  sign?: ComponentType<{ size?: number | string }>
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
        {Sign && <Icon of={Sign} />}
        {words && <span>{name}</span>}
      </ToggleButton>
    </Tip>
  )
}
