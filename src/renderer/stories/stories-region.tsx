import { PanelLeft } from 'lucide-react'
import { Button, ToggleButton } from 'react-aria-components'
import { ArticleNumber } from '../controls/article-number.tsx'
import { PanelEdge } from '../controls/panel-edge.tsx'
import { Icon } from '../icons.tsx'
import { app, hasRail } from '../state/app-state.ts'
import { type ArticleEntry, doubtsOf, type PageModel } from '../state/page-model.ts'
import { showSelection } from '../state/selecting.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { LeftPanels } from './left-panels.tsx'
import { oversetOf } from './stories-panel.tsx'

/** The stories at the left: a panel, or in a narrow window a rail of numbers that opens over the canvas. */
export function StoriesRegion() {
  const say = useSay()
  const rail = useStore(app, hasRail)
  const open = useStore(app, (state) => state.storiesOpen)
  const page = useStore(app, (state) => state.page)
  if (!page) return null
  return (
    <aside
      className="stories-region"
      data-region="stories"
      data-place="list"
      data-rail={rail}
      aria-label={say('region.stories')}
    >
      {rail && <Rail page={page} open={open} />}
      {(!rail || open) && <LeftPanels page={page} floating={rail} />}
      {!rail && <PanelEdge panel="layout-left" name={say('region.stories')} />}
    </aside>
  )
}

function Rail({ page, open }: { page: PageModel; open: boolean }) {
  const say = useSay()
  return (
    <div className="rail">
      <ToggleButton
        className="tool"
        aria-label={say(open ? 'stories.close' : 'stories.rail')}
        isSelected={open}
        onChange={(storiesOpen) => app.set({ storiesOpen })}
        data-testid="rail-open"
      >
        <Icon of={PanelLeft} />
      </ToggleButton>
      <span className="rail-line" />
      {page.articles.map((entry) => (
        <RailNumber key={entry.id} page={page} entry={entry} />
      ))}
    </div>
  )
}

function RailNumber({ page, entry }: { page: PageModel; entry: ArticleEntry }) {
  const say = useSay()
  const selected = useStore(app, (state) => state.selection?.article === entry.id)
  const overset = oversetOf(entry)
  const doubts = doubtsOf(page, entry.id).length
  const state =
    overset > 0
      ? `，${say('stories.overset', { n: overset })}`
      : doubts > 0
        ? `，${say('stories.doubt')}`
        : ''
  return (
    <Button
      className="rail-number"
      data-selected={selected}
      aria-label={`${entry.number} ${entry.article.title}${state}`}
      onPress={() => showSelection({ article: entry.id })}
    >
      <ArticleNumber of={entry.number} />
      {overset > 0 ? <span className="dot bad" /> : doubts > 0 && <span className="dot warn" />}
    </Button>
  )
}
