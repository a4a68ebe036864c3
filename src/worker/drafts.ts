/** The page under a person's edits: as it was drafted from its dump, or as its file held it. */
import type { HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import { type Composer, createComposer } from '../core/compose/composer.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import type { Template } from '../core/draft/template.ts'
import { draftReading } from '../core/pipeline/rebuild-page.ts'
import type { Correction, Reconstruction } from '../core/reconstruct/types.ts'
import { applyCorrections } from '../core/review/apply-corrections.ts'
import type { SourceText } from '../core/source/types.ts'
import type { OpenedPage } from '../shared/engine.ts'
import { openShaper, openTemplates } from './workshop.ts'

/** What a page was made from: the dump, and its reconstruction before any correction. */
export interface Origin {
  source: SourceText
  base: Reconstruction
}

export interface Draft extends Reviewed {
  doc: PageDoc
  shaper: HarfBuzzShaper
}

export type Reviewed = Pick<OpenedPage, 'reconstruction' | 'corrections' | 'unapplied'>

/** Without a dump the corrections are kept, and none of them applies. */
export function review(origin: Origin | undefined, corrections: Correction[]): Reviewed {
  if (!origin) return { corrections, unapplied: corrections.map((_, i) => i) }
  return { corrections, ...applyCorrections(origin.source, origin.base, corrections) }
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
  return { ...reviewed, ...drafted, shaper }
}

/** The template that a page was made on, so that a correction never changes its format; all where it is none of ours. */
function templatesFor(setup: PageDoc['setup'] | undefined): Template[] {
  const templates = openTemplates()
  const own = templates.filter((template) => JSON.stringify(template.setup) === JSON.stringify(setup))
  return own.length > 0 ? own : templates
}

/** Whether a draft has just these corrections. */
export const hasCorrections = (draft: Draft, corrections: readonly Correction[]): boolean =>
  JSON.stringify(draft.corrections) === JSON.stringify(corrections)

const composers = new WeakMap<HarfBuzzShaper, Composer>()

/** Remembers what it composed last, so that an edit costs what it changes. */
export function composerOf(shaper: HarfBuzzShaper): Composer {
  const composer = composers.get(shaper) ?? createComposer(shaper)
  composers.set(shaper, composer)
  return composer
}
