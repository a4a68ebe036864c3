import { Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Button, Heading } from 'react-aria-components'
import { Choice } from '../controls/choice.tsx'
import { CloseButton, DialogFoot, DialogShell } from '../dialogs/dialog-frame.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { redoStep, undoStep } from '../state/deciding.ts'
import { presetName } from '../state/edit-words.ts'
import { chosenStory, copyPreset, definePreset, presetsOf, shippedPreset } from '../state/editing.ts'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { PresetForm } from './preset-form.tsx'

/**
 * 排版规则: the page's presets, each field of each. It stands at the right of the window and leaves the page in
 * sight: every change is made there at once, and is one step for undo.
 */
export function PresetsDialog() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  const steps = useStore(app, (state) => state.steps)
  const [picked, setPicked] = useState<string>()
  if (!page) return null
  const presets = presetsOf({ page })
  const name = picked !== undefined && presets[picked] ? picked : presetOfChosen(page)
  const preset = presets[name]
  const shipped = shippedPreset(name)
  const changed = shipped !== undefined && JSON.stringify(shipped) !== JSON.stringify(preset)
  return (
    <DialogShell title={say('presets.title')} className="presets" testId="presets" beside>
      <div className="presets-head">
        <Heading slot="title">{say('presets.title')}</Heading>
        {changed && <span className="chip warn">{say('presets.changed')}</span>}
        <span className="spacer" />
        <span className="dim">{say('presets.used', { n: usersOf(page, name) })}</span>
      </div>
      <div className="presets-head">
        <Choice
          label={say('presets.which')}
          value={name}
          items={Object.keys(presets).map((id) => ({ id, name: presetName(id, say) }))}
          onChange={setPicked}
          testId="preset-choice"
        />
        <Button className="button" onPress={() => setPicked(copyPreset(name))}>
          {say('presets.copy')}
        </Button>
      </div>
      {preset && <PresetForm key={name} preset={preset} onChange={(next) => definePreset(name, next)} />}
      <DialogFoot
        aside={
          <Button
            className="button ghost danger"
            isDisabled={!changed}
            onPress={() => shipped && definePreset(name, shipped)}
          >
            {say('presets.reset')}
          </Button>
        }
      >
        <StepButton
          sign={Undo2}
          label={say('command.edit.undo')}
          off={steps.past.length === 0}
          step={undoStep}
        />
        <StepButton
          sign={Redo2}
          label={say('command.edit.redo')}
          off={steps.future.length === 0}
          step={redoStep}
        />
        <CloseButton autoFocus={false} />
      </DialogFoot>
    </DialogShell>
  )
}

interface StepButtonProps {
  sign: typeof Undo2
  label: string
  off: boolean
  step(): void
}

const StepButton = ({ sign, label, off, step }: StepButtonProps) => (
  <Button className="tool" aria-label={label} isDisabled={off} onPress={step}>
    <Icon of={sign} />
  </Button>
)

/** The preset that the chosen story is set by, else that of body text. */
function presetOfChosen(page: PageModel): string {
  const { selection } = app.get()
  const story = page.doc.stories[chosenStory({ page, selection }) ?? '']
  const style = page.doc.paragraphStyles[story?.paragraphs[0]?.style ?? 'body']
  return story?.preset ?? style?.preset ?? Object.keys(page.doc.presets)[0] ?? ''
}

const usersOf = ({ doc }: PageModel, name: string): number =>
  Object.values(doc.stories).filter(({ preset, paragraphs }) =>
    preset === undefined
      ? paragraphs.some(({ style }) => doc.paragraphStyles[style]?.preset === name)
      : preset === name,
  ).length
