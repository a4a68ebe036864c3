import { useEffect, useState } from 'react'
import type { PageFields } from '../../core/reconstruct/types.ts'
import type { TemplateFacts } from '../../shared/layout-engine.ts'
import { Choice } from '../controls/choice.tsx'
import { closeDialog } from '../dialogs/dialog-frame.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { makePage } from './adding.ts'
import { DialogForm, Field } from './dialog-form.tsx'
import { layouts } from './layout-state.ts'
import { loadTemplates } from './own-templates.ts'
import { TemplateList } from './template-list.tsx'

const AD_SHARES = { none: 0, quarter: 0.25, third: 0.35, half: 0.5 } as const
type AdShare = keyof typeof AD_SHARES
const AD_NAMES: readonly AdShare[] = ['none', 'quarter', 'third', 'half']

const FIELDS = ['section', 'number', 'date', 'editor', 'layout', 'email'] as const
type Fields = Record<(typeof FIELDS)[number], string>

/** 新建版面: a template, the folio's fields, and the advertisement that is sold. */
export function NewPageDialog() {
  const say = useSay()
  const templates = useStore(layouts, (state) => state.templates)
  const [picked, setPicked] = useState<string>()
  const [fields, setFields] = useState<Fields>(firstFields)
  const [ad, setAd] = useState<AdShare>('none')
  useEffect(() => void loadTemplates(), [])
  const template = picked ?? firstTemplate(templates)
  const make = () => {
    closeDialog()
    void makePage(template, pageFields(fields), AD_SHARES[ad])
  }
  return (
    <DialogForm
      title={say('new-page.title')}
      className="new-page"
      act={say('new-page.make')}
      off={templates.length === 0}
      testId="new-page"
      onDone={make}
    >
      <TemplateList value={template} onChange={setPicked} />
      <div className="field-grid">
        {FIELDS.map((field, i) => (
          <Field
            key={field}
            label={say(`new-page.${field}`)}
            value={fields[field]}
            onChange={(value) => setFields({ ...fields, [field]: value })}
            testId={`new-page-${field}`}
            autoFocus={i === 0}
          />
        ))}
        <Choice<AdShare>
          label={say('new-page.ad')}
          value={ad}
          items={AD_NAMES.map((id) => ({ id, name: say(`new-page.ad-${id}`) }))}
          onChange={setAd}
          testId="new-page-ad"
        />
      </div>
    </DialogForm>
  )
}

/** The one that the preferences name, or that the open page has. */
function firstTemplate(templates: readonly TemplateFacts[]): string {
  const { preferences, page } = app.get()
  const wanted = [preferences.template, page?.doc.template]
  const known = wanted.find((name) => templates.some((template) => template.name === name))
  return known ?? templates[0]?.name ?? ''
}

/** What the page that is open says; for a page number the next, and today. */
function firstFields(): Fields {
  const { section = '', editor = '', layout = '', email = '' } = app.get().page?.doc.meta ?? {}
  const now = new Date()
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return { section, number: '', date, editor, layout, email }
}

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']

/** Empty fields are left out; the weekday follows from the date. */
function pageFields(fields: Fields): PageFields {
  const filled = Object.entries(fields).filter(([, value]) => value.trim() !== '')
  const day = /^\d{4}-\d{2}-\d{2}$/.test(fields.date) ? new Date(`${fields.date}T00:00:00Z`).getUTCDay() : -1
  const weekday = WEEKDAYS[day]
  return { ...Object.fromEntries(filled), ...(weekday && { weekday: `星期${weekday}` }) }
}
