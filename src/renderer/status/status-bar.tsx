import { Minus, Plus } from 'lucide-react'
import { Button, Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import { zoomTo } from '../canvas/camera.ts'
import { looseLines } from '../canvas/fit-tints.ts'
import { pointPlace } from '../canvas/place.ts'
import { sliderToZoom, toPage, zoomOf, zoomToSlider } from '../canvas/view.ts'
import { runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { Tip } from '../controls/tip.tsx'
import { Icon } from '../icons.tsx'
import { openIssues, preflightState } from '../preflight/preflight-state.ts'
import { app } from '../state/app-state.ts'
import { useLengths } from '../state/lengths.ts'
import { oversetStories, type PageModel } from '../state/page-model.ts'
import { queueOf } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { CaretPlace } from '../text/text-place.tsx'
import { textState } from '../text/text-state.ts'
import { ReviewStatus } from './review-status.tsx'

/** The welcome has a foot of its own. */
export function StatusBar() {
  const page = useStore(app, (state) => state.page)
  const stage = useStore(app, (state) => state.stage)
  const story = useStore(textState, (state) => state.story)
  if (!page) return null
  return (
    <footer className="status-bar" data-region="status">
      <Lights page={page} />
      {stage === 'review' ? (
        <ReviewStatus />
      ) : (
        <>
          {story === null ? <PointerPlace page={page} /> : <CaretPlace page={page} story={story} />}
          <Zoom />
        </>
      )}
    </footer>
  )
}

function Lights({ page }: { page: PageModel }) {
  const say = useSay()
  const overset = oversetStories(page)
  // A desk counts articles, not their heads and bodies apart.
  const articles = new Set(overset.map((story) => story.article ?? story.id)).size
  const characters = overset.reduce((sum, story) => sum + story.oversetCharacters, 0)
  const doubts = useStore(app, (state) => queueOf(state).length)
  const stage = useStore(app, (state) => state.stage)
  const loose = looseLines(page).length
  return (
    <div className="lights" role="status">
      {overset.length > 0 ? (
        <Button className="light" onPress={() => void runCommand('go.overset')} data-testid="light-overset">
          <span className="dot bad" aria-hidden="true" />
          {say('status.overset', { stories: articles, n: characters })}
        </Button>
      ) : (
        <span className="light" data-testid="light-overset">
          <span className="dot ok" aria-hidden="true" />
          {say('status.no-overset')}
        </span>
      )}
      {doubts > 0 ? (
        <Button className="light" onPress={() => void runCommand('go.doubt')} data-testid="light-doubts">
          <span className="dot warn" aria-hidden="true" />
          {say('status.doubts', { n: doubts })}
        </Button>
      ) : (
        <span className="light" data-testid="light-doubts">
          <span className="dot ok" aria-hidden="true" />
          {say('status.no-doubts')}
        </span>
      )}
      <PreflightLight />
      {loose > 0 && stage === 'layout' && (
        <Button className="light" onPress={() => void runCommand('go.loose')} data-testid="light-loose">
          <span className="dot warn" aria-hidden="true" />
          {say('status.loose', { n: loose })}
        </Button>
      )}
    </div>
  )
}

/** What preflight found; a click goes to the next one. */
function PreflightLight() {
  const say = useSay()
  const issues = useStore(preflightState, (state) => state.issues)
  const checking = useStore(preflightState, (state) => state.checking)
  const errors = openIssues(issues, 'error').length
  const warnings = openIssues(issues, 'warning').length
  if (errors + warnings === 0) {
    return (
      <span className="light" data-checking={checking} data-testid="light-preflight">
        <span className="dot ok" aria-hidden="true" />
        {say('preflight.light-ok')}
      </span>
    )
  }
  return (
    <Button
      className="light"
      onPress={() => void runCommand('preflight.next')}
      data-checking={checking}
      data-testid="light-preflight"
    >
      <span className={errors > 0 ? 'dot bad' : 'dot warn'} aria-hidden="true" />
      {say('preflight.light', { errors, warnings })}
    </Button>
  )
}

/** Where the pointer is, from the trim's corner and in columns and rows. */
function PointerPlace({ page }: { page: PageModel }) {
  const say = useSay()
  const pointer = useStore(app, (state) => state.pointer)
  const view = useStore(app, (state) => state.view)
  const stage = useStore(app, (state) => state.stage)
  const lengths = useLengths()
  if (!pointer || stage === 'preflight')
    return <span className="pointer-place">{stage === 'preflight' && say('preflight.hint')}</span>
  const point = toPage(view, pointer)
  const { column, row } = pointPlace(page.composition.grid, point)
  return (
    <span className="pointer-place" data-testid="pointer">
      <span>X {lengths.text(point.x)}</span>
      <span>
        Y {lengths.text(point.y)} {lengths.unit}
      </span>
      <span className="dim">
        {[
          column !== undefined ? say('status.column', { column }) : '',
          row !== undefined ? say('status.row', { row }) : '',
        ].join(' ')}
      </span>
    </span>
  )
}

function Zoom() {
  const say = useSay()
  const zoom = useStore(app, (state) => zoomOf(state.view))
  const fit = useStore(app, (state) => state.fit)
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const other = fit === 'width' ? 'view.fit-page' : 'view.fit-width'
  return (
    <div className="zoom">
      <ZoomButton command="view.zoom-out" icon={Minus} />
      <Slider
        className="slider"
        aria-label={say('status.zoom')}
        minValue={0}
        maxValue={100}
        step={1}
        value={zoomToSlider(zoom)}
        onChange={(value) => zoomTo(sliderToZoom(value))}
      >
        <SliderTrack className="slider-track">
          <span className="slider-fill" style={{ width: `${zoomToSlider(zoom)}%` }} />
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <ZoomButton command="view.zoom-in" icon={Plus} />
      <Tip text={say('command.view.actual')} keys={firstKey('view.actual', mac)}>
        <Button className="zoom-figure" onPress={() => void runCommand('view.actual')} data-testid="zoom">
          {Math.round(zoom * 100)}%
        </Button>
      </Tip>
      <Tip text={say(`command.${other}`)} keys={firstKey(other, mac)}>
        <Button className="tool small words" onPress={() => void runCommand(other)} data-testid="fit">
          {say(`command.${other}`)}
        </Button>
      </Tip>
    </div>
  )
}

function ZoomButton({ command, icon }: { command: 'view.zoom-in' | 'view.zoom-out'; icon: typeof Plus }) {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const label = say(`command.${command}`)
  return (
    <Tip text={label} keys={firstKey(command, mac)}>
      <Button className="tool small" aria-label={label} onPress={() => void runCommand(command)}>
        <Icon of={icon} size={14} />
      </Button>
    </Tip>
  )
}
