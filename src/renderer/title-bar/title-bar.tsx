import { Copy, Info, Minus, Square, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { WindowAct } from '../../shared/ipc.ts'
import { main } from '../bridge.ts'
import { Tip } from '../controls/tip.tsx'
import { Icon, Mark } from '../icons.tsx'
import { app, isDirty } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { Menus } from './menus.tsx'

export function TitleBar() {
  const say = useSay()
  const start = useStore(app, (state) => state.start)
  const mac = start?.platform === 'darwin'
  return (
    <header className="title-bar" data-region="title" data-mac={mac}>
      <div className="title-side">
        <span className="brand">
          <Mark />
        </span>
        {start && !mac && <Menus />}
      </div>
      <PageTitle />
      <div className="title-side title-end">
        {start?.standIn && (
          <Tip text={say('app.standin-detail', { chromium: start.chromium.split('.')[0] ?? '' })}>
            <Button className="chip chip-button" data-testid="standin">
              <Icon of={Info} size={12} />
              {say('app.standin')}
            </Button>
          </Tip>
        )}
        {start && !mac && <WindowButtons />}
      </div>
    </header>
  )
}

function PageTitle() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  if (!page) return <h1 className="page-title">{say('app.name')}</h1>
  const { section, number, date } = page.doc.meta
  const name = section && number ? say('title.page', { section, number }) : page.name
  return (
    <h1 className="page-title" data-testid="page-title">
      <b>{name}</b>
      {date && <span>{date}</span>}
      <SaveState />
    </h1>
  )
}

/** 已存 14:32, and whether there is something to save. */
function SaveState() {
  const say = useSay()
  const dirty = useStore(app, isDirty)
  const savedAt = useStore(app, (state) => state.savedAt)
  const saving = useStore(app, (state) => state.work?.job === 'save')
  const failed = useStore(app, (state) => state.failure?.job === 'save')
  const unjournaled = useStore(app, (state) => state.journalProblem !== null)
  if (failed) return <span className="save-state bad">· {say('title.not-saved')}</span>
  if (unjournaled && !saving)
    return (
      <span className="save-state bad" data-testid="save-state">
        · {say('title.journal-failed')}
      </span>
    )
  const text = saving
    ? say('title.saving')
    : dirty
      ? say('title.unsaved')
      : savedAt && say('title.saved', { time: savedAt })
  return text ? (
    <span className="save-state" data-testid="save-state">
      · {text}
    </span>
  ) : null
}

function WindowButtons() {
  const say = useSay()
  const { maximized } = useStore(app, (state) => state.window)
  const press = (act: WindowAct) => () => void main.ask('window:do', act)
  return (
    <div className="window-buttons">
      <Button aria-label={say('title.minimize')} onPress={press('minimize')}>
        <Icon of={Minus} size={14} />
      </Button>
      <Button
        aria-label={say(maximized ? 'title.restore' : 'title.maximize')}
        onPress={press('toggle-maximize')}
      >
        <Icon of={maximized ? Copy : Square} size={12} />
      </Button>
      <Button className="close" aria-label={say('title.close')} onPress={press('close')}>
        <Icon of={X} />
      </Button>
    </div>
  )
}
