/**
 * 未签发: what a proof says that nobody has let go to press, faint under the page in several places, for pictures hide
 * some of them, and at the page's head above everything.
 */
import type { ComposedLine, Composition, Ink, TextItem } from '../compose/composition.ts'
import type { Shaper } from '../fonts.ts'
import { shapeLabel } from '../pdf/label.ts'
import { SLUG_FACE } from '../pdf/marks.ts'
import { mmToPt, type Pt } from '../units.ts'

const FAINT: Ink = { cmyk: [0, 0, 0, 12], screen: '#e4e3e2' }
const BLACK: Ink = { cmyk: [0, 0, 0, 100], screen: '#000000' }
const HEAD_SIZE: Pt = 14
/** From the trim. */
const HEAD_AWAY = mmToPt(6)
/** As shares of the page's width and height. */
const PLACES = [0.14, 0.38, 0.62, 0.86].flatMap((down, row) =>
  (row % 2 === 0 ? [0.27, 0.73] : [0.5]).map((across) => [across, down] as const),
)
/** Of an em, from a Han character's middle down to its baseline. */
const HALF = 0.38

const LARGE = '未签发'
const HEAD = '校样 未签发'

/** All that the marks say, for the fonts to have it. */
export const PROOF_TEXT = LARGE + HEAD

export function withProofMark(composition: Composition, shaper: Shaper): Composition {
  const { width, height, items } = composition
  const large = label(LARGE, Math.min(width, height) / 8, FAINT, shaper)
  const head = label(HEAD, HEAD_SIZE, BLACK, shaper)
  const under = PLACES.map(([across, down]) => large(across * width, down * height))
  return { ...composition, items: [...under, ...items, head(width / 2, HEAD_AWAY)] }
}

/** Placed by its middle. */
function label(text: string, sizePt: Pt, ink: Ink, shaper: Shaper): (x: Pt, y: Pt) => TextItem {
  const { runs, width } = shapeLabel(text, SLUG_FACE, sizePt, ink, shaper)
  return (x, y) => {
    const line: ComposedLine = {
      paragraph: 0,
      start: 0,
      end: text.length,
      x: x - width / 2,
      baseline: y + HALF * sizePt,
      measure: width,
      last: true,
      runs,
      fit: { squeezedEm: 0, stretchEm: 0, spacesEm: 0, copyfitEm: 0 },
    }
    const box = { x: line.x, y: y - sizePt / 2, width, height: sizePt }
    return { kind: 'text', frame: 'proof-mark', box, lines: [line] }
  }
}
