/** Tables in Markdown. */
import { FIGURES, type Figures } from './totals.ts'

const HEADS: Partial<Record<(typeof FIGURES)[number], string>> = {
  kept: 'text kept',
  clusters: 'articles',
  exact: '¶ exact',
  paragraphs: '¶ ends',
}

export function markdown(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')).replaceAll(' ', ''), ...rows.map(line)]
}

/** A row of figures for each name, in per cent; `–` where there is nothing of the kind. */
export function figureTable(title: string, rows: readonly { name: string; figures: Figures }[]): string[] {
  const shown = FIGURES.filter((figure) => rows.some(({ figures }) => figures[figure] !== null))
  return markdown(
    [title, ...shown.map((figure) => HEADS[figure] ?? figure), 'all'],
    rows.map(({ name, figures }) => [
      name,
      ...[...shown, 'overall' as const].map((key) => percent(figures[key])),
    ]),
  )
}

export const percent = (share: number | null): string =>
  share === null || Number.isNaN(share) ? '–' : (100 * share).toFixed(1)
