/** The `preflight` command: what would embarrass the paper, as text or JSON on stdout. */
import { FACES } from '../adapters/harfbuzz.ts'
import { composePage } from '../core/compose/composer.ts'
import { unpackPage } from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import { textOf } from '../core/doc/text-of.ts'
import { blocking, diagnosticOf, type Issue } from '../core/preflight/issue.ts'
import { preflight } from '../core/preflight/preflight.ts'
import { isMessage, message, problemText } from '../shared/messages.ts'
import { complain, EXIT, language, Progress } from './terminal.ts'
import { openFacts, openProfile, openShaper, readBytes } from './workshop.ts'

/** Exit 0 without errors or with all of them signed off, 2 with errors, 1 for a page that cannot be read. */
export async function preflightCommand(input: string, json: boolean, profileFile?: string): Promise<number> {
  const progress = new Progress()
  progress.stage('read')
  const [bytes, profile] = await Promise.all([readBytes(input), openProfile(profileFile)])
  const faces = FACES.map(({ id }) => id)
  const page = bytes.ok ? unpackPage(bytes.value, input, faces) : bytes
  if (!page.ok || !profile.ok) {
    progress.done()
    if (!page.ok) complain([page.error], input)
    if (!profile.ok) complain([profile.error], profileFile)
    return EXIT.failed
  }
  const { doc } = page.value
  progress.stage('fonts')
  const shaper = await openShaper(textOf(doc), facesOf(doc))
  const facts = await openFacts(page.value, shaper)
  progress.stage('preflight')
  const issues = preflight(doc, composePage(doc, shaper), facts, profile.value)
  progress.done()
  process.stdout.write(json ? `${JSON.stringify(report(issues, profile.value.id))}\n` : asText(doc, issues))
  return blocking(issues).length > 0 ? EXIT.faulty : EXIT.done
}

const count = (issues: readonly Issue[], severity: string): number =>
  issues.filter((issue) => issue.severity === severity).length

/** `banxin.preflight-report/1` */
function report(issues: readonly Issue[], profile: string) {
  return {
    schema: 'banxin.preflight-report/1',
    profile,
    errors: count(issues, 'error'),
    warnings: count(issues, 'warning'),
    blocking: blocking(issues).length,
    issues: issues.map((issue) => {
      const { fix, ...rest } = issue
      const { what, todo } = problemText(language(), diagnosticOf(issue))
      return { ...rest, what, todo, ...(fix && { fix: { name: fix.name, params: fix.params } }) }
    }),
  }
}

const SIGNS = { error: '✕', warning: '△', info: '·' } as const

/** A line an issue and a line of why, then the sums. */
function asText(doc: PageDoc, issues: readonly Issue[]): string {
  const lines = issues.flatMap((issue) => {
    const { what, todo } = problemText(language(), diagnosticOf(issue))
    const article = issue.at.article === undefined ? undefined : doc.articles[issue.at.article]
    const place = article ? `${article.number} ${article.title}  ` : ''
    const signed = issue.signed ? `  ✓ ${issue.signed.by}` : ''
    const key = `fix.${issue.fix?.name}`
    const fix = isMessage(key) ? `  [${message(language(), key, issue.fix?.params)}]` : ''
    return [`${SIGNS[issue.severity]} ${place}${what}${signed}`, `    ${todo}${fix}  ${issue.rule}`]
  })
  const params = { errors: count(issues, 'error'), warnings: count(issues, 'warning') }
  return `${[...lines, message(language(), 'preflight.sums', params)].join('\n')}\n`
}
