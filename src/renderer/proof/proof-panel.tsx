import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import type { InkPlace } from '../../core/proof/ink.ts'
import { PROCESS } from '../../core/proof/plates.ts'
import { problemText } from '../../shared/messages.ts'
import { lookAt } from '../canvas/camera.ts'
import { frameName } from '../canvas/frame-name.ts'
import { Choice } from '../controls/choice.tsx'
import { NumberInput } from '../controls/number-field.tsx'
import { Icon } from '../icons.tsx'
import { CheckField } from '../presets/fields.tsx'
import { app } from '../state/app-state.ts'
import { lengthsNow } from '../state/lengths.ts'
import type { PageModel } from '../state/page-model.ts'
import { selectFrame } from '../state/selecting.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import {
  loadPress,
  pageInk,
  proofing,
  SHIPPED_PRESS,
  setLimit,
  showAllPlates,
  spotNames,
  toggleInk,
  togglePlate,
  toggleProof,
  toggleSpot,
} from './proof-state.ts'

/** What is looked at in a proof: press, plates, ink. It stands over the canvas as long as the proof does. */
export function ProofPanel() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  const stage = useStore(app, (state) => state.stage)
  const state = useStore(proofing, (whole) => whole)
  const language = useStore(app, (whole) => whole.language)
  if (!page || !state.on || stage !== 'layout') return null
  const { plates, ink, press, profiles, problem, table } = state
  return (
    <section className="proof-panel" aria-label={say('proof.title')} data-testid="proof">
      <header>
        <b>{say('proof.title')}</b>
        {!table && !problem && <span className="dim">{say('proof.loading')}</span>}
        <span className="spacer" />
        <Button className="tool small" aria-label={say('proof.close')} onPress={() => toggleProof(false)}>
          <Icon of={X} size={14} />
        </Button>
      </header>
      {problem && <p className="bad-text">{problemText(language, problem).what}</p>}
      <Choice
        label={say('proof.press')}
        value={press}
        items={[
          { id: SHIPPED_PRESS, name: say('proof.newsprint') },
          ...profiles.map(({ id, description }) => ({ id, name: description })),
        ]}
        onChange={(id) => void loadPress(id)}
      />
      <fieldset className="proof-plates" aria-label={say('proof.plates')}>
        {PROCESS.map((plate) => (
          <ToggleButton
            key={plate}
            className="plate"
            data-plate={plate}
            isSelected={plates[plate]}
            onChange={() => togglePlate(plate)}
          >
            <i aria-hidden="true" />
            {say(`proof.plate.${plate}`)}
          </ToggleButton>
        ))}
        {spotNames().map((name) => (
          <ToggleButton
            key={name}
            className="plate"
            data-plate="spot"
            isSelected={!plates.spotsOff.includes(name)}
            onChange={() => toggleSpot(name)}
          >
            <i aria-hidden="true" />
            {name}
          </ToggleButton>
        ))}
        <Button className="button ghost" onPress={showAllPlates}>
          {say('proof.all')}
        </Button>
      </fieldset>
      <div className="proof-ink">
        <CheckField label={say('proof.over')} on={ink} onChange={toggleInk} />
        <NumberInput
          label=""
          ariaLabel={say('proof.limit')}
          value={state.limit}
          unit="%"
          step={5}
          least={50}
          most={400}
          onChange={setLimit}
          testId="proof-limit"
        />
      </div>
      <InkNote page={page} say={say} />
    </section>
  )
}

const MARK_PT = 24

function InkNote({ page, say }: { page: PageModel; say: Say }) {
  const pictureInk = useStore(proofing, (state) => state.pictureInk)
  const limit = useStore(proofing, (state) => state.limit)
  const places = useMemo(() => pageInk(page, pictureInk), [page, pictureInk])
  const [most] = places
  if (!most) return null
  const over = places.filter(({ percent }) => percent > limit + 0.5)
  const go = ({ x, y, frame }: InkPlace) => {
    selectFrame(page.framesById.get(frame))
    lookAt({ x: x - MARK_PT / 2, y: y - MARK_PT / 2, width: MARK_PT, height: MARK_PT })
  }
  return (
    <div className="proof-most" role="status" data-testid="proof-most">
      <span className={over.length > 0 ? 'chip bad' : 'chip ok'}>
        {over.length > 0 ? say('proof.over-count', { n: over.length }) : say('proof.within')}
      </span>
      <span>{say('proof.most', { percent: Math.round(most.percent) })}</span>
      <Button className="button ghost" onPress={() => go(most)}>
        {placeName(page, most, say)}
      </Button>
    </div>
  )
}

function placeName(page: PageModel, { frame, x, y }: InkPlace, say: Say): string {
  const entry = page.framesById.get(frame)
  if (entry) return frameName(page, entry, say)
  const { text, unit } = lengthsNow()
  return `X ${text(x)} Y ${text(y)} ${unit}`
}
