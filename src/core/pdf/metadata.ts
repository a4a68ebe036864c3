/** Info and XMP, which PDF/X wants in agreement (ISO 15930-7 §6.7), and the file's identifier. */

import { type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { STANDARDS, type Standard } from './standard.ts'

export interface DocumentFacts {
  title: string
  /** ISO 8601 with time in UTC, `2025-03-17T00:00:00Z`. */
  created: string
  creator: string
  producer: string
}

/** Thirty-two hex digits that depend on the content alone. */
export function contentId(parts: readonly string[]): string {
  const hash = sha256.create()
  for (const part of parts) hash.update(utf8ToBytes(part))
  return bytesToHex(hash.digest()).slice(0, 32)
}

const knownHashes = new WeakMap<Uint8Array, string>()

/** SHA-256 in hexadecimal digits; bytes that are asked for again are hashed once. */
export function hashOf(bytes: Uint8Array): string {
  const hash = knownHashes.get(bytes) ?? bytesToHex(sha256(bytes))
  knownHashes.set(bytes, hash)
  return hash
}

export function addMetadata(pdf: PDFDocument, facts: DocumentFacts, standard: Standard, id: string): void {
  const { context } = pdf
  const date = PDFString.of(pdfDate(facts.created))
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(facts.title),
      Creator: PDFHexString.fromText(facts.creator),
      Producer: PDFHexString.fromText(facts.producer),
      CreationDate: date,
      ModDate: date,
      Trapped: 'False',
      GTS_PDFXVersion: PDFString.of(STANDARDS[standard].version),
    }),
  )
  context.trailerInfo.ID = context.obj([PDFHexString.of(id.toUpperCase()), PDFHexString.of(id.toUpperCase())])
  const packet = utf8ToBytes(xmpPacket(facts, standard, id))
  pdf.catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })),
  )
}

/** `D:20250317000000Z` */
const pdfDate = (iso: string): string => `D:${iso.replace(/[-:T]/g, '').slice(0, 14)}Z`

function xmpPacket(facts: DocumentFacts, standard: Standard, id: string): string {
  const uuid = `uuid:${id.slice(0, 8)}-${id.slice(8, 12)}-5${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20)}`
  const { created } = facts
  const [prefix, namespace] = VERSION_NAMESPACES[standard]
  const version = `${prefix}:GTS_PDFXVersion`
  const namespaces = [
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    'xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
    `xmlns:${prefix}="${namespace}"`,
  ].join(' ')
  return [
    '<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${namespaces}>`,
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li></rdf:Alt></dc:title>`,
    `<xmp:CreateDate>${created}</xmp:CreateDate><xmp:ModifyDate>${created}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${created}</xmp:MetadataDate><xmp:CreatorTool>${escapeXml(facts.creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escapeXml(facts.producer)}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>`,
    `<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID><xmpMM:InstanceID>${uuid}</xmpMM:InstanceID>`,
    '<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
    `<${version}>${STANDARDS[standard].version}</${version}>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}

/** PDF/X-4 has a schema of its own; before it, Info's own keys stood in XMP under Adobe's. */
const VERSION_NAMESPACES: Record<Standard, [prefix: string, namespace: string]> = {
  x4: ['pdfxid', 'http://www.npes.org/pdfx/ns/id/'],
  x1a: ['pdfx', 'http://ns.adobe.com/pdfx/1.3/'],
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
