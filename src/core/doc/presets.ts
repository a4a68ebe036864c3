/** The presets (排版规则) that come with Banxin; a document carries its own copy, and may change it. */
import * as v from 'valibot'
import clreq from '../../../assets/presets/clreq.json' with { type: 'json' }
import folio from '../../../assets/presets/folio.json' with { type: 'json' }
import gb from '../../../assets/presets/gb.json' with { type: 'json' }
import head from '../../../assets/presets/head.json' with { type: 'json' }
import kjrb from '../../../assets/presets/kjrb.json' with { type: 'json' }
import { PresetsSchema } from './schema.ts'

export const PRESETS = v.parse(PresetsSchema, { kjrb, gb, clreq, head, folio })
