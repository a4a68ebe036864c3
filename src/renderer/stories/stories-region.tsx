import { PanelLeft } from 'lucide-react'
import { Button, Tab, TabList, TabPanel, Tabs, ToggleButton } from 'react-aria-components'
import { ArticleNumber } from '../controls/article-number.tsx'
import { Icon } from '../icons.tsx'
import { app, hasRail, type LeftTab } from '../state/app-state.ts'
import { type ArticleEntry, doubtsOf, type PageModel } from '../state/page-model.ts'
import { showSelection } from '../state/selecting.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { StylesPanel } from '../text/styles-panel.tsx'
import { oversetOf, StoriesPanel } from './stories-panel.tsx'

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
      {(!rail || open) && <LeftPanel page={page} floating={rail} />}
    </aside>
  )
}

function LeftPanel({ page, floating }: { page: PageModel; floating: boolean }) {
  const say = useSay()
  const tab = useStore(app, (state) => state.leftTab)
  return (
    <Tabs
      className="tabs stories-panel"
      data-floating={floating}
      selectedKey={tab}
      onSelectionChange={(key) => app.set({ leftTab: key as LeftTab })}
    >
      <div className="tab-row">
        <TabList className="tab-list" aria-label={say('region.stories')}>
          <Tab className="tab" id="stories" data-testid="tab-stories">
            {say('region.stories')}
          </Tab>
          <Tab className="tab" id="styles" data-testid="tab-styles">
            {say('styles.title')}
          </Tab>
        </TabList>
      </div>
      <TabPanel className="tab-panel" id="stories">
        <StoriesPanel page={page} />
      </TabPanel>
      <TabPanel className="tab-panel" id="styles" data-place="other">
        <StylesPanel page={page} />
      </TabPanel>
    </Tabs>
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
