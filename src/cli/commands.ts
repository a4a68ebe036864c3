/** The commands. Each gives its exit code; what goes wrong with the input has been told by then. */
import { basename } from 'node:path'
import { decodeText } from '../adapters/decode-text.ts'
import { writeAtomically } from '../adapters/files.ts'
import { FACES } from '../adapters/harfbuzz.ts'
import { type Diagnostic, fail, ok, type Result } from '../core/diagnostics.ts'
import { isBanxinFile, packPage, unpackPage } from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import { measureFidelity } from '../core/pipeline/fidelity.ts'
import { rebuildPage } from '../core/pipeline/rebuild-page.ts'
import { refineMeasures } from '../core/pipeline/refine-measures.ts'
import { reconstruct } from '../core/reconstruct/reconstruct.ts'
import type { Reconstruction } from '../core/reconstruct/types.ts'
import { applyCorrections } from '../core/review/apply-corrections.ts'
import { readSource } from '../core/source/read-source.ts'
import { complain, EXIT, Progress } from './terminal.ts'
import {
  DEFAULT_TEMPLATE,
  openShaper,
  openSource,
  openTemplate,
  openTemplates,
  readBytes,
  TEMPLATES,
} from './workshop.ts'

function refuse(problems: readonly Diagnostic[], file?: string): number {
  complain(problems, file)
  return EXIT.failed
}

/** The reconstruction as JSON on stdout; that of a page's file has the corrections in it. */
export async function reconstructCommand(input: string): Promise<number> {
  const progress = new Progress()
  progress.stage('reconstruct')
  const bytes = await readBytes(input)
  const result = bytes.ok ? reconstructBytes(bytes.value, input) : bytes
  progress.done()
  if (!result.ok) return refuse([result.error], input)
  process.stdout.write(`${JSON.stringify(result.value, null, 1)}\n`)
  return EXIT.done
}

/** A dump's reconstruction, or a page's with its corrections. */
export function reconstructBytes(bytes: Uint8Array, input: string): Result<Reconstruction> {
  const page = isBanxinFile(bytes)
    ? unpackPage(
        bytes,
        input,
        FACES.map(({ id }) => id),
      )
    : undefined
  if (page && !page.ok) return page
  const dump = page ? page.value.source : { name: basename(input), bytes }
  if (!dump) return fail('page-without-source')
  const source = readSource(dump.bytes, dump.name, decodeText)
  if (!source.ok) return source
  const read = reconstruct(source.value)
  return read.ok
    ? ok(applyCorrections(source.value, read.value, page?.value.corrections ?? []).reconstruction)
    : read
}

/** Rebuilds a page on the template of that name; without one, on the template that suits the page. */
export async function rebuildCommand(input: string, output: string, templateName?: string): Promise<number> {
  const progress = new Progress()
  progress.stage('read')
  const names = templateName === undefined ? TEMPLATES : [templateName]
  const [opened, templates] = await Promise.all([openSource(input), openTemplates(names)])
  if (!opened.ok) return refuse([opened.error], input)
  if (!templates.ok) return refuse([templates.error])
  progress.stage('fonts')
  const { source, bytes } = opened.value
  const shaper = await openShaper(source.lines.join(''), templates.value.flatMap(facesOf))
  const rebuilt = rebuildPage(source, templates.value, shaper, (stage) => progress.stage(stage))
  progress.done()
  if (!rebuilt.ok) return refuse([rebuilt.error], input)
  const { doc, reconstruction, layout, composition } = rebuilt.value
  const failed = await writeAtomically(
    output,
    packPage({ doc, reconstruction, source: { name: source.name, bytes } }),
  )
  if (failed) return refuse([failed], output)
  complain([...layout.diagnostics, ...composition.diagnostics], source.name)
  return EXIT.done
}

/** Line-break fidelity of the composed paragraphs against the dump's own lines. */
export async function fidelityCommand(input: string, json: boolean): Promise<number> {
  const progress = new Progress()
  progress.stage('reconstruct')
  const opened = await openSource(input)
  const result = opened.ok ? reconstruct(opened.value.source) : opened
  const template = await openTemplate(DEFAULT_TEMPLATE)
  if (!result.ok) return refuse([result.error], input)
  if (!template.ok) return refuse([template.error])
  progress.stage('compose')
  const shaper = await openShaper(
    opened.ok ? opened.value.source.lines.join('') : '',
    facesOf(template.value),
  )
  const refined = refineMeasures(result.value, template.value, shaper)
  const fidelity = measureFidelity(refined, template.value, shaper)
  progress.done()
  process.stdout.write(json ? `${JSON.stringify(fidelity)}\n` : fidelityText(fidelity))
  return EXIT.done
}

function fidelityText(fidelity: ReturnType<typeof measureFidelity>): string {
  const { lines, matched, matchedWithCopyfit, copyfitRecords } = fidelity
  const rows = fidelity.stories.map(
    (story) =>
      `  ${story.article.padEnd(4)} ${String(story.measureEm).padStart(5)} em  ${story.matched} / ${story.lines}`,
  )
  const misses = fidelity.stories.flatMap((story) =>
    story.misses.map(({ printed, composed }) => `  ${story.article.padEnd(4)} ${printed}  →  ${composed}`),
  )
  const head = `${matched} / ${lines} lines, ${matchedWithCopyfit} with ${copyfitRecords} copyfit records`
  return `${[head, ...rows, ...misses].join('\n')}\n`
}
