import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { Tip } from '../controls/tip.tsx'
import { openIssues, preflightState } from '../preflight/preflight-state.ts'
import { app, type Stage } from '../state/app-state.ts'
import { queueOf } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

/** 复核 · 排版 · 检查, each with what is still open in it. */
export function StageSwitch() {
  const say = useSay()
  const stage = useStore(app, (state) => state.stage)
  const doubts = useStore(app, (state) => queueOf(state).length)
  const errors = useStore(preflightState, (state) => openIssues(state.issues, 'error').length)
  const canReview = useStore(app, ({ page }) => page?.source !== undefined)
  return (
    <ToggleButtonGroup
      className="stages"
      aria-label={say('stage.name')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[stage]}
    >
      <StageButton id="review" open={doubts} off={!canReview} />
      <StageButton id="layout" open={0} />
      <StageButton id="preflight" open={errors} bad />
    </ToggleButtonGroup>
  )
}

interface StageButtonProps {
  id: Stage
  open: number
  off?: boolean
  /** What is open are errors. */
  bad?: boolean
}

function StageButton({ id, open, off = false, bad = false }: StageButtonProps) {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const name = say(`command.stage.${id}`)
  const full = open > 0 ? say('stage.open', { name, n: open }) : name
  return (
    <Tip text={off ? say('review.no-source') : full} keys={firstKey(`stage.${id}`, mac)}>
      <ToggleButton
        id={id}
        className="stage"
        aria-label={full}
        isDisabled={off}
        onPress={() => void runCommand(`stage.${id}`)}
        data-testid={`stage-${id}`}
      >
        {name}
        {open > 0 && (
          <span className="stage-count" data-bad={bad} aria-hidden="true">
            {open}
          </span>
        )}
      </ToggleButton>
    </Tip>
  )
}
