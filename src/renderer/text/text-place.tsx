import { Info } from 'lucide-react'
import { Button } from 'react-aria-components'
import { countOf } from '../../core/language/characters.ts'
import { Icon } from '../icons.tsx'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { openEditor } from './story-editor-state.ts'
import { caretsOf } from './text-geometry.ts'
import { textState } from './text-state.ts'

/** Where the caret is: paragraph and line, how much is selected, and what is wrong with the place. */
export function CaretPlace({ page, story }: { page: PageModel; story: string }) {
  const say = useSay()
  const head = useStore(textState, (state) => state.head)
  const selected = useStore(textState, (state) => countOf(state.selectedText))
  const editorOpen = useStore(textState, (state) => state.editorOpen)
  const { lines, lineAt } = placeIn(page, story)
  const index = lineAt(head)
  if (index === undefined && lines.length > 0) {
    return (
      <span className="pointer-place">
        {editorOpen ? (
          <span>{say('text.caret-overset')}</span>
        ) : (
          <Button className="light" onPress={() => openEditor()} data-testid="caret-overset">
            <span className="dot bad" aria-hidden="true" />
            {say('text.caret-overset')}
          </Button>
        )}
      </span>
    )
  }
  const first = lines.findIndex(({ line }) => line.paragraph === head.paragraph)
  const values = { paragraph: head.paragraph + 1, line: (index ?? 0) - Math.max(0, first) + 1 }
  return (
    <span className="pointer-place" data-testid="caret-place">
      <span>{say('text.place', values)}</span>
      {selected > 0 && <span>{say('text.selected', { n: selected })}</span>}
    </span>
  )
}

function placeIn(page: PageModel, story: string) {
  const carets = caretsOf(page, story)
  return { lines: carets.lines, lineAt: (place: Parameters<typeof carets.lineAt>[0]) => carets.lineAt(place) }
}

/** 输入法组字中: that the page waits with setting its lines anew. */
export function ComposingNote() {
  const say = useSay()
  const composing = useStore(textState, (state) => state.composing !== null)
  if (!composing) return null
  return (
    <p className="composing-note" data-testid="composing">
      <Icon of={Info} size={14} />
      <b>{say('text.composing')}</b>
      <span>{say('text.composing-note')}</span>
    </p>
  )
}
