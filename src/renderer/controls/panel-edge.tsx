import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { type SidePanel, setWidth, WIDTHS, widthOf } from '../state/panel-widths.ts'
import { useSay } from '../state/words.ts'

const STEP_PX = 16
/** What borders may add to a panel's own width. */
const HAIRLINES_PX = 2

interface PanelEdgeProps {
  panel: SidePanel
  /** What the panel is called. */
  name: string
}

/** The inner edge of a panel: dragged, or moved by the arrows, it makes it wider; a double click as wide as it came. */
export function PanelEdge({ panel, name }: PanelEdgeProps) {
  const say = useSay()
  const [width, show] = useState(widthOf(panel))
  const { own, least, most } = WIDTHS[panel]
  const outwards = panel.endsWith('left') ? 1 : -1
  const change = (px: number) => show(setWidth(panel, px))
  /** As wide as it is: where panels share the window, or it is narrow, not as it was asked to be. */
  const now = (edge: HTMLElement): number => {
    const seen = edge.parentElement?.offsetWidth ?? width
    return Math.abs(seen - width) <= HAIRLINES_PX ? width : seen
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    const [from, start, edge] = [event.clientX, now(event.currentTarget), event.currentTarget]
    edge.setPointerCapture(event.pointerId)
    edge.onpointermove = ({ clientX }) => change(start + outwards * (clientX - from))
    edge.onlostpointercapture = () => {
      edge.onpointermove = null
    }
  }
  const byKey = (event: KeyboardEvent) => {
    const from = now(event.currentTarget as HTMLElement)
    const next: Record<string, number> = {
      ArrowLeft: from - outwards * STEP_PX,
      ArrowRight: from + outwards * STEP_PX,
      Home: least,
      End: most,
      Enter: own,
    }
    const px = next[event.key]
    if (px === undefined) return
    event.preventDefault()
    event.stopPropagation()
    change(px)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule is no window splitter, which is focusable and has a value
    <div
      role="separator"
      tabIndex={0}
      className="panel-edge"
      data-side={outwards > 0 ? 'right' : 'left'}
      aria-orientation="vertical"
      aria-label={say('panel.edge', { name })}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={drag}
      onDoubleClick={() => change(own)}
      onKeyDown={byKey}
      data-testid={`edge-${panel}`}
    />
  )
}
