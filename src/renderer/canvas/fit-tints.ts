/** The 排齐 overlay's figures: what was done to each line, in em of its type in all. */
import { LOOSE_EM } from '../../core/compose/break-lines.ts'
import type { ComposedLine } from '../../core/compose/composition.ts'
import type { ParagraphStyle } from '../../core/doc/schema.ts'
import type { FrameEntry, PageModel } from '../state/page-model.ts'

export type FitKind = 'squeezed' | 'stretched' | 'copyfit'

export interface FitTint {
  kind: FitKind
  /** Added to the line in all, in em; negative when it was squeezed. */
  sumEm: number
  /** 0.1–0.32, stronger with the amount; the text under it stays readable. */
  strength: number
}

const NATURAL_EM = 0.005

/** Undefined for natural lines, which stay bare. */
export function fitTint(line: ComposedLine): FitTint | undefined {
  const { squeezedEm, stretchEm, spacesEm, copyfitEm } = line.fit
  if (Math.abs(copyfitEm) > NATURAL_EM) return tint('copyfit', copyfitEm)
  if (squeezedEm > NATURAL_EM) return tint('squeezed', -squeezedEm)
  const texts = line.runs.flatMap((run) => run.texts)
  const sum = stretchEm * Math.max(1, gapsIn(texts)) + spacesEm * westernGapsIn(texts)
  return sum > NATURAL_EM ? tint('stretched', sum) : undefined
}

/** Gaps that a stretch widens: all but those inside words and numbers. */
const gapsIn = (texts: readonly string[]): number =>
  texts.filter((text, i) => i > 0 && !(isWestern(text) && isWestern(texts[i - 1] ?? ''))).length

const westernGapsIn = (texts: readonly string[]): number =>
  texts.filter((text, i) => i > 0 && isWestern(text) !== isWestern(texts[i - 1] ?? '')).length

const isWestern = (text: string): boolean => /^[\w%.,:-]/.test(text)

const tint = (kind: FitKind, sumEm: number): FitTint => ({
  kind,
  sumEm,
  strength: 0.1 + 0.22 * Math.min(1, Math.abs(sumEm)),
})

export const signedEm = (em: number): string => `${em < 0 ? '−' : '+'}${Math.abs(em).toFixed(2)}`

/** The measure of the column that the line stands in, its indent with it. */
export const measureEm = ({ measure, start }: ComposedLine, { sizePt, indentEm }: ParagraphStyle): number =>
  measure / sizePt + (start === 0 ? indentEm : 0)

/** Stretched so far that it shows. */
export const isLoose = (line: ComposedLine): boolean => line.fit.stretchEm > LOOSE_EM

/** In reading order. */
export const looseLines = (page: PageModel): { frame: FrameEntry; line: ComposedLine }[] =>
  page.frames.flatMap((frame) => frame.lines.filter(isLoose).map((line) => ({ frame, line })))

export interface FitFigures {
  lines: number
  natural: number
  squeezed: FitShare
  stretched: FitShare
  copyfit: FitShare
  /** Loose lines, which are stretched ones. */
  loose: number
}

export interface FitShare {
  lines: number
  /** The largest sum of one line. */
  mostEm: number
}

export function fitFigures(lines: readonly ComposedLine[]): FitFigures {
  const share = (): FitShare => ({ lines: 0, mostEm: 0 })
  const loose = lines.filter(isLoose).length
  const figures = {
    lines: lines.length,
    natural: 0,
    squeezed: share(),
    stretched: share(),
    copyfit: share(),
    loose,
  }
  for (const line of lines) {
    const tinted = fitTint(line)
    if (!tinted) {
      figures.natural++
      continue
    }
    const kind = figures[tinted.kind]
    kind.lines++
    kind.mostEm = Math.max(kind.mostEm, Math.abs(tinted.sumEm))
  }
  return figures
}
