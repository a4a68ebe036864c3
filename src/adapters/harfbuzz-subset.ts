/** Font subsetting by HarfBuzz's hb-subset, called through its bare WebAssembly build. */
import type { FontSubsetter, SubsetFont } from '../core/pdf/subset.ts'
import { FACES } from './harfbuzz.ts'
import { TrueTypeFile } from './true-type.ts'

/** Tables that a font inside a PDF has no use for: the PDF has its own encoding, widths and positions. */
const DROPPED = 'cmap OS/2 name post gasp GDEF GSUB GPOS BASE STAT vhea vmtx DSIG VORG meta'.split(' ')
const MEMORY_MODE_WRITABLE = 2
/** hb_subset_sets_t */
const DROP_TABLE_SET = 3
const LAYOUT_FEATURE_SET = 6
/** hb_subset_flags_t */
const FLAG = { retainGlyphIds: 0x2, notdefOutline: 0x40, noLayoutClosure: 0x200 }

interface HbSubset {
  memory: { buffer: ArrayBuffer }
  _initialize(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_set_clear(set: number): void
  hb_set_invert(set: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_glyph_set(input: number): number
  hb_subset_input_unicode_set(input: number): number
  hb_subset_input_set(input: number, which: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_or_fail(face: number, input: number): number
}

/**
 * A subsetter over the font files that `file` gives by face id, a shaper's own for one; `wasm` is hb-subset's module.
 * It holds a font for as long as a subset is made of it. The last subset of each face is remembered, for a page is
 * printed again more often than its characters change.
 */
export async function loadSubsetter(
  wasm: Uint8Array<ArrayBuffer>,
  file: (face: string) => Uint8Array,
): Promise<FontSubsetter> {
  const hb = await instantiate(wasm)
  const last = new Map<string, { key: string; font: SubsetFont }>()
  return {
    subset(face, glyphs) {
      const info = FACES.find(({ id }) => id === face)
      if (info === undefined) throw new Error(`there is no face named ${face}`)
      const key = [...glyphs].sort((a, b) => a - b).join()
      const known = last.get(face)
      if (known?.key === key) return known.font
      const font = subsetFile(hb, file(face), glyphs, info.postScriptName)
      last.set(face, { key, font })
      return font
    },
  }
}

function subsetFile(
  hb: HbSubset,
  bytes: Uint8Array,
  glyphs: readonly number[],
  postScriptName: string,
): SubsetFont {
  const file = new TrueTypeFile(bytes)
  const kept = file.closure(glyphs)
  const advances = new Map(kept.map((glyph) => [glyph, file.advance(glyph)]))
  const heads = new Map(kept.map((glyph) => [glyph, file.outlineHead(glyph)]))
  return {
    postScriptName,
    bytes: runSubset(hb, bytes, (input) => chooseGlyphs(hb, input, kept)),
    // hb-subset renumbers by rank in the sorted set of what it keeps.
    renumbered: new Map(kept.map((glyph, rank) => [glyph, rank])),
    advance: (glyph) => {
      const advance = advances.get(glyph)
      if (advance === undefined) throw new Error(`glyph ${glyph} is not in the subset`)
      return advance
    },
    outlineHead: (glyph) => heads.get(glyph),
    metrics: file.metrics(),
  }
}

/** For a PDF: these glyphs, renumbered, and no table that the PDF itself replaces. */
function chooseGlyphs(hb: HbSubset, input: number, glyphs: readonly number[]): void {
  const glyphSet = hb.hb_subset_input_glyph_set(input)
  for (const glyph of glyphs) hb.hb_set_add(glyphSet, glyph)
  const dropped = hb.hb_subset_input_set(input, DROP_TABLE_SET)
  for (const table of DROPPED) hb.hb_set_add(dropped, tag(table))
  hb.hb_subset_input_set_flags(input, FLAG.notdefOutline | FLAG.noLayoutClosure)
}

/** For composing: these characters with all their features, every glyph under the number it has in the whole font. */
function chooseCharacters(hb: HbSubset, input: number, characters: Iterable<string>): void {
  const unicodes = hb.hb_subset_input_unicode_set(input)
  for (const character of characters) hb.hb_set_add(unicodes, character.codePointAt(0) as number)
  const features = hb.hb_subset_input_set(input, LAYOUT_FEATURE_SET)
  hb.hb_set_clear(features)
  hb.hb_set_invert(features)
  hb.hb_subset_input_set_flags(input, FLAG.notdefOutline | FLAG.retainGlyphIds)
}

/** A font file with the given characters only; its glyph ids are those of the whole font. */
export async function subsetToCharacters(
  wasm: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array,
  characters: Iterable<string>,
): Promise<Uint8Array> {
  const hb = await instantiate(wasm)
  return runSubset(hb, bytes, (input) => chooseCharacters(hb, input, characters))
}

async function instantiate(wasm: Uint8Array<ArrayBuffer>): Promise<HbSubset> {
  const { instance } = await WebAssembly.instantiate(wasm)
  const hb = instance.exports as unknown as HbSubset
  hb._initialize()
  return hb
}

function runSubset(hb: HbSubset, bytes: Uint8Array, choose: (input: number) => void): Uint8Array {
  const data = hb.malloc(bytes.length)
  new Uint8Array(hb.memory.buffer).set(bytes, data)
  const blob = hb.hb_blob_create(data, bytes.length, MEMORY_MODE_WRITABLE, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  const input = hb.hb_subset_input_create_or_fail()
  choose(input)
  const subset = hb.hb_subset_or_fail(face, input)
  if (subset === 0) throw new Error('hb-subset failed')
  const out = hb.hb_face_reference_blob(subset)
  const start = hb.hb_blob_get_data(out, 0)
  const result = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(out))
  hb.hb_blob_destroy(out)
  hb.hb_face_destroy(subset)
  hb.hb_subset_input_destroy(input)
  hb.hb_face_destroy(face)
  hb.hb_blob_destroy(blob)
  hb.free(data)
  return result
}

const tag = (name: string): number => [...name].reduce((sum, c) => sum * 256 + c.charCodeAt(0), 0)
