/** The stages before the models, for a drawn page. */
import { SourceIndex } from '../../src/core/reconstruct/annotated-text.ts'
import { undoubleLines } from '../../src/core/reconstruct/doubling.ts'
import { takeFolio } from '../../src/core/reconstruct/folio.ts'
import type { LabelledLine } from '../../src/core/reconstruct/paragraph-pass.ts'
import { printedLines } from '../../src/core/reconstruct/printed-lines.ts'
import { readParagraphs } from '../../src/core/reconstruct/reconstruct.ts'
import type { DrawnPage } from './gold.ts'

export function labelledLinesOf(page: DrawnPage): LabelledLine[] {
  const source = { name: page.name, lines: page.text.split(/[\n\f]/) } as never
  const { lines } = printedLines(source, new SourceIndex(source))
  return readParagraphs(undoubleLines(takeFolio(lines).rest).lines).lines
}
