import { Button } from 'react-aria-components'
import { problemText } from '../../shared/messages.ts'
import { runCommand } from '../commands/commands.ts'
import { focusWork } from '../commands/regions.ts'
import { app, type Failure } from '../state/app-state.ts'
import { articleTitle } from '../state/page-model.ts'
import { openPrevious, salvageFile } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

const MOST_SHOWN = 3
const TITLES = {
  open: 'failed.open',
  save: 'failed.save',
  correct: 'failed.correct',
} as const
const WRITE_CODES = [
  'share-gone',
  'open-elsewhere',
  'not-writable',
  'disk-full',
  'folder-not-found',
  'file-in-use',
  'write-failed',
]

/** What went wrong, where, and what to do; what was on the page stays behind it. */
export function FailureCard() {
  const say = useSay()
  const failure = useStore(app, (state) => state.failure)
  const language = useStore(app, (state) => state.language)
  if (!failure) return null
  const { job, file, diagnostics } = failure
  const worst = diagnostics.filter(({ severity }) => severity === 'error')
  const shown = (worst.length > 0 ? worst : diagnostics).slice(0, MOST_SHOWN)
  const more = diagnostics.length - shown.length
  const close = () => {
    app.set({ failure: null })
    focusWork()
  }
  return (
    <div className="failure-card" role="alert" data-testid="failure">
      <h2>
        <span className="dot bad" aria-hidden="true" />
        {say(TITLES[job], { file })}
      </h2>
      {shown.map((diagnostic) => {
        const { what, todo } = problemText(language, diagnostic)
        const title = articleTitle(app.get().page, diagnostic.at?.story)
        return (
          <div className="failure-text" key={`${diagnostic.code} ${JSON.stringify(diagnostic.at ?? {})}`}>
            <p>
              {title && `${title}：`}
              {what}
            </p>
            {todo && <p className="todo">{todo}</p>}
          </div>
        )
      })}
      {more > 0 && <p className="todo">{say('failed.more', { n: more })}</p>}
      <div className="card-buttons">
        <Button className="button" onPress={close} data-testid="failure-close">
          {say('failed.close')}
        </Button>
        <Repairs failure={failure} />
        <NextStep failure={failure} />
      </div>
    </div>
  )
}

const DAMAGE = [
  'page-damaged',
  'page-invalid',
  'page-broken-reference',
  'page-picture-damaged',
  'page-not-banxin',
]

/** Of a page's file that is damaged: the version before it, and what is left of it. */
function Repairs({ failure: { file, job, diagnostics, from } }: { failure: Failure }) {
  const say = useSay()
  if (job !== 'open' || !from || !diagnostics.some(({ code }) => DAMAGE.includes(code))) return null
  const { bytes, token, previous } = from
  return (
    <>
      {previous && token !== undefined && (
        <Button className="button" onPress={() => void openPrevious(token)}>
          {say('file.previous')}
        </Button>
      )}
      {bytes && (
        <Button className="button" onPress={() => void salvageFile({ name: file, bytes })}>
          {say('file.salvage')}
        </Button>
      )}
    </>
  )
}

function NextStep({ failure }: { failure: Failure }) {
  const say = useSay()
  const { job, diagnostics } = failure
  if (job === 'open') {
    return (
      <Button className="button primary" autoFocus onPress={() => void runCommand('file.open')}>
        {say('failed.other-file')}
      </Button>
    )
  }
  if (!diagnostics.some(({ code }) => WRITE_CODES.includes(code))) return null
  return (
    <Button className="button primary" autoFocus onPress={() => void runCommand('file.save-as')}>
      {say('failed.try-again')}
    </Button>
  )
}
