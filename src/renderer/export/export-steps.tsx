import { CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react'
import { PRESS_STEPS, type PressStep } from '../../shared/press.ts'
import { Icon } from '../icons.tsx'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { exporting, progressOf, type StepState } from './export-state.ts'

/** What the press is at, with counts, and one bar. */
export function ExportSteps({ pictures, standard }: { pictures: number; standard: string }) {
  const say = useSay()
  const state = useStore(exporting, (whole) => whole)
  const steps = PRESS_STEPS.filter((step) => step !== 'pictures' || pictures > 0)
  const reached =
    state.phase === 'done' || state.current === 'save'
      ? steps.length
      : steps.indexOf(state.current as (typeof steps)[number])
  const percent = progressOf(state, pictures)
  return (
    <div className="export-run">
      <ol className="export-steps">
        {steps.map((step, i) => {
          const progress = i < reached ? 'done' : i === reached ? 'now' : 'to-do'
          return (
            <li key={step} data-progress={progress} aria-current={progress === 'now' ? 'step' : undefined}>
              <Icon
                of={progress === 'done' ? CircleCheck : progress === 'now' ? LoaderCircle : CircleDashed}
              />
              <span>{say(`export.step.${step}`, { standard })}</span>
              <span className="dim">{countOf(step, state.steps[step], progress === 'now', say)}</span>
            </li>
          )
        })}
      </ol>
      <progress max={100} value={percent} aria-label={say('export.progress')} data-testid="export-progress" />
    </div>
  )
}

function countOf(step: PressStep, state: StepState | undefined, now: boolean, say: Say): string {
  const { count, done } = state ?? {}
  if (count === undefined) return ''
  if (step === 'compose') return say('export.lines', { n: count })
  if (step === 'fonts') return say('export.glyphs', { n: count })
  if (step === 'pictures') return `${now ? (done ?? 0) : count} / ${count}`
  return ''
}
