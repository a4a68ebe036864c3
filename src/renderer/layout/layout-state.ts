/** What the panel of layouts knows: the proposals for the page as it is, and the ways out where it is too full. */
import type { Diagnostic } from '../../core/diagnostics.ts'
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Offer } from '../../core/draft/again/offers.ts'
import type { ProposedPage, TemplateFacts } from '../../shared/layout-engine.ts'
import { createStore } from '../state/store.ts'

interface LayoutState {
  open: boolean
  /** Proposals are being made. */
  busy: boolean
  /** The page that they are for; taking one makes the page that it gives theirs. */
  base: PageDoc | null
  pages: readonly ProposedPage[]
  diagnostics: readonly Diagnostic[]
  /** The one that is on the page. */
  taken: number | null
  /** The one that the page shows while it is pointed at. */
  shown: number | null
  offers: readonly Offer[] | 'busy' | null
  templates: readonly TemplateFacts[]
}

export const noProposals = {
  busy: false,
  base: null,
  pages: [],
  diagnostics: [],
  taken: null,
  shown: null,
  offers: null,
} as const

export const layouts = createStore<LayoutState>({ open: false, templates: [], ...noProposals })
