/** The page's swatches (色板): process and spot colours by name. */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { Frame, PageDoc } from '../schema.ts'
import { withFrames } from './command.ts'

export type Swatch = PageDoc['swatches'][string]
type Cmyk = Swatch['cmyk']

/** Composition takes these for empty frames; they may change and must not go. */
const NEEDED = ['picture-tint', 'ad-tint', 'frame-line']

export const isNeededSwatch = (name: string): boolean => NEEDED.includes(name)

/** Full tone of each ink on newsprint as a screen shows it, near enough to tell colours apart. */
const TONES = [
  [20, 138, 196],
  [212, 58, 122],
  [252, 224, 56],
  [28, 26, 24],
] as const

/** What a screen shows for an ink: each ink takes its share of the light. Proofs go by the output intent instead. */
function screenOf(cmyk: Cmyk): string {
  const light = [0, 1, 2].map((channel) =>
    cmyk.reduce((rest, share, ink) => {
      const tone = (TONES[ink]?.[channel] ?? 0) / 255
      return rest * (1 - (Math.min(100, share) / 100) * (1 - tone))
    }, 255),
  )
  return `#${light.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
}

/** Adds a swatch, or changes one. Errors: `swatch-name`, `swatch-ink` for more than 100 % of one ink. */
export function defineSwatch(
  doc: PageDoc,
  name: string,
  cmyk: Cmyk,
  spot: string | undefined,
): Result<PageDoc> {
  if (name.trim() === '' || name.length > 80) return fail('swatch-name', { params: { swatch: name } })
  if (cmyk.some((share) => !(share >= 0 && share <= 100)))
    return fail('swatch-ink', { params: { swatch: name } })
  const swatch: Swatch = { cmyk, screen: screenOf(cmyk), ...(spot ? { spot } : {}) }
  if (JSON.stringify(doc.swatches[name]) === JSON.stringify(swatch)) return ok(doc)
  return ok({ ...doc, swatches: { ...doc.swatches, [name]: swatch } })
}

/** Takes a swatch away; all that has it gets `instead`. Errors: `swatch-needed`, `swatch-missing`. */
export function removeSwatch(doc: PageDoc, name: string, instead: string): Result<PageDoc> {
  if (NEEDED.includes(name)) return fail('swatch-needed', { params: { swatch: name } })
  if (!doc.swatches[instead] || instead === name)
    return fail('swatch-missing', { params: { swatch: instead } })
  const { [name]: gone, ...swatches } = doc.swatches
  return gone ? ok({ ...repainted(doc, name, instead), swatches }) : ok(doc)
}

/** Errors: `swatch-name`, `swatch-taken`, `swatch-needed`. */
export function renameSwatch(doc: PageDoc, name: string, next: string): Result<PageDoc> {
  const swatch = doc.swatches[name]
  if (!swatch || next === name) return ok(doc)
  if (next.trim() === '' || next.length > 80) return fail('swatch-name', { params: { swatch: next } })
  if (doc.swatches[next]) return fail('swatch-taken', { params: { swatch: next } })
  if (NEEDED.includes(name)) return fail('swatch-needed', { params: { swatch: name } })
  const swatches = Object.fromEntries(
    Object.entries(doc.swatches).map(([each, ink]) => [each === name ? next : each, ink]),
  )
  return ok({ ...repainted(doc, name, next), swatches })
}

/** How many frames and styles have a swatch. */
export function swatchUses(doc: PageDoc, name: string): number {
  const frames = Object.values(doc.frames).filter((frame) => repaintFrame(frame, name, '') !== frame)
  const styles = [...Object.values(doc.paragraphStyles), ...Object.values(doc.characterStyles)]
  return frames.length + styles.filter(({ swatch }) => swatch === name).length
}

function repainted(doc: PageDoc, name: string, instead: string): PageDoc {
  const frames = Object.entries(doc.frames).map(
    ([id, frame]) => [id, repaintFrame(frame, name, instead)] as const,
  )
  return {
    ...withFrames(doc, Object.fromEntries(frames)),
    paragraphStyles: repaintStyles(doc.paragraphStyles, name, instead),
    characterStyles: repaintStyles(doc.characterStyles, name, instead),
  }
}

function repaintStyles<T extends { swatch?: string }>(
  styles: Record<string, T>,
  name: string,
  instead: string,
): Record<string, T> {
  if (!Object.values(styles).some(({ swatch }) => swatch === name)) return styles
  const painted = Object.entries(styles).map(
    ([id, style]) => [id, style.swatch === name ? { ...style, swatch: instead } : style] as const,
  )
  return Object.fromEntries(painted)
}

function repaintFrame(frame: Frame, name: string, instead: string): Frame {
  let next = frame
  if ('fill' in next && next.fill === name) next = { ...next, fill: instead }
  if ('stroke' in next && next.stroke === name) next = { ...next, stroke: instead }
  if (next.kind === 'text' && next.columns?.ruleSwatch === name)
    next = { ...next, columns: { ...next.columns, ruleSwatch: instead } }
  return next
}
