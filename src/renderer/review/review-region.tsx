import { useEffect } from 'react'
import { focusWork } from '../commands/regions.ts'
import { Notices } from '../notices/notices.tsx'
import { app } from '../state/app-state.ts'
import { currentDoubt, modelOf, queueOf, showDoubt } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { ArticlesPane } from './articles-pane.tsx'
import { doubtTitle } from './doubt-words.ts'
import { DoubtsPane } from './doubts-pane.tsx'
import { ReviewMenu } from './review-menu.tsx'
import { SettledDialog } from './settled-dialog.tsx'
import { SourcePane } from './source-pane.tsx'

/** 复核: the source, the articles made of it, and what is doubtful. */
export function ReviewRegion() {
  const page = useStore(app, (state) => state.page)
  const model = useStore(app, modelOf)
  const say = useSay()
  const isRead = model !== null
  // A page that was opened a moment ago is shown before its source is read.
  useEffect(() => {
    const { review } = app.get()
    if (isRead && !review.doubt && !review.selection) showDoubt(currentDoubt(app.get()))
    focusWork()
  }, [isRead])
  if (!page) return null
  if (!model)
    return (
      <main className="review-region">
        <p className="panel-none" role="status">
          {say('review.reading-source')}
        </p>
      </main>
    )
  return (
    <main className="review-region">
      <SourcePane page={page} model={model} />
      <div className="review-sides">
        <ArticlesPane model={model} />
        <DoubtsPane model={model} />
      </div>
      <Notices />
      <ReviewMenu model={model} />
      <SettledDialog model={model} />
      <Announcer />
    </main>
  )
}

/** Says what was decided, and the doubt that comes next. */
function Announcer() {
  const say = useSay()
  const said = useStore(app, (state) => state.review.said)
  const doubt = useStore(app, currentDoubt)
  const model = useStore(app, modelOf)
  const queue = doubt ? queueOf(app.get()) : []
  return (
    <div className="visually-hidden" role="status" data-testid="review-said">
      {said && say(said.key, said.values)}{' '}
      {doubt &&
        model &&
        say('review.said.doubt', {
          n: queue.indexOf(doubt) + 1,
          count: queue.length,
          title: doubtTitle(doubt, model, say),
        })}
    </div>
  )
}
