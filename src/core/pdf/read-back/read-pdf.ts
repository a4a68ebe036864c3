/** A written PDF opened again, as far as a page of ours goes: what it draws, with which fonts, and what it says it is. */
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib'
import { strFromU8 } from 'fflate'
import { type Drawn, readContent } from './content.ts'
import { type ReadFont, readFont } from './font.ts'
import { type ReadPicture, readPicture } from './picture.ts'
import { unpacked, unpackedOnce } from './stream.ts'

export interface ReadPdf {
  pages: number
  /** By name: `MediaBox`, `BleedBox`, `TrimBox`. */
  boxes: Record<string, number[]>
  drawn: Drawn[]
  /** By resource name; undefined for one that is not embedded as it should be. */
  fonts: Map<string, ReadFont | undefined>
  /** Graphics states that overprint. */
  overprinting: Set<string>
  /** The plate that each named colour space prints on, as the page names it. */
  plates: Map<string, string>
  pictures: Map<string, ReadPicture | undefined>
  version: { info: string; xmp: string }
  title: { info: string; xmp: string }
  condition: string
  profile: Uint8Array | undefined
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const page = pdf.getPage(0).node
  const resources = dictionary(page.lookup(PDFName.of('Resources')))
  const info = dictionary(pdf.context.lookup(pdf.context.trailerInfo.Info))
  const xmp = strFromU8(unpacked(pdf.catalog.lookup(PDFName.of('Metadata'))) ?? NOTHING)
  const intents = pdf.catalog.lookup(PDFName.of('OutputIntents'))
  const intent = dictionary(intents instanceof PDFArray ? intents.lookup(0) : undefined)
  return {
    pages: pdf.getPageCount(),
    boxes: Object.fromEntries(
      ['MediaBox', 'BleedBox', 'TrimBox'].map((name) => [name, numbersOf(page.lookup(PDFName.of(name)))]),
    ),
    drawn: readContent(strFromU8(unpacked(page.lookup(PDFName.of('Contents'))) ?? NOTHING, true)),
    fonts: new Map(
      entriesOf(resources, 'Font').map(([name, font]) => [
        name,
        font instanceof PDFDict ? readFont(font) : undefined,
      ]),
    ),
    overprinting: new Set(
      entriesOf(resources, 'ExtGState').flatMap(([name, state]) =>
        String(dictionary(state).lookup(PDFName.of('op'))) === 'true' ? [name] : [],
      ),
    ),
    plates: new Map(entriesOf(resources, 'ColorSpace').map(([name, space]) => [name, plateOf(space)])),
    pictures: new Map(entriesOf(resources, 'XObject').map(([name, image]) => [name, readPicture(image)])),
    version: { info: textOf(info, 'GTS_PDFXVersion'), xmp: between(xmp, 'GTS_PDFXVersion>', '<') },
    title: { info: textOf(info, 'Title'), xmp: unescaped(between(xmp, 'x-default">', '<')) },
    condition: textOf(intent, 'OutputConditionIdentifier'),
    profile: unpackedOnce(intent.lookup(PDFName.of('DestOutputProfile'))),
  }
}

const NOTHING = new Uint8Array()

/** An empty dictionary where there is none. */
const dictionary = (object: unknown): PDFDict =>
  object instanceof PDFDict ? object : PDFDict.withContext(undefined as never)

function entriesOf(resources: PDFDict, kind: string): [string, unknown][] {
  const names = resources.lookup(PDFName.of(kind))
  if (!(names instanceof PDFDict)) return []
  return names.keys().map((name) => [name.decodeText(), names.lookup(name)])
}

/** `[/Separation /Name …]`; the name's bytes are UTF-8. */
function plateOf(space: unknown): string {
  const name = space instanceof PDFArray ? space.lookup(1) : undefined
  return name instanceof PDFName ? strFromU8(name.asBytes()) : ''
}

const numbersOf = (object: unknown): number[] =>
  object instanceof PDFArray
    ? object.asArray().map((part) => (part instanceof PDFNumber ? part.asNumber() : Number.NaN))
    : []

function textOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

function between(text: string, before: string, after: string): string {
  const start = text.indexOf(before)
  const end = text.indexOf(after, start)
  return start < 0 || end < 0 ? '' : text.slice(start + before.length, end)
}

const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
