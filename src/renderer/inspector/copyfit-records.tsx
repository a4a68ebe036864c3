import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { CopyfitRecord } from '../../core/doc/schema.ts'
import { runCommand } from '../commands/commands.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { fitText, perMille } from '../state/edit-words.ts'
import { hasCopyfit, removeRecord } from '../state/editing.ts'
import type { FrameEntry, PageModel, StoryEntry } from '../state/page-model.ts'
import { showLine } from '../state/selecting.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { FactGroup } from './facts.tsx'

interface RecordsProps {
  page: PageModel
  entry: StoryEntry
  /** Its records are marked. */
  chosen: number | undefined
}

/** 排齐记录: which lines, how much, by print or by hand; each goes to its lines and can be taken back. */
export function CopyfitRecords({ page, entry, chosen }: RecordsProps) {
  const say = useSay()
  const any = useStore(app, hasCopyfit)
  const { story, id } = entry
  const rows = story.paragraphs.flatMap(({ copyfit = [] }, paragraph) =>
    copyfit.map((record, index) => ({ record, index, paragraph })),
  )
  return (
    <FactGroup
      title={say('paragraph.records')}
      aside={
        any && (
          <Button className="button ghost" onPress={() => void runCommand('copyfit.remove')}>
            {chosen === undefined ? say('paragraph.remove-all') : say('command.copyfit.remove')}
          </Button>
        )
      }
    >
      {rows.length === 0 && !story.fit && <p className="dim">{say('paragraph.no-records')}</p>}
      <ul className="records" data-testid="records">
        {story.fit && (
          <li>
            <span className="record-bar" data-by="hand" aria-hidden="true" />
            <span className="record-name">{say('paragraph.whole-story')}</span>
            <span className="record-amount">{fitText(story.fit, say)}</span>
            <RemoveButton onPress={() => removeRecord(id, 'fit')} say={say} />
          </li>
        )}
        {rows.map(({ record, index, paragraph }) => {
          const lines = linesOfRecord(page, entry, paragraph, record)
          const [first] = lines
          return (
            <li key={`${paragraph} ${index}`} data-chosen={paragraph === chosen}>
              <span className="record-bar" data-by={record.by} aria-hidden="true" />
              <Button
                className="record-name"
                isDisabled={!first}
                onPress={() => first && showLine(first.frame, first.line)}
              >
                {recordName(paragraph, lines, say)}
                <span className="dim"> {say(`paragraph.by-${record.by}`)}</span>
              </Button>
              <span className="record-amount">{perMille(record.trackingEm)}</span>
              <RemoveButton onPress={() => removeRecord(id, { paragraph, record })} say={say} />
            </li>
          )
        })}
      </ul>
    </FactGroup>
  )
}

function RemoveButton({ onPress, say }: { onPress: () => void; say: Say }) {
  return (
    <Button className="tool small" aria-label={say('paragraph.remove')} onPress={onPress}>
      <Icon of={X} size={12} />
    </Button>
  )
}

interface RecordLine {
  frame: FrameEntry
  line: FrameEntry['lines'][number]
  /** In its paragraph, from 1. */
  number: number
}

function linesOfRecord(
  page: PageModel,
  entry: StoryEntry,
  paragraph: number,
  record: CopyfitRecord,
): RecordLine[] {
  const own = page.frames.flatMap((frame) =>
    frame.story === entry
      ? frame.lines.flatMap((line) => (line.paragraph === paragraph ? [{ frame, line }] : []))
      : [],
  )
  return own
    .map(({ frame, line }, i) => ({ frame, line, number: i + 1 }))
    .filter(({ line }) => line.start < record.end && line.end > record.start)
}

function recordName(paragraph: number, lines: readonly RecordLine[], say: Say): string {
  const from = lines[0]?.number
  const to = lines.at(-1)?.number
  const n = { paragraph: paragraph + 1 }
  if (from === undefined || to === undefined) return say('paragraph.nowhere', n)
  return from === to ? say('paragraph.line', { ...n, from }) : say('paragraph.lines', { ...n, from, to })
}
