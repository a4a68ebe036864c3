/** HarfBuzz shaping of one token, along a line and down a column; language zh-Hans. */
import * as hb from 'harfbuzzjs'
import type { Features, ShapedGlyph, ShapedToken } from '../core/fonts.ts'
import type { LoadedFace } from './loaded-face.ts'

type Shaped = ReturnType<hb.Buffer['getGlyphInfosAndPositions']>[number]

const LANGUAGE = 'zh-Hans'
const LATIN = /^[\p{Script=Latin}\d\s]/u
/** Letters that are neither Han, kana nor Latin: their script and direction are HarfBuzz's to find out. */
const OTHER_SCRIPT = /[^\P{L}\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Latin}\p{scx=Common}]/u

/** Marks that stand otherwise in a column than in a line (UAX #50, values Tu and Tr). */
const UPRIGHT_MARKS = '，、。．：；！？（）〔〕［］｛｝〈〉《》「」『』【】〖〗—…～“”‘’＿＝'

const buffer = new hb.Buffer()

export function shapeAlong(face: LoadedFace, text: string, features: Features): ShapedToken {
  const shaped = shape(face, text, features, () => {
    if (OTHER_SCRIPT.test(text)) return buffer.guessSegmentProperties()
    buffer.setDirection(hb.Direction.LTR)
    buffer.setScript(LATIN.test(text) && features.length === 0 ? 'Latn' : 'Hani')
  })
  const halve = features.includes('halt') && /^\p{P}$/u.test(text)
  return toToken(face, shaped, text, ({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
    const place = { advance: xAdvance, dx: xOffset, dy: yOffset }
    return halve ? halved(face, codepoint, place) : place
  })
}

export function shapeDown(face: LoadedFace, text: string, features: Features): ShapedToken {
  const shaped = shape(face, text, ['vert'], () => {
    buffer.setDirection(hb.Direction.TTB)
    buffer.setScript('Hani')
  })
  const halve = features.includes('vhal') && /^\p{P}$/u.test(text)
  const token = toToken(face, shaped, text, ({ codepoint }) => {
    const { advance, ascent } = face.upright(codepoint)
    const place = { advance, dx: -face.font.glyphHAdvance(codepoint) / 2, dy: -ascent }
    return halve ? halvedDown(face, codepoint, place) : place
  })
  const lacking = token.missing ?? token.glyphs.find((glyph) => isLying(face, glyph))?.text
  return lacking === undefined ? token : { ...token, missing: lacking }
}

/** A mark that the face draws in a column as it does in a line. */
const isLying = (face: LoadedFace, { id, text }: ShapedGlyph): boolean =>
  text.length === 1 && UPRIGHT_MARKS.includes(text) && id === face.font.nominalGlyph(text.charCodeAt(0))

/** In font units. */
interface Place {
  advance: number
  dx: number
  dy: number
}

/**
 * What `halt` should do, where the face does not do it or leaves ink outside: the half of the em that holds the
 * mark, or its middle. Marks broader than half an em, and those that are narrower than an em anyway, stay.
 */
function halved(face: LoadedFace, glyph: number, place: Place): Place {
  const box = face.font.glyphExtents(glyph)
  const half = face.perEm / 2
  const full = face.font.glyphHAdvance(glyph) === face.perEm
  if (box === undefined || !full || box.width > half) return place
  const holdsInk = (dx: number) => box.xBearing + dx >= 0 && box.xBearing + box.width + dx <= half
  if (place.advance === half && holdsInk(place.dx)) return place
  const dx = [0, -half, -half / 2].find(holdsInk) ?? (half - box.width) / 2 - box.xBearing
  return { ...place, advance: half, dx }
}

/** What `vhal` would do, which HarfBuzz's WebAssembly build can't: the half of the em's height that holds the mark. */
function halvedDown(face: LoadedFace, glyph: number, place: Place): Place {
  const box = face.font.glyphExtents(glyph)
  const half = face.perEm / 2
  if (box === undefined || place.advance !== face.perEm || -box.height > half) return place
  const top = -place.dy - box.yBearing
  const holdsInk = (up: number) => top - up >= 0 && top - box.height - up <= half
  const up = [0, half, half / 2].find(holdsInk) ?? top - (half + box.height) / 2
  return { ...place, advance: half, dy: place.dy + up }
}

function shape(face: LoadedFace, text: string, features: Features, segment: () => void): Shaped[] {
  buffer.reset()
  buffer.addText(text)
  segment()
  buffer.setLanguage(LANGUAGE)
  hb.shape(
    face.font,
    buffer,
    features.map((name) => new hb.Feature(name, 1)),
  )
  return buffer.getGlyphInfosAndPositions()
}

/** Each character's text goes to the first glyph of its cluster. */
function toToken(
  { perEm }: LoadedFace,
  shaped: readonly Shaped[],
  text: string,
  placeOf: (glyph: Shaped) => Place,
): ShapedToken {
  const starts = [...new Set(shaped.map((glyph) => glyph.cluster))].sort((a, b) => a - b)
  const ends = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]))
  const told = new Set<number>()
  let missing: string | undefined
  let width = 0
  const glyphs = shaped.map((glyph): ShapedGlyph => {
    const { cluster, codepoint: id } = glyph
    const characters = text.slice(cluster, ends.get(cluster))
    const own = told.has(cluster) ? '' : characters
    told.add(cluster)
    if (id === 0) missing ??= characters
    const { advance, dx, dy } = placeOf(glyph)
    width += advance
    return { id, text: own, advance: advance / perEm, dx: dx / perEm, ...(dy !== 0 && { dy: dy / perEm }) }
  })
  return { glyphs, advance: width / perEm, ...(missing !== undefined && { missing }) }
}
