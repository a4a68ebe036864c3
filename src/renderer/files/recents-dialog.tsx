import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { RecentFile } from '../../shared/ipc-files.ts'
import { main } from '../bridge.ts'
import { closeDialog, DialogFrame } from '../dialogs/dialog-frame.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { openAnswer } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { dayOf } from './times.ts'

export async function openRecent(path: string): Promise<void> {
  app.set({ dialog: null })
  await openAnswer(await main.ask('file:open-recent', path))
}

export function RecentsDialog() {
  const say = useSay()
  const recents = useStore(app, (state) => state.recents)
  return (
    <DialogFrame title={say('recents.title')} className="recents">
      {recents.length === 0 && <p className="dim">{say('welcome.no-recent')}</p>}
      <ul className="recent-list" data-testid="recents">
        {recents.map((recent) => (
          <Row key={recent.path} recent={recent} />
        ))}
      </ul>
    </DialogFrame>
  )
}

function Row({ recent: { path, name, title, openedMs, there } }: { recent: RecentFile }) {
  const say = useSay()
  const language = useStore(app, (state) => state.language)
  const forget = async () => app.set({ recents: await main.ask('file:forget-recent', path) })
  return (
    <li data-there={there}>
      <Button
        className="recent-row"
        isDisabled={!there}
        onPress={() => {
          closeDialog()
          void openRecent(path)
        }}
      >
        <b>{title}</b>
        <span className="dim">{there ? name : say('recents.gone')}</span>
        <span className="dim">{dayOf(openedMs, Date.now(), language, say)}</span>
      </Button>
      <Button className="tool" aria-label={say('recents.forget', { name })} onPress={() => void forget()}>
        <Icon of={X} size={14} />
      </Button>
    </li>
  )
}
