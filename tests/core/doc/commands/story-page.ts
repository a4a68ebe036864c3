/** A page of stories without frames, for commands that only see text. */
import type { PageDoc, Paragraph } from '../../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../../src/core/draft/page-builder.ts'
import { openTemplate } from '../../../support/real-page.ts'

export function pageOf(stories: Record<string, Paragraph[]>): PageDoc {
  const page = new PageBuilder(openTemplate())
  for (const [id, paragraphs] of Object.entries(stories)) {
    page.story(id, 'body', paragraphs, [{ x: 0, y: 0, width: 100, height: 100 }], { vertical: 'grid' })
  }
  return page.doc
}

export const body = (text: string): Paragraph => ({ style: 'body', runs: [{ text }] })
