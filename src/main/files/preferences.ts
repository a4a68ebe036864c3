/** What a person has chosen for all pages, and that the welcome was seen. */
import * as v from 'valibot'
import { DEFAULT_PREFERENCES, INTERFACE_SCALES, type Preferences } from '../../shared/ipc-files.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'

const PreferencesSchema = v.object({
  language: v.fallback(v.picklist(['zh', 'en']), DEFAULT_PREFERENCES.language),
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), DEFAULT_PREFERENCES.theme),
  units: v.fallback(v.picklist(['mm', 'pt']), DEFAULT_PREFERENCES.units),
  template: v.fallback(v.pipe(v.string(), v.maxLength(80)), DEFAULT_PREFERENCES.template),
  scale: v.fallback(v.picklist(INTERFACE_SCALES), DEFAULT_PREFERENCES.scale),
})

export class PreferencesFile {
  readonly #file: string
  #now: Preferences = DEFAULT_PREFERENCES

  constructor(file: string) {
    this.#file = file
  }

  async load(system: Pick<Preferences, 'language'>): Promise<void> {
    this.#now = await readJsonFile(this.#file, PreferencesSchema, { ...DEFAULT_PREFERENCES, ...system })
  }

  get now(): Preferences {
    return this.#now
  }

  /** Takes over what is valid of a change. */
  change(change: Partial<Preferences>): Preferences {
    const parsed = v.safeParse(PreferencesSchema, { ...this.#now, ...change })
    if (parsed.success) {
      this.#now = parsed.output
      void writeJsonFile(this.#file, this.#now)
    }
    return this.#now
  }
}
