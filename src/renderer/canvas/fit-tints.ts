/** The 排齐 overlay's figures: what was done to each line, in em of its type in all. */
import type { ComposedLine } from '../../core/compose/composition.ts'

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
  const { squeezedEm, stretchEm, copyfitEm } = line.fit
  if (Math.abs(copyfitEm) > NATURAL_EM) return tint('copyfit', copyfitEm)
  if (squeezedEm > NATURAL_EM) return tint('squeezed', -squeezedEm)
  const gaps = line.runs.reduce((sum, run) => sum + run.glyphs.length, 0) - 1
  const sum = stretchEm * Math.max(1, gaps)
  return sum > NATURAL_EM ? tint('stretched', sum) : undefined
}

const tint = (kind: FitKind, sumEm: number): FitTint => ({
  kind,
  sumEm,
  strength: 0.1 + 0.22 * Math.min(1, Math.abs(sumEm)),
})

export const signedEm = (em: number): string => `${em < 0 ? '−' : '+'}${Math.abs(em).toFixed(2)}`

export interface FitFigures {
  lines: number
  natural: number
  squeezed: FitShare
  stretched: FitShare
  copyfit: FitShare
}

export interface FitShare {
  lines: number
  /** The largest sum of one line. */
  mostEm: number
}

export function fitFigures(lines: readonly ComposedLine[]): FitFigures {
  const share = (): FitShare => ({ lines: 0, mostEm: 0 })
  const figures = { lines: lines.length, natural: 0, squeezed: share(), stretched: share(), copyfit: share() }
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
