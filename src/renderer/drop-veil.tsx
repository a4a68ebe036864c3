import { useEffect, useState } from 'react'
import { addDropped } from './layout/adding.ts'
import { type AppState, app } from './state/app-state.ts'
import { openDropped } from './state/session.ts'
import { useStore } from './state/store.ts'
import { useSay } from './state/words.ts'

/** Over the whole window while a file is dragged across it. */
export function DropVeil() {
  const say = useSay()
  const page = useStore(app, takesArticles)
  if (!useDrop()) return null
  return (
    <div className="drop-veil" data-page={page}>
      <span>{say('canvas.drop')}</span>
      {page && <span>{say('canvas.drop-add')}</span>}
    </div>
  )
}

/** A page that is being laid out takes what is dropped as its articles; above it a file is opened. */
const takesArticles = ({ page, stage }: AppState): boolean => page !== null && stage === 'layout'
const OPENING_SHARE = 1 / 3

/** Files dropped anywhere on the window; true while one is over it. */
function useDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      if (!event.dataTransfer) return
      const { files } = event.dataTransfer
      const below = event.clientY > window.innerHeight * OPENING_SHARE
      void (below && takesArticles(app.get()) ? addDropped(files) : openDropped(files))
    }
    window.addEventListener('dragover', onOver, { signal })
    window.addEventListener('dragleave', onLeave, { signal })
    window.addEventListener('drop', onDrop, { signal })
    return () => listening.abort()
  }, [])
  return over
}
