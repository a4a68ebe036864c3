/** Reconstruction + template → PageDoc: the page as the best proposal has it. */
import type { PageDoc } from '../doc/schema.ts'
import type { Reconstruction } from '../reconstruct/types.ts'
import type { DraftComposer } from './composer.ts'
import { drawProposal } from './draw/draw-page.ts'
import { proposePages } from './layout/propose.ts'
import type { Template } from './template.ts'

export function draftPage(
  reconstruction: Reconstruction,
  template: Template,
  composer: DraftComposer,
): PageDoc {
  const { proposals } = proposePages(reconstruction, template, composer, { count: 1 })
  return drawProposal(reconstruction, template, composer, proposals[0])
}
