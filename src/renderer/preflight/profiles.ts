/** The profiles that are at hand: those that come with Banxin, and the paper's own, kept with the settings. */
import press from '../../../assets/preflight/press.json' with { type: 'json' }
import x1a from '../../../assets/preflight/x1a.json' with { type: 'json' }
import type { Result } from '../../core/diagnostics.ts'
import type { PageDoc } from '../../core/doc/schema.ts'
import { NEWSPRINT, type Profile, readProfile } from '../../core/preflight/profile.ts'
import { createStore } from '../state/store.ts'

const KEY = 'banxin.preflight'

const valid = (json: unknown): Profile[] => {
  const read = readProfile(json)
  return read.ok ? [read.value] : []
}

const SHIPPED: readonly Profile[] = [NEWSPRINT, ...[press, x1a].flatMap(valid)]

export const isShipped = ({ id }: Pick<Profile, 'id'>): boolean => SHIPPED.some((each) => each.id === id)

export const ownProfiles = createStore<{ own: readonly Profile[] }>({ own: stored() })

function stored(): Profile[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(value) ? value.flatMap(valid) : []
  } catch {
    // Profiles that cannot be read are as good as none.
    return []
  }
}

export const allProfiles = (): Profile[] => [...SHIPPED, ...ownProfiles.get().own]

/** What the page is checked by: the profile that it names, else the first. */
export const profileOf = ({ preflightProfile }: Pick<PageDoc, 'preflightProfile'>): Profile =>
  allProfiles().find(({ id }) => id === preflightProfile) ?? NEWSPRINT

/** A paper's own profile takes the place of the one with its id. */
export function saveProfile(profile: Profile): void {
  const others = ownProfiles.get().own.filter(({ id }) => id !== profile.id)
  keep([...others, profile])
}

export const deleteProfile = (id: string): void =>
  keep(ownProfiles.get().own.filter((profile) => profile.id !== id))

function keep(own: readonly Profile[]): void {
  ownProfiles.set({ own })
  localStorage.setItem(KEY, JSON.stringify(own))
}

/** From a file that another desk has written. Errors: those of `readProfile`. */
export function importProfile(text: string): Result<Profile> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = undefined
  }
  const read = readProfile(json)
  if (read.ok) saveProfile(read.value)
  return read
}

/** `own-1`, `own-2`, …: the first that is free. */
export function freeProfileId(): string {
  const taken = new Set(allProfiles().map(({ id }) => id))
  for (let n = 1; ; n++) if (!taken.has(`own-${n}`)) return `own-${n}`
}
