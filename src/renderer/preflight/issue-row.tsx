import { WandSparkles } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { Issue } from '../../core/preflight/issue.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { goToNextDoubt } from '../state/selecting.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { fixIssue, showIssue, signIssue, withdrawIssue } from './acting.ts'
import { clockText, fixText, issueText, placeText } from './issue-words.ts'
import { issueId, preflightState } from './preflight-state.ts'

interface IssueProps {
  issue: Issue
  page: PageModel
  number: number
}

/** One issue: its number as on the page, what and where, and what can be done about it. */
export function IssueRow({ issue, page, number }: IssueProps) {
  const say = useSay()
  const language = useStore(app, (state) => state.language)
  const chosen = useStore(preflightState, (state) => state.chosen === issueId(issue))
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const { what, todo } = issueText(language, issue)
  const { title, cells } = placeText(page, issue, say)
  const article = issue.at.article === undefined ? undefined : page.doc.articles[issue.at.article]
  return (
    <li className="issue" data-current={chosen} ref={row} data-testid={`issue-${issue.rule}`}>
      <Button
        className="issue-main"
        aria-current={chosen}
        onPress={() => showIssue(issue)}
        data-region-focus={chosen || undefined}
      >
        <span className="issue-number" data-severity={issue.signed ? 'signed' : issue.severity}>
          {number}
        </span>
        <span className="issue-text">
          <b>{what}</b>
          <span className="issue-place">
            {title && (
              <span className="issue-article">
                {article && `${article.number} `}
                {title}
              </span>
            )}
            {cells && <span className="issue-cells">{cells}</span>}
          </span>
          {todo && <span className="issue-why">{todo}</span>}
        </span>
      </Button>
      <Acts issue={issue} chosen={chosen} />
    </li>
  )
}

function Acts({ issue, chosen }: { issue: Issue; chosen: boolean }) {
  const say = useSay()
  const signing = useStore(preflightState, (state) => state.signing === issueId(issue))
  const { fix, signed, severity } = issue
  if (signed) {
    const { by, at, note } = signed
    return (
      <div className="issue-acts">
        <span className="dim" data-testid="signed-by">
          {say('preflight.signed-by', { by, at: clockText(at) })}
          {note && `：${note}`}
        </span>
        <Button className="button ghost" onPress={() => void withdrawIssue(issue)}>
          {say('preflight.withdraw')}
        </Button>
      </div>
    )
  }
  if (signing) return <SignForm issue={issue} />
  return (
    <div className="issue-acts">
      {fix && (
        <Button
          className={chosen ? 'button small primary' : 'button small'}
          onPress={() => void fixIssue(issue)}
          data-testid="fix"
        >
          {chosen && <Icon of={WandSparkles} size={14} />}
          {fixText(say, fix)}
        </Button>
      )}
      {issue.rule === 'doubt-open' && (
        <Button className="button small" onPress={goToNextDoubt}>
          {say('preflight.go-review')}
        </Button>
      )}
      {severity !== 'info' && (
        <Button
          className="button ghost"
          onPress={() => preflightState.set({ signing: issueId(issue) })}
          data-testid="sign"
        >
          {say('preflight.sign-off')}
        </Button>
      )}
    </div>
  )
}

/** Who takes it upon themselves, and why. */
function SignForm({ issue }: { issue: Issue }) {
  const say = useSay()
  const editor = useStore(app, (state) => state.page?.doc.meta.editor ?? '')
  const [by, setBy] = useState(editor)
  const [note, setNote] = useState('')
  const close = () => preflightState.set({ signing: null })
  return (
    <form
      className="sign-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (by.trim() !== '') signIssue(issue, by, note)
      }}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && close()}
      data-testid="sign-form"
    >
      <TextField className="field" value={by} onChange={setBy} maxLength={80} isRequired>
        <Label>{say('preflight.sign-name')}</Label>
        <Input lang="zh-CN" />
      </TextField>
      <TextField className="field" value={note} onChange={setNote} autoFocus>
        <Label>{say('preflight.sign-note')}</Label>
        <Input lang="zh-CN" />
      </TextField>
      <div className="issue-acts">
        <Button className="button small primary" type="submit" isDisabled={by.trim() === ''}>
          {say('preflight.sign-do')}
        </Button>
        <Button className="button small" onPress={close}>
          {say('preflight.cancel')}
        </Button>
      </div>
    </form>
  )
}
