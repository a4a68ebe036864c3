/** Faults sown into a print PDF that is right, each in one place of it. */
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib'
import type { PdfFault } from './pdf-check.ts'

interface PdfSeed {
  fault: PdfFault
  what: string
  standard?: 'x1a'
  sow(pdf: PDFDocument): void
}

const name = PDFName.of
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** The dictionaries of all objects. */
const dictionaries = (pdf: PDFDocument): PDFDict[] =>
  pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (object instanceof PDFDict) return [object]
    return object instanceof PDFRawStream ? [object.dict] : []
  })

const having = (pdf: PDFDocument, key: string): PDFDict => {
  const found = dictionaries(pdf).find((each) => each.has(name(key)))
  if (!found) throw new Error(`the file has no /${key}`)
  return found
}

/** Puts another text in the place of the page's content. */
function rewrite(pdf: PDFDocument, change: (content: string) => string): void {
  const { node } = pdf.getPage(0)
  const stream = pdf.context.lookup(node.get(name('Contents')))
  if (!(stream instanceof PDFRawStream)) throw new Error('the page has no single content stream')
  const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  const next = change(content)
  if (next === content) throw new Error('nothing was changed')
  node.set(name('Contents'), pdf.context.register(pdf.context.stream(latin1(next))))
}

/** Draws on top of the page. */
const draw = (operators: string) => (pdf: PDFDocument) =>
  rewrite(pdf, (content) => `${content}\nq ${operators} Q`)

function rewriteStream(
  pdf: PDFDocument,
  isIt: (stream: PDFRawStream) => boolean,
  change: (bytes: Uint8Array) => Uint8Array,
): void {
  for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isIt(object)) continue
    const entries = [...object.dict.entries()].filter(
      ([key]) => !['/Filter', '/Length', '/DecodeParms'].includes(key.toString()),
    )
    const next = pdf.context.stream(change(decodePDFRawStream(object).decode()))
    for (const [key, value] of entries) next.dict.set(key, value)
    pdf.context.assign(reference, next)
    return
  }
  throw new Error('no such stream')
}

function addPicture(pdf: PDFDocument, space: 'DeviceRGB' | 'DeviceGray', px: number, pt: number): void {
  const samples = new Uint8Array(px * px * (space === 'DeviceRGB' ? 3 : 1)).fill(180)
  const image = pdf.context.stream(samples, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: px,
    Height: px,
    ColorSpace: space,
    BitsPerComponent: 8,
  })
  const resources = pdf.getPage(0).node.Resources()
  if (!resources) throw new Error('the page has no resources')
  resources.set(name('XObject'), pdf.context.obj({ Sown: pdf.context.register(image) }))
  draw(`${pt} 0 0 ${pt} 400 40 cm /Sown Do`)(pdf)
}

const info = (pdf: PDFDocument): PDFDict => having(pdf, 'Trapped')
const root = (pdf: PDFDocument): PDFDict => pdf.catalog

export const PDF_FAULTS: readonly PdfSeed[] = [
  {
    fault: 'header',
    what: 'another version',
    sow: ({ context }) => {
      context.header = PDFHeader.forVersion(1, 7)
    },
  },
  {
    fault: 'trailer-id',
    what: 'no file identifier',
    sow: ({ context }) => {
      delete (context.trailerInfo as { ID?: unknown }).ID
    },
  },
  {
    fault: 'version-key',
    what: 'not said to be PDF/X',
    sow: (pdf) => info(pdf).delete(name('GTS_PDFXVersion')),
  },
  {
    fault: 'trapped',
    what: 'trapping not said',
    sow: (pdf) => info(pdf).set(name('Trapped'), name('Unknown')),
  },
  { fault: 'output-intent', what: 'no output intent', sow: (pdf) => root(pdf).delete(name('OutputIntents')) },
  {
    fault: 'intent-profile',
    what: 'the profile of a monitor',
    sow: (pdf) =>
      rewriteStream(
        pdf,
        ({ dict }) => dict.get(name('N'))?.toString() === '4',
        (bytes) => {
          const next = bytes.slice()
          next.set(latin1('mntr'), 12)
          return next
        },
      ),
  },
  { fault: 'metadata', what: 'no XMP', sow: (pdf) => root(pdf).delete(name('Metadata')) },
  {
    fault: 'actions',
    what: 'JavaScript when it is opened',
    sow: (pdf) =>
      root(pdf).set(
        name('OpenAction'),
        pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
      ),
  },
  {
    fault: 'annotations',
    what: 'a note on the page',
    sow: (pdf) => {
      const note = pdf.context.obj({
        Type: 'Annot',
        Subtype: 'Text',
        Rect: [50, 50, 60, 60],
        Contents: PDFHexString.fromText('改'),
      })
      pdf.getPage(0).node.set(name('Annots'), pdf.context.obj([pdf.context.register(note)]))
    },
  },
  { fault: 'boxes', what: 'no trim box', sow: (pdf) => pdf.getPage(0).node.delete(name('TrimBox')) },
  {
    fault: 'boxes',
    what: 'a bleed smaller than the trim',
    sow: (pdf) => pdf.getPage(0).node.set(name('BleedBox'), pdf.context.obj([50, 50, 900, 900])),
  },
  {
    fault: 'lzw',
    what: 'a stream packed by LZW',
    sow: (pdf) => {
      // clear, "A", end of data: 256, 65, 257 in nine bits each
      const packed = pdf.context.stream(Uint8Array.from([0x80, 0x10, 0x60, 0x20]), { Filter: 'LZWDecode' })
      root(pdf).set(name('Sown'), pdf.context.register(packed))
    },
  },
  {
    fault: 'transparency',
    what: 'half opacity in X-1a',
    standard: 'x1a',
    sow: (pdf) => having(pdf, 'OPM').set(name('ca'), PDFNumber.of(0.5)),
  },
  { fault: 'rgb-picture', what: 'an RGB photo', sow: (pdf) => addPicture(pdf, 'DeviceRGB', 200, 60) },
  { fault: 'coarse-picture', what: 'a photo of 36 ppi', sow: (pdf) => addPicture(pdf, 'DeviceGray', 30, 60) },
  {
    fault: 'rgb-text',
    what: 'text in RGB black',
    sow: (pdf) => rewrite(pdf, (content) => content.replaceAll('0 0 0 1 k', '0 0 0 rg')),
  },
  {
    fault: 'text-not-black-alone',
    what: 'text in four inks',
    sow: (pdf) => rewrite(pdf, (content) => content.replaceAll('0 0 0 1 k', '.3 .3 .3 1 k')),
  },
  {
    fault: 'colour-under-text',
    what: 'cyan below the text',
    sow: (pdf) => rewrite(pdf, (content) => content.replaceAll('0 0 0 1 k', '.2 0 0 1 k')),
  },
  {
    fault: 'text-knocks-out',
    what: 'black that knocks out',
    sow: (pdf) => {
      for (const each of dictionaries(pdf))
        if (each.has(name('OPM'))) each.set(name('op'), pdf.context.obj(false))
    },
  },
  { fault: 'hairline', what: 'a line of 0.05 pt', sow: draw('0 0 0 1 K .05 w 100 60 m 300 60 l S') },
  { fault: 'ink-over-limit', what: 'an area of 320 % ink', sow: draw('.8 .8 .8 .8 k 100 40 200 60 re f') },
  {
    fault: 'font-not-embedded',
    what: 'a font without its file',
    sow: (pdf) => having(pdf, 'FontFile2').delete(name('FontFile2')),
  },
  {
    fault: 'font-not-subset',
    what: 'a font without its subset tag',
    sow: (pdf) => {
      for (const each of dictionaries(pdf)) {
        const base = each.get(name('BaseFont'))?.toString()
        if (base?.includes('+')) each.set(name('BaseFont'), name(base.replace(/^\/[A-Z]{6}\+/, '')))
      }
    },
  },
  {
    fault: 'font-without-text',
    what: 'a font without ToUnicode',
    sow: (pdf) => having(pdf, 'ToUnicode').delete(name('ToUnicode')),
  },
  {
    fault: 'odd-text',
    what: 'text that is copied as a radical',
    sow: (pdf) =>
      rewriteStream(
        pdf,
        (stream) =>
          stream.dict.get(name('Subtype')) === undefined &&
          Buffer.from(decodePDFRawStream(stream).decode()).includes('<957F>'),
        (bytes) => latin1(Buffer.from(bytes).toString('latin1').replaceAll('<957F>', '<2ED3>')),
      ),
  },
]

/** The file again with one fault; none for the control, which shows that reading and writing sows nothing. */
export async function sowPdf(
  bytes: Uint8Array,
  seed: PdfSeed | undefined,
  standard: 'x4' | 'x1a',
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  seed?.sow(pdf)
  return pdf.save({
    useObjectStreams: standard === 'x4',
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
}
