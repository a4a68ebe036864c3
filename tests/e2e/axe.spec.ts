/** Every stage, panel and dialog held against the rules of WCAG 2 A and AA, by axe. */
import { clean, run } from './axe-faults.ts'
import { selectInOutline } from './page-points.ts'
import { expect, test } from './window.ts'

test('the layout stage and its panels', async ({ page }) => {
  test.setTimeout(180_000)
  await clean(page, 'layout with nothing selected')
  for (const tab of ['outline', 'styles', 'swatches', 'history', 'stories']) {
    await page.getByTestId(`tab-${tab}`).click()
    await clean(page, `the panel ${tab}`)
  }
  await selectInOutline(page, '正文框')
  await clean(page, 'the properties of a frame')
  await page.getByTestId('tab-paragraph').click()
  await clean(page, 'the paragraph')
  await page.getByRole('tab', { name: '来源' }).click()
  await clean(page, 'the source')
  await page.getByRole('tab', { name: '属性' }).click()
  await page
    .getByTestId('outline')
    .locator('.outline-row')
    .nth(4)
    .click({ modifiers: ['Control'] })
  await clean(page, 'several frames')
  await page.keyboard.press('Control+Shift+l')
  await clean(page, 'locked frames')
})

test('menus and dialogs', async ({ page }) => {
  test.setTimeout(180_000)
  await page.getByTestId('menu-object').click()
  await clean(page, 'a menu')
  await page.keyboard.press('Escape')
  await selectInOutline(page, '主题框')
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Shift+F10')
  await clean(page, 'the menu of a frame')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await clean(page, 'the palette')
  await page.keyboard.press('Escape')
  for (const command of ['快捷键', '排版规则', '关于版心']) {
    await run(page, command)
    await clean(page, command)
    await page.keyboard.press('Escape')
  }
})

test('the preflight stage, its profiles, and the export', async ({ page }) => {
  test.setTimeout(180_000)
  await page.getByTestId('stage-preflight').click()
  await expect(page.getByTestId('issues').getByRole('listitem').first()).toBeVisible()
  await clean(page, 'preflight')
  await run(page, '检查方案')
  await expect(page.getByRole('dialog')).toBeVisible()
  await clean(page, 'the profiles')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+KeyE')
  await expect(page.getByTestId('export-dialog')).toBeVisible()
  await clean(page, 'the export')
})

test('the dialogs of pages and stories', async ({ page }) => {
  test.setTimeout(180_000)
  for (const command of ['新建版面', '新建一稿', '换模板', '存为模板', '特殊字符']) {
    await run(page, command)
    await expect(page.getByRole('dialog')).toBeVisible()
    await clean(page, command)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('the review stage', async ({ page }) => {
  test.setTimeout(120_000)
  await page.getByTestId('stage-review').click()
  await clean(page, 'review')
})

test('at night, in English and in a narrow window', async ({ page }) => {
  test.setTimeout(180_000)
  await run(page, '深色')
  await selectInOutline(page, '正文框')
  await clean(page, 'dark')
  await page.getByTestId('stage-review').click()
  await clean(page, 'dark review')
  await page.getByTestId('stage-layout').click()
  await run(page, 'English')
  await page.setViewportSize({ width: 1024, height: 700 })
  await page.getByTestId('rail-open').click()
  await clean(page, 'narrow, with its rail open')
})
