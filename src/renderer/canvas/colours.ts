/** The tokens that canvases draw with, read from the style sheet once a theme. */

export interface Colours {
  desk: string
  page: string
  pageEdge: string
  pageShadow: string
  panel: string
  line: string
  rulerInk: string
  select: string
  grid: string
  accent: string
  /** Of grips, and of slips of paper at the pointer. */
  handle: string
  slip: string
  onSlip: string
  guide: string
  snap: string
  tint: string
  bad: string
  onBad: string
  squeezed: string
  stretched: string
  copyfit: string
  loose: string
  /** The same, dark enough for figures on paper. */
  fitInk: Readonly<Record<'squeezed' | 'stretched' | 'copyfit', string>>
  /** Pigments as they stand on paper, by 1–8. */
  pigments: readonly string[]
  font: string
}

let cached: { theme: string; colours: Colours } | undefined

const forced = window.matchMedia('(forced-colors: active)')

export function readColours(): Colours {
  const theme = `${document.documentElement.dataset.theme ?? 'light'} ${forced.matches}`
  if (cached?.theme === theme) return cached.colours
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const colours: Colours = {
    desk: token('--desk'),
    page: token('--page'),
    pageEdge: token('--page-edge'),
    pageShadow: token('--page-shadow'),
    panel: token('--panel'),
    line: token('--line'),
    rulerInk: token('--ink-3'),
    select: token('--select'),
    grid: token('--grid'),
    accent: token('--accent'),
    handle: token('--handle'),
    slip: token('--slip'),
    onSlip: token('--on-slip'),
    guide: token('--guide'),
    snap: token('--snap'),
    tint: token('--paper-tint'),
    bad: token('--bad-page'),
    onBad: token('--on-bad-page'),
    squeezed: token('--fit-squeezed'),
    stretched: token('--fit-stretched'),
    copyfit: token('--fit-copyfit'),
    loose: token('--fit-loose'),
    fitInk: {
      squeezed: token('--fit-squeezed'),
      stretched: token('--fit-stretched-ink'),
      copyfit: token('--fit-copyfit'),
    },
    pigments: ['', ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => token(`--paper-a${n}`))],
    font: token('--ui'),
  }
  cached = { theme, colours }
  return colours
}
