import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { change, damagedPage, savedSample, saveFirst } from './page-files.ts'
import { expect, firstPage, kill, launch, openFrom, test } from './window.ts'

test.describe.configure({ timeout: 180_000 })

const journals = (folder: string): string[] => {
  const root = join(folder, 'profile', 'journals')
  return existsSync(root) ? readdirSync(root) : []
}

test('brings back what a kill took, from a text and from a page, and undo still works', async ({
  folder,
}) => {
  const path = join(folder, '08.banxin')
  const first = await launch(folder)
  const page = await firstPage(first)
  await change(page)
  await saveFirst(first, page, path)
  await expect.poll(() => journals(folder)).toEqual([])
  const saved = readFileSync(path)
  await change(page)
  await expect.poll(() => journals(folder).length).toBe(1)
  await page.waitForTimeout(150)
  await kill(first)
  expect(readFileSync(path)).toEqual(saved)

  const second = await launch(folder, [])
  const again = await firstPage(second)
  await expect(again.getByTestId('recovery')).toContainText('高新园区 08 版', { timeout: 30_000 })
  await expect(again.getByTestId('recovery')).toContainText('1 个版面，共 1 步')
  await expect(again.locator('.recovery-mark')).toBeVisible({ timeout: 30_000 })
  await again.screenshot({ path: 'out/test/recovery.png' })
  await again.getByRole('button', { name: '恢复 1 个版面' }).click()
  await expect(again.getByTestId('story-1')).toBeVisible({ timeout: 30_000 })
  await expect(again.getByTestId('save-state')).toContainText('有改动', { timeout: 20_000 })
  await again.getByRole('application').focus()
  await again.keyboard.press('Control+KeyZ')
  await expect(again.getByTestId('save-state')).toHaveCount(0, { timeout: 20_000 })
  await again.keyboard.press('Control+KeyY')
  await expect(again.getByTestId('save-state')).toContainText('有改动', { timeout: 20_000 })
  // To its own place, without asking.
  await again.keyboard.press('Control+KeyS')
  await expect(again.getByTestId('save-state')).toContainText('已存', { timeout: 30_000 })
  expect(readFileSync(path)).not.toEqual(saved)
  await second.close()
  expect(journals(folder)).toEqual([])
})

test('never lets a journal replace a newer file in silence', async ({ folder }) => {
  const { app: first, page, path } = await savedSample(folder)
  await change(page)
  await expect.poll(() => journals(folder).length).toBe(1)
  await page.waitForTimeout(150)
  await kill(first)
  const newer = readFileSync('tests/refs/pages/version-2.banxin')
  writeFileSync(path, newer)

  const second = await launch(folder, [])
  const again = await firstPage(second)
  await expect(again.getByTestId('recovery')).toContainText('磁盘上的文件更新', { timeout: 30_000 })
  await expect(again.locator('.recovery-mark')).toBeVisible({ timeout: 30_000 })
  await again.screenshot({ path: 'out/test/recovery-newer.png' })
  await again.getByText('用找回的').click()
  await again.getByRole('button', { name: '恢复 1 个版面' }).click()
  await expect(again.getByTestId('story-1')).toBeVisible({ timeout: 30_000 })
  await again.getByRole('application').focus()
  await again.keyboard.press('Control+KeyS')
  await expect(again.getByTestId('conflict')).toContainText('另一个程序改了这份文件', { timeout: 30_000 })
  await expect(again.getByTestId('conflict')).toContainText('差别', { timeout: 30_000 })
  await expect(again.getByTestId('conflict').locator('li').first()).toBeVisible({ timeout: 30_000 })
  await again.screenshot({ path: 'out/test/conflict.png' })
  expect(readFileSync(path)).toEqual(newer)
  await again.getByRole('button', { name: '留我的' }).click()
  await expect(again.getByTestId('save-state')).toContainText('已存', { timeout: 30_000 })
  expect(readFileSync(path)).not.toEqual(newer)
  expect(readFileSync(join(folder, '.08.banxin.bak'))).toEqual(newer)
  await second.close()
})

test('asks before it closes on changes, and keeps them when told to stay', async ({ folder }) => {
  const app = await launch(folder)
  const page = await firstPage(app)
  await change(page)
  await page.keyboard.press('Control+KeyQ')
  await expect(page.getByTestId('unsaved')).toContainText('关闭前要存吗')
  await page.getByTestId('unsaved').getByText('取消').click()
  await expect(page.getByTestId('story-1')).toBeVisible()
  await page.keyboard.press('Control+KeyQ')
  const closed = app.waitForEvent('close')
  await page.getByRole('button', { name: /不存/ }).click()
  await closed
  expect(journals(folder)).toEqual([])
})

test('salvages a damaged page when told to, and leaves the damaged file alone', async ({ folder }) => {
  const { path, bytes } = damagedPage(folder)
  const app = await launch(folder, [])
  const page = await firstPage(app)
  await openFrom(app, path)
  await page.keyboard.press('Control+KeyO')
  await expect(page.getByTestId('failure')).toContainText('损坏', { timeout: 30_000 })
  await page.getByRole('button', { name: '修复着打开' }).click()
  await expect(page.getByTestId('lost')).toContainText('park.png', { timeout: 30_000 })
  await page.screenshot({ path: 'out/test/salvaged.png' })
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('story-1')).toBeVisible()
  expect(readFileSync(path)).toEqual(bytes)
  await app.close()
})
