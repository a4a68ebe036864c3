import { Button } from 'react-aria-components'
import type { Difference } from '../../core/doc/compare-pages.ts'
import type { MessageKey } from '../../shared/messages.ts'
import { closeDialog, DialogFoot, DialogShell } from '../dialogs/dialog-frame.tsx'
import { app } from '../state/app-state.ts'
import { whoOf } from '../state/page-file.ts'
import type { PageModel } from '../state/page-model.ts'
import { keepMine, savePage } from '../state/saving.ts'
import { revertPage } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { timeOf } from './times.ts'

const MOST_SHOWN = 60

/** Another program's version of the page's file, held against the open page: which one is to stay. */
export function ConflictDialog() {
  const say = useSay()
  const conflict = useStore(app, (state) => state.conflict)
  const name = useStore(app, (state) => state.file.name ?? '')
  const n = useStore(app, (state) => state.steps.past.length)
  if (!conflict) return null
  const { reason, holder, differences } = conflict
  return (
    <DialogShell title={say(`conflict.title.${reason}`)} className="conflict" testId="conflict" alert>
      <p>
        {reason === 'held' && holder
          ? say('conflict.text.held', {
              name,
              who: whoOf(holder),
              since: timeOf(Date.parse(holder.since)),
            })
          : say('conflict.text.changed', { name })}
      </p>
      <Differences of={differences} />
      <DialogFoot
        aside={
          reason === 'changed' &&
          differences && (
            <Button className="button ghost danger" onPress={() => void revertPage()}>
              {say('conflict.use-disk', { n })}
            </Button>
          )
        }
      >
        <Button className="button" onPress={closeDialog}>
          {say('unsaved.cancel')}
        </Button>
        <Button className="button" onPress={() => void keepMine()}>
          {say(reason === 'held' ? 'conflict.save-anyway' : 'conflict.keep-mine')}
        </Button>
        <Button className="button primary" autoFocus onPress={() => void saveElsewhere()}>
          {say('conflict.save-as')}
        </Button>
      </DialogFoot>
    </DialogShell>
  )
}

async function saveElsewhere(): Promise<void> {
  closeDialog()
  await savePage('save-as')
}

function Differences({ of }: { of: readonly Difference[] | null | undefined }) {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  if (of === undefined) return <p className="dim">{say('conflict.reading')}</p>
  if (of === null) return <p className="dim">{say('conflict.unreadable')}</p>
  if (of.length === 0) return <p className="dim">{say('conflict.none')}</p>
  const shown = of.slice(0, MOST_SHOWN)
  return (
    <section className="differences" aria-label={say('conflict.list', { n: of.length })}>
      <div className="differences-head" aria-hidden="true">
        <span>{say('conflict.list', { n: of.length })}</span>
        <span>{say('conflict.mine')}</span>
        <span>{say('conflict.theirs')}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <ul tabIndex={0}>
        {shown.map((each) => (
          <Row key={keyOf(each)} of={each} page={page} />
        ))}
      </ul>
      {of.length > shown.length && (
        <p className="differences-more dim">{say('conflict.more', { n: of.length - shown.length })}</p>
      )}
    </section>
  )
}

const keyOf = (each: Difference): string =>
  `${each.kind} ${'story' in each ? each.story : 'frame' in each ? each.frame : ''}`

function Row({ of, page }: { of: Difference; page: PageModel | null }) {
  const say = useSay()
  const { name, what } = describe(of, page, say)
  const quotes = of.kind === 'story' && (of.mine !== '' || of.theirs !== '') ? of : undefined
  return (
    <li>
      <span className="difference-name">
        <b>{name}</b>
        <span className="chip" data-change={of.change}>
          {what}
        </span>
      </span>
      <q lang="zh-CN">{quotes?.mine ?? ''}</q>
      <q lang="zh-CN">{quotes?.theirs ?? ''}</q>
    </li>
  )
}

function describe(of: Difference, page: PageModel | null, say: Say): { name: string; what: string } {
  const what = say(`difference.${of.change}`)
  if (of.kind !== 'story' && of.kind !== 'frame') return { name: say(`difference.${of.kind}`), what }
  const article = of.article === undefined ? undefined : page?.doc.articles[of.article]
  const role: MessageKey = of.kind === 'story' ? `role.${of.role}` : frameKey(of.of)
  const name = [article && `${article.number} ${article.title}`, say(role)].filter(Boolean).join(' · ')
  if (of.change !== 'changed') return { name, what }
  if (of.kind === 'frame') return { name, what: say(`difference.${of.what}`) }
  return { name, what: of.mine === '' && of.theirs === '' ? say('difference.style-only') : what }
}

const frameKey = (kind: 'text' | 'picture' | 'ad' | 'shape' | 'rule'): MessageKey =>
  kind === 'text' ? 'frame.body' : `frame.${kind}`
