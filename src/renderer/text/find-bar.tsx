import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { isMessage } from '../../shared/messages.ts'
import { Choice } from '../controls/choice.tsx'
import { Icon } from '../icons.tsx'
import { CheckField } from '../presets/fields.tsx'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import {
  closeFind,
  type FindState,
  findState,
  followPage,
  replaceAll,
  replaceShown,
  setFind,
  stepFound,
} from './find-state.ts'
import { focusCanvas, openText } from './text-session.ts'

/** 查找和替换: a card over the page, which it leaves in sight and at hand. */
export function FindBar() {
  const open = useStore(findState, (state) => state.open)
  return open ? <OpenFind /> : null
}

function OpenFind() {
  const say = useSay()
  const state = useStore(findState, (each) => each)
  const field = useRef<HTMLInputElement>(null)
  useEffect(followPage, [])
  // Asked for again, it is ready to be typed into again.
  useEffect(() => {
    if (state.asked > 0) field.current?.select()
  }, [state.asked])
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (event.key !== 'Enter' || event.target !== field.current) return
    else stepFound(event.shiftKey ? -1 : 1)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className="find-bar" aria-label={say('find.title')} data-testid="find" onKeyDown={onKey}>
      <div className="find-row">
        <TextField
          className="field"
          value={state.text}
          onChange={(text) => setFind({ text })}
          isInvalid={state.problem !== null}
          autoFocus
        >
          <Label>{say('find.text')}</Label>
          <Input ref={field} lang="zh-CN" data-testid="find-text" />
        </TextField>
        <span className="find-count" role="status" data-testid="find-count">
          {countText(state, say)}
        </span>
        <Button className="tool small" aria-label={say('find.previous')} onPress={() => stepFound(-1)}>
          <Icon of={ChevronUp} size={14} />
        </Button>
        <Button
          className="tool small"
          aria-label={say('find.next')}
          onPress={() => stepFound(1)}
          data-testid="find-next"
        >
          <Icon of={ChevronDown} size={14} />
        </Button>
        <Button className="tool small" aria-label={say('find.close')} onPress={leave}>
          <Icon of={X} size={14} />
        </Button>
      </div>
      <div className="find-row">
        <TextField
          className="field"
          value={state.replacement}
          onChange={(replacement) => setFind({ replacement })}
        >
          <Label>{say('find.replacement')}</Label>
          <Input lang="zh-CN" data-testid="find-replacement" />
        </TextField>
        <Button
          className="button small"
          onPress={() => void replaceShown()}
          isDisabled={state.found.length === 0}
          data-testid="find-replace"
        >
          {say('find.replace')}
        </Button>
        <Button
          className="button small"
          onPress={() => void replaceAll()}
          isDisabled={state.found.length === 0}
          data-testid="find-replace-all"
        >
          {say('find.replace-all')}
        </Button>
      </div>
      <div className="find-row options">
        <Choice
          label={say('find.scope')}
          value={state.scope}
          items={[
            { id: 'page', name: say('find.page') },
            { id: 'story', name: say('find.story') },
          ]}
          onChange={(scope) => setFind({ scope })}
          testId="find-scope"
        />
        <CheckField
          label={say('find.case')}
          on={state.matchCase}
          onChange={(matchCase) => setFind({ matchCase })}
        />
        <CheckField
          label={say('find.width')}
          on={state.matchWidth}
          onChange={(matchWidth) => setFind({ matchWidth })}
        />
        <CheckField label={say('find.regex')} on={state.regex} onChange={(regex) => setFind({ regex })} />
      </div>
    </section>
  )
}

/** Back to the text, where it has the caret. */
function leave(): void {
  closeFind()
  const text = openText()
  if (text) text.view.focus()
  else focusCanvas()
}

function countText({ text, found, at, problem }: FindState, say: Say): string {
  if (problem !== null) {
    const key = `find.${problem.replace(/^find-/, '')}`
    return isMessage(key) ? say(key) : problem
  }
  if (text === '') return ''
  if (found.length === 0) return say('find.none')
  return at < 0 ? say('find.count', { n: found.length }) : say('find.at', { at: at + 1, n: found.length })
}
