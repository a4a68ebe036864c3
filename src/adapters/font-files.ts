/**
 * Each face is built twice: whole, and with the common characters only (通用规范汉字表, GB 2312, Latin), a quarter
 * of the size. Both number their glyphs the same, so a page may be composed with either; the whole one is
 * wanted only where a page holds a character that is not common.
 */
import commonLines from '../../assets/fonts/common-characters.json' with { type: 'json' }
import faces from '../../assets/fonts/faces.json' with { type: 'json' }

export type FontRange = 'common' | 'whole'

/** Every common character, printable ASCII and Latin-1 included. */
export const COMMON_CHARACTERS: ReadonlySet<string> = new Set([
  ...commonLines.join(''),
  ...Array.from({ length: 0x180 - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)),
])

export const fontFile = (face: string, range: FontRange): string =>
  range === 'common' ? `${face}.common.ttf` : `${face}.ttf`

/** Which range a text asks for; line ends and other controls ask for none. */
export function rangeFor(text: string): FontRange {
  for (const character of text) {
    if (!COMMON_CHARACTERS.has(character) && character >= ' ') return 'whole'
  }
  return 'common'
}

/** These faces and all that they fall back on, each once. */
export function withFallbacks(ids: Iterable<string>): string[] {
  const all = new Set(ids)
  // A set that grows is walked to its end.
  for (const id of all) {
    const fallback = faces.find((face) => face.id === id)?.fallback
    if (fallback !== undefined) all.add(fallback)
  }
  return [...all]
}
