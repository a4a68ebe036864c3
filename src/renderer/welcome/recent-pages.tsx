import { FileText, FileX2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { RecentFile } from '../../shared/ipc-files.ts'
import { runCommand } from '../commands/commands.ts'
import { openRecent } from '../files/recents-dialog.tsx'
import { dayOf } from '../files/times.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

const MOST_SHOWN = 6

export function RecentPages() {
  const say = useSay()
  const recents = useStore(app, (state) => state.recents)
  return (
    <section className="welcome-recents" aria-label={say('welcome.recent')}>
      <header>
        <h2>{say('welcome.recent')}</h2>
        {recents.length > MOST_SHOWN && (
          <Button className="link" onPress={() => void runCommand('file.recent')}>
            {say('welcome.all', { n: recents.length })}
          </Button>
        )}
      </header>
      {recents.length === 0 ? (
        <p className="dim">{say('welcome.no-recent')}</p>
      ) : (
        <ul>
          {recents.slice(0, MOST_SHOWN).map((recent) => (
            <Card key={recent.path} recent={recent} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The page as it was seen last; a text has only its sheet. */
function Card({ recent }: { recent: RecentFile }) {
  const { path, title, openedMs, there, thumbnail } = recent
  const say = useSay()
  const language = useStore(app, (state) => state.language)
  const picture = usePicture(thumbnail)
  return (
    <li>
      <Button
        className="recent-card"
        isDisabled={!there}
        onPress={() => void openRecent(path)}
        data-there={there}
      >
        <span className="recent-sheet" aria-hidden="true">
          {!there ? (
            <Icon of={FileX2} size={18} />
          ) : picture ? (
            <img src={picture} alt="" />
          ) : (
            <span className="blank">
              <Icon of={FileText} size={18} />
            </span>
          )}
        </span>
        <b>{title}</b>
        <span className="dim">
          {there ? dayOf(openedMs, Date.now(), language, say) : say('recents.gone')}
        </span>
      </Button>
    </li>
  )
}

/** The address of a PNG while it is shown. */
function usePicture(png: Uint8Array | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!png) return
    const next = URL.createObjectURL(new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }))
    setAddress(next)
    return () => URL.revokeObjectURL(next)
  }, [png])
  return address
}
