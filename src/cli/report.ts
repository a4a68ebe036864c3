/** The summary on the terminal and the report beside the page: what was made, what is doubtful, what it took. */
import type { Composition } from '../core/compose/composition.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import type { CharacterAccount } from '../core/pipeline/count-characters.ts'
import { pageTitle } from '../core/pipeline/export-options.ts'
import type { Fidelity } from '../core/pipeline/fidelity.ts'
import type { Reconstruction } from '../core/reconstruct/types.ts'

export interface PageFacts {
  doc: PageDoc
  reconstruction: Reconstruction
  composition: Composition
  fidelity: Fidelity
  account: CharacterAccount
  tookMs: ReadonlyMap<string, number>
}

export function pageSummary(facts: PageFacts & { totalMs: number; pdfBytes: number }): string {
  const { doc, reconstruction, composition, fidelity, account } = facts
  const fits = Object.values(composition.stories)
  const sum = (of: (fit: (typeof fits)[number]) => number) => fits.reduce((total, fit) => total + of(fit), 0)
  const kinds = reconstruction.articles.map((article) => article.kind)
  const count = (kind: string) => kinds.filter((other) => other === kind).length
  const named = ['lead', 'brief', 'column', 'photo']
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${kind}`)
  const unsure = reconstruction.doubts.length
  const doubts = `${unsure} ${unsure === 1 ? 'doubt' : 'doubts'}`
  const overset = `${sum((fit) => fit.oversetLines)} lines, ${sum((fit) => fit.oversetCharacters)} characters`
  const rows: [string, string][] = [
    ['稿件 articles', `${kinds.length} (${named.join(', ')}), ${doubts}`],
    ['行 lines', `${sum((fit) => fit.lines)} composed`],
    ['对行 fidelity', fidelityLine(fidelity)],
    ['溢流 overset', overset],
    ['原稿 source', accountLine(account)],
    ['PDF', `${Math.round(facts.pdfBytes / 1000)} kB, written to PDF/X-4`],
    ['时间 time', timeLine(facts.tookMs, facts.totalMs)],
  ]
  return `${pageTitle(doc)}\n${rows.map(([label, text]) => `  ${padLabel(label)} ${text}`).join('\n')}\n`
}

const fidelityLine = ({ lines, matched, matchedWithCopyfit, copyfitRecords }: Fidelity): string =>
  `${matched} / ${lines} printed lines, ${matchedWithCopyfit} / ${lines} with ${copyfitRecords} copyfit records`

function accountLine(account: CharacterAccount): string {
  const { total, body, heads, furniture, shadows, unplaced, missing, twice } = account
  const lost = missing + twice === 0 ? 'all accounted for' : `${missing} missing, ${twice} twice`
  return `${total} characters: ${body} body, ${heads} heads and captions, ${furniture} folio and marks, ${shadows} doubled, ${unplaced} unplaced; ${lost}`
}

const STAGES = ['reconstruct', 'draft', 'compose', 'export']

function timeLine(tookMs: ReadonlyMap<string, number>, totalMs: number): string {
  const parts = [...tookMs].map(([stage, ms]) => `${stage} ${Math.round(ms)}`)
  const stages = STAGES.reduce((sum, stage) => sum + (tookMs.get(stage) ?? 0), 0)
  return `${parts.join(', ')}; stages ${Math.round(stages)} ms, all ${Math.round(totalMs)} ms`
}

/** Han characters take two columns on a terminal. */
function padLabel(label: string): string {
  const width = [...label].reduce((sum, c) => sum + (/\p{Script=Han}/u.test(c) ? 2 : 1), 0)
  return label + ' '.repeat(Math.max(1, 16 - width))
}

/** Every article with its parts, the doubts, the copyfit records and the lines that did not come back alone. */
export function pageReport({ doc, reconstruction, composition, fidelity }: PageFacts): string {
  return [
    ...reconstruction.articles.flatMap((article) => [
      '',
      `${article.id} ${article.kind} ${article.measureEm ?? '?'} em`,
      ...(['section', 'kicker', 'headline', 'deck', 'byline', 'credit'] as const).flatMap((field) =>
        article[field] === undefined ? [] : [`  ${field}: ${article[field]}`],
      ),
      `  paragraphs: ${article.paragraphs.length}`,
      ...article.captions.map((caption) => `  caption: ${caption.text}`),
    ]),
    '',
    `doubts: ${reconstruction.doubts.length}`,
    ...reconstruction.doubts.map(
      (doubt) => `  line ${doubt.at.line} ${doubt.code}: ${doubt.choices.join(' | ')} (${doubt.why})`,
    ),
    '',
    `copyfit: ${fidelity.copyfitRecords}`,
    ...copyfitLines(doc),
    '',
    'printed lines that free-running composition breaks elsewhere:',
    ...fidelity.stories.flatMap((story) =>
      story.misses.map(({ printed, composed }) => `  ${story.article} ${printed} → ${composed}`),
    ),
    '',
    `diagnostics: ${composition.diagnostics.length}`,
    ...composition.diagnostics.map(
      (diagnostic) =>
        `  ${diagnostic.severity} ${diagnostic.code} ${JSON.stringify(diagnostic.params ?? {})}`,
    ),
    '',
  ].join('\n')
}

function copyfitLines(doc: PageDoc): string[] {
  return Object.entries(doc.stories).flatMap(([id, story]) =>
    story.paragraphs.flatMap((paragraph) => {
      const text = paragraph.runs.map((run) => run.text).join('')
      return (paragraph.copyfit ?? []).map(
        ({ start, end, trackingEm }) =>
          `  ${id} ${trackingEm > 0 ? '+' : ''}${trackingEm} em ${text.slice(start, end)}`,
      )
    }),
  )
}
