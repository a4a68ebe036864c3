/** Ink: too much of it, black of several inks, lines and type too fine for a newspaper press, spot colours. */
import type { GlyphRun, Ink, TextItem } from '../../compose/composition.ts'
import type { PageDoc } from '../../doc/schema.ts'
import type { Fix, Found } from '../issue.ts'
import type { RuleId } from '../rules.ts'
import { boxOfLine, type PageView } from '../view.ts'

const sumOf = ({ cmyk }: Ink): number => cmyk.reduce((sum, ink) => sum + ink, 0)
const platesOf = ({ cmyk, spot }: Ink): number =>
  spot === undefined ? cmyk.filter((ink) => ink > 0).length : 1
const isPaper = (ink: Ink): boolean => sumOf(ink) === 0
/** Screened into dots: an ink that is neither solid nor absent. */
const isTinted = ({ cmyk }: Ink): boolean => cmyk.some((ink) => ink > 0 && ink < 100)

/** Black text of more than black: it is out of register on every second copy. */
const isRichBlack = (ink: Ink): boolean => ink.spot === undefined && ink.cmyk[3] >= 60 && platesOf(ink) > 1

/** Every swatch of the page that is printed, with where it is first seen. */
export function checkSwatches(view: PageView): Found[] {
  const limit = view.profile.limits.inkPercent
  return usesOf(view).flatMap(({ name, ink, frame }): Found[] => {
    const at = view.atFrame(frame)
    const found: Found[] = []
    const percent = Math.round(sumOf(ink))
    if (percent > limit + 0.01) {
      const rule: RuleId = 'ink-over-limit'
      found.push({
        rule,
        key: `${name}:${percent}`,
        at,
        params: { name, percent, limit },
        fix: lessInk(name, limit),
      })
    }
    if (ink.spot !== undefined)
      found.push({ rule: 'spot-colour', key: ink.spot, at, params: { name: ink.spot }, fix: noSpot(name) })
    return found
  })
}

interface Use {
  name: string
  ink: Ink
  frame: string
}

function usesOf(view: PageView): Use[] {
  const seen = new Map<string, Use>()
  const names = new Map(Object.entries(view.doc.swatches).map(([name, swatch]) => [swatch as Ink, name]))
  const see = (ink: Ink | undefined, frame: string) => {
    const name = ink && names.get(ink)
    if (ink && name !== undefined && !seen.has(name)) seen.set(name, { name, ink, frame })
  }
  for (const item of view.composition.items) {
    if (item.kind === 'shape') for (const ink of [item.fill, item.stroke]) see(ink, item.frame)
    if (item.kind === 'rule') see(item.stroke, item.frame)
    if (item.kind === 'text') for (const run of runsOf(item)) see(run.ink, item.frame)
  }
  return [...seen.values()]
}

const runsOf = (item: TextItem): GlyphRun[] => item.lines.flatMap(({ runs }) => runs)

type Cmyk = [number, number, number, number]

const changeSwatch = (
  name: string,
  fixName: string,
  params: Fix['params'],
  change: (cmyk: Cmyk) => Cmyk,
): Fix => ({
  name: fixName,
  ...(params && { params }),
  apply: (doc: PageDoc) => {
    const swatch = doc.swatches[name]
    if (!swatch) return doc
    return {
      ...doc,
      swatches: { ...doc.swatches, [name]: { ...swatch, cmyk: change([...swatch.cmyk] as Cmyk) } },
    }
  },
})

/** The colours are taken back evenly; black stays, which keeps the drawing. */
const lessInk = (name: string, limit: number): Fix =>
  changeSwatch(name, 'less-ink', { limit }, ([c, m, y, k]) => {
    const black = Math.min(k, limit)
    const share = Math.min(1, (limit - black) / (c + m + y || 1))
    const [cyan, magenta, yellow] = [c, m, y].map((ink) => Math.floor(ink * share)) as [
      number,
      number,
      number,
    ]
    return [cyan, magenta, yellow, black]
  })

const plainBlack = (name: string): Fix => changeSwatch(name, 'plain-black', undefined, () => [0, 0, 0, 100])

const noSpot = (name: string): Fix => ({
  name: 'no-spot',
  apply: (doc) => {
    const swatch = doc.swatches[name]
    if (!swatch) return doc
    const { spot: _, ...rest } = swatch
    return { ...doc, swatches: { ...doc.swatches, [name]: rest } }
  },
})

/** Type in inks and sizes that a newspaper press cannot hold; each once for its frame. */
export function checkTypeInks(view: PageView): Found[] {
  const { textPt, tintedTextPt, reversedTextPt } = view.profile.limits
  const names = new Map(Object.entries(view.doc.swatches).map(([name, swatch]) => [swatch as Ink, name]))
  return view.texts.flatMap((item) => {
    // labels of empty frames are not printed for good
    if (item.story === undefined) return []
    const found = new Map<RuleId, Found>()
    for (const line of item.lines) {
      for (const { ink, sizePt } of line.runs) {
        const swatch = names.get(ink) ?? ''
        const add = (rule: RuleId, limit: number, fix?: Fix) => {
          if (found.has(rule)) return
          const at = { ...view.atFrame(item.frame), box: boxOfLine(line) }
          const params = { pt: round(sizePt), limit, swatch }
          found.set(rule, {
            rule,
            key: `${item.frame}:${rule}:${swatch}:${round(sizePt)}`,
            at,
            params,
            ...(fix && { fix }),
          })
        }
        if (isRichBlack(ink)) add('text-rich-black', 0, plainBlack(swatch))
        else if (isPaper(ink) && sizePt < reversedTextPt) add('text-reversed-small', reversedTextPt)
        else if (
          !isPaper(ink) &&
          (isTinted(ink) || platesOf(ink) > 1) &&
          sizePt < tintedTextPt &&
          !isMarker(item, ink)
        )
          add('text-tinted', tintedTextPt, blackInstead(swatch))
        if (sizePt < textPt) add('text-too-small', textPt)
      }
    }
    return [...found.values()]
  })
}

/** ▶ before a byline in the paper's colour is no text that one must be able to read. */
const isMarker = (item: TextItem, ink: Ink): boolean =>
  runsOf(item).every((run) => run.ink !== ink || run.texts.every((text) => /^[\p{So}\p{Sm}\s]*$/u.test(text)))

const blackInstead = (name: string): Fix | undefined => (name === '' ? undefined : plainBlack(name))

const round = (pt: number): number => Math.round(pt * 100) / 100

/** Rules and outlines thinner than the press can print. */
export function checkHairlines(view: PageView): Found[] {
  const { hairlinePt, tintedHairlinePt } = view.profile.limits
  return view.composition.items.flatMap((item): Found[] => {
    if (item.kind !== 'rule' && item.kind !== 'shape') return []
    const { stroke, strokePt, frame } = item
    const kind = view.doc.frames[frame]?.kind
    if (!stroke || isPaper(stroke) || strokePt <= 0 || kind === undefined) return []
    // the outline of a frame that waits for its picture goes when the picture comes
    if (item.kind === 'shape' && (kind === 'picture' || kind === 'ad') && !hasOwnStroke(view, frame))
      return []
    const tinted = isTinted(stroke) || platesOf(stroke) > 1
    const params = (limit: number) => ({ pt: round(strokePt), limit })
    const at = view.atFrame(frame)
    const key = `${frame}:${round(strokePt)}`
    if (strokePt < hairlinePt - 1e-6)
      return [{ rule: 'hairline', key, at, params: params(hairlinePt), fix: thicker(frame, hairlinePt) }]
    if (tinted && strokePt < tintedHairlinePt - 1e-6)
      return [
        {
          rule: 'hairline-tinted',
          key,
          at,
          params: params(tintedHairlinePt),
          fix: thicker(frame, tintedHairlinePt),
        },
      ]
    return []
  })
}

function hasOwnStroke(view: PageView, id: string): boolean {
  const frame = view.doc.frames[id]
  return frame?.kind === 'picture' && frame.stroke !== undefined
}

const thicker = (id: string, pt: number): Fix => ({
  name: 'thicker',
  params: { pt },
  apply: (doc) => {
    const frame = doc.frames[id]
    if (!frame) return doc
    const next =
      frame.kind === 'text' && frame.columns?.rulePt !== undefined && frame.columns.rulePt < pt
        ? { ...frame, columns: { ...frame.columns, rulePt: pt } }
        : frame.kind === 'ad'
          ? frame
          : { ...frame, strokePt: pt }
    return { ...doc, frames: { ...doc.frames, [id]: next } }
  },
})
