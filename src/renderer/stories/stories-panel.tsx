import { Check, ImageOff, Newspaper, Pin, Plus, SquareDashed } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { Button } from 'react-aria-components'
import { gridPlace } from '../canvas/place.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { Icon } from '../icons.tsx'
import { app, type Selection } from '../state/app-state.ts'
import {
  type ArticleEntry,
  articleCharacters,
  doubtsOf,
  type FrameEntry,
  type PageModel,
  pigmentOf,
} from '../state/page-model.ts'
import { showSelection } from '../state/selecting.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { carryStory, wantedStory } from './carry-story.ts'
import { FateBar } from './fate-bar.tsx'
import { storyParts } from './story-parts.ts'

export function StoriesPanel({ page }: { page: PageModel }) {
  const say = useSay()
  return (
    <div className="stories-list">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows are buttons; arrows only move among them */}
      <div className="panel-scroll" onKeyDown={moveInList}>
        {page.articles.length === 0 && <p className="panel-none">{say('stories.none')}</p>}
        <ul className="stories" data-testid="stories">
          {page.articles.map((entry) => (
            <StoryRow key={entry.id} page={page} entry={entry} />
          ))}
        </ul>
        <Button
          className="button ghost new-story"
          onPress={() => app.set({ dialog: 'new-article' })}
          data-testid="new-story"
        >
          <Icon of={Plus} size={14} />
          {say('command.article.new')}
        </Button>
        <Furniture page={page} />
      </div>
      <FateBar page={page} />
    </div>
  )
}

/** Arrows go from row to row; the rows are buttons of their own. */
function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

export const oversetOf = (entry: ArticleEntry): number =>
  entry.stories.reduce((sum, story) => sum + story.oversetCharacters, 0)

function StoryRow({ page, entry }: { page: PageModel; entry: ArticleEntry }) {
  const say = useSay()
  const selection = useStore(app, (state) => state.selection)
  const open = selection?.article === entry.id
  const { article, number } = entry
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <li ref={row} className="story" data-open={open} data-pigment={pigmentOf(number)}>
      <Button
        className="story-row"
        data-row
        data-current={open && selection.story === undefined}
        aria-expanded={open}
        onPointerDown={(event) => carryStory(wantedStory(entry), event)}
        onPress={() => showSelection({ article: entry.id })}
        data-testid={`story-${number}`}
      >
        <span className="story-bar" />
        <span className="story-lines">
          <span className="story-head">
            <ArticleNumber of={number} />
            <span className="story-title" lang="zh-CN">
              {article.title || say('stories.untitled')}
            </span>
            {article.pinned && (
              <span className="story-pin" title={say('pins.pinned')}>
                <Icon of={Pin} size={12} />
                <span className="visually-hidden">{say('pins.pinned')}</span>
              </span>
            )}
          </span>
          <span className="story-facts">
            <span>
              {say(`stories.kind.${article.kind}`)} ·{' '}
              {say('stories.characters', { n: articleCharacters(page, entry) })}
            </span>
            <StateChip page={page} entry={entry} />
          </span>
        </span>
      </Button>
      {open && <Parts page={page} entry={entry} selection={selection} />}
    </li>
  )
}

function StateChip({ page, entry }: { page: PageModel; entry: ArticleEntry }) {
  const say = useSay()
  const overset = oversetOf(entry)
  if (overset > 0) return <span className="chip bad">{say('stories.overset', { n: overset })}</span>
  if (doubtsOf(page, entry.id).length > 0) return <span className="chip warn">{say('stories.doubt')}</span>
  if (entry.stories.every(({ story }) => story.frames.length === 0))
    return <span className="chip">{say('stories.not-placed')}</span>
  return (
    <span className="chip ok">
      <Icon of={Check} size={12} />
      {say('stories.placed')}
    </span>
  )
}

interface PartsProps {
  page: PageModel
  entry: ArticleEntry
  selection: Selection
}

function Parts({ page, entry, selection }: PartsProps) {
  const say = useSay()
  return (
    <ul className="parts">
      {storyParts(page, entry, say).map((part) => (
        <li key={part.key}>
          <PartRow
            label={part.label}
            note={part.note}
            current={part.key === part.selection.story && selection.story === part.selection.story}
            story={part.selection.story}
            onPress={() => showSelection(part.selection)}
          />
        </li>
      ))}
    </ul>
  )
}

interface PartRowProps {
  label: string
  note: string
  current: boolean
  sign?: ReactNode
  /** Dragged onto the page from here. */
  story?: string | undefined
  onPress(): void
}

function PartRow({ label, note, current, sign, story, onPress }: PartRowProps) {
  return (
    <Button
      className="part"
      data-row
      data-current={current}
      data-sign={sign !== undefined}
      onPointerDown={(event) => carryStory(story, event)}
      onPress={onPress}
    >
      {sign}
      <span>{label}</span>
      <span className="part-note">{note}</span>
    </Button>
  )
}

/** What is on the page and belongs to no story. */
function Furniture({ page }: { page: PageModel }) {
  const say = useSay()
  const selection = useStore(app, (state) => state.selection)
  const folio = page.frames.filter((frame) => frame.story?.story.role === 'folio')
  const pictures = page.frames.filter(({ frame }) => frame.kind === 'picture' && frame.asset === undefined)
  const ads = page.frames.filter(({ frame }) => frame.kind === 'ad')
  const { section, number } = page.doc.meta
  const row = (frames: readonly FrameEntry[], label: string, note: string, sign: ReactNode) => {
    const at = frames.findIndex(({ id }) => id === selection?.frame)
    // A second press goes to the next one of its kind.
    const next = frames[(at + 1) % frames.length]
    if (!next) return null
    const target = { article: next.article, story: next.story?.id, frame: next.id }
    return (
      <li>
        <PartRow
          label={label}
          note={note}
          sign={sign}
          current={at >= 0}
          onPress={() => showSelection(target)}
        />
      </li>
    )
  }
  const adNote = useMemo(() => {
    const place = ads[0] && gridPlace(page.composition.grid, ads[0].box)
    if (!place || ads.length > 1) return String(ads.length)
    return say('stories.span', { columns: place.lastColumn - place.firstColumn + 1, rows: place.rows })
  }, [ads, page, say])
  return (
    <ul className="furniture">
      {row(
        folio,
        say('stories.folio'),
        [number, section].filter(Boolean).join(' · '),
        <Icon of={Newspaper} />,
      )}
      {row(pictures, say('stories.empty-pictures'), String(pictures.length), <Icon of={ImageOff} />)}
      {row(ads, say('stories.ads'), adNote, <Icon of={SquareDashed} />)}
    </ul>
  )
}
