import type { ReactNode } from 'react'
import type { Preset } from '../../core/doc/schema.ts'
import { Choice } from '../controls/choice.tsx'
import { useSay } from '../state/words.ts'
import { Amount, CheckField, Marks } from './fields.tsx'
import { Squeezes, Stretches } from './ways.tsx'

interface FormProps {
  preset: Preset
  onChange(preset: Preset): void
}

/** Every field of a preset, in the order in which a desk asks for them. */
export function PresetForm({ preset, onChange }: FormProps) {
  const say = useSay()
  const set = (part: Partial<Preset>) => onChange({ ...preset, ...part })
  const { gaps, copyfit } = preset
  return (
    <div className="preset-form">
      <Group title={say('presets.group.breaking')}>
        <Choice
          label={say('presets.breaking')}
          value={preset.breaking}
          items={(['first-fit', 'total-fit', 'sense'] as const).map((id) => ({
            id,
            name: say(`presets.breaking.${id}`),
          }))}
          onChange={(breaking) => set({ breaking })}
          testId="preset-breaking"
        />
        <CheckField
          label={say('presets.orphan')}
          on={preset.orphanControl}
          onChange={(orphanControl) => set({ orphanControl })}
        />
        <CheckField
          label={say('presets.hyphenate')}
          on={preset.hyphenate}
          onChange={(hyphenate) => set({ hyphenate })}
        />
      </Group>
      <Group title={say('presets.group.squeezes')}>
        <Squeezes ways={preset.squeezes} onChange={(squeezes) => set({ squeezes })} />
      </Group>
      <Group title={say('presets.group.stretches')}>
        <Stretches ways={preset.stretches} onChange={(stretches) => set({ stretches })} />
      </Group>
      <Group title={say('presets.group.figures')}>
        <Choice
          label={say('presets.figures')}
          value={preset.figures}
          items={(['half', 'proportional', 'full'] as const).map((id) => ({
            id,
            name: say(`presets.figures.${id}`),
          }))}
          onChange={(figures) => set({ figures })}
        />
        <Pairs>
          <Width of="percent" value={preset.percentEm} onChange={(percentEm) => set({ percentEm })} />
          <Width of="point" value={preset.pointEm} onChange={(pointEm) => set({ pointEm })} />
          <Width of="range" value={preset.rangeEm} onChange={(rangeEm) => set({ rangeEm })} />
          <Width
            of="interpunct"
            value={preset.interpunctEm}
            onChange={(interpunctEm) => set({ interpunctEm })}
          />
          <Width of="han-space" value={preset.hanSpaceEm} onChange={(hanSpaceEm) => set({ hanSpaceEm })} />
        </Pairs>
      </Group>
      <Group title={say('presets.group.gaps')}>
        <Pairs>
          <Gap
            of="before-figures"
            value={gaps.beforeFigures}
            onChange={(beforeFigures) => set({ gaps: { ...gaps, beforeFigures } })}
          />
          <Gap
            of="after-figures"
            value={gaps.afterFigures}
            onChange={(afterFigures) => set({ gaps: { ...gaps, afterFigures } })}
          />
          <Gap
            of="before-words"
            value={gaps.beforeWords}
            onChange={(beforeWords) => set({ gaps: { ...gaps, beforeWords } })}
          />
          <Gap
            of="after-words"
            value={gaps.afterWords}
            onChange={(afterWords) => set({ gaps: { ...gaps, afterWords } })}
          />
          <Amount
            label={say('presets.dateline')}
            unit="em"
            value={preset.datelineGapEm}
            onChange={(datelineGapEm) => set({ datelineGapEm })}
          />
        </Pairs>
      </Group>
      <Group title={say('presets.group.marks')}>
        <Choice
          label={say('presets.adjacent')}
          value={preset.adjacent}
          items={(['as-needed', 'always'] as const).map((id) => ({
            id,
            name: say(`presets.adjacent.${id}`),
          }))}
          onChange={(adjacent) => set({ adjacent })}
        />
        <CheckField
          label={say('presets.trim-start')}
          on={preset.trimLineStart}
          onChange={(trimLineStart) => set({ trimLineStart })}
        />
        <Marks label={say('presets.tight')} value={preset.tight} onChange={(tight) => set({ tight })} />
        <Amount
          label={say('presets.tight-width')}
          unit="em"
          least={LEAST_WIDTH_EM}
          value={preset.tightEm}
          onChange={(tightEm) => set({ tightEm })}
        />
        <Marks
          label={say('presets.opening')}
          value={preset.opening}
          onChange={(opening) => set({ opening })}
        />
        <Marks
          label={say('presets.closing')}
          value={preset.closing}
          onChange={(closing) => set({ closing })}
        />
      </Group>
      <Group title={say('presets.group.forbidden')}>
        <Marks
          label={say('presets.never-start')}
          value={preset.neverStart}
          onChange={(neverStart) => set({ neverStart })}
        />
        <Marks
          label={say('presets.never-end')}
          value={preset.neverEnd}
          onChange={(neverEnd) => set({ neverEnd })}
        />
      </Group>
      <Group title={say('presets.group.limits')}>
        <Pairs>
          <Amount
            label={say('presets.least-tracking')}
            unit="‰ em"
            least={-0.5}
            most={0}
            value={copyfit.leastEm}
            onChange={(leastEm) => set({ copyfit: { ...copyfit, leastEm } })}
          />
          <Amount
            label={say('presets.most-tracking')}
            unit="‰ em"
            most={0.5}
            value={copyfit.mostEm}
            onChange={(mostEm) => set({ copyfit: { ...copyfit, mostEm } })}
          />
          <Amount
            label={say('presets.least-leading')}
            unit="%"
            least={0.5}
            most={1}
            value={copyfit.leastLeading}
            onChange={(leastLeading) => set({ copyfit: { ...copyfit, leastLeading } })}
          />
          <Amount
            label={say('presets.most-leading')}
            unit="%"
            least={1}
            most={2}
            value={copyfit.mostLeading}
            onChange={(mostLeading) => set({ copyfit: { ...copyfit, mostLeading } })}
          />
        </Pairs>
      </Group>
    </div>
  )
}

/** What has no width is not seen, and a caret cannot stand in it. */
const LEAST_WIDTH_EM = 0.1

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="preset-group">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

const Pairs = ({ children }: { children: ReactNode }) => <div className="preset-pairs">{children}</div>

interface EmProps<K extends string> {
  of: K
  value: number
  onChange(value: number): void
}

function Width({ of, value, onChange }: EmProps<'percent' | 'point' | 'range' | 'interpunct' | 'han-space'>) {
  const say = useSay()
  return (
    <Amount label={say(`presets.${of}`)} unit="em" least={LEAST_WIDTH_EM} value={value} onChange={onChange} />
  )
}

function Gap({
  of,
  value,
  onChange,
}: EmProps<'before-figures' | 'after-figures' | 'before-words' | 'after-words'>) {
  const say = useSay()
  return <Amount label={say(`presets.gap.${of}`)} unit="em" value={value} onChange={onChange} />
}
