import { useEffect, useState } from 'react'
import { openDropped } from './state/session.ts'
import { useSay } from './state/words.ts'

/** Over the whole window while a file is dragged across it. */
export function DropVeil() {
  const say = useSay()
  return useDrop() ? <div className="drop-veil">{say('canvas.drop')}</div> : null
}

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
      if (event.dataTransfer) void openDropped(event.dataTransfer.files)
    }
    window.addEventListener('dragover', onOver, { signal })
    window.addEventListener('dragleave', onLeave, { signal })
    window.addEventListener('drop', onDrop, { signal })
    return () => listening.abort()
  }, [])
  return over
}
