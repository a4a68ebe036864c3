/** The stages before the models, for a drawn page. */

import { takeFolio } from '../../src/core/reconstruct/folio/folio.ts'
import { SourceIndex } from '../../src/core/reconstruct/lines/annotated-text.ts'
import { undoubleLines } from '../../src/core/reconstruct/lines/doubling.ts'
import { printedLines } from '../../src/core/reconstruct/lines/printed-lines.ts'
import type { LabelledLine } from '../../src/core/reconstruct/paragraphs/paragraph-pass.ts'
import { readParagraphs } from '../../src/core/reconstruct/reconstruct.ts'
import type { DrawnPage } from './gold.ts'

export function labelledLinesOf(page: DrawnPage): LabelledLine[] {
  const source = { name: page.name, lines: page.text.split(/[\n\f]/) } as never
  const { lines } = printedLines(source, new SourceIndex(source))
  return readParagraphs(undoubleLines(takeFolio(lines).rest).lines).lines
}
