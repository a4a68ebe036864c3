/** The page's pictures made ready for its press, each for the size at which it is printed. */
import type { Composition } from '../compose/composition.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { PictureFiles } from '../doc/banxin-file.ts'
import type { PageDoc } from '../doc/schema.ts'
import { pictureItems } from '../pdf/embed-pictures.ts'
import type { OutputIntent } from '../pdf/output-intent.ts'
import type { PictureEngine, PictureSettings, PrintPicture } from '../pdf/picture.ts'
import type { Standard } from '../pdf/standard.ts'
import type { OnStep } from '../pdf/write-pdf.ts'

export interface PictureTools {
  engine: PictureEngine
  files: PictureFiles
}

export interface PreparedPictures {
  pictures: Map<string, PrintPicture>
  /** Errors and warnings, each with its frame. */
  diagnostics: Diagnostic[]
}

export async function preparePictures(
  doc: PageDoc,
  composition: Composition,
  { engine, files }: PictureTools,
  intent: OutputIntent,
  standard: Standard,
  settings: PictureSettings,
  onStep: OnStep,
): Promise<PreparedPictures> {
  const result: PreparedPictures = { pictures: new Map(), diagnostics: [] }
  const profile = intent.separation ?? intent.profile
  const items = pictureItems(composition)
  for (const [done, { frame, asset, ppi }] of items.entries()) {
    onStep('pictures', items.length, done)
    const facts = doc.assets?.[asset]
    const bytes = facts && files.get(facts.sha256)
    // A picture that is not at hand, or no profile to convert it by, is the writer's to refuse.
    if (facts === undefined || bytes === undefined || profile === undefined) continue
    const opaque = standard === 'x1a'
    const keepRgb = settings.keepRgb && standard === 'x4'
    const order = { ...settings, keepRgb, name: facts.name, bytes, ppi, profile, opaque }
    const converted = await engine.convert(order)
    if (!converted.ok) result.diagnostics.push({ ...converted.error, at: { frame } })
    else {
      result.pictures.set(frame, converted.value.picture)
      result.diagnostics.push(...converted.value.warnings.map((warning) => ({ ...warning, at: { frame } })))
    }
  }
  return result
}
