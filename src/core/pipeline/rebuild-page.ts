/** The whole way: SourceText → Reconstruction → PageDoc → Composition. */
import { composePage } from '../compose/composer.ts'
import type { Composition } from '../compose/composition.ts'
import { draftComposer } from '../compose/draft-composer.ts'
import { ok, type Result } from '../diagnostics.ts'
import type { PageDoc } from '../doc/schema.ts'
import { chooseTemplate } from '../draft/choose-template.ts'
import { draftPage } from '../draft/draft-page.ts'
import type { Proposals } from '../draft/layout/types.ts'
import type { Template } from '../draft/template.ts'
import type { Shaper } from '../fonts.ts'
import { reconstruct } from '../reconstruct/reconstruct.ts'
import type { Reconstruction } from '../reconstruct/types.ts'
import type { SourceText } from '../source/types.ts'
import { refineMeasures } from './refine-measures.ts'

export type Stage = 'reconstruct' | 'draft' | 'compose'

export interface RebuiltPage {
  source: SourceText
  reconstruction: Reconstruction
  doc: PageDoc
  /** The ways to lay the page out, and what has no room in any; `doc` is the first. */
  layout: Proposals
  composition: Composition
}

/**
 * Rebuilds a page from its dump, on the template or on that of several which suits it best; `onStage` is called as
 * each stage begins, so that the edges can show it and time it. Errors: those of `reconstruct`.
 */
export function rebuildPage(
  source: SourceText,
  template: Template | readonly Template[],
  shaper: Shaper,
  onStage: (stage: Stage) => void = () => {},
): Result<RebuiltPage> {
  onStage('reconstruct')
  const read = reconstruct(source)
  return read.ok ? ok(layOutPage(source, read.value, template, shaper, onStage)) : read
}

/** The second half of the way, for what has been reconstructed already. */
export function layOutPage(
  source: SourceText,
  read: Reconstruction,
  template: Template | readonly Template[],
  shaper: Shaper,
  onStage: (stage: Stage) => void = () => {},
): RebuiltPage {
  onStage('draft')
  const drafted = draftReading(read, template, shaper)
  onStage('compose')
  return { source, ...drafted, composition: composePage(drafted.doc, shaper) }
}

/** The page of a reconstruction, and that with its measures settled; for an edge that composes by itself. */
export function draftReading(
  read: Reconstruction,
  template: Template | readonly Template[],
  shaper: Shaper,
): Pick<RebuiltPage, 'reconstruction' | 'doc' | 'layout'> {
  const chosen = 'schema' in template ? template : chooseTemplate(read, template)
  const reconstruction = refineMeasures(read, chosen, shaper)
  return { reconstruction, ...draftPage(reconstruction, chosen, draftComposer(shaper)) }
}
