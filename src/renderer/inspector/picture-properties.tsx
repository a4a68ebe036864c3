import { TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import {
  captionsOf,
  FILLING,
  type Placement,
  setPlacement,
  tieCaption,
} from '../../core/doc/commands/pictures.ts'
import type { Asset, PictureFrame } from '../../core/doc/schema.ts'
import type { CommandId } from '../../shared/ipc.ts'
import { runCommand } from '../commands/commands.ts'
import { Choice } from '../controls/choice.tsx'
import { NumberInput } from '../controls/number-field.tsx'
import { Icon } from '../icons.tsx'
import { origins } from '../pictures/origins.ts'
import { relinkByDialog, updateFromOrigin } from '../pictures/placing.ts'
import { pictureItemOf, sharpnessOf } from '../pictures/quality.ts'
import { previews } from '../pictures/shelf.ts'
import { useLengths } from '../state/lengths.ts'
import { type PageModel, paragraphText } from '../state/page-model.ts'
import { changePage } from '../state/page-session.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { FactGroup, FactRows } from './facts.tsx'

interface PictureProps {
  page: PageModel
  id: string
  frame: PictureFrame
}

const SHARPNESS_CHIP = { good: 'ok', warn: 'warn', bad: 'bad' } as const

/** The picture of one frame: what it is, how sharp it prints, and how it lies in its frame. */
export function PictureProperties({ page, id, frame }: PictureProps) {
  const say = useSay()
  const asset = frame.asset === undefined ? undefined : page.doc.assets?.[frame.asset]
  const item = pictureItemOf(page, id)
  if (!asset || frame.asset === undefined || !item) return <EmptyFrame locked={frame.locked === true} />
  const sharpness = sharpnessOf(item.ppi)
  return (
    <FactGroup
      title={say('picture.title')}
      aside={
        <span className={`chip ${SHARPNESS_CHIP[sharpness]}`} data-testid="picture-ppi">
          {say('picture.ppi', { ppi: Math.round(item.ppi) })} · {say(`picture.ppi-${sharpness}`)}
        </span>
      }
    >
      <OriginNote assetId={frame.asset} asset={asset} />
      <FactRows
        facts={[
          { label: say('picture.file'), value: asset.name },
          { label: say('picture.pixels'), value: `${asset.widthPx} × ${asset.heightPx}` },
        ]}
      />
      <PlacementFields id={id} frame={frame} say={say} />
      <CaptionChoice page={page} id={id} say={say} />
      <div className="picture-buttons">
        <Act command="picture.center" name={say('picture.center')} off={frame.locked} />
        <Act command="picture.frame-to-picture" name={say('picture.frame-to-picture')} off={frame.locked} />
        <Act command="picture.turn" name={say('picture.turn')} off={frame.locked} />
        <Act command="picture.place" name={say('picture.change')} off={frame.locked} />
        <Act command="picture.remove" name={say('picture.remove')} off={frame.locked} />
      </div>
    </FactGroup>
  )
}

function EmptyFrame({ locked }: { locked: boolean }) {
  const say = useSay()
  return (
    <FactGroup title={say('picture.title')}>
      <p className="dim">{say('picture.empty')}</p>
      <div className="picture-buttons">
        <Act command="picture.place" name={say('picture.place')} off={locked} />
      </div>
    </FactGroup>
  )
}

function Act({ command, name, off }: { command: CommandId; name: string; off?: boolean }) {
  return (
    <Button className="button" isDisabled={off === true} onPress={() => void runCommand(command)}>
      {name}
    </Button>
  )
}

/** What became of the file that the picture came from, and what can be done about it. */
function OriginNote({ assetId, asset }: { assetId: string; asset: Asset }) {
  const say = useSay()
  const state = useStore(origins, ({ states }) => states[assetId])
  const missing = previews.problemOf(asset.sha256) !== undefined
  if (!missing && state === undefined) return null
  const text = missing
    ? say('picture.missing', { name: asset.name })
    : say(state === 'gone' ? 'picture.gone' : 'picture.changed')
  return (
    <div className="picture-note" data-bad={missing} role="note" data-testid="picture-note">
      <Icon of={TriangleAlert} />
      <span>{text}</span>
      {state === 'changed' && (
        <Button className="button ghost" onPress={() => void updateFromOrigin(assetId)}>
          {say('picture.update')}
        </Button>
      )}
      {(missing || state === 'gone') && (
        <Button className="button ghost" onPress={() => void relinkByDialog(assetId)}>
          {say('picture.find')}
        </Button>
      )}
    </div>
  )
}

/** Zoom is in per cent; the document has a factor. */
function PlacementFields({ id, frame, say }: Pick<PictureProps, 'id' | 'frame'> & { say: Say }) {
  const placement = frame.placement ?? FILLING
  const change = (parts: Partial<Placement>) =>
    changePage({ name: 'fit-picture' }, (doc) => setPlacement(doc, id, parts))
  const isDisabled = frame.locked === true
  const lengths = useLengths()
  const place = (name: 'dx' | 'dy') => (
    <NumberInput
      label={say(`picture.${name}`)}
      value={lengths.value(placement[name])}
      unit={lengths.unit}
      digits={1}
      step={lengths.unit === 'mm' ? 0.1 : 0.5}
      least={-1000}
      most={1000}
      onChange={(value) => change({ [name]: lengths.toPt(value) })}
      isDisabled={isDisabled}
    />
  )
  return (
    <>
      <Choice
        label={say('picture.fit')}
        value={placement.fit}
        items={(['fill', 'fit'] as const).map((fit) => ({ id: fit, name: say(`picture.fit.${fit}`) }))}
        onChange={(fit) => change({ fit })}
        testId="picture-fit"
      />
      <div className="number-grid">
        <NumberInput
          label={say('picture.zoom')}
          value={placement.zoom * 100}
          unit="%"
          digits={1}
          least={1}
          most={2000}
          onChange={(value) => change({ zoom: value / 100 })}
          isDisabled={isDisabled}
          testId="picture-zoom"
        />
        <NumberInput
          label={say('picture.rotation')}
          value={placement.rotation}
          unit="°"
          digits={1}
          least={-360}
          most={360}
          onChange={(rotation) => change({ rotation })}
          isDisabled={isDisabled}
          testId="picture-rotation"
        />
        {place('dx')}
        {place('dy')}
      </div>
    </>
  )
}

const NO_CAPTION = '-'
const OPENING = 14

function CaptionChoice({ page, id, say }: Pick<PictureProps, 'page' | 'id'> & { say: Say }) {
  const captions = Object.entries(page.doc.stories).filter(([, { role }]) => role === 'caption')
  if (captions.length === 0) return null
  const [tied] = captionsOf(page.doc, id)
  const items = captions.map(([story, { paragraphs }]) => ({
    id: story,
    name: paragraphs.map(paragraphText).join(' ').slice(0, OPENING) || story,
  }))
  const choose = (story: string) => {
    if (story === (tied ?? NO_CAPTION)) return
    changePage({ name: story === NO_CAPTION ? 'untie-caption' : 'tie-caption' }, (doc) => {
      const loose = captionsOf(doc, id).reduce((next, each) => tieCaption(next, each, undefined), doc)
      return story === NO_CAPTION ? loose : tieCaption(loose, story, id)
    })
  }
  return (
    <Choice
      label={say('picture.caption')}
      value={tied ?? NO_CAPTION}
      items={[{ id: NO_CAPTION, name: say('picture.no-caption') }, ...items]}
      onChange={choose}
      testId="picture-caption"
    />
  )
}
