import { editor } from '../editor/editor-state.ts'
import { selectedFrames } from '../editor/selection.ts'
import { Notices } from '../notices/notices.tsx'
import { IssuePins } from '../preflight/issue-pins.tsx'
import { ProofPanel } from '../proof/proof-panel.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { FindBar } from '../text/find-bar.tsx'
import { StoryEditor } from '../text/story-editor.tsx'
import { TextMenu } from '../text/text-menu.tsx'
import { Welcome } from '../welcome/welcome.tsx'
import { PageCanvas } from './canvas.tsx'
import { FitLegend } from './fit-legend.tsx'
import { FrameMenu } from './frame-menu.tsx'
import { frameName } from './frame-name.ts'
import { SignedBanner } from './signed-banner.tsx'

export function CanvasRegion() {
  const say = useSay()
  const hasPage = useStore(app, (state) => state.page !== null)
  return (
    <main className="canvas-region" data-region="canvas" aria-label={say('region.canvas')}>
      <div className="canvas-stage">
        <PageCanvas />
        <IssuePins />
        <SignedBanner />
        {!hasPage && <Welcome />}
        <FitLegend />
        <ProofPanel />
        <LoadedNote />
        <FindBar />
        <Notices />
      </div>
      <StoryEditor />
      <TextMenu />
      <FrameMenu />
      <SelectionAnnouncer />
      <StepAnnouncer />
    </main>
  )
}

/** Says what was selected; the picture itself is silent. */
function SelectionAnnouncer() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  const id = useStore(app, (state) => state.selection?.frame)
  const paragraph = useStore(app, (state) => state.selection?.paragraph)
  const count = useStore(app, (state) => (state.selection?.frames ? selectedFrames(state).length : 1))
  const frame = id === undefined ? undefined : page?.framesById.get(id)
  return (
    <div className="visually-hidden" role="status" data-testid="selection">
      {page && frame
        ? say('canvas.selected', {
            name: count > 1 ? say('editor.several', { n: count }) : frameName(page, frame, say),
          })
        : ''}
      {paragraph !== undefined && ` ${say('paragraph.name', { n: paragraph + 1 })}`}
    </div>
  )
}

/** Text is in hand: what can be done with it. */
function LoadedNote() {
  const say = useSay()
  const loaded = useStore(editor, (state) => state.loaded !== null)
  return (
    <div className={loaded ? 'loaded-note' : 'visually-hidden'} role="status" data-testid="loaded">
      {loaded && say('editor.loaded')}
    </div>
  )
}

/** Says what was done, undone or done again. */
function StepAnnouncer() {
  const say = useSay()
  const said = useStore(app, (state) => state.review.said)
  return (
    <div className="visually-hidden" role="status" data-testid="step">
      {said && say(said.key, said.values)}
    </div>
  )
}
