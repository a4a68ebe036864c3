import { Button } from 'react-aria-components'
import { type FitShare, fitFigures } from '../canvas/fit-tints.ts'
import { runCommand } from '../commands/commands.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { selectedFrames } from '../editor/selection.ts'
import { app } from '../state/app-state.ts'
import type { FrameEntry, PageModel, StoryEntry } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { ArrangePanel } from './arrange-panel.tsx'
import { FactGroup, FactRows } from './facts.tsx'
import { faceName, haoOf, mainStyle, sourceRange, trimmed } from './frame-facts.ts'
import { FrameSwitches, FrameTitle, LockedNote } from './frame-head.tsx'
import { FramePanel, LookPanel } from './look-panel.tsx'
import { PageProperties } from './page-properties.tsx'
import { PictureProperties } from './picture-properties.tsx'
import { PlacePanel } from './place-panel.tsx'

/** What is selected: a frame, the frames of a story or an article, or with nothing selected the page. */
export function Properties({ page }: { page: PageModel }) {
  const selection = useStore(app, (state) => state.selection)
  const ids = useStore(app, selectedFrames)
  if (!selection) return <PageProperties page={page} />
  const { frame, story } = selection
  const frames = ids.flatMap((id) => page.framesById.get(id) ?? [])
  const [first] = frames
  const loose = first || story === undefined ? undefined : page.stories.get(story)
  if (loose) return <FramelessStory page={page} entry={loose} />
  if (!first) return <PageProperties page={page} />
  return (
    <FrameProperties
      page={page}
      frames={frames}
      first={first}
      whole={story === undefined && frame === undefined}
    />
  )
}

/** A story that the page has no frame for: all of it is overset. */
function FramelessStory({ page, entry }: { page: PageModel; entry: StoryEntry }) {
  const say = useSay()
  const number = page.doc.articles[entry.article ?? '']?.number
  return (
    <>
      <div className="inspector-head">
        {number !== undefined && <ArticleNumber of={number} />}
        <b>{say(`role.${entry.story.role}`)}</b>
        <span className="dim">{say('stories.no-frame')}</span>
      </div>
      <FactGroup
        title={say('inspector.fit')}
        aside={
          entry.oversetCharacters > 0 && (
            <span className="chip bad">{say('stories.overset', { n: entry.oversetCharacters })}</span>
          )
        }
      >
        <p className="dim">{say('inspector.no-frame')}</p>
        <Button className="button" onPress={() => void runCommand('thread.go-on')} data-testid="place-story">
          {say('editor.place-story')}
        </Button>
      </FactGroup>
    </>
  )
}

interface FramesProps {
  page: PageModel
  frames: readonly FrameEntry[]
  first: FrameEntry
  /** A whole article is selected. */
  whole: boolean
}

function FrameProperties({ page, frames, first, whole }: FramesProps) {
  const say = useSay()
  const number = first.article === undefined ? undefined : page.doc.articles[first.article]?.number
  const single = frames.length === 1
  const sameStory = single || frames.every(({ story }) => story !== undefined && story === first.story)
  return (
    <>
      <div className="inspector-head">
        {number !== undefined && <ArticleNumber of={number} />}
        {whole ? (
          <b>{page.doc.articles[first.article ?? '']?.title}</b>
        ) : sameStory ? (
          <FrameTitle frame={first} single={single} say={say} />
        ) : (
          <b>{say('editor.several', { n: frames.length })}</b>
        )}
        <span className="dim">
          {!single
            ? sameStory && say('frame.story', { count: frames.length })
            : first.count > 1
              ? say('frame.place', { n: first.index + 1, count: first.count })
              : ''}
        </span>
        <FrameSwitches />
      </div>
      {frames.some(({ frame }) => frame.locked) && <LockedNote say={say} />}
      <PlacePanel page={page} frames={frames} />
      {single && first.frame.kind === 'picture' && (
        <PictureProperties page={page} id={first.id} frame={first.frame} />
      )}
      <Fit frames={frames} say={say} />
      <FramePanel page={page} frames={frames} />
      <LookPanel page={page} frames={frames} />
      {!single && <ArrangePanel />}
      {!whole && sameStory && (
        <Style page={page} frame={frames.find(({ lines }) => lines.length > 0) ?? first} say={say} />
      )}
      <Origin page={page} frames={frames} say={say} />
    </>
  )
}

interface PartProps {
  page: PageModel
  frames: readonly FrameEntry[]
  say: Say
}

function Fit({ frames, say }: Omit<PartProps, 'page'>) {
  const lines = frames.flatMap((frame) => frame.lines)
  if (lines.length === 0) return null
  const figures = fitFigures(lines)
  const stories = new Map(frames.flatMap((frame) => (frame.story ? [[frame.story.id, frame.story]] : [])))
  const overset = [...stories.values()].reduce((sum, story) => sum + story.oversetCharacters, 0)
  const oversetLines = [...stories.values()].reduce((sum, story) => sum + story.oversetLines, 0)
  const share = (label: string, { lines: n, mostEm }: FitShare) =>
    n === 0 ? [] : [{ label, value: say('inspector.most', { n, em: mostEm.toFixed(2) }) }]
  return (
    <FactGroup
      title={say('inspector.fit')}
      aside={
        overset > 0 && (
          <span className="chip bad">{say('canvas.overset', { n: overset, lines: oversetLines })}</span>
        )
      }
    >
      <FactRows
        facts={[
          { label: say('inspector.lines'), value: say('stories.lines', { n: figures.lines }) },
          { label: say('inspector.natural'), value: say('stories.lines', { n: figures.natural }) },
          ...share(say('inspector.squeezed'), figures.squeezed),
          ...share(say('inspector.stretched'), figures.stretched),
          ...share(say('inspector.copyfit'), figures.copyfit),
        ]}
      />
      {overset > 0 && <OversetWays say={say} />}
    </FactGroup>
  )
}

/** What the red plus leads to: the text goes on in another frame, or the page is laid out so that all has room. */
function OversetWays({ say }: { say: Say }) {
  return (
    <fieldset className="overset-ways" aria-label={say('inspector.overset-ways')} data-testid="overset-ways">
      {(['thread.go-on', 'layout.propose'] as const).map((id) => (
        <Button key={id} className="button" onPress={() => void runCommand(id)}>
          {say(`command.${id}`)}
        </Button>
      ))}
    </fieldset>
  )
}

function Style({ page, frame, say }: { page: PageModel; frame: FrameEntry; say: Say }) {
  const style = mainStyle(frame, page.doc.paragraphStyles)
  if (!style) return null
  const { sizePt, leadingPt, indentEm } = style
  const hao = haoOf(sizePt)
  return (
    <FactGroup title={say('inspector.style')}>
      <FactRows
        facts={[
          { label: say('inspector.face'), value: faceName(style.face, say) },
          { label: say('inspector.size'), value: [hao, `${trimmed(sizePt)} pt`].filter(Boolean).join(' · ') },
          { label: say('inspector.leading'), value: `${trimmed(leadingPt)} pt` },
          {
            label: say('inspector.measure'),
            value: say('inspector.characters', { n: trimmed(frame.box.width / sizePt) }),
            unit: `${trimmed(frame.box.width)} pt`,
          },
          { label: say('inspector.align'), value: say(`align.${style.align}`) },
          ...(indentEm > 0
            ? [
                {
                  label: say('inspector.indent'),
                  value: say('inspector.characters', { n: trimmed(indentEm) }),
                },
              ]
            : []),
        ]}
      />
    </FactGroup>
  )
}

function Origin({ page, frames, say }: PartProps) {
  const range = sourceRange(frames)
  if (!page.source || !range) return null
  const lines =
    range.from === range.to ? say('inspector.source-line', range) : say('inspector.source-lines', range)
  return (
    <FactGroup
      title={say('inspector.source')}
      aside={
        <Button className="button ghost" onPress={() => app.set({ inspectorTab: 'source' })}>
          {say('inspector.see-source')}
        </Button>
      }
    >
      <p className="origin">
        <span>{page.source.name}</span>
        <span>{lines}</span>
      </p>
    </FactGroup>
  )
}
