import { CanvasRegion } from '../canvas/canvas-region.tsx'
import { PanelEdge } from '../controls/panel-edge.tsx'
import { useSay } from '../state/words.ts'
import { IssuesPane } from './issues-pane.tsx'
import { SigningPane } from './signing-pane.tsx'

/** 检查: the issues, the page with their pins, proofs and signatures. */
export function PreflightRegion() {
  const say = useSay()
  return (
    <>
      <IssuesPane />
      <CanvasRegion />
      <SigningPane />
      <PanelEdge panel="preflight-right" name={say('region.signing')} />
    </>
  )
}
