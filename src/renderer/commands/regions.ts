/** F6: the regions of the window in order; each keeps what it had in focus. */

const REGIONS = [
  'title',
  'tools',
  'stories',
  'proposals',
  'issues',
  'canvas',
  'source',
  'articles',
  'doubts',
  'notices',
  'inspector',
  'signing',
  'status',
] as const

const lastFocus = new Map<string, HTMLElement>()

const FOCUSABLE =
  'button:not(:disabled), [href], input:not(:disabled), [tabindex]:not([tabindex="-1"]), [role="row"]'

export function focusRegion(step: 1 | -1): void {
  const regions = REGIONS.flatMap(
    (name) => document.querySelector<HTMLElement>(`[data-region="${name}"]`) ?? [],
  )
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  const now = regions[at]
  const active = document.activeElement
  if (now?.dataset.region && active instanceof HTMLElement) lastFocus.set(now.dataset.region, active)
  for (let offset = 1; offset <= regions.length; offset++) {
    const region = regions[(at + step * offset + regions.length * 2) % regions.length]
    if (region && enter(region)) return
  }
}

/** Where the work is: the page, or in 复核 the doubts. */
export function focusWork(): void {
  const region = document.querySelector<HTMLElement>('[data-region="canvas"], [data-region="doubts"]')
  if (region) enter(region)
}

function enter(region: HTMLElement): boolean {
  const last = lastFocus.get(region.dataset.region ?? '')
  const own = region.querySelector<HTMLElement>('[data-region-focus]')
  const target =
    own ?? (last?.isConnected && region.contains(last) ? last : region.querySelector<HTMLElement>(FOCUSABLE))
  target?.focus()
  return region.contains(document.activeElement)
}
