import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Radio, RadioGroup } from 'react-aria-components'
import { hasMarks, type MarkKinds } from '../../core/pdf/mark-kinds.ts'
import { pageBoxes } from '../../core/pdf/page-boxes.ts'
import { mmToPt, ptToMm } from '../../core/units.ts'
import { problemText } from '../../shared/messages.ts'
import { Choice } from '../controls/choice.tsx'
import { NumberInput } from '../controls/number-field.tsx'
import { Icon } from '../icons.tsx'
import { CheckField } from '../presets/fields.tsx'
import { app } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import type { ExportForm } from './export-form.ts'
import { changeForm, exporting, forgetProfile, importProfile } from './export-state.ts'

export function ExportFields({ page }: { page: PageModel }) {
  const say = useSay()
  const form = useStore(exporting, (state) => state.form)
  return (
    <>
      <Row label={say('export.standard')}>
        <RadioGroup
          className="segments"
          aria-label={say('export.standard')}
          orientation="horizontal"
          value={form.standard}
          onChange={(standard) => changeForm({ standard: standard as ExportForm['standard'] })}
        >
          {(['x4', 'x1a', 'proof'] as const).map((standard) => (
            <Radio key={standard} className="segment" value={standard}>
              {say(`export.standard.${standard}`)}
            </Radio>
          ))}
        </RadioGroup>
      </Row>
      {form.standard === 'proof' && <p className="export-note">{say('export.proof-marked')}</p>}
      <ConditionRow form={form} say={say} />
      <PictureRows form={form} say={say} />
      <Row label={say('export.black')}>
        <Icon of={Check} size={14} />
        <span>{say('export.black-note')}</span>
      </Row>
      <hr />
      <Row label={say('export.bleed')}>
        <NumberInput
          label=""
          ariaLabel={say('export.bleed')}
          value={form.bleedMm}
          unit="mm"
          digits={1}
          step={0.5}
          least={0}
          most={20}
          onChange={(bleedMm) => changeForm({ bleedMm })}
          testId="export-bleed"
        />
        <span className="dim">{say('export.bleed-note')}</span>
      </Row>
      <Row label={say('export.marks')}>
        {(['crop', 'registration', 'colourBar', 'info'] as const).map((kind: keyof MarkKinds) => (
          <CheckField
            key={kind}
            label={say(`export.mark.${kind}`)}
            on={form.marks[kind]}
            onChange={(on) => changeForm({ marks: { ...form.marks, [kind]: on } })}
          />
        ))}
      </Row>
      <Row label={say('export.boxes')}>
        <span className="dim" data-testid="export-boxes">
          {boxesText(page, form, say)}
        </span>
      </Row>
      {form.standard !== 'x1a' && (
        <Row label={say('export.tags')}>
          <CheckField
            label={say('export.tagged')}
            on={form.tagged}
            onChange={(tagged) => changeForm({ tagged })}
          />
        </Row>
      )}
      <hr />
    </>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="export-row">
      <span className="export-label">{label}</span>
      {children}
    </div>
  )
}

interface FormProps {
  form: ExportForm
  say: Say
}

function ConditionRow({ form, say }: FormProps) {
  const profiles = useStore(exporting, (state) => state.profiles)
  const problem = useStore(exporting, (state) => state.profileProblem)
  const language = useStore(app, (state) => state.language)
  const own = profiles.find(({ id }) => id === form.condition)
  const items = [
    { id: 'tr002', name: say('export.condition.tr002') },
    { id: 'ifra26', name: say('export.condition.ifra26') },
    ...profiles.map(({ id, description }) => ({ id, name: description })),
  ]
  const { what = '', todo = '' } = problem ? problemText(language, problem) : {}
  return (
    <>
      <Row label={say('export.condition')}>
        <Choice
          label={say('export.condition')}
          value={form.condition}
          items={items}
          onChange={(condition) => changeForm({ condition })}
          testId="export-condition"
        />
        {own && (
          <Button className="button ghost danger" onPress={() => void forgetProfile(own.id)}>
            {say('export.forget-profile')}
          </Button>
        )}
        <Button className="button" onPress={() => void importProfile()}>
          {say('export.import-profile')}
        </Button>
      </Row>
      {problem && (
        <p className="export-note bad" role="alert">
          {what} {todo}
        </p>
      )}
      {form.condition === 'ifra26' && <p className="export-note">{say('export.by-name')}</p>}
    </>
  )
}

function PictureRows({ form: { standard, pictures }, say }: FormProps) {
  const change = (parts: Partial<ExportForm['pictures']>) =>
    changeForm({ pictures: { ...pictures, ...parts } })
  const keeps = pictures.keepRgb && standard !== 'x1a'
  return (
    <>
      <Row label={say('export.pictures')}>
        <Choice
          label={say('export.pictures')}
          value={keeps ? 'keep' : 'cmyk'}
          items={[
            { id: 'cmyk', name: say('export.to-cmyk') },
            ...(standard === 'x1a' ? [] : [{ id: 'keep' as const, name: say('export.keep-rgb') }]),
          ]}
          onChange={(colour) => change({ keepRgb: colour === 'keep' })}
          testId="export-colour"
        />
        <NumberInput
          label=""
          ariaLabel={say('export.ppi')}
          value={pictures.targetPpi}
          unit="ppi"
          step={10}
          least={72}
          most={2400}
          onChange={(targetPpi) => change({ targetPpi })}
          testId="export-ppi"
        />
      </Row>
      <Row label={say('export.ink')}>
        <Choice
          label={say('export.intent')}
          value={pictures.intent}
          items={(['perceptual', 'relative'] as const).map((intent) => ({
            id: intent,
            name: say(`export.intent.${intent}`),
          }))}
          onChange={(intent) => change({ intent })}
        />
        <NumberInput
          label={say('export.ink-most')}
          ariaLabel={say('export.ink-limit')}
          value={pictures.inkLimit}
          unit="%"
          step={5}
          least={100}
          most={400}
          onChange={(inkLimit) => change({ inkLimit })}
          testId="export-ink"
        />
      </Row>
    </>
  )
}

/** 裁切 390 × 540，出血 396 × 546，介质 420 × 570 mm */
function boxesText({ composition }: PageModel, form: ExportForm, say: Say): string {
  const boxes = pageBoxes(composition, mmToPt(form.bleedMm), hasMarks(form.marks))
  const size = ([left, foot, right, head]: readonly [number, number, number, number]) =>
    `${Math.round(ptToMm(right - left))} × ${Math.round(ptToMm(head - foot))}`
  return say('export.boxes-text', {
    trim: size(boxes.trimBox),
    bleed: size(boxes.bleedBox),
    media: size(boxes.mediaBox),
  })
}
