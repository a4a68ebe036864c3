import { enterBody } from './text-page.ts'
import { expect, test } from './window.ts'

type Page = Parameters<typeof enterBody>[0]

const panel = (page: Page) => page.getByTestId('styles-panel')
const paragraph = (page: Page, n: number) => page.getByTestId('story-text').locator('p').nth(n)

test('a paragraph style is applied by name and by shortcut, a character style to the selection', async ({
  page,
}) => {
  await enterBody(page, 3)
  await page.getByTestId('tab-styles').click()
  await expect(page.getByTestId('style-body')).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('style-subhead').click()
  await expect(paragraph(page, 0)).toHaveAttribute('data-style', 'subhead')
  await expect(page.getByTestId('style-subhead')).toHaveAttribute('aria-pressed', 'true')
  // The keys are with the text again.
  await expect(page.getByTestId('story-text')).toBeFocused()
  await page.keyboard.press('Control+Shift+Digit1')
  await expect(paragraph(page, 0)).toHaveAttribute('data-style', 'body')
  await page.keyboard.press('Control+KeyZ')
  await expect(paragraph(page, 0)).toHaveAttribute('data-style', 'subhead')
  await page.keyboard.press('Control+KeyZ')
  await expect(paragraph(page, 0)).toHaveAttribute('data-style', 'body')

  await page.keyboard.press('End')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft')
  await page.getByTestId('style-credit').click()
  await expect(paragraph(page, 0).locator('[data-character="credit"]')).toHaveText(/^.{3}$/)
  await page.keyboard.press('Control+Shift+Digit0')
  await expect(paragraph(page, 0).locator('[data-character="credit"]')).toHaveCount(0)
})

test('a style is made, changed, named, redefined and deleted', async ({ page }) => {
  await enterBody(page, 3)
  await page.getByTestId('tab-styles').click()
  await panel(page).getByRole('button', { name: '新建段落样式' }).click()
  const form = panel(page).locator('.style-form')
  await form.getByRole('textbox', { name: '名称' }).fill('编者按')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('style-编者按')).toBeVisible()
  await form.getByRole('textbox', { name: '字号 pt' }).fill('12')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('style-编者按')).toContainText('12 pt')
  await page.getByTestId('style-编者按').click()
  await expect(paragraph(page, 0)).toHaveAttribute('data-style', '编者按')
  // A name that another style has is refused.
  await form.getByRole('textbox', { name: '名称' }).fill('body')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toHaveText('这个名称有了')
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: '删除' }).click()
  await expect(page.getByTestId('style-编者按')).toHaveCount(0)
  await expect(paragraph(page, 0)).toHaveAttribute('data-style', 'body')
  await page.getByTestId('style-redefine').click()
  await expect(page.getByTestId('toast')).toContainText('没有可改的')
})
