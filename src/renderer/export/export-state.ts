/** The export dialog: its form, the run, and what came of it. */
import type { Diagnostic } from '../../core/diagnostics.ts'
import type { ConditionName } from '../../core/pdf/conditions.ts'
import { diagnosticOf } from '../../core/preflight/issue.ts'
import type { ExportPlace, ProfileFacts } from '../../shared/ipc-print.ts'
import { PRESS_STEPS, type PressCondition, type PressStep } from '../../shared/press.ts'
import { main } from '../bridge.ts'
import { filesOf } from '../pictures/shelf.ts'
import { errorsNow } from '../preflight/acting.ts'
import { profileOf } from '../preflight/profiles.ts'
import { app } from '../state/app-state.ts'
import { pageIsCurrent } from '../state/correcting.ts'
import { livePage } from '../state/page-session.ts'
import { createStore } from '../state/store.ts'
import {
  DEFAULT_FORM,
  type ExportForm,
  exportFileName,
  optionsOf,
  rememberedForm,
  rememberForm,
} from './export-form.ts'
import { Press } from './press.ts'

export interface StepState {
  count?: number
  done?: number
}

export interface ExportResult extends ExportPlace {
  bytes: number
  warnings: readonly Diagnostic[]
}

interface ExportState {
  phase: 'form' | 'running' | 'done' | 'failed'
  form: ExportForm
  place: ExportPlace | null
  profiles: readonly ProfileFacts[]
  /** A profile that could not be imported. */
  profileProblem: Diagnostic | null
  current: PressStep | 'save' | null
  steps: Readonly<Partial<Record<PressStep, StepState>>>
  result: ExportResult | null
  problems: readonly Diagnostic[]
}

const idle = {
  phase: 'form',
  current: null,
  steps: {},
  result: null,
  problems: [],
  profileProblem: null,
} as const satisfies Partial<ExportState>

export const exporting = createStore<ExportState>({
  ...idle,
  form: DEFAULT_FORM,
  place: null,
  profiles: [],
})

const press = new Press()

export function openExport(): void {
  const { page } = app.get()
  if (!page) return
  exporting.set({ ...idle, form: rememberedForm(page.doc) })
  app.set({ dialog: 'export' })
  press.warm()
  void loadProfiles()
}

/** Cancels a run that is under way. */
export function closeExport(): void {
  press.stop()
  app.set({ dialog: null })
}

async function loadProfiles(): Promise<void> {
  const profiles = await main.ask('profile:list')
  const { form } = exporting.get()
  const known = form.condition in NAMES || profiles.some(({ id }) => id === form.condition)
  exporting.set({ profiles, ...(!known && { form: { ...form, condition: DEFAULT_FORM.condition } }) })
}

const NAMES: Record<ConditionName, true> = { tr002: true, ifra26: true }

export function changeForm(parts: Partial<ExportForm>): void {
  exporting.set(({ form, phase }) => ({
    form: { ...form, ...parts },
    // What was done or went wrong belongs to another form.
    ...(phase !== 'running' && idle),
  }))
}

export async function importProfile(): Promise<void> {
  const answer = await main.ask('profile:import')
  if (!answer) return
  if (!answer.ok) {
    exporting.set({ profileProblem: answer.error })
    return
  }
  await loadProfiles()
  changeForm({ condition: answer.profile.id })
}

export async function forgetProfile(id: string): Promise<void> {
  await main.ask('profile:forget', id)
  await loadProfiles()
}

export async function choosePlace(): Promise<ExportPlace | null> {
  const { page } = app.get()
  const place = page && (await main.ask('export:choose', exportFileName(page.doc)))
  if (place) exporting.set({ place })
  return place
}

export async function runExport(): Promise<void> {
  if (exporting.get().phase === 'running') return
  await pageIsCurrent()
  const place = exporting.get().place ?? (await choosePlace())
  const doc = livePage()?.doc
  if (!place || !doc) return
  const { form } = exporting.get()
  const errors = form.standard === 'proof' ? [] : errorsNow()
  if (errors.length > 0) {
    exporting.set({ ...idle, phase: 'failed', problems: errors.map(diagnosticOf) })
    return
  }
  exporting.set({ ...idle, phase: 'running', current: PRESS_STEPS[0] })
  const condition = await conditionOf(form.condition)
  const order = {
    doc,
    pictures: filesOf(doc.assets),
    options: { ...optionsOf(form), preflight: profileOf(doc) },
    condition,
  }
  const printed = await press.print(order, (step, count, done) => {
    exporting.set(({ steps }) => ({
      current: step,
      steps: {
        ...steps,
        [step]: { ...(count !== undefined && { count }), ...(done !== undefined && { done }) },
      },
    }))
  })
  if (!printed) {
    exporting.set(idle)
    return
  }
  if (!printed.ok) {
    exporting.set({ phase: 'failed', problems: printed.diagnostics })
    return
  }
  exporting.set({ current: 'save' })
  const saved = await main.ask('export:write', place.path, printed.bytes)
  if (!saved.ok) {
    exporting.set({ phase: 'failed', problems: [saved.error] })
    return
  }
  rememberForm(doc, form)
  const { path, name } = saved
  exporting.set({
    phase: 'done',
    result: { path, name, bytes: printed.bytes.length, warnings: printed.warnings },
  })
}

/** A profile of IFRA26, whoever made it, is that of the registered condition. */
const IFRA26 = /ifra.?26|newspaper.?26/i

async function conditionOf(condition: string): Promise<PressCondition> {
  if (condition in NAMES) return { name: condition as ConditionName }
  const profile = await main.ask('profile:read', condition)
  const facts = exporting.get().profiles.find(({ id }) => id === condition)
  const name = facts && IFRA26.test(facts.description) ? { name: 'ifra26' as const } : {}
  return profile ? { ...name, profile } : {}
}

export function cancelExport(): void {
  press.stop()
  press.warm()
}

/** With the text that found no room left out. */
export function exportAsProof(): void {
  changeForm({ standard: 'proof' })
  void runExport()
}

const WEIGHTS: Record<PressStep, number> = { compose: 10, pictures: 40, fonts: 20, write: 15, check: 15 }

/** How far a run is, from 0 to 100: pictures weigh only where there are any. */
export function progressOf({ phase, current, steps }: ExportState, pictures: number): number {
  if (phase === 'done' || current === 'save') return 100
  const used = PRESS_STEPS.filter((step) => step !== 'pictures' || pictures > 0)
  const all = used.reduce((sum, step) => sum + WEIGHTS[step], 0)
  let reached = 0
  for (const step of used) {
    if (step === current) {
      const { count = 0, done = 0 } = steps[step] ?? {}
      reached += count > 0 ? (WEIGHTS[step] * done) / count : 0
      break
    }
    reached += WEIGHTS[step]
  }
  return Math.round((100 * reached) / all)
}
