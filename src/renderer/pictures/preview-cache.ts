/**
 * Previews of pictures in a few sizes. What is at hand is given at once; the size that is wanted is decoded meanwhile.
 * The large ones that were not drawn for the longest time are let go when they take too much.
 */
import type { Diagnostic, Result } from '../../core/diagnostics.ts'
import type { Asset } from '../../core/doc/schema.ts'
import { PREVIEW_LEVELS } from '../../shared/pictures.ts'

/** Undefined where the picture's file is not at hand. */
export type Decode = (asset: Asset, longestPx: number) => Promise<Result<ImageBitmap>> | undefined

const BUDGET_BYTES = 192 * 1024 * 1024

interface Level {
  bitmap?: ImageBitmap
  waiting?: true
  drawn: number
}

interface Kept {
  levels: Map<number, Level>
  problem?: Diagnostic | 'missing'
}

export class PreviewCache {
  #pictures = new Map<string, Kept>()
  #draws = 0
  #listeners = new Set<() => void>()
  /** Counts how often all was let go; what was decoded for an earlier time comes too late. */
  #generation = 0
  /** Another number whenever the same page would be drawn otherwise. */
  version = 0

  constructor(readonly decode: Decode) {}

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The best that there is for a picture whose longer side takes so many pixels of the screen. */
  best(asset: Asset, wantedPx: number): ImageBitmap | undefined {
    const kept = this.#kept(asset.sha256)
    const wanted = levelFor(asset, wantedPx)
    this.#want(asset, kept, PREVIEW_LEVELS[0])
    this.#want(asset, kept, wanted)
    const held = [...kept.levels].filter(([, { bitmap }]) => bitmap).sort(([a], [b]) => a - b)
    const found = held.find(([level]) => level >= wanted) ?? held.at(-1)
    if (found) found[1].drawn = ++this.#draws
    return found?.[1].bitmap
  }

  /** Why a picture has no preview. */
  problemOf(sha256: string): Diagnostic | 'missing' | undefined {
    return this.#pictures.get(sha256)?.problem
  }

  /** A preview that came with the picture. */
  keep(sha256: string, bitmap: ImageBitmap): void {
    this.#kept(sha256).levels.set(PREVIEW_LEVELS[0], { bitmap, drawn: this.#draws })
    this.#changed()
  }

  /** The picture's file has come. */
  retry(sha256: string): void {
    const kept = this.#pictures.get(sha256)
    if (kept?.problem !== 'missing') return
    this.#pictures.delete(sha256)
    this.#changed()
  }

  /** Lets go of all: another look is wanted of every picture. */
  clear(): void {
    for (const { levels } of this.#pictures.values())
      for (const { bitmap } of levels.values()) bitmap?.close()
    this.#pictures.clear()
    this.#generation++
    this.#changed()
  }

  #kept(sha256: string): Kept {
    const kept = this.#pictures.get(sha256) ?? { levels: new Map() }
    this.#pictures.set(sha256, kept)
    return kept
  }

  #want(asset: Asset, kept: Kept, level: number): void {
    if (kept.levels.has(level) || kept.problem) return
    const decoding = this.decode(asset, level)
    if (!decoding) {
      kept.problem = 'missing'
      return
    }
    const place: Level = { waiting: true, drawn: this.#draws }
    kept.levels.set(level, place)
    const generation = this.#generation
    void decoding.then((preview) => {
      if (generation !== this.#generation) {
        if (preview.ok) preview.value.close()
        return
      }
      delete place.waiting
      if (preview.ok) place.bitmap = preview.value
      else {
        kept.levels.delete(level)
        kept.problem = preview.error
      }
      this.#makeRoom()
      this.#changed()
    })
  }

  #makeRoom(): void {
    const large = [...this.#pictures.values()]
      .flatMap(({ levels }) => [...levels].map(([level, place]) => ({ levels, level, place })))
      .filter(({ level, place }) => level !== PREVIEW_LEVELS[0] && place.bitmap)
      .sort((a, b) => b.place.drawn - a.place.drawn)
    let held = 0
    for (const { levels, level, place } of large) {
      held += bytesOf(place.bitmap)
      // The newest stays however large it is: it is being looked at.
      if (held <= BUDGET_BYTES || place === large[0]?.place) continue
      place.bitmap?.close()
      levels.delete(level)
    }
  }

  #changed(): void {
    this.version++
    for (const listener of this.#listeners) listener()
  }
}

const bytesOf = (bitmap: ImageBitmap | undefined): number => (bitmap ? 4 * bitmap.width * bitmap.height : 0)

/** The smallest level that is sharp enough; a picture that is smaller than a level is whole in it. */
function levelFor({ widthPx, heightPx }: Asset, wantedPx: number): number {
  const enough = Math.min(wantedPx, Math.max(widthPx, heightPx))
  return PREVIEW_LEVELS.find((level) => level >= enough) ?? (PREVIEW_LEVELS.at(-1) as number)
}
