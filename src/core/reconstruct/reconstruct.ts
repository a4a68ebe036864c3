import { fail, ok, type Result } from '../diagnostics.ts'
import type { SourceText } from '../source/types.ts'
import { type AnnotatedText, SourceIndex } from './annotated-text.ts'
import { assemble, type Findings, type SourcedText } from './assemble.ts'
import { type SingleLine, undoubleLines } from './doubling.ts'
import { findDoubts } from './doubts.ts'
import { takeFolio } from './folio.ts'
import { mergeSplitLines, repairBreaks } from './kinsoku.ts'
import { describeLines } from './line-features.ts'
import { findStories, type StoryParts } from './page-parts.ts'
import { type LabelledLine, labelLines } from './paragraph-pass.ts'
import { printedLines } from './printed-lines.ts'
import { textOf } from './runs.ts'
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
  const folio = takeFolio(lines)
  const single = undoubleLines(folio.rest)
  const labelled = readParagraphs(single.lines)
  const { stories, lost } = findStories(labelled.lines)

  const articles = stories.filter(hasWords)
  if (articles.length === 0) return fail('no-articles', { at: { file: source.name } })
  const wordless = stories.filter((parts) => !hasWords(parts)).flatMap(wordlessTexts)
  const lostLines = lost.map(({ text }) => ({ text, rule: 'line-without-article' }))
  const findings: Findings = {
    page: folio.page,
    stories: articles,
    furniture: folio.furniture,
    shadows: [...folio.shadows, ...single.shadows],
    unplaced: [...lostLines, ...wordless],
    beyond,
  }
  const reconstruction = assemble(source, index, findings)
  const lostPieces = reconstruction.unplaced.filter((piece) => piece.rule === 'line-without-article')
  const evidence = { lines: labelled.lines.length, costPerLine: labelled.costPerLine, lost: lostPieces }
  return ok({ ...reconstruction, doubts: findDoubts(source, reconstruction, evidence) })
}

function readParagraphs(lines: readonly SingleLine[]): { lines: LabelledLine[]; costPerLine: number } {
  const repaired = repairBreaks(lines)
  const labelled = labelLines(describeLines(repaired.lines))
  const merged = repaired.repairs >= BREAKING_EXTRACTOR ? mergeSplitLines(labelled.lines) : null
  return merged ? labelLines(describeLines(merged)) : labelled
}

/** Tables of figures and rules of dashes are no article; a figure that somebody signed may be the end of one. */
const hasWords = (parts: StoryParts): boolean => textsOf(parts).some((each) => /\p{Letter}/u.test(each.text))

const wordlessTexts = (parts: StoryParts): SourcedText[] =>
  textsOf(parts).map((text) => ({ text, rule: 'no-words' }))

function textsOf({ story, captions, head, section, byline, credit }: StoryParts): AnnotatedText[] {
  const paragraphs = story?.paragraphs.map(textOf) ?? []
  const heads = [head.kicker, head.headline, head.deck].flatMap((part) => (part ? [part.text] : []))
  const labels = [section, byline].flatMap((link) => (link ? [link.line.text] : []))
  const signed = credit ? [credit.text] : []
  return [...heads, ...labels, ...paragraphs, ...signed, ...captions.map((caption) => caption.text)]
}
