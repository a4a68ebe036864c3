import { X } from 'lucide-react'
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { PanelEdge } from '../controls/panel-edge.tsx'
import { Icon } from '../icons.tsx'
import { SourcePanel } from '../source/source-panel.tsx'
import { app, type InspectorTab, inspectorFloats } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { ParagraphPanel } from './paragraph-panel.tsx'
import { Properties } from './properties.tsx'

export function InspectorRegion() {
  const say = useSay()
  const floats = useStore(app, inspectorFloats)
  const open = useStore(app, (state) => state.inspectorOpen)
  const tab = useStore(app, (state) => state.inspectorTab)
  const page = useStore(app, (state) => state.page)
  if (!page || (floats && !open)) return null
  return (
    <aside
      className="inspector-region"
      data-region="inspector"
      data-floating={floats}
      aria-label={say('region.inspector')}
    >
      {!floats && <PanelEdge panel="layout-right" name={say('region.inspector')} />}
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={(key) => app.set({ inspectorTab: key as InspectorTab })}
      >
        <div className="tab-row">
          <TabList className="tab-list" aria-label={say('region.inspector')}>
            <Tab className="tab" id="properties" data-testid="tab-properties">
              {say('inspector.properties')}
            </Tab>
            <Tab className="tab" id="paragraph" data-testid="tab-paragraph">
              {say('inspector.paragraph')}
            </Tab>
            <Tab className="tab" id="source" data-testid="tab-source">
              {say('inspector.source')}
            </Tab>
          </TabList>
          {floats && (
            <Button
              className="tool"
              aria-label={say('inspector.close')}
              onPress={() => app.set({ inspectorOpen: false })}
            >
              <Icon of={X} size={14} />
            </Button>
          )}
        </div>
        <TabPanel className="tab-panel" id="properties" data-testid="properties">
          <Properties page={page} />
        </TabPanel>
        <TabPanel className="tab-panel" id="paragraph" data-testid="paragraph">
          <ParagraphPanel page={page} />
        </TabPanel>
        <TabPanel className="tab-panel" id="source" data-testid="source" data-place="list">
          <SourcePanel page={page} />
        </TabPanel>
      </Tabs>
    </aside>
  )
}
