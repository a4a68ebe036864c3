import { countOf } from '../../language/characters.ts'
import type { SourceText } from '../../source/types.ts'
import type { Doubt, FieldSource, Reconstruction } from '../types.ts'
import type { DoubtCode } from './doubt-codes.ts'
import type { PageEvidence } from './doubts.ts'

/** In dumps whose columns are mixed a line costs 1.5 and more; in order, 0.5 to 0.9. */
const SCRAMBLED_COST = 1.3
const MIN_LINES_TO_JUDGE = 30
const MIN_HAN_SHARE = 0.2

/** What is doubtful of the page as a whole: there is nothing to choose. */
export function pageDoubts(
  source: SourceText,
  page: Reconstruction,
  { lines, costPerLine, tangled, restored }: Omit<PageEvidence, 'lost'>,
): Doubt[] {
  const doubts: Doubt[] = []
  const weight = source.lines.reduce((sum, line) => sum + countOf(line), 0)
  const tell = (code: DoubtCode, reason: string, line: number, why: string, more?: Partial<Doubt>) =>
    doubts.push({
      code,
      at: { line },
      from: [],
      choices: [],
      why,
      readings: [],
      reasons: [{ code: reason, supports: true, strength: 'strong' }],
      weight,
      ...more,
    })
  const first = firstLine(page.articles[0]?.paragraphs[0])
  if (tangled || (lines >= MIN_LINES_TO_JUDGE && costPerLine > SCRAMBLED_COST)) {
    const why = tangled
      ? 'The dump mixes its columns; they were parted by their measures and words, as far as that goes.'
      : 'The lines do not follow one another: the dump seems to mix the columns.'
    tell('scrambled-dump', 'costly-lines', first, why)
  }
  if (restored.length > 0) {
    const glyphs = restored.map(({ line, start, end }) => source.lines[line - 1]!.slice(start, end)).join(' ')
    const why = `Stood away from their words and were put back where a blank was: ${glyphs}.`
    tell('scrambled-dump', 'stray-glyphs', restored[0]!.line, why, {
      from: [...restored],
      reasons: [{ code: 'stray-glyphs', supports: true, strength: 'strong', params: { glyphs } }],
      weight: restored.length,
    })
  }
  const beyond = page.unplaced.find((piece) => piece.rule === 'beyond-a-page')
  if (beyond) {
    const why = 'There is far more text than a page holds; the rest was left unread.'
    tell('page-too-long', 'too-many-lines', firstLine(beyond), why)
  }
  if (hanShare(source) < MIN_HAN_SHARE) {
    const why = 'The text is hardly Chinese, and the rules are those of Chinese newspapers.'
    tell('little-han', 'foreign-letters', first, why)
  }
  return doubts
}

const firstLine = (source: Pick<FieldSource, 'from'> | undefined): number => source?.from[0]?.line ?? 1

/** The share of Han among letters and digits, looked for in the first lines only. */
function hanShare(source: SourceText): number {
  const sample = source.lines.slice(0, 2000).join('').slice(0, 100_000)
  const letters = sample.match(/[\p{Letter}\p{Number}]/gu)?.length ?? 0
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  return letters > 0 ? han / letters : 0
}
