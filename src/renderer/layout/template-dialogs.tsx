import { useEffect, useState } from 'react'
import { closeDialog } from '../dialogs/dialog-frame.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { changeTemplate } from './adding.ts'
import { DialogForm, Field } from './dialog-form.tsx'
import { layouts } from './layout-state.ts'
import { loadTemplates, saveAsOwn } from './own-templates.ts'
import { TemplateList } from './template-list.tsx'

/** 换模板: another grid, other styles and colours under the page's text. */
export function ApplyTemplateDialog() {
  const say = useSay()
  const templates = useStore(layouts, (state) => state.templates)
  const [picked, setPicked] = useState<string>()
  useEffect(() => void loadTemplates(), [])
  const template = picked ?? app.get().page?.doc.template ?? templates[0]?.name ?? ''
  return (
    <DialogForm
      title={say('templates.title')}
      className="apply-template"
      act={say('templates.apply')}
      off={templates.length === 0}
      testId="apply-template"
      onDone={() => {
        closeDialog()
        void changeTemplate(template)
      }}
    >
      <TemplateList value={template} onChange={setPicked} />
      <p className="dim">{say('templates.note')}</p>
    </DialogForm>
  )
}

/** 存为模板: the page's look under a name. */
export function SaveTemplateDialog() {
  const say = useSay()
  const [name, setName] = useState(() => app.get().page?.doc.meta.section ?? '')
  return (
    <DialogForm
      title={say('template-save.title')}
      className="save-template"
      act={say('template-save.save')}
      off={name.trim() === ''}
      testId="save-template"
      onDone={() => {
        closeDialog()
        void saveAsOwn(name.trim())
      }}
    >
      <Field
        label={say('template-save.name')}
        value={name}
        onChange={setName}
        testId="template-name"
        autoFocus
      />
      <p className="dim">{say('template-save.note')}</p>
    </DialogForm>
  )
}
