/** The printing conditions that Banxin knows by name, as the ICC's characterisation data registry writes them. */
import { ok, type Result } from '../diagnostics.ts'
import { readProfile } from './icc.ts'
import type { Condition, OutputIntent } from './output-intent.ts'

export type ConditionName = 'tr002' | 'ifra26'

const CONDITIONS: Record<ConditionName, Condition> = {
  tr002: {
    id: 'CGATS TR 002',
    info: 'CGATS TR 002 coldset offset on newsprint',
    registered: true,
  },
  ifra26: {
    id: 'IFRA26',
    info: 'WAN-IFRA newspaper 26, coldset offset on newsprint (ISO 12647-3:2013)',
    registered: true,
  },
}

/** The condition whose profile ships with Banxin: the small one for the file, the whole one for pictures. */
export const newsprintIntent = (profile: Uint8Array, separation?: Uint8Array): OutputIntent => ({
  condition: CONDITIONS.tr002,
  profile,
  ...(separation && { separation }),
})

/** A registered condition without its profile: the name stands for it. */
export const namedIntent = (name: ConditionName): OutputIntent => ({ condition: CONDITIONS[name] })

/** A user's own profile, of a registered condition or of its own. Errors: those of `readProfile`. */
export function profileIntent(profile: Uint8Array, name?: ConditionName): Result<OutputIntent> {
  const read = readProfile(profile)
  if (!read.ok) return read
  const own: Condition = { id: 'Custom', info: read.value.description || 'Custom', registered: false }
  return ok({ condition: name === undefined ? own : CONDITIONS[name], profile })
}
