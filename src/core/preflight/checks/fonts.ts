/** Fonts: at hand, allowed to be embedded, and having the characters that are set in them. */
import type { Found } from '../issue.ts'
import type { PageView } from '../view.ts'

/** OS/2 fsType, OpenType 1.9: 0x2 is only "restricted" where no freer bit is set. */
const RESTRICTED = 0x0002
const FREER = 0x000c
const NO_SUBSET = 0x0100
const BITMAP_ONLY = 0x0200

/** Why a font may not go into a print file; undefined where it may. */
function refusal(fsType: number): 'restricted' | 'no-subset' | 'bitmap-only' | undefined {
  if (fsType & RESTRICTED && !(fsType & FREER)) return 'restricted'
  if (fsType & BITMAP_ONLY) return 'bitmap-only'
  return fsType & NO_SUBSET ? 'no-subset' : undefined
}

/** Each face that the page prints with, and the frame where it is first seen. */
function facesOnPage(view: PageView): Map<string, string> {
  const faces = new Map<string, string>()
  for (const { frame, lines } of view.texts)
    for (const { runs } of lines) for (const { face } of runs) if (!faces.has(face)) faces.set(face, frame)
  return faces
}

export function checkFonts(view: PageView): Found[] {
  const { fonts } = view.facts
  if (!fonts) return []
  return [...facesOnPage(view)].flatMap(([face, frame]): Found[] => {
    const at = view.atFrame(frame)
    const fact = fonts[face]
    if (!fact) return [{ rule: 'font-missing', key: face, at, params: { face } }]
    const why = refusal(fact.fsType)
    return why ? [{ rule: 'font-licence', key: `${face}:${why}`, at, params: { name: fact.name, why } }] : []
  })
}

/** Han that the face lacks are set in another, and look it. */
export function checkFallbacks(view: PageView): Found[] {
  return view.stories.flatMap(([id, story]) => {
    const wanted = new Set(
      story.paragraphs.flatMap(({ style, runs }) => [
        view.doc.paragraphStyles[style]?.face,
        ...runs.map((run) => run.style && view.doc.characterStyles[run.style]?.face),
      ]),
    )
    const strange = new Map<string, Found>()
    for (const { line } of view.linesOf(id)) {
      if (line.runs.every(({ face }) => wanted.has(face))) continue
      let at = line.start
      for (const { face, texts } of line.runs) {
        for (const text of texts) {
          if (!wanted.has(face) && /\p{Script=Han}/u.test(text) && !strange.has(text)) {
            const place = view.atText(id, line.paragraph, at, at + text.length)
            strange.set(text, {
              rule: 'glyph-fallback',
              key: `${id}:${text}`,
              at: place,
              params: { character: text, face },
            })
          }
          at += text.length
        }
      }
    }
    return [...strange.values()]
  })
}
