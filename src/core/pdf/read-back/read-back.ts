/**
 * The written file opened again and held against the page: every glyph with its text, place, face, size, ink and
 * overprint, every area, frame and rule, the boxes, the fonts, and what the file says of itself. A difference is a
 * bug of the writer or of a library under it; it comes as `readback-differs`, and there is no file.
 */
import type { Composition, Ink, PictureItem } from '../../compose/composition.ts'
import type { Diagnostic } from '../../diagnostics.ts'
import type { EmbeddedFont } from '../embed-fonts.ts'
import type { PageBoxes } from '../page-boxes.ts'
import { imageMatrix, type PrintPictures } from '../picture.ts'
import { sameBytes } from '../same-bytes.ts'
import { STANDARDS } from '../standard.ts'
import type { PrintSettings } from '../write-pdf.ts'
import type { Drawn } from './content.ts'
import { type Expected, expectedOf } from './expected.ts'
import { type GlyphsDrawn, glyphsOf } from './glyphs.ts'
import { pictureFault } from './picture.ts'
import { type ReadPdf, readPdf } from './read-pdf.ts'

/** Content has three decimals. */
const NEAR_PT = 0.006
/** So many differences say enough. */
const ENOUGH = 20

export interface Written {
  composition: Composition
  settings: PrintSettings
  boxes: PageBoxes
  fonts: ReadonlyMap<string, EmbeddedFont>
}

export async function readBack(bytes: Uint8Array, written: Written): Promise<Diagnostic[]> {
  const pdf = await readPdf(bytes)
  const differences = [
    ...compareFacts(pdf, written),
    ...compareBoxes(pdf, written.boxes),
    ...compareDrawing(pdf, written),
  ]
  return differences.slice(0, ENOUGH)
}

function differs(what: string, expected: unknown, found: unknown, frame?: string): Diagnostic {
  const params = { what, expected: String(expected), found: String(found) }
  return { code: 'readback-differs', severity: 'error', params, ...(frame && { at: { frame } }) }
}

function compareFacts(pdf: ReadPdf, { settings, fonts }: Written): Diagnostic[] {
  const { version } = STANDARDS[settings.standard]
  const { title } = settings.facts
  const { condition, profile } = settings.intent
  const pairs: [what: string, expected: unknown, found: unknown][] = [
    ['pages', 1, pdf.pages],
    ['version in Info', version, pdf.version.info],
    ['version in XMP', version, pdf.version.xmp],
    ['title in Info', title, pdf.title.info],
    ['title in XMP', title, pdf.title.xmp],
    ['output condition', condition.id, pdf.condition],
    ['output profile', true, sameBytes(profile, pdf.profile)],
    ['fonts', [...fonts.keys()].sort().join(), [...pdf.fonts.keys()].sort().join()],
  ]
  return pairs.flatMap(([what, expected, found]) =>
    expected === found ? [] : [differs(what, String(expected).slice(0, 60), String(found).slice(0, 60))],
  )
}

function compareBoxes(pdf: ReadPdf, boxes: PageBoxes): Diagnostic[] {
  const wanted = { MediaBox: boxes.mediaBox, BleedBox: boxes.bleedBox, TrimBox: boxes.trimBox }
  return Object.entries(wanted).flatMap(([name, box]) => {
    const found = pdf.boxes[name] ?? []
    return near(box, found) ? [] : [differs(name, box.join(' '), found.join(' '))]
  })
}

function compareDrawing(pdf: ReadPdf, { composition, settings, boxes, fonts }: Written): Diagnostic[] {
  const expected = expectedOf(composition)
  const found = expected.flatMap((each, i) =>
    compareOne(each, pdf.drawn[i], pdf, boxes, fonts, settings.pictures),
  )
  const more = pdf.drawn.slice(expected.length)
  const unasked = settings.marks ? more.filter((drawn) => !isMark(drawn, boxes)) : more
  return [...found, ...unasked.map((drawn) => differs('drawn', 'nothing', drawn.kind))]
}

/** Marks reach nowhere into the bleed. */
function isMark(drawn: Drawn, { bleedBox: [left, foot, right, head] }: PageBoxes): boolean {
  const outside = (x: number, y: number) =>
    x <= left + NEAR_PT || x >= right - NEAR_PT || y <= foot + NEAR_PT || y >= head - NEAR_PT
  switch (drawn.kind) {
    case 'line':
      return outside(drawn.ends[0], drawn.ends[1]) && outside(drawn.ends[2], drawn.ends[3])
    case 'fill':
      return outside(drawn.box[0], drawn.box[1] + drawn.box[3])
    case 'glyphs':
      return outside(drawn.place[4], drawn.place[5])
    default:
      return drawn.kind === 'curve'
  }
}

function compareOne(
  expected: Expected,
  drawn: Drawn | undefined,
  pdf: ReadPdf,
  boxes: PageBoxes,
  fonts: ReadonlyMap<string, EmbeddedFont>,
  pictures: PrintPictures | undefined,
): Diagnostic[] {
  const { frame } = expected
  if (drawn === undefined || drawn.kind !== expected.kind)
    return [differs('drawn', expected.kind, drawn?.kind ?? 'nothing', frame)]
  if (expected.kind === 'glyphs')
    return compareGlyphs(expected, glyphsOf(drawn as GlyphsDrawn, pdf, boxes), pdf, fonts)
  if (expected.kind === 'picture') return comparePicture(expected.item, drawn, pdf, boxes, pictures)
  const stroked = expected.kind !== 'fill'
  const paint = paintOf(expected.ink, pdf)
  const found = stroked ? drawn.stroke : drawn.fill
  const numbers = numbersOf(drawn, boxes)
  const result: Diagnostic[] = []
  if (paint !== found) result.push(differs('ink', paint, found, frame))
  if (stroked) result.push(...compareOverprint(expected.ink, drawn, pdf, frame))
  if (!near(expected.numbers, numbers))
    result.push(differs('place', expected.numbers.join(' '), numbers.join(' '), frame))
  return result
}

function comparePicture(
  item: PictureItem,
  drawn: Drawn,
  pdf: ReadPdf,
  boxes: PageBoxes,
  pictures: PrintPictures | undefined,
): Diagnostic[] {
  const { frame, box } = item
  const name = drawn.kind === 'picture' ? drawn.name : ''
  const wanted = pictures?.get(frame)
  const fault = wanted ? pictureFault(pdf.pictures.get(name), wanted) : 'not made ready'
  const clip = [boxes.originX + box.x, boxes.originY - box.y - box.height, box.width, box.height]
  const result: Diagnostic[] = []
  if (fault !== undefined) result.push(differs('picture', item.asset, fault, frame))
  if (!near(imageMatrix(item, boxes), drawn.matrix))
    result.push(
      differs('place of picture', imageMatrix(item, boxes).join(' '), drawn.matrix.join(' '), frame),
    )
  if (!near(clip, drawn.clip ?? []))
    result.push(differs('crop', clip.join(' '), drawn.clip?.join(' '), frame))
  return result
}

/** Where an area, frame or line stands, in page space, with its line's width. */
function numbersOf(drawn: Drawn, { originX, originY }: PageBoxes): number[] {
  if (drawn.kind === 'line') {
    const [x, y, toX, toY] = drawn.ends
    return [x - originX, originY - y, toX - originX, originY - toY, drawn.lineWidth]
  }
  if (drawn.kind !== 'fill' && drawn.kind !== 'frame') return []
  const [x, y, width, height] = drawn.box
  const box = [x - originX, originY - y - height, width, height]
  return drawn.kind === 'frame' ? [...box, drawn.lineWidth] : box
}

function compareGlyphs(
  { run, places, frame }: Extract<Expected, { kind: 'glyphs' }>,
  found: ReturnType<typeof glyphsOf>,
  pdf: ReadPdf,
  fonts: ReadonlyMap<string, EmbeddedFont>,
): Diagnostic[] {
  const font = fonts.get(run.face)
  const result: Diagnostic[] = []
  const compare = (what: string, expected: unknown, actual: unknown) => {
    if (expected !== actual) result.push(differs(what, expected, actual, frame))
  }
  const text = found.glyphs.map((glyph) => glyph.text).join('')
  compare('text', run.texts.join(''), text)
  compare('glyphs', run.glyphs.length, found.glyphs.length)
  compare('face', font?.postScriptName, found.face?.replace(/^[A-Z]{6}\+/, ''))
  compare('ink', paintOf(run.ink, pdf), found.drawn.fill)
  result.push(...compareOverprint(run.ink, found.drawn, pdf, frame))
  if (!near([run.sizePt], [found.drawn.sizePt])) compare('size', run.sizePt, found.drawn.sizePt)
  found.glyphs.forEach((glyph, i) => {
    const place = places[i]
    if (place === undefined) return
    if (Math.abs(place.x - glyph.x) > NEAR_PT || Math.abs(place.y - glyph.y) > NEAR_PT)
      result.push(differs(`place of ${glyph.text}`, `${place.x} ${place.y}`, `${glyph.x} ${glyph.y}`, frame))
    const outline = font?.outlineHead(run.glyphs[i] as number)
    if (outline !== glyph.outlineHead)
      result.push(differs(`outline of ${glyph.text}`, outline, glyph.outlineHead, frame))
  })
  const foreign = /[\u2e80-\u2fdf]|\p{Private_Use}/u.exec(text)
  if (foreign) compare('text', 'a character of its own', foreign[0])
  return result
}

/** Pure black overprints, on the page as in its ink; everything else knocks out. */
function compareOverprint(ink: Ink, drawn: Drawn, pdf: ReadPdf, frame: string): Diagnostic[] {
  const black = ink.spot === undefined && ink.cmyk.join() === '0,0,0,100'
  const over = pdf.overprinting.has(drawn.state)
  return black === over ? [] : [differs('overprint', black, over, frame)]
}

/** An ink as a content stream would set it, its spot colour by the plate's resource name. */
function paintOf(ink: Ink, pdf: ReadPdf): string {
  if (ink.spot === undefined) return `${ink.cmyk.map((part) => round(part / 100)).join(' ')} k`
  const name = [...pdf.plates].find(([, plate]) => plate === ink.spot)?.[0]
  return `/${name} 1 scn`
}

const round = (value: number): number => Math.round(value * 1000) / 1000

const near = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] as number)) <= NEAR_PT)
