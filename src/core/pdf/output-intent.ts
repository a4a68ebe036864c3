/** The output intent: for which press the page was made, by name and by profile (ISO 32000-1 §14.11.5). */
import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { Diagnostic } from '../diagnostics.ts'
import { pack, packedStream } from './deflate.ts'
import { readProfile } from './icc.ts'
import { predictable } from './predict.ts'
import { problem } from './problem.ts'
import { STANDARDS, type Standard } from './standard.ts'

/** A printing condition of the ICC's characterisation data registry, or one of the user's own. */
export interface Condition {
  /** `CGATS TR 002`; `Custom` for one that no registry has. */
  id: string
  info: string
  registered: boolean
}

export interface OutputIntent {
  condition: Condition
  /** An ICC output profile of that condition; where there is none, the registered name stands for it. */
  profile?: Uint8Array
  /** What pictures are converted by, where the embedded profile is a smaller one of the same condition. */
  separation?: Uint8Array
}

const REGISTRY = 'http://www.color.org'

/** Why this intent cannot stand in a file of this standard. */
export function checkIntent({ condition, profile }: OutputIntent, standard: Standard): Diagnostic[] {
  const { profileRequired, iccMajor, version } = STANDARDS[standard]
  if (profile === undefined) {
    if (!profileRequired && condition.registered) return []
    return [problem('profile-needed', { condition: condition.id, standard: version })]
  }
  const read = readProfile(profile)
  if (!read.ok) return [read.error]
  if (read.value.major <= iccMajor) return []
  return [problem('profile-version', { version: read.value.major, highest: iccMajor, standard: version })]
}

export function addOutputIntent(pdf: PDFDocument, { condition, profile }: OutputIntent): void {
  const { context } = pdf
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFHexString.fromText(condition.id),
    ...(condition.registered && { RegistryName: PDFString.of(REGISTRY) }),
    Info: PDFHexString.fromText(condition.info),
    ...(profile && { DestOutputProfile: embedProfile(pdf, profile) }),
  })
  pdf.catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}

interface PackedProfile {
  packed: Uint8Array
  /** The stream's DecodeParms. */
  parameters: Record<string, number> | undefined
}

/** A profile goes into file after file and is packed once a process. */
const packedProfiles = new WeakMap<Uint8Array, PackedProfile>()

function embedProfile({ context }: PDFDocument, bytes: Uint8Array): PDFRef {
  const { packed, parameters } = packedProfiles.get(bytes) ?? packProfile(bytes)
  return packedStream(context, packed, { N: 4, ...(parameters && { DecodeParms: parameters }) })
}

function packProfile(bytes: Uint8Array): PackedProfile {
  const profile = readProfile(bytes)
  if (!profile.ok) throw new Error('the profile was checked before')
  const { bytes: predicted, parameters } = predictable(bytes, profile.value.deviceToLab)
  const result = { packed: pack(predicted), parameters }
  packedProfiles.set(bytes, result)
  return result
}
