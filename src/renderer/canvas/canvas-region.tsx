import { useEffect, useState } from 'react'
import { EmptyState } from '../notices/empty-state.tsx'
import { FailureCard } from '../notices/failure-card.tsx'
import { ToastCard } from '../notices/toast-card.tsx'
import { WorkLine } from '../notices/work-line.tsx'
import { app } from '../state/app-state.ts'
import { openDropped } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { PageCanvas } from './canvas.tsx'
import { frameName } from './frame-name.ts'

export function CanvasRegion() {
  const say = useSay()
  const hasPage = useStore(app, (state) => state.page !== null)
  const dropping = useDrop()
  return (
    <main className="canvas-region" data-region="canvas" aria-label={say('region.canvas')}>
      <PageCanvas />
      {!hasPage && <EmptyState />}
      <WorkLine />
      <FailureCard />
      <ToastCard />
      <SelectionAnnouncer />
      {dropping && <div className="drop-veil">{say('canvas.drop')}</div>}
    </main>
  )
}

/** Says what was selected; the picture itself is silent. */
function SelectionAnnouncer() {
  const say = useSay()
  const page = useStore(app, (state) => state.page)
  const id = useStore(app, (state) => state.selection?.frame)
  const frame = id === undefined ? undefined : page?.framesById.get(id)
  return (
    <div className="visually-hidden" role="status" data-testid="selection">
      {page && frame ? say('canvas.selected', { name: frameName(page, frame, say) }) : ''}
    </div>
  )
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
