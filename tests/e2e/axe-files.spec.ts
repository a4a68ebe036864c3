/** The dialogs of files, held against the rules that axe knows. */
import { readFileSync, writeFileSync } from 'node:fs'
import { clean, run } from './axe-faults.ts'
import { change, damagedPage, savedSample } from './page-files.ts'
import { expect, firstPage, kill, launch, openFrom, test } from './window.ts'

test.describe.configure({ timeout: 180_000 })

test('preferences, recent files and what is asked on closing', async ({ page }) => {
  for (const command of ['偏好设置', '最近']) {
    await run(page, command)
    await expect(page.getByRole('dialog')).toBeVisible()
    await clean(page, command)
    await page.keyboard.press('Escape')
  }
  await change(page)
  await page.keyboard.press('Control+KeyW')
  await clean(page, 'closing')
})

test('a file that another program changed, and what a crash left', async ({ folder }) => {
  const { app, page, path } = await savedSample(folder)
  await change(page)
  writeFileSync(path, readFileSync('tests/refs/pages/version-1.banxin'))
  await page.getByRole('button', { name: '看差别' }).click()
  await expect(page.getByTestId('conflict')).toContainText('差别', { timeout: 30_000 })
  await clean(page, 'a conflict')
  await kill(app)

  const again = await firstPage(await launch(folder, []))
  await expect(again.getByTestId('recovery')).toContainText('高新园区 08 版', { timeout: 30_000 })
  await clean(again, 'the recovery')
})

test('what a damaged file no longer has', async ({ folder }) => {
  const { path } = damagedPage(folder)
  const app = await launch(folder, [])
  const page = await firstPage(app)
  await clean(page, 'the welcome')
  await openFrom(app, path)
  await page.keyboard.press('Control+KeyO')
  await expect(page.getByTestId('failure')).toContainText('损坏', { timeout: 30_000 })
  await clean(page, 'a failure')
  await page.getByRole('button', { name: '修复着打开' }).click()
  await expect(page.getByTestId('lost')).toContainText('park.png', { timeout: 30_000 })
  await clean(page, 'what is lost')
})
