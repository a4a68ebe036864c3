/** The models and the pages as files. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MODELS, type Models } from './adapt.ts'
import { type DrawnPage, readPage } from './gold.ts'

const OWN = join(import.meta.dirname, 'own')

/** What was learned from our own articles alone. */
export const readOwnModels = (): Models =>
  Object.fromEntries(
    MODELS.map((name) => [name, JSON.parse(readFileSync(join(OWN, `${name}.json`), 'utf8'))]),
  ) as Models

export function writeModels(folder: string, models: Models): void {
  mkdirSync(folder, { recursive: true })
  for (const name of MODELS) writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(models[name])}\n`)
}

/** The pages of a folder, the first `count` of them. */
export function readDrawnPages(folder: string, count = Number.POSITIVE_INFINITY): DrawnPage[] {
  const names = readdirSync(folder).filter((name) => /^p\d+$/.test(name))
  return names
    .sort()
    .slice(0, count)
    .map((name) => readPage(folder, name))
}
