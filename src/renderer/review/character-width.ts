/** Widths of characters in the source list's face, in em, measured once each. */
const widths = new Map<string, number>()
let context: OffscreenCanvasRenderingContext2D | null | undefined

const MEASURED_PX = 100

export function characterWidth(character: string): number {
  if (character >= '\u2e80' && character <= '\uffe6') return 1
  const known = widths.get(character)
  if (known !== undefined) return known
  context ??= new OffscreenCanvas(1, 1).getContext('2d')
  if (!context) return 1
  context.font = `${MEASURED_PX}px ${getComputedStyle(document.documentElement).getPropertyValue('--print')}`
  const width = context.measureText(character).width / MEASURED_PX
  widths.set(character, width)
  return width
}
