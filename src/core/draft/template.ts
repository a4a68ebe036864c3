/** A page template, `banxin.template/1`: grid, styles and the measures of the house's look, as data. */
import * as v from 'valibot'
import { fail, ok, type Result } from '../diagnostics.ts'
import { PRESETS } from '../doc/presets.ts'
import { PageDocSchema, type Preset, PresetsSchema } from '../doc/schema.ts'

const { setup, swatches, paragraphStyles, characterStyles } = PageDocSchema.entries

const HeadSchema = v.object({
  /** For heads that span this many basic columns; a span between two entries takes the lower one. */
  span: v.number(),
  /** Least and greatest size of the headline. */
  sizePt: v.tuple([v.number(), v.number()]),
  /** Body rows that the head takes at least. */
  rows: v.number(),
  kickerPt: v.number(),
})

const BorderLineSchema = v.object({
  strokePt: v.pipe(v.number(), v.gtValue(0), v.maxValue(12)),
  /** From the box's edge inwards to the line's axis. */
  insetPt: v.pipe(v.number(), v.minValue(0), v.maxValue(24)),
  swatch: v.string(),
})

const TemplateSchema = v.object({
  schema: v.literal('banxin.template/1'),
  name: v.string(),
  title: v.object({ zh: v.string(), en: v.string() }),
  setup,
  swatches,
  paragraphStyles,
  characterStyles,
  look: v.object({
    folioRows: v.number(),
    /** Basic columns that the lead spans; the rest of the page's top is for briefs. */
    leadSpan: v.number(),
    boxInsetEm: v.number(),
    pictureRatio: v.number(),
    /** What is left at the foot becomes an advertisement from this many rows on. */
    adRows: v.number(),
    /** The border of a box (花边), line by line from outside; one hairline where it is left out. */
    border: v.optional(v.pipe(v.array(BorderLineSchema), v.minLength(1), v.maxLength(4))),
    /** The mark before a byline. */
    marker: v.string(),
    heads: v.pipe(v.array(HeadSchema), v.minLength(1)),
  }),
  /** Beside those that come with Banxin, or in place of them. */
  presets: v.optional(PresetsSchema),
})

/** With the presets that come with Banxin. */
export type Template = v.InferOutput<typeof TemplateSchema> & { presets: Record<string, Preset> }
export type HeadLook = Template['look']['heads'][number]

/** Checks a template that was read as JSON; error `template-invalid` names the first field that is wrong. */
export function readTemplate(json: unknown, name: string): Result<Template> {
  const parsed = v.safeParse(TemplateSchema, json)
  if (parsed.success) return ok({ ...parsed.output, presets: { ...PRESETS, ...parsed.output.presets } })
  const issue = parsed.issues[0]
  return fail('template-invalid', {
    at: { file: name },
    params: { field: v.getDotPath(issue) ?? '', reason: issue.message },
  })
}
