/** The shaping engine behind core's `Shaper`: HarfBuzz over the faces that ship with Banxin. */
import faces from '../../assets/fonts/faces.json' with { type: 'json' }
import type { FaceInfo, Features, ShapedToken, Shaper } from '../core/fonts.ts'
import { withFallbacks } from './font-files.ts'
import { hyphenate } from './hyphenate.ts'
import { LoadedFace } from './loaded-face.ts'
import { shapeAlong, shapeDown } from './shape-text.ts'

/** The faces that ship with Banxin. */
export const FACES: readonly FaceInfo[] = faces

export interface HarfBuzzShaper extends Required<Shaper> {
  /** Loads what is not loaded yet of these faces and of those they fall back on. */
  load(faces: Iterable<string>): Promise<void>
  /** A glyph's outline as SVG path data, 1000 units to the em, y up. */
  outline(face: string, glyph: number): string
  /** A face's font file as the engine holds it: to be copied before the engine is asked for anything else. */
  file(face: string): Uint8Array
  /** OS/2 fsType: what its maker lets one embed (OpenType 1.9). */
  embedding(face: string): number
}

/** A shaper of these faces, which remembers what it has shaped; `read` gives a font file by face id. */
export async function loadShaper(
  read: (face: string) => Promise<Uint8Array>,
  faces: Iterable<string>,
): Promise<HarfBuzzShaper> {
  const shaper = new CachingShaper(read)
  await shaper.load(faces)
  return shaper
}

/** A page has some thousand different characters; words that are being typed are forgotten in time. */
const MOST_TOKENS = 4000

class CachingShaper implements HarfBuzzShaper {
  private readonly infos = new Map(FACES.map((info) => [info.id, info]))
  private readonly loaded = new Map<string, LoadedFace>()
  private readonly loading = new Map<string, Promise<void>>()

  constructor(private readonly read: (face: string) => Promise<Uint8Array>) {}

  async load(faces: Iterable<string>): Promise<void> {
    await Promise.all(
      withFallbacks(faces).map((id) => {
        const loading = this.loading.get(id) ?? this.loadOne(id)
        this.loading.set(id, loading)
        // What failed is asked for again next time.
        loading.catch(() => this.loading.delete(id))
        return loading
      }),
    )
  }

  face(id: string): FaceInfo {
    const info = this.infos.get(id)
    if (info === undefined) throw new Error(`there is no face named ${id}`)
    return info
  }

  shape(face: string, text: string, features: Features): ShapedToken {
    const open = this.open(face)
    const tokens = open.shapedWith(features)
    let token = tokens.get(text)
    if (token === undefined) {
      token = shapeAlong(open, text, features)
      if (tokens.size >= MOST_TOKENS) tokens.clear()
      tokens.set(text, token)
    }
    return token
  }

  shapeVertical(face: string, text: string, features: Features): ShapedToken {
    const open = this.open(face)
    const known = open.shapedWith(['vert', ...features])
    const token = known.get(text) ?? shapeDown(open, text, features)
    known.set(text, token)
    return token
  }

  hyphenate = hyphenate

  outline(face: string, glyph: number): string {
    return this.open(face).outline(glyph)
  }

  file(face: string): Uint8Array {
    return this.open(face).file()
  }

  embedding(face: string): number {
    return this.open(face).embedding
  }

  private async loadOne(id: string): Promise<void> {
    this.loaded.set(id, new LoadedFace(this.face(id), await this.read(id)))
  }

  private open(id: string): LoadedFace {
    const face = this.loaded.get(id)
    if (face === undefined) throw new Error(`no face named ${id} is loaded`)
    return face
  }
}
