import { CanvasRegion } from '../canvas/canvas-region.tsx'
import { IssuesPane } from './issues-pane.tsx'
import { SigningPane } from './signing-pane.tsx'

/** 检查: the issues, the page with their pins, proofs and signatures. */
export const PreflightRegion = () => (
  <>
    <IssuesPane />
    <CanvasRegion />
    <SigningPane />
  </>
)
