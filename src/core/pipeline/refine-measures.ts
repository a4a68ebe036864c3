/** Settles the measures that reconstruction could only estimate, by setting the text and looking. */
import { bestMeasure } from '../compose/best-measure.ts'
import { draftComposer } from '../compose/draft-composer.ts'
import { TypeRoom } from '../compose/units.ts'
import { bodyParagraphs } from '../draft/manuscript.ts'
import { PageBuilder } from '../draft/page-builder.ts'
import type { Template } from '../draft/template.ts'
import type { Shaper } from '../fonts.ts'
import type { Article, Reconstruction } from '../reconstruct/types.ts'

export function refineMeasures(
  reconstruction: Reconstruction,
  template: Template,
  shaper: Shaper,
): Reconstruction {
  const room = new TypeRoom(shaper)
  const articles = reconstruction.articles.map((article) => refine(article, template, shaper, room))
  return { ...reconstruction, articles }
}

function refine(article: Article, template: Template, shaper: Shaper, room: TypeRoom): Article {
  if (article.measureEm === undefined) return article
  const page = new PageBuilder(template)
  // At a measure that is not the printed one no copyfit is inferred, so the paragraphs run free.
  const paragraphs = bodyParagraphs({ ...article, credit: undefined }, page, draftComposer(shaper), 0)
  const printed = article.paragraphs.flatMap(({ kind, lines }, i) => {
    const paragraph = paragraphs[i]
    return kind === 'body' && lines && paragraph ? [{ paragraph, lines }] : []
  })
  if (printed.length === 0) return article
  return { ...article, measureEm: bestMeasure(page.doc, printed, article.measureEm, room) }
}
