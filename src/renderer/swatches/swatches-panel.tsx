import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, ListBox, ListBoxItem } from 'react-aria-components'
import { fillFrames, strokeFrames } from '../../core/doc/commands/look.ts'
import {
  defineSwatch,
  isNeededSwatch,
  removeSwatch,
  renameSwatch,
  swatchUses,
} from '../../core/doc/commands/swatches.ts'
import { LengthField } from '../controls/length-field.tsx'
import { Tip } from '../controls/tip.tsx'
import { perform } from '../editor/perform.ts'
import { selectedFrames } from '../editor/selection.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { swatchName } from './swatch-name.ts'

const INKS = ['C', 'M', 'Y', 'K'] as const

/** 色板: the page's inks, process and spot; the chosen one's figures are fields. */
export function SwatchesPanel({ page }: { page: PageModel }) {
  const say = useSay()
  const [chosen, choose] = useState<string>()
  const swatches = Object.entries(page.doc.swatches)
  const name = chosen !== undefined && page.doc.swatches[chosen] ? chosen : swatches[0]?.[0]
  return (
    <>
      <div className="panel-scroll">
        <ListBox
          className="swatches"
          aria-label={say('command.panel.swatches')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={name === undefined ? [] : [name]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys]
            if (key !== undefined) choose(String(key))
          }}
          data-testid="swatches"
        >
          {swatches.map(([id, swatch]) => (
            <ListBoxItem key={id} id={id} textValue={swatchName(id, say)} className="swatch-row">
              <i className="swatch-chip" style={{ background: swatch.screen }} aria-hidden="true" />
              <span className="outline-name">{swatchName(id, say)}</span>
              <span className="part-note">{swatch.spot ?? swatch.cmyk.join(' ')}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </div>
      {name !== undefined && <SwatchFields page={page} name={name} choose={choose} say={say} />}
    </>
  )
}

interface SwatchFieldsProps {
  page: PageModel
  name: string
  choose(name: string): void
  say: Say
}

function SwatchFields({ page, name, choose, say }: SwatchFieldsProps) {
  const { cmyk, spot } = page.doc.swatches[name] as PageModel['doc']['swatches'][string]
  const frames = useStore(app, selectedFrames)
  const uses = swatchUses(page.doc, name)
  const needed = isNeededSwatch(name)
  const define = (next: typeof cmyk, spotName = spot) =>
    perform({ name: 'swatch' }, (doc) => defineSwatch(doc, name, next, spotName))
  const add = () => {
    let n = 1
    while (page.doc.swatches[`${say('editor.swatch-new')} ${n}`]) n++
    const made = `${say('editor.swatch-new')} ${n}`
    if (perform({ name: 'swatch' }, (doc) => defineSwatch(doc, made, cmyk, undefined))) choose(made)
  }
  return (
    <section className="swatch-fields">
      <div className="fields-two">
        <div className="wide">
          <LengthField
            label={say('editor.swatch-name')}
            value={swatchName(name, say)}
            mixed=""
            disabled={needed}
            testId="swatch-name"
            onCommit={(text) => {
              const done = perform({ name: 'swatch' }, (doc) => renameSwatch(doc, name, text.trim()))
              if (done) choose(text.trim())
              return done
            }}
          />
        </div>
        {INKS.map((ink, i) => (
          <LengthField
            key={ink}
            label={ink}
            unit="%"
            value={String(cmyk[i])}
            mixed=""
            testId={`ink-${ink}`}
            onCommit={(text) => {
              const figure = Number(text.normalize('NFKC'))
              return Number.isFinite(figure) && define(cmyk.with(i, figure) as typeof cmyk)
            }}
            onStep={(by, far) => {
              const figure = Math.min(100, Math.max(0, (cmyk[i] ?? 0) + by * (far ? 10 : 1)))
              define(cmyk.with(i, figure) as typeof cmyk)
            }}
          />
        ))}
        <div className="wide">
          <LengthField
            label={say('editor.swatch-spot')}
            value={spot ?? ''}
            mixed=""
            testId="swatch-spot"
            onCommit={(text) => define(cmyk, text.trim() || undefined)}
          />
        </div>
      </div>
      <div className="swatch-acts">
        <Button
          className="button"
          isDisabled={frames.length === 0}
          onPress={() => perform({ name: 'fill' }, fillFrames(frames, name))}
        >
          {say('editor.swatch-apply-fill')}
        </Button>
        <Button
          className="button"
          isDisabled={frames.length === 0}
          onPress={() => perform({ name: 'stroke' }, strokeFrames(frames, name, 0.75))}
        >
          {say('editor.swatch-apply-stroke')}
        </Button>
        <span className="spacer" />
        <Tip text={say('editor.swatch-new')}>
          <Button
            className="tool small"
            aria-label={say('editor.swatch-new')}
            onPress={add}
            data-testid="swatch-new"
          >
            <Icon of={Plus} size={14} />
          </Button>
        </Tip>
        <Tip text={say(needed ? 'editor.swatch-kept' : 'editor.swatch-remove')}>
          <Button
            className="tool small"
            aria-label={say('editor.swatch-remove')}
            isDisabled={needed || name === 'black' || !page.doc.swatches.black}
            onPress={() => perform({ name: 'swatch-gone' }, (doc) => removeSwatch(doc, name, 'black'))}
          >
            <Icon of={Trash2} size={14} />
          </Button>
        </Tip>
      </div>
      <p className="dim">{uses > 0 ? say('editor.swatch-uses', { n: uses }) : say('editor.swatch-unused')}</p>
    </section>
  )
}
