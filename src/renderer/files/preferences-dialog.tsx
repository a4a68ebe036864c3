import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import { INTERFACE_SCALES, type InterfaceScale } from '../../shared/ipc-files.ts'
import { main } from '../bridge.ts'
import { Choice } from '../controls/choice.tsx'
import { DialogFrame } from '../dialogs/dialog-frame.tsx'
import { layouts } from '../layout/layout-state.ts'
import { loadTemplates } from '../layout/own-templates.ts'
import { app } from '../state/app-state.ts'
import { changePreferences } from '../state/settings.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

export function PreferencesDialog() {
  const say = useSay()
  const { language, theme, units, template, scale } = useStore(app, (state) => state.preferences)
  const templates = useStore(layouts, (state) => state.templates)
  useEffect(() => void loadTemplates(), [])
  const journals = useStore(app, (state) => state.start?.journals ?? '')
  return (
    <DialogFrame title={say('preferences.title')} className="preferences">
      <div className="preference-fields">
        <Choice
          label={say('preferences.language')}
          value={language}
          items={[
            { id: 'zh', name: '简体中文' },
            { id: 'en', name: 'English' },
          ]}
          onChange={(next) => changePreferences({ language: next })}
          testId="preference-language"
        />
        <Choice
          label={say('preferences.theme')}
          value={theme}
          items={(['system', 'light', 'dark'] as const).map((id) => ({
            id,
            name: say(`preferences.theme.${id}`),
          }))}
          onChange={(next) => changePreferences({ theme: next })}
        />
        <Choice
          label={say('preferences.scale')}
          value={String(scale)}
          items={INTERFACE_SCALES.map((each) => ({ id: String(each), name: `${each} %` }))}
          onChange={(next) => changePreferences({ scale: Number(next) as InterfaceScale })}
          testId="preference-scale"
        />
        <Choice
          label={say('preferences.units')}
          value={units}
          items={(['mm', 'pt'] as const).map((id) => ({ id, name: say(`preferences.units.${id}`) }))}
          onChange={(next) => changePreferences({ units: next })}
          testId="preference-units"
        />
        <Choice
          label={say('preferences.template')}
          value={template}
          items={[
            { id: '', name: say('preferences.template-auto') },
            ...templates.map(({ name, title }) => ({ id: name, name: title[language] })),
          ]}
          onChange={(next) => changePreferences({ template: next })}
          testId="preference-template"
        />
      </div>
      <h3>{say('preferences.journal')}</h3>
      <p>{say('preferences.journal-text')}</p>
      <p className="preference-path">
        <code>{journals}</code>
        <Button className="button" onPress={() => void main.ask('preferences:reveal')}>
          {say('preferences.journal-show')}
        </Button>
      </p>
      <p className="dim">{say('preferences.previous-text')}</p>
    </DialogFrame>
  )
}
