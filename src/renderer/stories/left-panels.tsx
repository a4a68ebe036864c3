import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { HistoryPanel } from '../history/history-panel.tsx'
import { OutlinePanel } from '../outline/outline-panel.tsx'
import { app, type LeftTab } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { SwatchesPanel } from '../swatches/swatches-panel.tsx'
import { StylesPanel } from '../text/styles-panel.tsx'
import { StoriesPanel } from './stories-panel.tsx'

interface Panel {
  id: LeftTab
  show(page: PageModel): ReactNode
  /** Its letters are typed, or mean something of its own: the page's single keys stay away. */
  ownKeys?: boolean
}

const PANELS: readonly Panel[] = [
  { id: 'stories', show: (page) => <StoriesPanel page={page} /> },
  { id: 'outline', show: (page) => <OutlinePanel page={page} />, ownKeys: true },
  { id: 'styles', show: (page) => <StylesPanel page={page} />, ownKeys: true },
  { id: 'swatches', show: (page) => <SwatchesPanel page={page} />, ownKeys: true },
  { id: 'history', show: () => <HistoryPanel />, ownKeys: true },
]

/** 稿件 | 结构 | 样式 | 色板 | 历史. */
export function LeftPanels({ page, floating }: { page: PageModel; floating: boolean }) {
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
        <TabList className="tab-list" aria-label={say('editor.left-tabs')}>
          {PANELS.map(({ id }) => (
            <Tab key={id} className="tab" id={id} data-testid={`tab-${id}`}>
              {say(`left.${id}`)}
            </Tab>
          ))}
        </TabList>
      </div>
      {PANELS.map(({ id, show, ownKeys }) => (
        <TabPanel
          key={id}
          className="tab-panel left-panel"
          id={id}
          {...(ownKeys && { 'data-place': 'other' })}
        >
          {show(page)}
        </TabPanel>
      ))}
    </Tabs>
  )
}
