/** 导出付印 PDF: the dialog, its steps and their end, cancelling, and what is remembered. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { readOnlyFolder } from '../support/read-only-folder.ts'
import { tool } from '../support/tools.ts'
import { expect, saveTo, test } from './window.ts'

const dialog = (page: Page) => page.getByTestId('export-dialog')
const status = (page: Page) => page.getByTestId('export-status')

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('Control+KeyE')
  await expect(dialog(page)).toBeVisible()
}

const start = (page: Page) => dialog(page).getByRole('button', { name: '导出', exact: true }).click()

test('exports by keyboard alone where the save dialog says', async ({ page, app, folder }) => {
  const path = join(folder, 'page08.pdf')
  await saveTo(app, path)
  await openDialog(page)
  await expect(page.getByTestId('export-path')).toHaveText('20250317-08-高新园区.pdf')
  await expect(dialog(page)).toContainText('无错误')
  // The primary button has the focus.
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('已导出 page08.pdf', { timeout: 40_000 })
  await expect(status(page)).toContainText('已回读核对')
  await expect(dialog(page).locator('li[data-progress="done"]')).toHaveCount(4)
  await expect(dialog(page)).toContainText(/排版\s*\d+ 行/)
  await expect(dialog(page)).toContainText(/子集字体\s*\d{3} 字/)
  expect(readFileSync(path).subarray(0, 8).toString('latin1')).toBe('%PDF-1.6')
  expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([])
  tool('qpdf', '--check', path)
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
})

test('writes X-1a with the marks and the bleed that were chosen, and remembers them', async ({
  page,
  app,
  folder,
}) => {
  const path = join(folder, 'x1a.pdf')
  await saveTo(app, path)
  await openDialog(page)
  await dialog(page).getByText('PDF/X-1a:2003').click()
  await dialog(page).getByText('裁切', { exact: true }).click()
  await dialog(page).getByText('套准', { exact: true }).click()
  const bleed = page.getByTestId('export-bleed').getByRole('textbox')
  await bleed.fill('1.5+1.5')
  await bleed.press('Enter')
  await expect(bleed).toHaveValue('3')
  await expect(page.getByTestId('export-boxes')).toHaveText(
    '裁切 390 × 540　出血 396 × 546　介质 412 × 562 mm',
  )
  await start(page)
  await expect(status(page)).toContainText('已导出', { timeout: 40_000 })
  expect(readFileSync(path).subarray(0, 8).toString('latin1')).toBe('%PDF-1.4')
  expect(tool('pdfinfo', '-box', path)).toMatch(/BleedBox: +22\.68/)
  await dialog(page).getByRole('button', { name: '完成' }).click()
  await openDialog(page)
  await expect(dialog(page).getByRole('radio', { name: 'PDF/X-1a:2003' })).toBeChecked()
  await expect(page.getByTestId('export-bleed').getByRole('textbox')).toHaveValue('3')
})

test('says what went wrong, and the old file stays', async ({ page, app, folder }) => {
  const locked = join(readOnlyFolder(folder), 'page08.pdf')
  await saveTo(app, locked)
  await openDialog(page)
  await start(page)
  await expect(page.getByTestId('export-problems')).toContainText('没有写权限', { timeout: 40_000 })
  expect(existsSync(locked)).toBe(false)
  const old = join(folder, 'old.pdf')
  writeFileSync(old, 'old')
  await saveTo(app, old)
  // By name alone only PDF/X-1a goes.
  await page.getByTestId('export-condition').getByRole('button').click()
  await page.getByRole('option', { name: /IFRA26/ }).click()
  await dialog(page).getByRole('button', { name: '选择' }).click()
  await start(page)
  await expect(page.getByTestId('export-problems')).toContainText('ICC', { timeout: 40_000 })
  expect(readFileSync(old, 'utf8')).toBe('old')
})

test('cancels, and what was there before stays', async ({ page, app, folder }) => {
  const path = join(folder, 'page08.pdf')
  writeFileSync(path, 'old')
  await saveTo(app, path)
  await openDialog(page)
  await start(page)
  await expect(dialog(page).getByRole('button', { name: '正在导出…' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page).getByRole('button', { name: '导出', exact: true })).toBeEnabled()
  await page.waitForTimeout(1500)
  expect(readFileSync(path, 'utf8')).toBe('old')
  // And again, to its end.
  await start(page)
  await expect(status(page)).toContainText('已导出', { timeout: 40_000 })
  expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-')
})

test('keeps an imported ICC profile, and prints by it', async ({ page, app, folder }) => {
  const profile = join(folder, 'press.icc')
  writeFileSync(profile, readFileSync('assets/icc/tr002_225s.icc'))
  const openFile = (path: string) =>
    app.evaluate(({ dialog: dialogs }, filePath) => {
      dialogs.showOpenDialog = (async () => ({ canceled: false, filePaths: [filePath] })) as never
    }, path)
  writeFileSync(join(folder, 'broken.icc'), 'no profile')
  await openFile(join(folder, 'broken.icc'))
  await openDialog(page)
  await dialog(page).getByRole('button', { name: '导入 ICC…' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('不是 ICC 特性文件')
  await openFile(profile)
  await dialog(page).getByRole('button', { name: '导入 ICC…' }).click()
  await expect(dialog(page).getByRole('button', { name: '移去' })).toBeVisible()
  const path = join(folder, 'own.pdf')
  await saveTo(app, path)
  await start(page)
  await expect(status(page)).toContainText('已导出', { timeout: 40_000 })
  // The whole profile is in the file.
  expect(readFileSync(path).length).toBeGreaterThan(300_000)
})
