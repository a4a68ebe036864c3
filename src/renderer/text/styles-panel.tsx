import { ChevronDown, ChevronRight, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { styleUse } from '../../core/doc/commands/styles.ts'
import { firstKey } from '../commands/keys.ts'
import { Tip } from '../controls/tip.tsx'
import { Icon } from '../icons.tsx'
import { faceName, trimmed } from '../inspector/frame-facts.ts'
import { app } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import {
  applyCharacterStyleHere,
  applyParagraphStyleHere,
  characterStyleNames,
  newCharacterStyle,
  newParagraphStyle,
  paragraphStyleNames,
  redefineHere,
  type StyleKind,
  styledRange,
} from './style-actions.ts'
import { CharacterStyleForm, ParagraphStyleForm } from './style-form.tsx'
import { styleName } from './style-names.ts'
import { openText } from './text-session.ts'
import { textState } from './text-state.ts'

/** 样式: the page's styles by name. A press sets what is selected in one; the arrow opens it to be changed. */
export function StylesPanel({ page }: { page: PageModel }) {
  const say = useSay()
  const [opened, setOpened] = useState<string | undefined>()
  const use = styleUse(page.doc)
  const here = useHere()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const toggle = (key: string) => setOpened(opened === key ? undefined : key)
  const made = (kind: StyleKind, name: string | undefined) =>
    name !== undefined && setOpened(`${kind} ${name}`)
  const { paragraphStyles, characterStyles } = page.doc
  return (
    <div className="panel-scroll styles-panel" data-testid="styles-panel">
      <Head
        title={say('styles.paragraph')}
        add={say('styles.new-paragraph')}
        onAdd={() => made('paragraph', newParagraphStyle())}
      />
      <ul className="style-list">
        {paragraphStyleNames(page.doc).map((name, index) => {
          const style = paragraphStyles[name]
          const key = `paragraph ${name}`
          return (
            style && (
              <StyleRow
                key={key}
                name={name}
                note={`${faceName(style.face, say)} · ${trimmed(style.sizePt)} pt`}
                count={use.paragraph.get(name) ?? 0}
                shortcut={
                  index < 9 ? firstKey(`style.paragraph-${index + 1}` as 'style.paragraph-1', mac) : undefined
                }
                current={here.paragraph === name}
                opened={opened === key}
                onApply={() => backToText(applyParagraphStyleHere(name))}
                onToggle={() => toggle(key)}
                say={say}
              >
                <ParagraphStyleForm page={page} name={name} style={style} onGone={setOpened} />
              </StyleRow>
            )
          )
        })}
      </ul>
      <div className="styles-foot">
        <Button className="button" onPress={() => backToText(redefineHere())} data-testid="style-redefine">
          {say('styles.redefine')}
        </Button>
      </div>
      <Head
        title={say('styles.character')}
        add={say('styles.new-character')}
        onAdd={() => made('character', newCharacterStyle())}
      />
      <ul className="style-list">
        <StyleRow
          name={say('styles.none')}
          note=""
          shortcut={firstKey('style.no-character', mac)}
          current={here.character === undefined && here.paragraph !== undefined}
          onApply={() => backToText(applyCharacterStyleHere(undefined))}
          say={say}
        />
        {characterStyleNames(page.doc).map((name) => {
          const style = characterStyles[name]
          const key = `character ${name}`
          return (
            style && (
              <StyleRow
                key={key}
                name={name}
                note={style.face === undefined ? say('styles.as-paragraph') : faceName(style.face, say)}
                count={use.character.get(name) ?? 0}
                current={here.character === name}
                opened={opened === key}
                onApply={() => backToText(applyCharacterStyleHere(name))}
                onToggle={() => toggle(key)}
                say={say}
              >
                <CharacterStyleForm page={page} name={name} style={style} onGone={setOpened} />
              </StyleRow>
            )
          )
        })}
      </ul>
    </div>
  )
}

/** What was pressed is done; typing goes on where it was. */
function backToText(_done: boolean): void {
  openText()?.view.focus()
}

/** The styles at the caret, or of what is selected. */
function useHere(): { paragraph?: string; character?: string } {
  useStore(textState, (state) => state.strokes)
  useStore(app, (state) => state.selection)
  const doc = useStore(app, (state) => state.page?.doc)
  const range = styledRange()
  const paragraph = range && doc?.stories[range.story]?.paragraphs[range.from.paragraph]
  if (!range || !paragraph) return {}
  let at = 0
  const run = paragraph.runs.find(({ text }) => {
    at += text.length
    return at > range.from.offset
  })
  return {
    paragraph: paragraph.style,
    ...(run?.style !== undefined && { character: run.style }),
  }
}

function Head({ title, add, onAdd }: { title: string; add: string; onAdd(): void }) {
  return (
    <div className="panel-head">
      <h2>{title}</h2>
      <Tip text={add}>
        <Button className="tool small" aria-label={add} onPress={onAdd}>
          <Icon of={Plus} size={14} />
        </Button>
      </Tip>
    </div>
  )
}

interface StyleRowProps {
  name: string
  note: string
  count?: number
  shortcut?: string
  current: boolean
  opened?: boolean
  onApply(): void
  onToggle?(): void
  say: Say
  children?: ReactNode
}

function StyleRow({
  name,
  note,
  count,
  shortcut,
  current,
  opened,
  onApply,
  onToggle,
  say,
  children,
}: StyleRowProps) {
  const shown = styleName(name, say)
  return (
    <li className="style-item" data-current={current} data-open={opened === true}>
      <div className="style-row">
        {onToggle ? (
          <Button
            className="style-open"
            aria-label={say('styles.edit', { name: shown })}
            aria-expanded={opened === true}
            onPress={onToggle}
          >
            <Icon of={opened ? ChevronDown : ChevronRight} size={14} />
          </Button>
        ) : (
          <span className="style-open" />
        )}
        <Button
          className="style-apply"
          data-row
          aria-pressed={current}
          onPress={onApply}
          data-testid={`style-${name}`}
        >
          <span className="style-name">{shown}</span>
          <span className="style-note">{note}</span>
          {count !== undefined && (
            <span className="style-count">
              {count > 0 ? count : '–'}
              <span className="visually-hidden">
                {count > 0 ? say('styles.used', { n: count }) : say('styles.unused')}
              </span>
            </span>
          )}
          {shortcut && <kbd>{shortcut}</kbd>}
        </Button>
      </div>
      {opened && children}
    </li>
  )
}
