import { Check } from 'lucide-react'
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components'
import { Icon } from '../icons.tsx'
import type { Say } from '../state/words.ts'
import { useSay } from '../state/words.ts'
import { type FoundEntry, firstChoice, unsavedSteps, type Wanted } from './recovery-model.ts'
import { timeOf, timeWithSeconds } from './times.ts'

interface ListProps {
  entries: readonly FoundEntry[]
  choices: ReadonlyMap<string, Wanted>
  shown: string | undefined
  onShow(id: string): void
  onChoose(id: string, wanted: Wanted | undefined): void
}

export function RecoveryList(props: ListProps) {
  const say = useSay()
  return (
    <section className="recovery-list" aria-label={say('recovery.pages')}>
      <ul>
        {props.entries.map((entry) => (
          <Entry key={entry.listed.id} entry={entry} {...props} />
        ))}
      </ul>
      <p className="recovery-kept dim">{say('recovery.kept')}</p>
    </section>
  )
}

function Entry({ entry, choices, shown, onShow, onChoose }: ListProps & { entry: FoundEntry }) {
  const say = useSay()
  const { listed, found } = entry
  const { id, name, path, savedMs, lastMs } = listed
  const wanted = choices.get(id)
  const n = unsavedSteps(entry).length
  const chip = chipOf(entry, say)
  return (
    // Pointing is a second way to what the check box does by keys: its page is shown.
    <li data-shown={shown === id} onPointerDown={() => onShow(id)} onFocus={() => onShow(id)}>
      <Checkbox
        className="recovery-check"
        isSelected={wanted !== undefined}
        isDisabled={found === null}
        onChange={(on) => onChoose(id, on ? firstChoice(listed) : undefined)}
      >
        <span className="box">
          <Icon of={Check} size={12} />
        </span>
        <b>{name}</b>
      </Checkbox>
      <span className="chip" data-tone={chip.tone}>
        {chip.text}
      </span>
      <p>{say(path === undefined ? 'recovery.after-open' : 'recovery.after-save', { n })}</p>
      {savedMs !== undefined && listed.disk === 'same' && <TimeLine savedMs={savedMs} lastMs={lastMs} />}
      {listed.disk === 'changed' && (
        <Which entry={entry} wanted={wanted} onChoose={(next) => onChoose(id, next)} />
      )}
    </li>
  )
}

function chipOf({ listed, found }: FoundEntry, say: Say): { text: string; tone: 'ok' | 'warn' } {
  if (!found) return { text: say('recovery.unreadable'), tone: 'warn' }
  if (listed.disk === 'changed') return { text: say('recovery.newer'), tone: 'warn' }
  if (listed.disk === 'gone') return { text: say('recovery.gone-file'), tone: 'warn' }
  if (listed.torn) return { text: say('recovery.torn'), tone: 'warn' }
  if (listed.disk === 'none') return { text: say('recovery.never-saved'), tone: 'ok' }
  return { text: say('recovery.whole'), tone: 'ok' }
}

/** From the last save to the interruption. */
function TimeLine({ savedMs, lastMs }: { savedMs: number; lastMs: number }) {
  const say = useSay()
  return (
    <div className="recovery-line">
      <span className="before" />
      <span className="since" />
      <span>{say('recovery.saved-at', { time: timeOf(savedMs) })}</span>
      <span className="end">{say('recovery.ended-at', { time: timeWithSeconds(lastMs) })}</span>
    </div>
  )
}

interface WhichProps {
  entry: FoundEntry
  wanted: Wanted | undefined
  onChoose(wanted: Wanted): void
}

function Which({ entry: { listed }, wanted, onChoose }: WhichProps) {
  const say = useSay()
  const { diskMs, lastMs } = listed
  const rows: [Wanted, string, string][] = [
    ['copy', say('recovery.keep-both'), ''],
    ['mine', say('recovery.use-mine'), timeOf(lastMs)],
    ['disk', say('recovery.use-disk'), diskMs === undefined ? '' : timeOf(diskMs)],
  ]
  return (
    <RadioGroup
      className="recovery-which"
      value={wanted ?? null}
      isDisabled={wanted === undefined}
      onChange={(next) => onChoose(next as Wanted)}
    >
      <Label>{say('recovery.which', { time: diskMs === undefined ? '' : timeOf(diskMs) })}</Label>
      {rows.map(([value, text, time]) => (
        <Radio key={value} value={value} className="recovery-radio">
          <span className="dot-box" />
          <span>{text}</span>
          <span className="dim">{time}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
