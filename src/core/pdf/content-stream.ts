/**
 * Operators of a content stream (ISO 32000-1 Annex A). It remembers the graphics state, so that what stands
 * already is not said again. Coordinates are PDF's: pt, y up.
 */
import type { Ink } from '../compose/composition.ts'

/** Graphics states of the page: black overprints, everything else knocks out. */
export const OVERPRINT = 'Over'
export const KNOCKOUT = 'Knock'
/** The colour space of marks that every plate shows. */
export const ALL_PLATES = 'All'

/** An ink of the page, or all plates at once. */
export type Colour = Ink | typeof ALL_PLATES

/** The resource names of spot colours' spaces, by the spot's name. */
export type SpotNames = ReadonlyMap<string, string>

const BLACK: Ink = { cmyk: [0, 0, 0, 100], screen: '#000000' }

export class ContentStream {
  private readonly out: string[] = []
  private state = ''
  private filling = ''
  private stroking = ''
  private width = ''
  private font = ''

  constructor(private readonly spots: SpotNames) {}

  fillRectangle(colour: Colour, x: number, y: number, width: number, height: number): void {
    // A black area under text knocks out: overprinting is for what must not leave a white edge.
    this.useState(KNOCKOUT)
    this.useFill(colour)
    this.out.push(`${numbers(x, y, width, height)} re f`)
  }

  strokeRectangle(
    colour: Colour,
    strokePt: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    this.useStroke(colour, strokePt)
    this.out.push(`${numbers(x, y, width, height)} re S`)
  }

  line(colour: Colour, strokePt: number, x: number, y: number, toX: number, toY: number): void {
    this.useStroke(colour, strokePt)
    this.out.push(`${numbers(x, y)} m ${numbers(toX, toY)} l S`)
  }

  /** Four Bézier arcs; 0.5523 of the radius is the circle's best handle. */
  circle(colour: Colour, strokePt: number, x: number, y: number, radius: number): void {
    const h = 0.5523 * radius
    const r = radius
    this.useStroke(colour, strokePt)
    this.out.push(
      `${numbers(x + r, y)} m`,
      `${numbers(x + r, y + h, x + h, y + r, x, y + r)} c ${numbers(x - h, y + r, x - r, y + h, x - r, y)} c`,
      `${numbers(x - r, y - h, x - h, y - r, x, y - r)} c ${numbers(x + h, y - r, x + r, y - h, x + r, y)} c s`,
    )
  }

  /** `shown` is the array of a TJ, without its brackets; the matrix places its first glyph. */
  text(
    colour: Colour,
    font: string,
    sizePt: number,
    matrix: readonly [number, number, number, number, number, number],
    shown: string,
  ): void {
    this.useState(stateFor(colour))
    this.useFill(colour)
    const wanted = `/${font} ${numbers(sizePt)} Tf `
    const face = wanted === this.font ? '' : wanted
    this.font = wanted
    this.out.push(`BT ${face}${numbers(...matrix)} Tm [${shown}] TJ ET`)
  }

  /** A picture's XObject in the unit square of a matrix, within a rectangle; a stencil prints in black. */
  picture(
    name: string,
    [x, y, width, height]: readonly [number, number, number, number],
    matrix: readonly [number, number, number, number, number, number],
    stencil: boolean,
  ): void {
    this.clipped(x, y, width, height, () => {
      this.useState(stencil ? OVERPRINT : KNOCKOUT)
      if (stencil) this.useFill(BLACK)
      this.out.push(`${numbers(...matrix)} cm /${name} Do`)
    })
  }

  /** What is drawn shows within this rectangle only; the state before it comes back afterwards. */
  clipped(x: number, y: number, width: number, height: number, draw: () => void): void {
    this.out.push(`q ${numbers(x, y, width, height)} re W n`)
    this.forget()
    draw()
    this.out.push('Q')
    this.forget()
  }

  /** What is drawn stands in marked content that this operator opens; without one it stands as it is. */
  marked(opening: string | undefined, draw: () => void): void {
    if (opening !== undefined) this.out.push(opening)
    draw()
    if (opening !== undefined) this.out.push('EMC')
  }

  toString(): string {
    return `${this.out.join('\n')}\n`
  }

  private forget(): void {
    this.state = this.filling = this.stroking = this.width = this.font = ''
  }

  private useState(name: string): void {
    if (name !== this.state) this.out.push(`/${name} gs`)
    this.state = name
  }

  private useFill(colour: Colour): void {
    const wanted = this.colour(colour, 'k', 'cs', 'scn')
    if (wanted !== this.filling) this.out.push(wanted)
    this.filling = wanted
  }

  private useStroke(colour: Colour, strokePt: number): void {
    this.useState(stateFor(colour))
    const wanted = this.colour(colour, 'K', 'CS', 'SCN')
    if (wanted !== this.stroking) this.out.push(wanted)
    this.stroking = wanted
    const width = `${numbers(strokePt)} w`
    if (width !== this.width) this.out.push(width)
    this.width = width
  }

  private colour(colour: Colour, process: string, space: string, tint: string): string {
    if (colour === ALL_PLATES) return `/${ALL_PLATES} ${space} 1 ${tint}`
    if (colour.spot === undefined) return `${numbers(...colour.cmyk.map((part) => part / 100))} ${process}`
    return `/${this.spots.get(colour.spot)} ${space} 1 ${tint}`
  }
}

/** Only pure black overprints: it must fall on the black plate alone and never leave a white edge. */
function stateFor(colour: Colour): string {
  if (colour === ALL_PLATES || colour.spot !== undefined) return KNOCKOUT
  const [c, m, y, k] = colour.cmyk
  return c === 0 && m === 0 && y === 0 && k === 100 ? OVERPRINT : KNOCKOUT
}

const numbers = (...values: number[]): string => values.map(n).join(' ')

/** A number as PDF wants it: no exponent, no more digits than a press can see. */
export function n(value: number): string {
  const text = value.toFixed(3).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}
