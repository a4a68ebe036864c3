import { Button } from 'react-aria-components'
import type { CommandId } from '../../shared/ipc.ts'
import { type FitFigures, fitFigures, measureEm } from '../canvas/fit-tints.ts'
import { type commands, isEnabled, runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { Choice } from '../controls/choice.tsx'
import { app } from '../state/app-state.ts'
import { presetName } from '../state/edit-words.ts'
import { chooseStoryPreset, chosenStory, shippedNames } from '../state/editing.ts'
import type { PageModel, StoryEntry } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { ComposingNote } from '../text/text-place.tsx'
import { CopyfitRecords } from './copyfit-records.tsx'
import { FactGroup, FactRows } from './facts.tsx'
import { trimmed } from './frame-facts.ts'

/** 段落: how the selected story is composed, what copyfit it has, and the paragraph that was clicked. */
export function ParagraphPanel({ page }: { page: PageModel }) {
  const say = useSay()
  const story = useStore(app, chosenStory)
  const paragraph = useStore(app, (state) => state.selection?.paragraph)
  const entry = story === undefined ? undefined : page.stories.get(story)
  if (!entry) {
    return <p className="panel-none">{say('paragraph.none')}</p>
  }
  const number = page.doc.articles[entry.article ?? '']?.number
  const role = say(`role.${entry.story.role}`)
  const count = entry.story.paragraphs.length
  return (
    <>
      <ComposingNote />
      <div className="inspector-head">
        {number !== undefined && <ArticleNumber of={number} />}
        <b>{paragraph === undefined ? role : say('paragraph.name', { n: paragraph + 1 })}</b>
        <span className="dim">{say('paragraph.of', { role, count })}</span>
      </div>
      <Rules page={page} entry={entry} paragraph={paragraph} say={say} />
      <StoryFit page={page} entry={entry} say={say} />
      <CopyfitRecords page={page} entry={entry} chosen={paragraph} />
    </>
  )
}

interface PartProps {
  page: PageModel
  entry: StoryEntry
  say: Say
}

/** A line that shows how the story is set: of the chosen paragraph, or of the longest. */
function sampleLine(page: PageModel, { story, id }: StoryEntry, chosen: number | undefined) {
  const lengths = story.paragraphs.map(lengthOf)
  const paragraph = chosen ?? lengths.indexOf(Math.max(...lengths))
  const style = page.doc.paragraphStyles[story.paragraphs[paragraph]?.style ?? '']
  const lines = page.frames.flatMap((frame) => (frame.story?.id === id ? frame.lines : []))
  return { style, line: lines.find((line) => line.paragraph === paragraph) }
}

const lengthOf = ({ runs }: StoryEntry['story']['paragraphs'][number]): number =>
  runs.reduce((sum, { text }) => sum + text.length, 0)

const AS_STYLED = 'as-styled:'

function Rules({ page, entry, paragraph, say }: PartProps & { paragraph: number | undefined }) {
  const { story, id } = entry
  const { style, line } = sampleLine(page, entry, paragraph)
  if (!style) return null
  const preset = page.doc.presets[story.preset ?? style.preset]
  const names = [...new Set([...Object.keys(page.doc.presets), ...shippedNames()])]
  const em = line && style.align === 'justify' ? measureEm(line, style) : undefined
  return (
    <FactGroup
      title={say('paragraph.rules')}
      aside={
        <Button
          className="button ghost"
          onPress={() => void runCommand('preset.edit')}
          data-testid="change-preset"
        >
          {say('paragraph.change-preset')}
        </Button>
      }
    >
      <Choice
        label={say('paragraph.preset')}
        value={story.preset ?? AS_STYLED}
        items={[
          { id: AS_STYLED, name: say('paragraph.as-style', { name: presetName(style.preset, say) }) },
          ...names.map((name) => ({ id: name, name: presetName(name, say) })),
        ]}
        onChange={(name) => chooseStoryPreset(id, name === AS_STYLED ? undefined : name)}
        testId="story-preset"
      />
      <FactRows
        facts={[
          ...(em === undefined
            ? []
            : [
                {
                  label: say('inspector.measure'),
                  value: say('inspector.characters', { n: trimmed(em) }),
                  unit: `${trimmed(em * style.sizePt)} pt`,
                },
              ]),
          ...(preset
            ? [{ label: say('paragraph.breaking'), value: say(`presets.breaking.${preset.breaking}`) }]
            : []),
        ]}
      />
    </FactGroup>
  )
}

const KINDS = ['squeezed', 'stretched', 'copyfit'] as const

function StoryFit({ page, entry, say }: PartProps) {
  const lines = page.frames.flatMap((frame) => (frame.story === entry ? frame.lines : []))
  const figures = fitFigures(lines)
  const n = entry.oversetCharacters
  return (
    <FactGroup
      title={say('paragraph.fit')}
      aside={
        <span className="fit-aside">
          {n > 0 && <span className="chip bad">{say('stories.overset', { n })}</span>}
          <span data-testid="story-lines">{say('stories.lines', { n: entry.lines })}</span>
        </span>
      }
    >
      <FitBar figures={figures} />
      <FactRows
        facts={[
          { label: say('inspector.natural'), value: say('stories.lines', { n: figures.natural }) },
          ...KINDS.flatMap((kind) => {
            const { lines: count, mostEm } = figures[kind]
            if (count === 0) return []
            const value = say('inspector.most', { n: count, em: mostEm.toFixed(2) })
            return [{ label: say(`inspector.${kind}`), value }]
          }),
          ...(figures.loose > 0
            ? [{ label: say('paragraph.loose'), value: say('paragraph.loose-lines', { n: figures.loose }) }]
            : []),
        ]}
      />
      <div className="fit-buttons">
        <CommandButton id="copyfit.pull" />
        <CommandButton id="copyfit.push" />
        <CommandButton id="copyfit.fit" />
      </div>
    </FactGroup>
  )
}

/** The shares of the story's lines; their figures stand below it. */
function FitBar({ figures }: { figures: FitFigures }) {
  return (
    <div className="fit-bar" aria-hidden="true">
      {KINDS.map((kind) => (
        <i key={kind} data-fit={kind} style={{ flexGrow: figures[kind].lines }} />
      ))}
      <i style={{ flexGrow: figures.natural }} />
    </div>
  )
}

function CommandButton({ id }: { id: Extract<CommandId, keyof typeof commands> }) {
  const say = useSay()
  const enabled = useStore(app, (state) => isEnabled(id, state))
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const key = firstKey(id, mac)
  return (
    <Button
      className="button"
      isDisabled={!enabled}
      onPress={() => void runCommand(id)}
      data-testid={`do-${id}`}
    >
      {say(`command.${id}`)}
      {key && <kbd>{key}</kbd>}
    </Button>
  )
}
