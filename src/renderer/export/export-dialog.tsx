import { CircleCheck, FolderOpen, TriangleAlert, X } from 'lucide-react'
import { useEffect } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { RULES } from '../../core/preflight/rules.ts'
import { problemText } from '../../shared/messages.ts'
import { main } from '../bridge.ts'
import { Icon } from '../icons.tsx'
import { goToErrors } from '../preflight/acting.ts'
import { openIssues, preflightState } from '../preflight/preflight-state.ts'
import { app } from '../state/app-state.ts'
import { articleTitle, type PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { ExportFields } from './export-fields.tsx'
import { exportFileName } from './export-form.ts'
import { ExportPreview } from './export-preview.tsx'
import {
  cancelExport,
  choosePlace,
  closeExport,
  exportAsProof,
  exporting,
  runExport,
} from './export-state.ts'
import { ExportSteps } from './export-steps.tsx'

/** 导出付印 PDF: what to write, where, and the run itself, in one place. */
export function ExportDialog() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  const running = useStore(exporting, ({ phase }) => phase === 'running')
  useEffect(() => {
    if (!running) return
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && cancelExport()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [running])
  if (!page) return null
  const { section, number, date } = page.doc.meta
  return (
    <ModalOverlay
      className="veil"
      isOpen
      isKeyboardDismissDisabled={running}
      onOpenChange={(open) => !open && closeExport()}
    >
      <Modal className="dialog export">
        <Dialog aria-label={say('export.title')} data-testid="export-dialog">
          <header className="export-head">
            <Heading slot="title">{say('export.title')}</Heading>
            <span className="dim">
              {[section, number && say('page.number', { n: number }), date].filter(Boolean).join(' ')}
            </span>
            <span className="spacer" />
            <Button className="tool" aria-label={say('export.close')} onPress={closeExport}>
              <Icon of={X} />
            </Button>
          </header>
          <div className="export-body">
            <div className="export-form" inert={running}>
              <ExportFields page={page} />
              <PlaceRow page={page} />
              <CheckRow />
            </div>
            <PreviewSide page={page} />
          </div>
          <ExportFoot page={page} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PreviewSide({ page }: { page: PageModel }) {
  const form = useStore(exporting, (state) => state.form)
  return <ExportPreview page={page} form={form} />
}

function PlaceRow({ page }: { page: PageModel }) {
  const say = useSay()
  const place = useStore(exporting, (state) => state.place)
  return (
    <div className="export-row">
      <span className="export-label">{say('export.place')}</span>
      <span className="export-path" data-testid="export-path" title={place?.path}>
        {place?.path ?? exportFileName(page.doc)}
      </span>
      <Button className="button" onPress={() => void choosePlace()}>
        <Icon of={FolderOpen} />
        {say('export.choose')}
      </Button>
    </div>
  )
}

/** What stands in the way already, and the way to it. */
function CheckRow() {
  const say = useSay()
  const issues = useStore(preflightState, (state) => state.issues)
  const errors = openIssues(issues, 'error').length
  return (
    <div className="export-row">
      <span className="export-label">{say('export.check')}</span>
      {errors === 0 ? (
        <span className="chip ok">{say('export.no-errors')}</span>
      ) : (
        <>
          <span className="chip bad">{say('signing.errors', { n: errors })}</span>
          <Button className="button ghost" onPress={leaveForErrors} data-testid="export-to-errors">
            {say('failed.to-preflight')}
          </Button>
        </>
      )}
    </div>
  )
}

function leaveForErrors(): void {
  closeExport()
  goToErrors()
}

function ExportFoot({ page }: { page: PageModel }) {
  const say = useSay()
  const phase = useStore(exporting, (state) => state.phase)
  const form = useStore(exporting, (state) => state.form)
  const pictures = page.composition.items.filter(({ kind }) => kind === 'picture').length
  const standard = form.standard === 'x1a' ? 'PDF/X-1a' : 'PDF/X-4'
  return (
    <footer className="export-foot">
      {(phase === 'running' || phase === 'done') && <ExportSteps pictures={pictures} standard={standard} />}
      <div className="export-end">
        <div className="export-words" role="status" data-testid="export-status">
          {phase === 'form' && <span className="dim">{say('export.hint')}</span>}
          {phase === 'running' && <span className="dim">{say('export.running')}</span>}
          {phase === 'done' && <Result />}
          {phase === 'failed' && <Problems page={page} />}
        </div>
        <FootButtons />
      </div>
    </footer>
  )
}

function Result() {
  const say = useSay()
  const result = useStore(exporting, (state) => state.result)
  const language = useStore(app, (state) => state.language)
  if (!result) return null
  const { name, bytes, warnings } = result
  return (
    <>
      <p className="export-done">
        <Icon of={CircleCheck} />
        <b>{say('export.done', { name })}</b>
        <span className="dim">{say('export.size', { kb: Math.round(bytes / 1000) })}</span>
      </p>
      {warnings.slice(0, 3).map((warning) => (
        <p className="todo" key={JSON.stringify(warning)}>
          {problemText(language, warning).what}
        </p>
      ))}
    </>
  )
}

const MOST_SHOWN = 3

function Problems({ page }: { page: PageModel }) {
  const say = useSay()
  const problems = useStore(exporting, (state) => state.problems)
  const language = useStore(app, (state) => state.language)
  const errors = problems.filter(({ severity }) => severity === 'error')
  return (
    <div className="export-problems" data-testid="export-problems">
      {errors.slice(0, MOST_SHOWN).map((problem) => {
        const { what, todo } = problemText(language, problem)
        const title = articleTitle(page, problem.at?.story)
        return (
          <p key={JSON.stringify(problem)}>
            <Icon of={TriangleAlert} />
            <span>
              {title && `${title}：`}
              {what}
              {todo && <span className="dim"> {todo}</span>}
            </span>
          </p>
        )
      })}
      {errors.length > MOST_SHOWN && (
        <p className="dim">{say('failed.more', { n: errors.length - MOST_SHOWN })}</p>
      )}
    </div>
  )
}

function FootButtons() {
  const say = useSay()
  const phase = useStore(exporting, (state) => state.phase)
  const result = useStore(exporting, (state) => state.result)
  const onlyOverset = useStore(
    exporting,
    ({ problems }) => problems.length > 0 && problems.every(({ code }) => code === 'overset'),
  )
  const refused = useStore(exporting, ({ problems }) => problems.some(({ code }) => code in RULES))
  if (phase === 'running')
    return (
      <>
        <Button className="button" autoFocus onPress={cancelExport}>
          {say('export.cancel')} <kbd>Esc</kbd>
        </Button>
        <Button className="button primary" isDisabled>
          {say('export.going')}
        </Button>
      </>
    )
  if (phase === 'done' && result)
    return (
      <>
        <Button className="button ghost" onPress={() => void main.ask('file:view', result.path)}>
          {say('toast.view')}
        </Button>
        <Button className="button ghost" onPress={() => void main.ask('file:reveal', result.path)}>
          {say('toast.reveal')}
        </Button>
        <Button className="button primary" autoFocus onPress={closeExport}>
          {say('export.finish')}
        </Button>
      </>
    )
  return (
    <>
      {phase === 'failed' && onlyOverset && (
        <Button className="button" onPress={exportAsProof}>
          {say('failed.proof')}
        </Button>
      )}
      {phase === 'failed' && refused && (
        <Button className="button" onPress={leaveForErrors} data-testid="to-preflight">
          {say('failed.to-preflight')}
        </Button>
      )}
      <Button className="button" onPress={closeExport}>
        {say('export.cancel')}
      </Button>
      <Button className="button primary" autoFocus onPress={() => void runExport()}>
        {say('export.start')}
      </Button>
    </>
  )
}
