import type { SourceText } from '../source/types.ts'
import type { Article, Doubt, FieldSource, Piece, Reconstruction } from './types.ts'

/** What is known of the page as a whole beside its reconstruction. */
export interface PageEvidence {
  /** Lines beside the folio's. */
  lines: number
  /** The paragraph pass's cost by line: high where lines do not follow one another. */
  costPerLine: number
  /** Display lines that no article took. */
  lost: Piece[]
}

/** In dumps whose columns are mixed a line costs 1.5 and more; in order, 0.5 to 0.9. */
const SCRAMBLED_COST = 1.3
const MIN_LINES_TO_JUDGE = 30
const SURE_LINK = 0.7
const MIN_HAN_SHARE = 0.2

/** The decisions that an editor should look at, page by page and then article by article. */
export function findDoubts(
  source: SourceText,
  reconstruction: Reconstruction,
  evidence: PageEvidence,
): Doubt[] {
  return [
    ...pageDoubts(source, reconstruction, evidence),
    ...evidence.lost.map(lostLine),
    ...reconstruction.articles.flatMap((article) => [...captionDoubts(article), ...headDoubts(article)]),
  ]
}

function pageDoubts(source: SourceText, reconstruction: Reconstruction, evidence: PageEvidence): Doubt[] {
  const doubts: Doubt[] = []
  const first = { line: firstLine(reconstruction.articles[0]?.paragraphs[0]) }
  if (evidence.lines >= MIN_LINES_TO_JUDGE && evidence.costPerLine > SCRAMBLED_COST) {
    const why = 'The lines do not follow one another: the dump seems to mix the columns.'
    doubts.push({ code: 'scrambled-dump', at: first, choices: [], why })
  }
  const beyond = reconstruction.unplaced.find((piece) => piece.rule === 'beyond-a-page')
  if (beyond) {
    const why = 'There is far more text than a page holds; the rest was left unread.'
    doubts.push({ code: 'page-too-long', at: { line: firstLine(beyond) }, choices: [], why })
  }
  if (hanShare(source) < MIN_HAN_SHARE) {
    const why = 'The text is hardly Chinese, and the rules are those of Chinese newspapers.'
    doubts.push({ code: 'little-han', at: first, choices: [], why })
  }
  return doubts
}

function lostLine(piece: Piece): Doubt {
  const why = `No article shares words with “${piece.text}” or stands beside it.`
  return {
    code: 'line-without-article',
    at: { line: firstLine(piece) },
    choices: ['headline', 'furniture'],
    why,
  }
}

function captionDoubts(article: Article): Doubt[] {
  return article.captions
    .filter((caption) => caption.rule === 'caption/picture-word')
    .map((caption) => ({
      code: 'caption-or-headline',
      article: article.id,
      at: { line: firstLine(caption) },
      choices: ['caption', 'headline'],
      why: 'It names a picture but has neither a full stop nor a photographer.',
    }))
}

function headDoubts(article: Article): Doubt[] {
  const source = article.from.headline
  if (!source || source.confidence >= SURE_LINK) return []
  const why =
    source.rule === 'head/shared-words'
      ? 'Another article fits it nearly as well.'
      : 'It was the head left over.'
  const choices = [article.headline!]
  return [{ code: 'weak-head-link', article: article.id, at: { line: firstLine(source) }, choices, why }]
}

const firstLine = (source: Pick<FieldSource, 'from'> | undefined): number => source?.from[0]?.line ?? 1

/** The share of Han among letters and digits, looked for in the first lines only. */
function hanShare(source: SourceText): number {
  const sample = source.lines.slice(0, 2000).join('').slice(0, 100_000)
  const letters = sample.match(/[\p{Letter}\p{Number}]/gu)?.length ?? 0
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  return letters > 0 ? han / letters : 0
}
