import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'

/**
 * Holds a stage's text dump against tests/refs. `BANXIN_UPDATE=name` rewrites that one golden, to be reviewed
 * in the diff; it does nothing in CI.
 */
export function expectGolden(name: string, text: string): void {
  const file = join(import.meta.dirname, '../refs', name)
  if (process.env.BANXIN_UPDATE === name && !process.env.CI) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  expect(existsSync(file), `${file} is missing; make it with BANXIN_UPDATE=${name}`).toBe(true)
  expect(text).toBe(readFileSync(file, 'utf8'))
}
