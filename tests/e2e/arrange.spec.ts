import { historyNames, outlineRow, placeOfSelected, selectInOutline } from './page-points.ts'
import { expect, test } from './window.ts'

test('several frames are aligned, grouped, put in order, and told as mixed', async ({ page }) => {
  await selectInOutline(page, '图片说明框')
  const first = await placeOfSelected(page)
  await outlineRow(page, '空图框', 1).click({ modifiers: ['Control'] })
  await expect(page.getByTestId('properties')).toContainText('2 个对象')
  await expect(page.getByTestId('selection')).toContainText('2 个对象')
  await page.getByTestId('align.top').click()
  await page.getByTestId('frame.group').click()
  await page.keyboard.press('Escape')

  // A click on one selects its whole group.
  await outlineRow(page, '图片说明框').click()
  await page.getByTestId('menu-object').click()
  await page.getByTestId('order.front').click()
  await page.getByTestId('menu-object').click()
  await page.getByTestId('frame.ungroup').click()
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '对齐', '编组', '改层次', '取消编组'])

  await selectInOutline(page, '空图框', 1)
  expect((await placeOfSelected(page)).y).toBeLessThanOrEqual(first.y)
  await page
    .getByTestId('outline')
    .locator('.outline-row', { hasText: /^线/ })
    .first()
    .click({ modifiers: ['Control'] })
  await expect(page.getByTestId('stroke')).toContainText('多值')
})

test('the history leads back to any step, and forth again', async ({ page }) => {
  await selectInOutline(page, '空图框')
  const before = await placeOfSelected(page)
  await page.locator('.canvas-viewport').focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Shift+l')
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '微移', '微移', '微移', '锁定'])
  const history = page.getByTestId('history')
  await history.getByRole('option').first().click()
  await selectInOutline(page, '空图框')
  expect(await placeOfSelected(page)).toEqual(before)
  await page.getByTestId('tab-history').click()
  await history.getByRole('option').last().click()
  await selectInOutline(page, '空图框')
  await expect(page.getByTestId('properties')).toContainText('已锁定')
})

test('frames are copied, cut and pasted with their text, by key and by menu', async ({ page }) => {
  await selectInOutline(page, '引题框')
  const before = await placeOfSelected(page)
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  const kickers = page.getByTestId('outline').locator('.outline-row', { hasText: '引题框' })
  await expect(kickers).toHaveCount(3)
  expect((await placeOfSelected(page)).x).toBeGreaterThan(before.x)
  await expect(page.getByTestId('twin')).toContainText(/佛山高新区[\s\S]*佛山高新区/)

  await page.keyboard.press('Control+x')
  await expect(kickers).toHaveCount(2)
  await page.getByTestId('menu-edit').click()
  await page.getByTestId('edit.paste-in-place').click()
  await expect(kickers).toHaveCount(3)
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '粘贴', '剪切', '粘贴'])
})

test('what is pasted stays selected while its face is still on its way', async ({ page }) => {
  await selectInOutline(page, '引题框')
  const before = await placeOfSelected(page)
  await page.locator('.canvas-viewport').focus()
  await page.evaluate(pasteInAnotherFace)
  const kickers = page.getByTestId('outline').locator('.outline-row', { hasText: '引题框' })
  await expect(kickers).toHaveCount(3)
  expect((await placeOfSelected(page)).x).toBeGreaterThan(before.x)
})

/** Runs in the window: what is selected is copied and pasted, in a face that this page has not asked for before. */
function pasteInAnotherFace(): void {
  const format = 'application/x-banxin-frames'
  const copied = new DataTransfer()
  document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: copied, cancelable: true }))
  const clip = JSON.parse(copied.getData(format))
  const stories = JSON.stringify(clip.stories)
  for (const [name, style] of Object.entries<Record<string, unknown>>(clip.paragraphStyles)) {
    clip.paragraphStyles[`${name}-other`] = { ...style, face: 'fang-400' }
    clip.stories = JSON.parse(stories.replaceAll(`"style":"${name}"`, `"style":"${name}-other"`))
  }
  const pasted = new DataTransfer()
  pasted.setData(format, JSON.stringify(clip))
  document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, cancelable: true }))
}

test('the outline walks, selects, locks and hides by keys', async ({ page }) => {
  await selectInOutline(page, '主题框')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('frame-name')).toHaveValue('作者框')
  await page.keyboard.press('l')
  await expect(page.getByTestId('properties')).toContainText('已锁定')
  await page.keyboard.press('l')
  await expect(page.getByTestId('properties')).not.toContainText('已锁定')
  await page.keyboard.press('h')
  await expect(outlineRow(page, '作者框')).toHaveAttribute('data-hidden', 'true')
  await page.keyboard.press('h')
  await page.getByTestId('frame-name').fill('头条作者')
  await page.keyboard.press('Enter')
  await expect(outlineRow(page, '头条作者')).toBeVisible()
})

test('the page has a menu at the pointer and by key, and swatches of its own', async ({ page }) => {
  await selectInOutline(page, '底框')
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Shift+F10')
  const menu = page.getByTestId('frame-menu')
  await expect(menu.getByTestId('edit.delete')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)

  await page.getByTestId('tab-swatches').click()
  await page.getByTestId('swatch-new').click()
  await page.getByTestId('swatch-name').fill('朱红')
  await page.keyboard.press('Enter')
  await page.getByTestId('ink-M').fill('90')
  await page.keyboard.press('Enter')
  await page.getByTestId('ink-Y').fill('85')
  await page.keyboard.press('Enter')
  await page.getByTestId('swatch-spot').fill('PANTONE 485 C')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('swatches')).toContainText('PANTONE 485 C')
  await page.getByRole('button', { name: '用作底色' }).click()
  await expect(page.getByTestId('fill')).toContainText('朱红')
})
