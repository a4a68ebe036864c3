/** The `place` command: a picture's file into a picture frame of a page. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { writeAtomically } from '../adapters/files.ts'
import { FACES } from '../adapters/harfbuzz.ts'
import { inspectPicture } from '../adapters/pictures/header.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import { packPage, unpackPage } from '../core/doc/banxin-file.ts'
import { placePictureInFrame } from '../core/doc/place-picture.ts'
import { mmToPt } from '../core/units.ts'
import { reconstructBytes } from './commands.ts'
import { complain, EXIT } from './terminal.ts'
import { readBytes } from './workshop.ts'

export interface PlaceFlags {
  frame: string
  fit: 'fill' | 'fit'
  zoom: number
  dxMm: number
  dyMm: number
  rotation: number
}

export async function placeCommand(
  input: string,
  picture: string,
  output: string,
  flags: PlaceFlags,
): Promise<number> {
  const refuse = (problem: Diagnostic, file: string): number => {
    complain([problem], file)
    return EXIT.failed
  }
  const [page, bytes] = await Promise.all([readBytes(input), readBytes(picture)])
  if (!page.ok) return refuse(page.error, input)
  if (!bytes.ok) return refuse(bytes.error, picture)
  const faces = FACES.map(({ id }) => id)
  const file = unpackPage(page.value, input, faces)
  if (!file.ok) return refuse(file.error, input)
  const facts = inspectPicture(bytes.value, basename(picture))
  if (!facts.ok) return refuse(facts.error, picture)
  const sha256 = createHash('sha256').update(bytes.value).digest('hex')
  const asset = { sha256, name: basename(picture), ...facts.value }
  const placement = {
    fit: flags.fit,
    zoom: flags.zoom,
    dx: mmToPt(flags.dxMm),
    dy: mmToPt(flags.dyMm),
    rotation: flags.rotation,
  }
  const doc = placePictureInFrame(file.value.doc, flags.frame, asset, placement)
  if (!doc.ok) return refuse(doc.error, input)
  const pictures = new Map([...(file.value.pictures ?? []), [sha256, bytes.value]])
  // The file keeps what its dump was read as; without a dump there is none.
  const read = reconstructBytes(page.value, input)
  const reconstruction = read.ok ? { reconstruction: read.value } : {}
  const placed = packPage({ ...file.value, ...reconstruction, doc: doc.value, pictures })
  const failed = await writeAtomically(output, placed)
  return failed ? refuse(failed, output) : EXIT.done
}
