/** Pages of earlier versions, saved by the programs of their time: tests/refs/pages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FACES } from '../../../src/adapters/harfbuzz.ts'
import { createComposer } from '../../../src/core/compose/composer.ts'
import { packPage, unpackPage } from '../../../src/core/doc/banxin-file.ts'
import { migrate } from '../../../src/core/doc/migrations/migrate.ts'
import { openShaper } from '../../support/real-page.ts'

const refs = join(import.meta.dirname, '../../refs/pages')
const faces = FACES.map(({ id }) => id)
const openFixture = (version: number) => {
  const name = `version-${version}.banxin`
  const file = unpackPage(new Uint8Array(readFileSync(join(refs, name))), name, faces)
  if (!file.ok) throw new Error(JSON.stringify(file.error))
  return file.value
}

describe.each([1, 2])('a page of version %i', (version) => {
  it('opens in the present version, with its picture and its dump', () => {
    const file = openFixture(version)
    expect(file.doc.schema).toBe('banxin.page/3')
    expect(file.source?.name).toBe('page08.txt')
    expect(file.pictures?.size).toBe(1)
    expect(Object.keys(file.doc.articles)).toHaveLength(4)
  })

  it('opens the same once it is saved', () => {
    const file = openFixture(version)
    expect(unpackPage(packPage(file), 'again.banxin', faces)).toEqual({ ok: true, value: file })
  })
})

it('keeps the lines that version 1 set', async () => {
  const { doc } = openFixture(1)
  const printed = JSON.parse(readFileSync(join(refs, 'version-1.lines.json'), 'utf8'))
  const composition = createComposer(await openShaper()).compose(doc)
  const lines: Record<string, string[]> = {}
  for (const item of composition.items) {
    if (item.kind !== 'text' || item.story === undefined) continue
    lines[item.story] ??= []
    lines[item.story]?.push(...item.lines.map(({ runs }) => runs.map(({ texts }) => texts.join('')).join('')))
  }
  expect(lines).toEqual(printed)
})

describe('migrating', () => {
  it('marks the copyfit of version 1 as inferred from print', () => {
    const records = Object.values(openFixture(1).doc.stories).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ copyfit = [] }) => copyfit),
    )
    expect(records.length).toBeGreaterThan(0)
    expect(records.every(({ by }) => by === 'print')).toBe(true)
  })

  it.each([
    [0.5, 'half'],
    [1, 'full'],
    [0.6, 'proportional'],
  ])('names the figures of %f em %s', (digitEm, figures) => {
    const page = { schema: 'banxin.page/1', presets: { house: { digitEm } } }
    expect(migrate(page)).toMatchObject({ presets: { house: { figures } } })
  })

  it('leaves what it cannot read to the schema', () => {
    for (const page of [null, 7, [], {}, { schema: 'banxin.page/9' }, { schema: 'other/1' }]) {
      expect(migrate(page)).toEqual(page)
    }
    expect(migrate({ schema: 'banxin.page/1', stories: 3, presets: [null], frames: 'x' })).toMatchObject({
      schema: 'banxin.page/3',
      stories: 3,
    })
    const odd = { schema: 'banxin.page/1', stories: { a: { paragraphs: [null, { copyfit: [1] }] }, b: 2 } }
    expect(migrate(odd)).toMatchObject({ schema: 'banxin.page/3' })
  })
})
