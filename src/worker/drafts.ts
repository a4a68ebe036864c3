/** The source of the open page: what it says with a person's corrections, and the page that is drafted of it. */
import type { HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import { same } from '../core/doc/same.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import type { Template } from '../core/draft/template.ts'
import { draftReading } from '../core/pipeline/rebuild-page.ts'
import type { Correction, Reconstruction } from '../core/reconstruct/types.ts'
import { applyCorrections } from '../core/review/apply-corrections.ts'
import type { SourceText } from '../core/source/types.ts'
import type { ReviewedSource } from '../shared/engine.ts'
import { openShaper, openTemplates } from './workshop.ts'

/** What a page was made from: the dump, and its reconstruction before any correction. */
export interface Origin {
  source: SourceText
  base: Reconstruction
}

export interface Draft extends ReviewedSource {
  doc: PageDoc
  corrections: readonly Correction[]
  shaper: HarfBuzzShaper
}

/** Without a dump the corrections are kept, and none of them applies. */
export function review(origin: Origin | undefined, corrections: Correction[]): ReviewedSource {
  if (!origin) return { unapplied: corrections.map((_, i) => i) }
  return applyCorrections(origin.source, origin.base, corrections)
}

/**
 * Lays out what the dump holds with these corrections, on the grid that the page has already, if any; `onDraft` is
 * called when the fonts are there.
 */
export async function draftAnew(
  origin: Origin,
  corrections: Correction[],
  onDraft: () => void,
  setup?: PageDoc['setup'],
): Promise<Draft> {
  const templates = templatesFor(setup)
  const reviewed = review(origin, corrections)
  const shaper = await openShaper(origin.source.lines.join(''), templates.flatMap(facesOf))
  onDraft()
  const drafted = draftReading(reviewed.reconstruction ?? origin.base, templates, shaper)
  return { ...reviewed, ...drafted, corrections, shaper }
}

/** The template that a page was made on, so that a correction never changes its format; all where it is none of ours. */
function templatesFor(setup: PageDoc['setup'] | undefined): Template[] {
  const templates = openTemplates()
  const own = setup ? templates.filter((template) => same(template.setup, setup)) : []
  return own.length > 0 ? own : templates
}

/** Whether a draft has just these corrections. */
export const hasCorrections = (draft: Draft, corrections: readonly Correction[]): boolean =>
  same(draft.corrections, corrections)
