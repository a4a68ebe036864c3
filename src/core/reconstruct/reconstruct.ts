import { fail, ok, type Result } from '../diagnostics.ts'
import type { SourceText } from '../source/types.ts'
import { assemble, type Findings, type SourcedText } from './assemble.ts'
import { findDoubts } from './doubts/doubts.ts'
import { takeFolio } from './folio/folio.ts'
import { type AnnotatedText, SourceIndex } from './lines/annotated-text.ts'
import { type SingleLine, undoubleLines } from './lines/doubling.ts'
import { mergeSplitLines, repairBreaks } from './lines/kinsoku.ts'
import { describeLines } from './lines/line-features.ts'
import { printedLines } from './lines/printed-lines.ts'
import { restoreStrays } from './lines/stray-glyphs.ts'
import { partDump } from './lines/stretches.ts'
import { findStories, type StoryParts } from './page-parts.ts'
import { labelLines } from './paragraphs/paragraph-pass.ts'
import { type Untangled, untangle } from './paragraphs/untangle.ts'
import { textOf } from './stories/runs.ts'
import type { Reconstruction } from './types.ts'

/** An extractor that breaks this many lines at marks breaks others too. */
const BREAKING_EXTRACTOR = 3

/**
 * Reads the articles of one newspaper page out of its text dump.
 *
 * Every character of the source that is no blank stands in exactly one span of the result: of an article, of
 * furniture, of shadows or of what is unplaced (`accountFor` checks it).
 *
 * Errors: `no-articles` when nothing reads as an article.
 */
export function reconstruct(source: SourceText): Result<Reconstruction> {
  const index = new SourceIndex(source)
  const { lines, beyond } = printedLines(source, index)
  const stretches = partDump(lines).map(readStretch)
  const findings: Findings = {
    page: Object.assign({}, ...stretches.map(({ page }) => page).reverse()),
    stories: stretches.flatMap((stretch) => stretch.stories),
    furniture: stretches.flatMap((stretch) => stretch.furniture),
    shadows: stretches.flatMap((stretch) => stretch.shadows),
    unplaced: stretches.flatMap((stretch) => stretch.unplaced),
    beyond,
  }
  if (findings.stories.length === 0) return fail('no-articles', { at: { file: source.name } })
  const reconstruction = assemble(source, index, findings)
  const lost = reconstruction.unplaced.filter((piece) => piece.rule === 'line-without-article')
  const total = stretches.reduce((sum, each) => sum + each.lines, 0)
  const cost = stretches.reduce((sum, each) => sum + each.costPerLine * each.lines, 0) / (total || 1)
  const tangled = stretches.some((each) => each.tangled)
  const restored = stretches.flatMap((each) => each.restored.flatMap((glyph) => index.spansOf(glyph)))
  return ok({
    ...reconstruction,
    doubts: findDoubts(source, reconstruction, { lines: total, costPerLine: cost, tangled, restored, lost }),
  })
}

interface Stretch extends Omit<Findings, 'beyond'> {
  lines: number
  costPerLine: number
  tangled: boolean
  restored: AnnotatedText[]
}

/** Reads a stretch of the dump's lines: a page, or some columns of a very long one. */
function readStretch(lines: readonly AnnotatedText[]): Stretch {
  const folio = takeFolio(lines)
  const single = undoubleLines(folio.rest)
  const labelled = readParagraphs(single.lines)
  const { stories, lost, scattered } = findStories(labelled.lines, labelled.tangled)
  const wordless = stories.filter((parts) => !hasWords(parts)).flatMap(wordlessTexts)
  return {
    page: folio.page,
    stories: stories.filter(hasWords),
    furniture: folio.furniture,
    shadows: [...folio.shadows, ...single.shadows],
    unplaced: [...lost.map(({ text }) => ({ text, rule: 'line-without-article' })), ...wordless],
    lines: labelled.lines.length,
    costPerLine: labelled.costPerLine,
    tangled: scattered,
    restored: labelled.restored,
  }
}

/**
 * The paragraphs of some lines, put in reading order where the dump had mixed its columns; `restored` are the glyphs
 * that stood away from their words.
 */
export function readParagraphs(lines: readonly SingleLine[]): Untangled & { restored: AnnotatedText[] } {
  const repaired = repairBreaks(lines)
  const { lines: whole, restored } = restoreStrays(repaired.lines)
  const labelled = untangle(labelLines(describeLines(whole)))
  const merged = repaired.repairs >= BREAKING_EXTRACTOR ? mergeSplitLines(labelled.lines) : null
  const relabelled = merged ? labelLines(describeLines(merged)) : labelled
  return { ...relabelled, tangled: labelled.tangled, restored }
}

/** Tables of figures and rules of dashes are no article; a figure that somebody signed may be the end of one. */
const hasWords = (parts: StoryParts): boolean => textsOf(parts).some((each) => /\p{Letter}/u.test(each.text))

const wordlessTexts = (parts: StoryParts): SourcedText[] =>
  textsOf(parts).map((text) => ({ text, rule: 'no-words' }))

function textsOf({ story, captions, head, section, byline, credit }: StoryParts): AnnotatedText[] {
  const paragraphs = story?.paragraphs.map(textOf) ?? []
  const heads = [head.kicker, head.headline, head.deck].flatMap((part) => (part ? [part.text] : []))
  const labels = [section, byline].flatMap((link) => (link ? [link.line.text] : []))
  const signed = credit ? [credit.text, ...credit.furniture] : []
  return [
    ...heads,
    ...labels,
    ...paragraphs,
    ...signed,
    ...captions.flatMap(({ text, mark }) => [text, mark]),
  ]
}
