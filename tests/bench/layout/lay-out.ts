/** A dump laid out on the template that suits it, and what can be counted on the page. */
import { composePage } from '../../../src/core/compose/composer.ts'
import { draftComposer } from '../../../src/core/compose/draft-composer.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { drawAgain, proposeAgain, readStandingPage } from '../../../src/core/draft/again/lay-out-again.ts'
import { chooseTemplate } from '../../../src/core/draft/choose-template.ts'
import { drawProposal } from '../../../src/core/draft/draw/draw-page.ts'
import { proposePages } from '../../../src/core/draft/layout/propose.ts'
import type { Proposal } from '../../../src/core/draft/layout/types.ts'
import type { Template } from '../../../src/core/draft/template.ts'
import type { Shaper } from '../../../src/core/fonts.ts'
import { overlap } from '../../../src/core/geometry.ts'
import { refineMeasures } from '../../../src/core/pipeline/refine-measures.ts'
import type { Article, Reconstruction } from '../../../src/core/reconstruct/types.ts'

export interface LaidOut {
  name: string
  articles: number
  proposals: Proposal[]
  /** Characters of the articles that no frame of the best page has, and lines that find no room in theirs. */
  missing: number
  overset: number
  /** Pairs of text and picture frames that share area. */
  overlaps: number
  /** Proposing and drawing, once the program is warm. */
  ms: number
  /** The same from the page itself, as it is edited: reading it, proposing and drawing. */
  againMs: number
  /** That gives the same frames where nothing was edited. */
  againSame: boolean
}

export function layOutForBench(
  name: string,
  read: Reconstruction,
  templates: readonly Template[],
  shaper: Shaper,
): LaidOut {
  const template = chooseTemplate(read, templates)
  const reconstruction = refineMeasures(read, template, shaper)
  const composer = draftComposer(shaper)
  const lay = () => {
    const { proposals } = proposePages(reconstruction, template, composer)
    return { proposals, doc: drawProposal(reconstruction, template, composer, proposals[0]) }
  }
  lay()
  const start = performance.now()
  const { proposals, doc } = lay()
  const ms = performance.now() - start
  const { stories } = composePage(doc, shaper)
  const again = () => {
    const page = readStandingPage(doc, templates, reconstruction)
    return drawAgain(doc, page, composer, proposeAgain(page, composer).proposals[0])
  }
  const laidAgain = again()
  const startAgain = performance.now()
  again()
  const againMs = performance.now() - startAgain
  return {
    name,
    articles: reconstruction.articles.length,
    proposals,
    missing: reconstruction.articles.reduce((sum, article) => sum + missingFrom(doc, article), 0),
    overset: Object.values(stories).reduce((sum, { oversetLines }) => sum + oversetLines, 0),
    overlaps: overlapsIn(doc),
    ms,
    againMs,
    againSame: placesIn(doc) === placesIn(laidAgain),
  }
}

/** Where all frames stand. */
const placesIn = ({ frames }: PageDoc): string =>
  Object.entries(frames)
    .map(([id, { x, y, width, height }]) => [id, x, y, width, height].join(' '))
    .sort()
    .join('\n')

const bare = (text: string) => text.replace(/\s/gu, '').length

function missingFrom(doc: PageDoc, article: Article): number {
  const { section, kicker, headline, deck, byline, credit, paragraphs, captions } = article
  const texts = [
    section,
    kicker,
    headline,
    deck,
    byline,
    credit,
    ...[...paragraphs, ...captions].map((p) => p.text),
  ]
  const placed = Object.values(doc.stories)
    .filter((story) => story.article === article.id && story.frames.length > 0)
    .flatMap((story) => story.paragraphs.flatMap(({ runs }) => runs))
    .filter(({ style }) => style !== 'marker')
  return bare(texts.join('')) - bare(placed.map(({ text }) => text).join(''))
}

function overlapsIn(doc: PageDoc): number {
  const frames = Object.values(doc.frames).filter(({ kind }) => kind === 'text' || kind === 'picture')
  return frames.reduce((sum, a, i) => sum + frames.slice(i + 1).filter((b) => overlap(a, b)).length, 0)
}
