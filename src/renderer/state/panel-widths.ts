/** How wide the panels at the sides are, for each stage; kept for the next start. */

export type SidePanel = keyof typeof WIDTHS

/** px: as it comes, and how far it goes. */
export const WIDTHS = {
  'layout-left': { own: 256, least: 220, most: 480 },
  'layout-right': { own: 284, least: 260, most: 480 },
  'review-left': { own: 556, least: 380, most: 900 },
  'review-right': { own: 420, least: 308, most: 640 },
  'preflight-left': { own: 340, least: 260, most: 560 },
  'preflight-right': { own: 300, least: 260, most: 480 },
} as const

const KEY = 'banxin.panel-widths'

let widths: Partial<Record<SidePanel, number>> = {}

export const widthOf = (panel: SidePanel): number => widths[panel] ?? WIDTHS[panel].own

/** The style sheet lays the panels out by `--width-…`. */
export function setWidth(panel: SidePanel, px: number): number {
  const { least, most } = WIDTHS[panel]
  const width = Math.round(Math.min(most, Math.max(least, px)))
  widths = { ...widths, [panel]: width }
  document.documentElement.style.setProperty(`--width-${panel}`, `${width}px`)
  localStorage.setItem(KEY, JSON.stringify(widths))
  return width
}

export function startPanelWidths(): void {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    for (const [panel, px] of Object.entries(stored as object))
      if (panel in WIDTHS && Number.isFinite(px)) setWidth(panel as SidePanel, px)
  } catch {
    // Widths that cannot be read are as good as none.
  }
}
