/** `source/corrections.json`: a person's corrections of the reconstruction, in the order they were made. */
import * as v from 'valibot'
import { ROLES } from '../reconstruct/doubts/doubt-codes.ts'
import type { Correction } from '../reconstruct/types.ts'
import { SpanSchema } from './schema.ts'

const PlaceSchema = v.object({
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
const TextSchema = v.array(SpanSchema)

const CorrectionSchema = v.variant('kind', [
  v.object({
    kind: v.literal('place'),
    text: TextSchema,
    as: v.picklist(ROLES),
    article: v.optional(v.union([v.literal('new'), PlaceSchema])),
    before: v.optional(PlaceSchema),
  }),
  v.object({ kind: v.literal('merge'), article: PlaceSchema, into: PlaceSchema }),
  v.object({ kind: v.literal('split'), at: PlaceSchema }),
  v.object({ kind: v.literal('break'), at: PlaceSchema }),
  v.object({ kind: v.literal('join'), at: PlaceSchema }),
  v.object({ kind: v.literal('accept'), text: TextSchema, code: v.string() }),
])

export const CorrectionsSchema: v.GenericSchema<unknown, Correction[]> = v.array(CorrectionSchema)
