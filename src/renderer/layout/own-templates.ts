/** The list of templates, and the desk's own among them. */
import { main } from '../bridge.ts'
import { app } from '../state/app-state.ts'
import { engine } from '../state/engine.ts'
import { livePage } from '../state/page-session.ts'
import { layouts } from './layout-state.ts'
import { ownTemplates, tellProblem } from './proposing.ts'

export async function loadTemplates(): Promise<void> {
  const answer = await engine.layOut({ kind: 'list-templates', templates: await ownTemplates() }, 'templates')
  if (answer?.ok) layouts.set({ templates: answer.value.list })
}

/** True when it is stored. */
export async function saveAsOwn(title: string): Promise<boolean> {
  const doc = livePage()?.doc
  if (!doc) return false
  const name = `own-${Date.now().toString(36)}`
  const ask = {
    kind: 'make-template' as const,
    doc,
    name,
    title: { zh: title, en: title },
    templates: await ownTemplates(),
  }
  const made = await engine.layOut(ask, 'template-made')
  if (!made?.ok) return false
  const problem = await main.ask('templates:save', name, made.value.template)
  if (problem) {
    tellProblem([problem])
    return false
  }
  app.set({ toast: { text: 'toast.template-saved', values: { name: title } } })
  await loadTemplates()
  return true
}

export async function deleteOwn(name: string): Promise<void> {
  await main.ask('templates:delete', name)
  await loadTemplates()
}
