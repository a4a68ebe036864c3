import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, openFrom, saveTo, test } from './window.ts'

test('saves a page that opens the same', async ({ page, app, folder }) => {
  const path = join(folder, 'page08.banxin')
  await saveTo(app, path)
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(page.getByTestId('toast')).toContainText('已存 page08.banxin', { timeout: 30_000 })
  await openFrom(app, path)
  await page.keyboard.press('Control+KeyO')
  await expect(page.getByTestId('properties')).toContainText('page08.banxin')
  await expect(page.getByTestId('story-1')).toContainText('1635 字')
  await expect(page.getByTestId('fate')).toContainText('全部有着落')
})

const BAD_FILES: [name: string, bytes: Uint8Array, says: string][] = [
  ['empty.txt', new Uint8Array(), '这份文件里没有文字'],
  ['picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0xff, 0xd8, 0, 1]), '这份文件不是文本'],
  ['page.txt', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n'), '这是 PDF'],
]
for (const [name, bytes, says] of BAD_FILES) {
  test(`says what is wrong with ${name} and keeps the page`, async ({ page, app, folder }) => {
    writeFileSync(join(folder, name), bytes)
    await openFrom(app, join(folder, name))
    await page.keyboard.press('Control+KeyO')
    await expect(page.getByTestId('failure')).toContainText(says)
    await expect(page.getByTestId('failure')).toContainText(name)
    await expect(page.getByTestId('stories').locator('> li')).toHaveCount(4)
    await page.getByRole('button', { name: '知道了' }).click()
    await expect(page.getByTestId('failure')).toHaveCount(0)
  })
}

test('opens a file that is dropped on the window', async ({ page }) => {
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([''], 'dropped.txt'))
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, cancelable: true }))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }))
  })
  await expect(page.getByTestId('failure')).toContainText('dropped.txt 没打开')
})

test.describe('with a file that is not there', () => {
  test.use({ files: ['missing.txt'] })

  test('starts empty, says so and offers the sample', async ({ page }) => {
    await expect(page.getByTestId('failure')).toContainText('找不到 missing.txt')
    await page.getByRole('button', { name: '知道了' }).click()
    await expect(page.getByTestId('empty')).toContainText('拖入文本，或打开')
    await page.getByRole('button', { name: '打开样张' }).click()
    await expect(page.getByTestId('story-4')).toBeVisible({ timeout: 30_000 })
  })
})
