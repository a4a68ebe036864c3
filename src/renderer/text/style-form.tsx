import { type ReactNode, useEffect, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { canDeleteStyle } from '../../core/doc/commands/styles.ts'
import type { CharacterStyle, ParagraphStyle } from '../../core/doc/schema.ts'
import { Choice, type ChoiceItem } from '../controls/choice.tsx'
import { faceName } from '../inspector/frame-facts.ts'
import { CheckField } from '../presets/fields.tsx'
import { presetName } from '../state/edit-words.ts'
import type { PageModel } from '../state/page-model.ts'
import { type Say, useSay } from '../state/words.ts'
import { swatchName } from '../swatches/swatch-name.ts'
import {
  changeCharacterStyle,
  changeParagraphStyle,
  paragraphStyleNames,
  removeCharacterStyle,
  removeParagraphStyle,
  renameStyle,
  type StyleKind,
} from './style-actions.ts'
import { styleName } from './style-names.ts'

interface FormProps<T> {
  page: PageModel
  name: string
  style: T
  /** With the key of the row to open instead, or none. */
  onGone(key: string | undefined): void
}

const FACES = ['song-400', 'song-700', 'song-900', 'hei-500', 'hei-700', 'kai-500', 'fang-400']
const ALIGNS = ['justify', 'start', 'center', 'end'] as const

export function ParagraphStyleForm({ page, name, style, onGone }: FormProps<ParagraphStyle>) {
  const say = useSay()
  const [instead, setInstead] = useState('body')
  const set = (change: Partial<ParagraphStyle>) => changeParagraphStyle(name, { ...style, ...change })
  const others = paragraphStyleNames(page.doc).filter((each) => each !== name)
  const target = others.includes(instead) ? instead : (others[0] ?? '')
  return (
    <div className="style-form">
      <NameField kind="paragraph" name={name} onGone={onGone} />
      <Choice
        label={say('styles.face')}
        value={style.face}
        items={faceItems(style.face, say)}
        onChange={(face) => set({ face })}
      />
      <div className="style-pair">
        <Figure
          label={say('styles.size')}
          unit="pt"
          value={style.sizePt}
          least={1}
          most={400}
          onChange={(sizePt) => set({ sizePt })}
        />
        <Figure
          label={say('styles.leading')}
          unit="pt"
          value={style.leadingPt}
          least={1}
          most={600}
          onChange={(leadingPt) => set({ leadingPt })}
        />
      </div>
      <div className="style-pair">
        <Figure
          label={say('styles.rows')}
          unit={say('styles.rows-unit')}
          value={style.rows}
          least={1}
          most={40}
          onChange={(rows) => set({ rows: Math.round(rows) })}
        />
        <Figure
          label={say('styles.indent')}
          unit="em"
          value={style.indentEm}
          least={-20}
          most={40}
          onChange={(indentEm) => set({ indentEm })}
        />
      </div>
      <Choice
        label={say('styles.align')}
        value={style.align}
        items={ALIGNS.map((id) => ({ id, name: say(`align.${id}`) }))}
        onChange={(align) => set({ align })}
      />
      <div className="style-pair">
        <Figure
          label={say('styles.tracking')}
          unit="em"
          value={style.trackingEm}
          least={-0.5}
          most={4}
          onChange={(trackingEm) => set({ trackingEm })}
        />
        <SwatchChoice page={page} value={style.swatch} onChange={(swatch) => set({ swatch })} say={say} />
      </div>
      <Choice
        label={say('styles.preset')}
        value={style.preset}
        items={Object.keys(page.doc.presets).map((id) => ({ id, name: presetName(id, say) }))}
        onChange={(preset) => set({ preset })}
      />
      <CheckField
        label={say('styles.keep')}
        on={style.keepWithNext === true}
        onChange={(on) => {
          const { keepWithNext: _, ...rest } = style
          changeParagraphStyle(name, on ? { ...rest, keepWithNext: true } : rest)
        }}
      />
      {canDeleteStyle(name) ? (
        <div className="style-delete">
          <Choice
            label={say('styles.delete-instead')}
            value={target}
            items={others.map((id) => ({ id, name: styleName(id, say) }))}
            onChange={setInstead}
          />
          <Button
            className="button ghost destructive"
            onPress={() => removeParagraphStyle(name, target) && onGone(undefined)}
          >
            {say('styles.delete')}
          </Button>
        </div>
      ) : (
        <p className="dim">{say('styles.needed')}</p>
      )}
    </div>
  )
}

const AS_PARAGRAPH = 'as-paragraph:'

export function CharacterStyleForm({ page, name, style, onGone }: FormProps<CharacterStyle>) {
  const say = useSay()
  /** `undefined` takes a field away. */
  const set = (change: Partial<CharacterStyle>) => {
    const entries = Object.entries({ ...style, ...change }).filter(([, value]) => value !== undefined)
    changeCharacterStyle(name, Object.fromEntries(entries) as CharacterStyle)
  }
  const asParagraph = { id: AS_PARAGRAPH, name: say('styles.as-paragraph') }
  const orNone = (value: string) => (value === AS_PARAGRAPH ? undefined : value)
  return (
    <div className="style-form">
      <NameField kind="character" name={name} onGone={onGone} />
      <Choice
        label={say('styles.face')}
        value={style.face ?? AS_PARAGRAPH}
        items={[asParagraph, ...faceItems(style.face, say)]}
        onChange={(face) => set({ face: orNone(face) })}
      />
      <Choice
        label={say('styles.swatch')}
        value={style.swatch ?? AS_PARAGRAPH}
        items={[asParagraph, ...swatchItems(page, say)]}
        onChange={(swatch) => set({ swatch: orNone(swatch) })}
      />
      <div className="style-pair">
        <Figure
          label={say('styles.size')}
          unit="pt"
          value={style.sizePt}
          least={1}
          most={400}
          onChange={(sizePt) => set({ sizePt })}
          onClear={() => set({ sizePt: undefined })}
        />
        <Figure
          label={say('styles.tracking')}
          unit="em"
          value={style.trackingEm}
          least={-0.5}
          most={4}
          onChange={(trackingEm) => set({ trackingEm })}
          onClear={() => set({ trackingEm: undefined })}
        />
      </div>
      <div className="style-pair">
        <Figure
          label={say('styles.rise')}
          unit="em"
          value={style.riseEm}
          least={-2}
          most={2}
          onChange={(riseEm) => set({ riseEm })}
          onClear={() => set({ riseEm: undefined })}
        />
        <Button
          className="button ghost destructive"
          onPress={() => removeCharacterStyle(name) && onGone(undefined)}
        >
          {say('styles.delete')}
        </Button>
      </div>
    </div>
  )
}

/** Taken when the field is left or by Enter; Esc puts the name back. */
function NameField({ kind, name, onGone }: { kind: StyleKind; name: string; onGone(key: string): void }) {
  const say = useSay()
  const shown = styleName(name, say)
  const [text, setText] = useState(shown)
  const [taken, setTaken] = useState(false)
  useEffect(() => setText(shown), [shown])
  const take = () => {
    const next = text.trim()
    if (next === shown || next === '') setText(shown)
    else if (renameStyle(kind, name, next)) onGone(`${kind} ${next}`)
    else setTaken(true)
  }
  return (
    <>
      <TextField
        className="field"
        value={text}
        onChange={(next) => {
          setText(next)
          setTaken(false)
        }}
        onBlur={take}
        isInvalid={taken}
        isDisabled={kind === 'paragraph' && !canDeleteStyle(name)}
      >
        <Label>{say('styles.name')}</Label>
        <Input
          lang="zh-CN"
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') take()
            if (event.key === 'Escape') setText(shown)
          }}
        />
      </TextField>
      {taken && (
        <p className="bad" role="alert">
          {say('styles.name-taken')}
        </p>
      )}
    </>
  )
}

const faceItems = (current: string | undefined, say: Say) =>
  [...new Set([...FACES, ...(current === undefined ? [] : [current])])].map((id) => ({
    id,
    name: faceName(id, say),
  }))

function SwatchChoice({
  page,
  value,
  onChange,
  say,
}: {
  page: PageModel
  value: string
  onChange(value: string): void
  say: Say
}) {
  return (
    <Choice label={say('styles.swatch')} value={value} items={swatchItems(page, say)} onChange={onChange} />
  )
}

const swatchItems = ({ doc }: PageModel, say: Say): ChoiceItem<string>[] =>
  Object.entries(doc.swatches).map(([id, { screen }]) => ({ id, name: swatchName(id, say), colour: screen }))

interface FigureProps {
  label: string
  unit: string
  value: number | undefined
  least: number
  most: number
  onChange(value: number): void
  /** An empty field takes the figure away. */
  onClear?(): void
}

/** A figure with its label at the left and its unit at the right; out of bounds it goes back. */
function Figure({ label, unit, value, least, most, onChange, onClear }: FigureProps): ReactNode {
  const shown = value === undefined ? '' : String(Number(value.toFixed(4)))
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const take = () => {
    if (text.trim() === '' && onClear) {
      if (value !== undefined) onClear()
      return
    }
    const next = Number(text.replace(/[^\d.+-]/g, ''))
    if (text.trim() === '' || !Number.isFinite(next) || next < least || next > most) setText(shown)
    else if (next !== value) onChange(next)
  }
  return (
    <TextField
      className="field figure"
      value={text}
      onChange={setText}
      onBlur={take}
      aria-label={`${label} ${unit}`}
    >
      <Label aria-hidden="true">{label}</Label>
      <Input
        inputMode="decimal"
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') take()
          if (event.key === 'Escape') setText(shown)
        }}
      />
      <span className="unit">{unit}</span>
    </TextField>
  )
}
