import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { deleteTemplate, listTemplates, saveTemplate } from '../../src/main/templates.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'banxin-templates-')), 'templates')
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('keeps templates as files, lists them in order and forgets them', async () => {
  expect(await listTemplates(folder)).toEqual([])
  expect(await saveTemplate(folder, 'own-b', { name: 'own-b' })).toBeUndefined()
  expect(await saveTemplate(folder, 'own-a', { name: 'own-a' })).toBeUndefined()
  expect(await listTemplates(folder)).toEqual([{ name: 'own-a' }, { name: 'own-b' }])
  await deleteTemplate(folder, 'own-a')
  await deleteTemplate(folder, 'own-a')
  expect(await listTemplates(folder)).toEqual([{ name: 'own-b' }])
})

it('takes no name that leads out of the folder, and reads around what is no JSON', async () => {
  for (const name of ['../evil', 'own-../evil', 'shipped', 'own-', 'own-A/b'])
    expect(await saveTemplate(folder, name, {})).toMatchObject({ code: 'template-invalid' })
  await saveTemplate(folder, 'own-a', { name: 'own-a' })
  writeFileSync(join(folder, 'own-broken.json'), '{')
  writeFileSync(join(folder, 'notes.txt'), 'x')
  expect(await listTemplates(folder)).toEqual([{ name: 'own-a' }])
  await deleteTemplate(folder, '../templates/own-a')
  expect(readdirSync(folder)).toContain('own-a.json')
})
