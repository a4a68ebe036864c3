/**
 * Composes pages on the window's own thread, so that a keystroke is on the page with the next frame. Its shaper is
 * loaded once the first page is painted; the engine in the worker has one of its own.
 */
import type { HarfBuzzShaper } from '../../adapters/harfbuzz.ts'
import { type Composer, createComposer } from '../../core/compose/composer.ts'
import type { Composition } from '../../core/compose/composition.ts'
import { facesOf } from '../../core/doc/faces-of.ts'
import { paragraphText } from '../../core/doc/paragraph-text.ts'
import type { PageDoc, Paragraph } from '../../core/doc/schema.ts'
import { findOutlinesBy } from '../canvas/glyph-paths.ts'

type Range = 'common' | 'whole'

interface Ready {
  shaper: HarfBuzzShaper
  composer: Composer
}

export class TypeSetter {
  #ready: Ready | undefined
  #range: Range = 'common'
  readonly #loaded = new Set<string>()
  /** Styles whose faces are all loaded. */
  #styles: PageDoc['paragraphStyles'] | undefined
  #runStyles: PageDoc['characterStyles'] | undefined
  #fontFiles: Promise<typeof import('../../adapters/font-files.ts')> | undefined
  #loading: Promise<void> = Promise.resolve()
  /** Paragraphs that have common characters only. */
  readonly #common = new WeakSet<Paragraph>()

  /** The page composed now; undefined while a face that it needs is not here: `load` brings it. */
  compose(doc: PageDoc): Composition | undefined {
    return this.#ready && this.#hasFaces(doc) ? this.#ready.composer.compose(doc) : undefined
  }

  /** The shaper, once `load` has brought it. */
  get shaper(): HarfBuzzShaper | undefined {
    return this.#ready?.shaper
  }

  /** Whether the page holds characters that only the whole faces have, and those are not here. */
  async wantsWhole(doc: PageDoc): Promise<boolean> {
    if (this.#range === 'whole') return false
    // Kept: what loads a module looks through the document each time that it is asked.
    this.#fontFiles ??= import('../../adapters/font-files.ts')
    const { rangeFor } = await this.#fontFiles
    for (const { paragraphs } of Object.values(doc.stories)) {
      for (const paragraph of paragraphs) {
        if (this.#common.has(paragraph)) continue
        if (rangeFor(paragraphText(paragraph)) === 'whole') return true
        this.#common.add(paragraph)
      }
    }
    return false
  }

  /** Brings every face that the page is set in, after what was asked for before. */
  load(doc: PageDoc): Promise<void> {
    const load = () => this.#load(doc)
    this.#loading = this.#loading.then(load, load)
    return this.#loading
  }

  async #load(doc: PageDoc): Promise<void> {
    const range = (await this.wantsWhole(doc)) ? 'whole' : this.#range
    const [{ loadShaper }, { fetchFace }] = await Promise.all([
      import('../../adapters/harfbuzz.ts'),
      import('../../adapters/fetch-faces.ts'),
    ])
    const faces = facesOf(doc)
    if (!this.#ready || range !== this.#range) {
      const shaper = await loadShaper((face) => fetchFace(face, range), faces)
      this.#ready = { shaper, composer: createComposer(shaper) }
      this.#range = range
      this.#loaded.clear()
      findOutlinesBy((face, glyph) => shaper.outline(face, glyph))
    } else await this.#ready.shaper.load(faces)
    for (const face of faces) this.#loaded.add(face)
  }

  #hasFaces(doc: PageDoc): boolean {
    if (doc.paragraphStyles === this.#styles && doc.characterStyles === this.#runStyles) return true
    if (!facesOf(doc).every((face) => this.#loaded.has(face))) return false
    this.#styles = doc.paragraphStyles
    this.#runStyles = doc.characterStyles
    return true
  }
}
