/** Reconstruction + template → PageDoc: the page as the best proposal has it, and the proposals. */
import type { PageDoc } from '../doc/schema.ts'
import type { Reconstruction } from '../reconstruct/types.ts'
import type { DraftComposer } from './composer.ts'
import { drawProposal } from './draw/draw-page.ts'
import { proposePages } from './layout/propose.ts'
import type { Proposals } from './layout/types.ts'
import type { Template } from './template.ts'

export interface Draft {
  doc: PageDoc
  layout: Proposals
}

export function draftPage(
  reconstruction: Reconstruction,
  template: Template,
  composer: DraftComposer,
): Draft {
  const layout = proposePages(reconstruction, template, composer)
  return { doc: drawProposal(reconstruction, template, composer, layout.proposals[0]), layout }
}
