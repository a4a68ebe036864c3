import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { HistoryPanel } from '../history/history-panel.tsx'
import { OutlinePanel } from '../outline/outline-panel.tsx'
import { app, type LeftTab } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { SwatchesPanel } from '../swatches/swatches-panel.tsx'
import { StoriesPanel } from './stories-panel.tsx'

const PANELS: readonly (readonly [LeftTab, (page: PageModel) => ReactNode])[] = [
  ['stories', (page) => <StoriesPanel page={page} />],
  ['outline', (page) => <OutlinePanel page={page} />],
  ['history', () => <HistoryPanel />],
  ['swatches', (page) => <SwatchesPanel page={page} />],
]

/** 稿件 | 结构 | 历史 | 色板. */
export function LeftPanels({ page, floating }: { page: PageModel; floating: boolean }) {
  const say = useSay()
  const tab = useStore(app, (state) => state.leftTab)
  return (
    <div className="stories-panel" data-floating={floating}>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => app.set({ leftTab: key as LeftTab })}
      >
        <div className="tab-row">
          <TabList className="tab-list" aria-label={say('editor.left-tabs')}>
            {PANELS.map(([id]) => (
              <Tab key={id} className="tab" id={id} data-testid={`left-${id}`}>
                {say(`command.panel.${id}`)}
              </Tab>
            ))}
          </TabList>
        </div>
        {PANELS.map(([id, panel]) => (
          <TabPanel key={id} className="tab-panel left-panel" id={id}>
            {panel(page)}
          </TabPanel>
        ))}
      </Tabs>
    </div>
  )
}
