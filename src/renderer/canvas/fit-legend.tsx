import { app } from '../state/app-state.ts'
import type { FrameEntry, PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { fitFigures, isLoose, measureEm, signedEm } from './fit-tints.ts'
import { pickFrame, pickLine } from './pick.ts'
import { toPage } from './view.ts'

/** What the colours of the 排齐 overlay mean, how many lines have each, and the figures of the line pointed at. */
export function FitLegend() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  const shown = useStore(app, ({ show }) => show.copyfit)
  const story = useStore(app, ({ selection }) => selection?.story)
  if (!page || !shown) return null
  const frames = page.frames.filter((frame) => frame.story && (!story || frame.story.id === story))
  const figures = fitFigures(frames.flatMap(({ lines }) => lines))
  const kinds = ['squeezed', 'stretched', 'copyfit'] as const
  return (
    <div className="fit-legend" data-testid="fit-legend">
      <div className="fit-legend-row">
        <b>{say('fit-legend.title')}</b>
        <span className="dim">{say(story ? 'fit-legend.story' : 'fit-legend.page')}</span>
        {kinds.map((kind) => (
          <span key={kind} className="fit-legend-kind">
            <i data-fit={kind} aria-hidden="true" />
            {say(`fit-legend.${kind}`, { n: figures[kind].lines })}
          </span>
        ))}
        <span className="fit-legend-kind" data-testid="legend-loose">
          <i data-fit="loose" aria-hidden="true" />
          {say('fit-legend.loose', { n: figures.loose })}
        </span>
      </div>
      <PointedLine page={page} say={say} />
    </div>
  )
}

function PointedLine({ page, say }: { page: PageModel; say: Say }) {
  const pointer = useStore(app, (state) => state.pointer)
  const view = useStore(app, (state) => state.view)
  const at = pointer && toPage(view, pointer)
  const frame = at && pickFrame(page.frames, at)
  const line = frame && pickLine(frame, at)
  return (
    <div className="fit-legend-row note">
      {line ? lineFacts(page, frame, line, say).join(' · ') : <KeyToSigns say={say} />}
    </div>
  )
}

const KeyToSigns = ({ say }: { say: Say }) => (
  <>
    {say('fit-legend.key')}
    <span className="fit-legend-places">{say('fit-legend.places')}</span>
  </>
)

function lineFacts(
  page: PageModel,
  frame: FrameEntry,
  line: FrameEntry['lines'][number],
  say: Say,
): string[] {
  const { paragraph, fit } = line
  const style = page.doc.paragraphStyles[frame.story?.story.paragraphs[paragraph]?.style ?? '']
  const own = page.frames.flatMap(({ story, lines }) => (story === frame.story ? lines : []))
  const number = own.filter((each) => each.paragraph === paragraph).indexOf(line) + 1
  const facts = [say('fit-legend.line', { paragraph: paragraph + 1, line: number })]
  if (style) facts.push(say('fit-legend.measure', { em: String(Number(measureEm(line, style).toFixed(2))) }))
  const before = facts.length
  const add = (key: Parameters<Say>[0], em: number) => {
    if (Math.abs(em) > 0.005) facts.push(say(key, { em: signedEm(em) }))
  }
  add('fit-legend.squeeze-sum', -fit.squeezedEm)
  add('fit-legend.spaces-each', fit.spacesEm)
  add('fit-legend.stretch-each', fit.stretchEm)
  add('fit-legend.copyfit-sum', fit.copyfitEm)
  if (facts.length === before) facts.push(say('fit-legend.is-natural'))
  if (line.last) facts.push(say('fit-legend.last'))
  if (isLoose(line)) facts.push(say('paragraph.loose'))
  return facts
}
