import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { CanvasRegion } from './canvas/canvas-region.tsx'
import { Dialogs } from './dialogs/dialogs.tsx'
import { DropVeil } from './drop-veil.tsx'
import { followClipboard } from './editor/clipboard.ts'
import { InspectorRegion } from './inspector/inspector.tsx'
import { ProposalsRegion } from './layout/proposals-region.tsx'
import { followOrigins } from './pictures/origins.ts'
import { followPage } from './preflight/live-check.ts'
import { PreflightRegion } from './preflight/preflight-region.tsx'
import { ReviewRegion } from './review/review-region.tsx'
import { app } from './state/app-state.ts'
import { useStore } from './state/store.ts'
import { StatusBar } from './status/status-bar.tsx'
import { StoriesRegion } from './stories/stories-region.tsx'
import { TitleBar } from './title-bar/title-bar.tsx'
import { ToolBar } from './tools/tool-bar.tsx'
import { followKeys, followPresses, followWidth } from './window-events.ts'

export function App() {
  const language = useStore(app, (state) => state.language)
  const hasPage = useStore(app, (state) => state.page !== null)
  const stage = useStore(app, (state) => state.stage)
  useEffect(() => {
    const stop = [
      followPage(),
      followKeys(),
      followPresses(),
      followWidth(),
      followClipboard(),
      followOrigins(),
    ]
    return () => {
      for (const end of stop) end()
    }
  }, [])
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en-GB'}>
      <div className="window" data-page={hasPage}>
        <TitleBar />
        <ToolBar />
        {stage === 'review' ? (
          <ReviewRegion />
        ) : stage === 'preflight' && hasPage ? (
          <PreflightRegion />
        ) : (
          <>
            {hasPage && <StoriesRegion />}
            <ProposalsRegion />
            <CanvasRegion />
            {hasPage && <InspectorRegion />}
          </>
        )}
        <StatusBar />
        <Dialogs />
        <DropVeil />
      </div>
    </I18nProvider>
  )
}
