/** The `export` command: a page's file to a print PDF. */
import { writeAtomically } from '../adapters/files.ts'
import { FACES } from '../adapters/harfbuzz.ts'
import { composePage } from '../core/compose/composer.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import { type PictureFiles, unpackPage } from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import { textOf } from '../core/doc/text-of.ts'
import type { ExportOptions } from '../core/pipeline/export-options.ts'
import { addedBy, exportPage } from '../core/pipeline/export-page.ts'
import type { PictureTools } from '../core/pipeline/prepare-pictures.ts'
import { complain, EXIT, Progress } from './terminal.ts'
import {
  type IntentFlags,
  openFacts,
  openIntent,
  openProfile,
  openShaper,
  openSubsetter,
  readBytes,
  readMagick,
} from './workshop.ts'

export interface ExportFlags extends Omit<ExportOptions, 'preflight'> {
  press: IntentFlags
  /** A profile's file; else the page is checked by the shipped one. */
  preflightFile?: string
}

/** More are the `preflight` command's to list. */
const MOST_TOLD = 5

/** All overset text counts as one. */
function inShort(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const overset = problems.filter(({ code }) => code === 'overset')
  const others = problems.filter(({ code }) => code !== 'overset')
  const more = others.length - MOST_TOLD
  if (more <= 0) return problems
  return [
    ...overset,
    ...others.slice(0, MOST_TOLD),
    { code: 'more-errors', severity: 'error', params: { n: more } },
  ]
}

export async function exportCommand(input: string, output: string, flags: ExportFlags): Promise<number> {
  const progress = new Progress()
  const refuse = (problems: readonly Diagnostic[], file: string): number => {
    progress.done()
    complain(problems, file)
    return EXIT.failed
  }
  progress.stage('read')
  const [bytes, intent, profile] = await Promise.all([
    readBytes(input),
    openIntent(flags.press),
    openProfile(flags.preflightFile),
  ])
  if (!bytes.ok) return refuse([bytes.error], input)
  if (!intent.ok) return refuse([intent.error], input)
  if (!profile.ok) return refuse([profile.error], flags.preflightFile ?? input)
  const faces = FACES.map(({ id }) => id)
  const page = unpackPage(bytes.value, input, faces)
  if (!page.ok) return refuse([page.error], input)
  const { doc } = page.value
  progress.stage('fonts')
  const options: ExportOptions = { ...flags, preflight: profile.value }
  const added = addedBy(options, doc, intent.value)
  const shaper = await openShaper(textOf(doc) + added.text, [...facesOf(doc), ...added.faces])
  const subsetter = await openSubsetter(shaper)
  progress.stage('compose')
  const composition = composePage(doc, shaper)
  progress.stage('export')
  const pictures = await pictureTools(page.value.pictures)
  const facts = await openFacts(page.value, shaper)
  const tools = { subsetter, shaper, intent: intent.value, facts, ...(pictures && { pictures }) }
  const pdf = await exportPage(doc, composition, tools, options)
  if (!pdf.ok) return refuse(inShort(pdf.diagnostics), input)
  progress.done()
  complain(pdf.warnings, input)
  const failed = await writeAtomically(output, pdf.bytes)
  return failed ? refuse([failed], output) : EXIT.done
}

/** The decoder is loaded for a page that has pictures; without them it would double the program. */
async function pictureTools(files: PictureFiles | undefined): Promise<PictureTools | undefined> {
  if (files === undefined) return undefined
  const { pictureEngine } = await import('../adapters/pictures/convert.ts')
  return { engine: pictureEngine(readMagick), files }
}
