import { Check, CircleCheck, CircleX, FileOutput, Stamp, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import {
  currentRound,
  isSigned,
  ROUNDS,
  type Round,
  SIGNERS,
  type Signer,
  signatureOf,
} from '../../core/preflight/page-sign-off.ts'
import { runCommand } from '../commands/commands.ts'
import { PanelEdge } from '../controls/panel-edge.tsx'
import { Icon } from '../icons.tsx'
import { reviewModel } from '../review/review-model.ts'
import { app } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { signAs, withdrawAs } from './acting.ts'
import { clockText } from './issue-words.ts'
import { openIssues, preflightState } from './preflight-state.ts'

/** 校次, 签发 and 校样. */
export function SigningPane() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  if (!page) return null
  return (
    <aside className="signing-region" data-region="signing" aria-label={say('region.signing')}>
      <PanelEdge panel="preflight-right" name={say('region.signing')} />
      <div className="signing-scroll">
        <Rounds page={page} />
        <Signers page={page} />
        <section>
          <h2>{say('signing.proofs')}</h2>
          <Button
            className="button wide"
            onPress={() => void runCommand('file.export-proof')}
            data-testid="export-proof"
          >
            <Icon of={FileOutput} />
            {say('signing.proof-pdf')}
          </Button>
          <p className="dim">{say('signing.proof-note')}</p>
        </section>
      </div>
    </aside>
  )
}

function Rounds({ page }: { page: PageModel }) {
  const say = useSay()
  const now = currentRound(page.doc)
  return (
    <section>
      <h2>{say('signing.rounds')}</h2>
      <ol className="rounds" data-testid="rounds">
        {ROUNDS.map((round, i) => {
          const signature = signatureOf(page.doc, round)
          const name = say(`signing.round-${round}`)
          return (
            <li key={round} data-state={signature ? 'done' : round === now ? 'now' : 'later'}>
              <span className="round-mark" aria-hidden="true">
                {signature ? <Icon of={Check} size={12} /> : i + 1}
              </span>
              <span className="round-text">
                {name}
                {signature && (
                  <span className="dim">
                    {signature.by}　{clockText(signature.at)}
                  </span>
                )}
                {round === now && <span className="dim">{say('signing.reading')}</span>}
              </span>
              {round === now && <SignHere what={round} role={name} act={say('signing.finish')} name="" />}
              {signature && (
                <Button className="button ghost" onPress={() => void withdrawAs(round)}>
                  {say('preflight.withdraw')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Signers({ page }: { page: PageModel }) {
  const say = useSay()
  const { editor = '', layout = '' } = page.doc.meta
  const names: Partial<Record<Signer, string>> = { editor, layout }
  const done = SIGNERS.filter((signer) => signatureOf(page.doc, signer)?.outdated === false).length
  return (
    <section>
      <h2>
        {say('signing.title')}
        <span className="pane-note">
          {done} / {SIGNERS.length}
        </span>
      </h2>
      <ul className="signers" data-testid="signers">
        {SIGNERS.map((signer) => {
          const signature = signatureOf(page.doc, signer)
          const role = say(`signing.signer-${signer}`)
          return (
            <li key={signer} data-testid={`signer-${signer}`}>
              <span className="signer-role">{role}</span>
              {signature && !signature.outdated ? (
                <>
                  <span className="spacer">{signature.by}</span>
                  <span className="signer-done">{say('signing.done', { at: clockText(signature.at) })}</span>
                  <Button className="button ghost" onPress={() => void withdrawAs(signer)}>
                    {say('preflight.withdraw')}
                  </Button>
                </>
              ) : (
                <>
                  <span className="spacer dim">
                    {say(signature ? 'signing.outdated' : 'signing.pending')}
                  </span>
                  <SignHere
                    what={signer}
                    role={role}
                    act={say('signing.sign')}
                    name={signature?.by ?? names[signer] ?? ''}
                  />
                </>
              )}
            </li>
          )
        })}
      </ul>
      <Conditions page={page} missing={SIGNERS.length - done} />
    </section>
  )
}

/** A signature asks for a name once, with the one that the page knows. */
function SignHere({
  what,
  role,
  act,
  name,
}: {
  what: Round | Signer
  role: string
  act: string
  name: string
}) {
  const say = useSay()
  const [by, setBy] = useState<string>()
  if (by === undefined) {
    return (
      <Button className="button small" aria-label={`${role} ${act}`} onPress={() => setBy(name)}>
        {act}
      </Button>
    )
  }
  return (
    <form
      className="sign-here"
      onSubmit={(event) => {
        event.preventDefault()
        if (by.trim() !== '' && signAs(what, by)) setBy(undefined)
      }}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && setBy(undefined)}
    >
      <TextField className="field" value={by} onChange={setBy} maxLength={80} autoFocus>
        <Label className="visually-hidden">{say('signing.name-of', { role })}</Label>
        <Input lang="zh-CN" />
      </TextField>
      <Button className="button small primary" type="submit" isDisabled={by.trim() === ''}>
        {act}
      </Button>
    </form>
  )
}

/** What stands against printing, and the act itself. */
function Conditions({ page, missing }: { page: PageModel; missing: number }) {
  const say = useSay()
  const issues = useStore(preflightState, (state) => state.issues)
  const errors = openIssues(issues, 'error').length
  const warnings = openIssues(issues, 'warning').length
  const unplaced = reviewModel(page)?.counts.unplaced
  const ready = errors === 0 && isSigned(page.doc)
  const reason =
    errors > 0
      ? say('signing.press-errors', { n: errors })
      : missing > 0
        ? say('signing.press-names', { n: missing })
        : say('signing.press-ready')
  return (
    <>
      <ul className="conditions">
        <Condition sign={errors > 0 ? CircleX : CircleCheck} state={errors > 0 ? 'bad' : 'ok'}>
          {errors > 0 ? say('signing.errors', { n: errors }) : say('signing.no-errors')}
        </Condition>
        <Condition sign={warnings > 0 ? TriangleAlert : CircleCheck} state={warnings > 0 ? 'warn' : 'ok'}>
          {warnings > 0 ? say('signing.warnings', { n: warnings }) : say('signing.no-warnings')}
        </Condition>
        {unplaced !== undefined && (
          <Condition sign={unplaced > 0 ? TriangleAlert : CircleCheck} state={unplaced > 0 ? 'warn' : 'ok'}>
            {unplaced > 0 ? say('signing.source-some', { n: unplaced }) : say('signing.source-all')}
          </Condition>
        )}
      </ul>
      <Button
        className="button primary wide"
        isDisabled={!ready}
        onPress={() => void runCommand('file.export')}
        data-testid="to-press"
      >
        <Icon of={Stamp} />
        {say('signing.press')}
      </Button>
      <p className="dim" data-testid="press-reason">
        {reason}
      </p>
    </>
  )
}

interface ConditionProps {
  sign: typeof CircleX
  state: 'ok' | 'warn' | 'bad'
  children: string
}

const Condition = ({ sign, state, children }: ConditionProps) => (
  <li data-state={state}>
    <Icon of={sign} size={14} />
    {children}
  </li>
)
