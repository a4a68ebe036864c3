/**
 * The main job on the sample page: dump → reconstruction → page → print PDF, with a preview picture and a
 * report, and a short summary on the terminal.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../adapters/files.ts'
import { renderPreview } from '../adapters/preview.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import { packPage } from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import { countCharacters } from '../core/pipeline/count-characters.ts'
import { exportPage } from '../core/pipeline/export-page.ts'
import { measureFidelity } from '../core/pipeline/fidelity.ts'
import { rebuildPage } from '../core/pipeline/rebuild-page.ts'
import { pageReport, pageSummary } from './report.ts'
import { complain, EXIT, Progress } from './terminal.ts'
import {
  DEFAULT_TEMPLATE,
  openIntent,
  openShaper,
  openSource,
  openSubsetter,
  openTemplate,
  samplePath,
} from './workshop.ts'

const OUTPUT = 'out/page08'
const PREVIEW_DPI = 110

async function run(): Promise<Diagnostic[]> {
  const progress = new Progress()
  progress.stage('read')
  const [opened, template] = await Promise.all([
    openSource(samplePath('page08.txt')),
    openTemplate(DEFAULT_TEMPLATE),
  ])
  if (!opened.ok) return [opened.error]
  if (!template.ok) return [template.error]
  const { source, bytes } = opened.value
  progress.stage('fonts')
  const text = source.lines.join('')
  const faces = facesOf(template.value)
  const [shaper, intent] = await Promise.all([openShaper(text, faces), openIntent()])
  if (!intent.ok) return [intent.error]
  const rebuilt = rebuildPage(source, template.value, shaper, (stage) => progress.stage(stage))
  if (!rebuilt.ok) return [rebuilt.error]
  const { doc, reconstruction, composition } = rebuilt.value
  progress.stage('export')
  const subsetter = await openSubsetter(shaper)
  const pdf = await exportPage(doc, composition, { subsetter, shaper, intent: intent.value })
  if (!pdf.ok) return pdf.diagnostics
  progress.stage('fidelity')
  const fidelity = measureFidelity(reconstruction, template.value, shaper)
  progress.stage('preview')
  const preview = renderPreview(composition, shaper, PREVIEW_DPI)
  progress.done()

  const account = countCharacters(source, reconstruction)
  const facts = { doc, reconstruction, composition, fidelity, account, tookMs: progress.tookMs }
  const summary = pageSummary({ ...facts, totalMs: performance.now(), pdfBytes: pdf.bytes.length })
  const files: [string, Uint8Array][] = [
    ['page.banxin', packPage({ doc, reconstruction, source: { name: source.name, bytes } })],
    ['page.pdf', pdf.bytes],
    ['preview.png', preview],
    ['report.txt', new TextEncoder().encode(`${summary}\n${pageReport(facts)}`)],
  ]
  await mkdir(OUTPUT, { recursive: true })
  for (const [name, content] of files) {
    const failed = await writeAtomically(join(OUTPUT, name), content)
    if (failed) return [failed]
  }
  process.stdout.write(`${summary}${OUTPUT}/ ${files.map(([name]) => name).join(' ')}\n`)
  return []
}

const problems = await run()
complain(problems)
process.exitCode = problems.length > 0 ? EXIT.failed : EXIT.done
