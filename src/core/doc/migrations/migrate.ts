/**
 * Brings a page of an earlier version to the present one, a version at a time. A migration takes what a file of its
 * version holds and never throws: what it does not know how to read it leaves as it is, for the schema to refuse.
 */
import { type Json, objectOf } from './json.ts'
import { presetsFromOneWidth } from './to-version-2.ts'
import { addEditorFields } from './to-version-3.ts'

export const PRESENT_VERSION = 3

/** By the version that they start from. */
const MIGRATIONS: Record<number, (page: Json) => Json> = { 1: presetsFromOneWidth, 2: addEditorFields }

/** The version that a page says it has; undefined when it is no page of ours. */
export function versionOf(page: unknown): number | undefined {
  const version = /^banxin\.page\/([1-9]\d{0,3})$/.exec(String(objectOf(page)?.schema))?.[1]
  return version === undefined ? undefined : Number(version)
}

/** The page in the present version, as a new value; one of a newer version, or of none, stays as it is. */
export function migrate(page: unknown): unknown {
  let version = versionOf(page)
  let migrated = page
  while (version !== undefined && version < PRESENT_VERSION) {
    migrated = MIGRATIONS[version]?.(objectOf(migrated) ?? {})
    version++
  }
  return migrated
}
