/** The shaping engine behind core's `Shaper`: HarfBuzz, script Hani and language zh-Hans. */
import * as hb from 'harfbuzzjs'
import faces from '../../assets/fonts/faces.json' with { type: 'json' }
import type { FaceInfo, ShapedGlyph, ShapedToken, Shaper } from '../core/fonts.ts'

/** The faces that ship with Banxin. */
export const FACES: readonly FaceInfo[] = faces

export interface HarfBuzzShaper extends Shaper {
  /** A glyph's outline as SVG path data, 1000 units to the em, y up. */
  outline(face: string, glyph: number): string
}

interface LoadedFace {
  info: FaceInfo
  font: hb.Font
  perEm: number
}

/** Loads every shipped face with `read` (by face id) and gives a shaper that remembers what it has shaped. */
export async function loadShaper(read: (face: string) => Promise<Uint8Array>): Promise<HarfBuzzShaper> {
  const loaded = await Promise.all(
    FACES.map(async (info): Promise<[string, LoadedFace]> => {
      const face = new hb.Face(new hb.Blob(await read(info.id)))
      return [info.id, { info, font: new hb.Font(face), perEm: face.upem }]
    }),
  )
  return new CachingShaper(new Map(loaded))
}

class CachingShaper implements HarfBuzzShaper {
  private readonly tokens = new Map<string, ShapedToken>()
  private readonly buffer = new hb.Buffer()

  constructor(private readonly faces: Map<string, LoadedFace>) {}

  face(id: string): FaceInfo {
    return this.loaded(id).info
  }

  shape(face: string, text: string, features: readonly string[]): ShapedToken {
    const key = `${face} ${features.join()} ${text}`
    let token = this.tokens.get(key)
    if (token === undefined) {
      token = this.shapeNew(this.loaded(face), text, features)
      this.tokens.set(key, token)
    }
    return token
  }

  outline(face: string, glyph: number): string {
    const { font, perEm } = this.loaded(face)
    if (perEm !== 1000) throw new Error(`${face} has ${perEm} units to the em; outlines are given in 1000`)
    return font.glyphToPath(glyph)
  }

  private loaded(id: string): LoadedFace {
    const face = this.faces.get(id)
    if (face === undefined) throw new Error(`no face named ${id} is loaded`)
    return face
  }

  private shapeNew({ font, perEm }: LoadedFace, text: string, features: readonly string[]): ShapedToken {
    const buffer = this.buffer
    buffer.reset()
    buffer.addText(text)
    buffer.setDirection(hb.Direction.LTR)
    buffer.setScript(/^[\p{Script=Latin}\d\s]/u.test(text) && features.length === 0 ? 'Latn' : 'Hani')
    buffer.setLanguage('zh-Hans')
    hb.shape(
      font,
      buffer,
      features.map((name) => new hb.Feature(name, 1)),
    )
    return toToken(buffer.getGlyphInfosAndPositions(), text, perEm)
  }
}

type Shaped = ReturnType<hb.Buffer['getGlyphInfosAndPositions']>[number]

function toToken(shaped: readonly Shaped[], text: string, perEm: number): ShapedToken {
  const starts = [...new Set(shaped.map((glyph) => glyph.cluster))].sort((a, b) => a - b)
  const told = new Set<number>()
  let advance = 0
  let missing: string | undefined
  const glyphs = shaped.map((glyph): ShapedGlyph => {
    const { cluster } = glyph
    const end = starts[starts.indexOf(cluster) + 1] ?? text.length
    const own = told.has(cluster) ? '' : text.slice(cluster, end)
    told.add(cluster)
    advance += glyph.xAdvance ?? 0
    if (glyph.codepoint === 0) missing ??= own
    return {
      id: glyph.codepoint,
      text: own,
      advance: (glyph.xAdvance ?? 0) / perEm,
      dx: (glyph.xOffset ?? 0) / perEm,
    }
  })
  return { glyphs, advance: advance / perEm, ...(missing === undefined ? {} : { missing }) }
}
