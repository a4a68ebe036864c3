import { Button } from 'react-aria-components'
import { editor, type RulerUnit } from '../editor/editor-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

const UNITS: readonly RulerUnit[] = ['mm', 'pt', 'em', 'grid']

/** What the rulers count in; a press takes the next unit. */
export function RulerCorner() {
  const say = useSay()
  const unit = useStore(editor, (state) => state.rulerUnit)
  const name = say(`editor.unit-${unit}`)
  const next = UNITS[(UNITS.indexOf(unit) + 1) % UNITS.length] as RulerUnit
  return (
    <Button
      className="ruler-corner"
      aria-label={say('editor.ruler-unit', { unit: name })}
      onPress={() => editor.set({ rulerUnit: next })}
      data-testid="ruler-unit"
    >
      {name}
    </Button>
  )
}
