/**
 * A print PDF held against PDF/X and a newspaper's press by tools that did not write it: qpdf for its structure,
 * mutool for colours and lines, pdffonts, pdfimages, pdftotext, and Ghostscript for the plates.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inkIn, platesOf } from './plates.ts'
import { tool } from './tools.ts'

export type PdfFault =
  | 'structure'
  | 'header'
  | 'encrypted'
  | 'trailer-id'
  | 'version-key'
  | 'trapped'
  | 'output-intent'
  | 'intent-profile'
  | 'metadata'
  | 'actions'
  | 'annotations'
  | 'boxes'
  | 'lzw'
  | 'transparency'
  | 'rgb-picture'
  | 'coarse-picture'
  | 'rgb-text'
  | 'text-not-black-alone'
  | 'text-knocks-out'
  | 'hairline'
  | 'font-not-embedded'
  | 'font-not-subset'
  | 'font-without-text'
  | 'odd-text'
  | 'colour-under-text'
  | 'ink-over-limit'

type Dictionary = Record<string, unknown>

const QPDF = 'qpdf'
const LIMITS = { ppi: 120, hairlinePt: 0.25, ink: 240 }

/** Every fault that the tools find. `text` is an area of black text alone, as shares of the page. */
export function faultsOfPdf(file: string, standard: 'x4' | 'x1a', text: Area): Set<PdfFault> {
  const found = new Set<PdfFault>()
  const need = (holds: boolean, fault: PdfFault) => !holds && found.add(fault)
  // nothing else can be said of what cannot be read
  if (spawnSync(QPDF, ['--check', file]).status !== 0) return new Set(['structure'])
  checkObjects(file, standard, need)
  checkFonts(file, need)
  checkDrawing(file, need)
  checkPictures(file, need)
  need(!/[\u2e80-\u2fdf]|\p{Private_Use}/u.test(tool('pdftotext', '-raw', file, '-')), 'odd-text')
  checkPlates(file, text, need)
  return found
}

interface Area {
  x: number
  y: number
  width: number
  height: number
}

type Need = (holds: boolean, fault: PdfFault) => void

function checkObjects(file: string, standard: 'x4' | 'x1a', need: Need): void {
  const json = JSON.parse(tool('qpdf', '--json=2', '--json-stream-data=none', file))
  const objects: Record<string, { value?: unknown; stream?: { dict: Dictionary } }> = json.qpdf[1]
  const get = (value: unknown): Dictionary => {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return (value ?? {}) as Dictionary
    const object = objects[`obj:${value}`]
    return (object?.value ?? object?.stream?.dict ?? {}) as Dictionary
  }
  const trailer = objects.trailer?.value as Dictionary
  const [root, info] = [get(trailer['/Root']), get(trailer['/Info'])]
  const version = readFileSync(file).subarray(0, 8).toString('latin1')
  need(version === (standard === 'x4' ? '%PDF-1.6' : '%PDF-1.4'), 'header')
  need(!trailer['/Encrypt'], 'encrypted')
  need(Array.isArray(trailer['/ID']), 'trailer-id')
  const name = standard === 'x4' ? 'PDF/X-4' : 'PDF/X-1a:2003'
  need(info['/GTS_PDFXVersion'] === `u:${name}`, 'version-key')
  need(['/True', '/False'].includes(String(info['/Trapped'])), 'trapped')
  const metadata = String(root['/Metadata'] ?? '')
  need(metadata !== '' && xmpOf(file, metadata).includes('<pdf:Trapped>False<'), 'metadata')
  need(!root['/OpenAction'] && !root['/AA'] && !root['/AcroForm'], 'actions')
  checkIntent(file, (root['/OutputIntents'] as unknown[] | undefined)?.map(get) ?? [], need)
  for (const page of json.pages as { object: string }[]) checkPage(get(page.object), need)
  for (const object of Object.values(objects)) {
    const dictionary = object.stream?.dict ?? (object.value as Dictionary | undefined)
    if (typeof dictionary !== 'object' || dictionary === null) continue
    need(!JSON.stringify(dictionary['/Filter'] ?? '').includes('LZW'), 'lzw')
    const seeThrough = dictionary['/SMask'] !== undefined || Number(dictionary['/ca'] ?? 1) < 1
    if (standard === 'x1a') need(!seeThrough, 'transparency')
  }
}

const streamOf = (file: string, reference: string): Buffer =>
  execFileSync(
    QPDF,
    [`--show-object=${reference.replace(' R', '').replace(' ', ',')}`, '--filtered-stream-data', file],
    {
      maxBuffer: 1 << 26,
    },
  )

const xmpOf = (file: string, reference: string): string => streamOf(file, reference).toString('utf8')

function checkIntent(file: string, intents: readonly Dictionary[], need: Need): void {
  const [intent, ...more] = intents.filter((each) => each['/S'] === '/GTS_PDFX')
  need(intent !== undefined && more.length === 0, 'output-intent')
  const profile = intent?.['/DestOutputProfile']
  if (profile === undefined) return
  const bytes = streamOf(file, String(profile))
  need(bytes.subarray(12, 20).toString('latin1') === 'prtrCMYK', 'intent-profile')
}

function checkPage(page: Dictionary, need: Need): void {
  const media = page['/MediaBox'] as number[]
  const trim = page['/TrimBox'] as number[] | undefined
  const bleed = (page['/BleedBox'] as number[] | undefined) ?? media
  const within = ([l, b, r, t]: number[], [L, B, R, T]: number[]) =>
    l! >= L! - 0.01 && b! >= B! - 0.01 && r! <= R! + 0.01 && t! <= T! + 0.01
  need(trim !== undefined && within(trim, bleed) && within(bleed, media), 'boxes')
  need(((page['/Annots'] as unknown[] | undefined) ?? []).length === 0, 'annotations')
}

function checkFonts(file: string, need: Need): void {
  for (const line of tool('pdffonts', file).trim().split('\n').slice(2)) {
    const [, embedded, subset, unicode] = /(yes|no) +(yes|no) +(yes|no) +\d+ +\d+\s*$/.exec(line) ?? []
    need(embedded === 'yes', 'font-not-embedded')
    need(subset === 'yes', 'font-not-subset')
    need(unicode === 'yes', 'font-without-text')
  }
}

/** Text in black overprints and is black alone; whatever is nearly black was meant to be. */
function checkDrawing(file: string, need: Need): void {
  const trace = tool('mutool', 'trace', file)
  for (const [tag] of trace.matchAll(/<fill_text[^>]*>/g)) {
    need(!/colorspace="DeviceRGB"/.test(tag), 'rgb-text')
    const colour = /color="([^"]*)"/.exec(tag)?.[1]?.split(' ').map(Number) ?? []
    const [c = 0, m = 0, y = 0, k = 0] = colour
    if (colour.length !== 4 || k < 0.9) continue
    need(c + m + y === 0, 'text-not-black-alone')
    need(/op="1"/.test(tag), 'text-knocks-out')
  }
  for (const [tag] of trace.matchAll(/<stroke_path[^>]*>/g)) {
    need(Number(/linewidth="([^"]*)"/.exec(tag)?.[1] ?? 1) >= LIMITS.hairlinePt, 'hairline')
  }
}

function checkPictures(file: string, need: Need): void {
  for (const line of tool('pdfimages', '-list', file).trim().split('\n').slice(2)) {
    const columns = line.trim().split(/\s+/)
    need(columns[5] !== 'rgb', 'rgb-picture')
    need(Number(columns[12]) >= LIMITS.ppi, 'coarse-picture')
  }
}

function checkPlates(file: string, { x, y, width, height }: Area, need: Need): void {
  const plates = platesOf(file, 36)
  const black = plates.get('Black')
  if (!black) throw new Error('Ghostscript gave no black plate')
  const box = [x * black.width, y * black.height, width * black.width, height * black.height].map(Math.round)
  const [left, top, across, down] = box as [number, number, number, number]
  for (const name of ['Cyan', 'Magenta', 'Yellow']) {
    const plate = plates.get(name)
    need(!plate || inkIn(plate, left, top, across, down) === 0, 'colour-under-text')
  }
  const all = [...plates.values()]
  let most = 0
  for (let i = 0; i < black.pixels.length; i++) {
    most = Math.max(
      most,
      all.reduce((sum, { pixels }) => sum + 255 - (pixels[i] ?? 255), 0),
    )
  }
  need(most / 2.55 <= LIMITS.ink, 'ink-over-limit')
}
