import { caretPoint, enterBody, paragraphsOf } from './text-page.ts'
import { expect, test } from './window.ts'

test('a half-width comma in Chinese text is told, and fixed by key or by menu', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+Home')
  const before = await paragraphsOf(page)
  const [first = ''] = before
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('新的,')
  await page.keyboard.press('Alt+Enter')
  const fixed = `${first.slice(0, 3)}新的，${first.slice(3)}`
  await expect.poll(async () => (await paragraphsOf(page))[0]).toBe(fixed)
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(async () => (await paragraphsOf(page))[0]).toContain('新的,')

  await page.keyboard.press('Shift+F10')
  const menu = page.getByTestId('text-menu')
  await expect(menu).toContainText('改成 ，')
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  const caret = await caretPoint(page)
  await page.mouse.click(caret.x - 2, caret.y, { button: 'right' })
  await menu
    .getByRole('menuitem', { name: /^改成/ })
    .or(menu.getByRole('menuitem', { name: '，' }))
    .first()
    .click()
  await expect.poll(async () => (await paragraphsOf(page))[0]).toBe(fixed)
  // The keys are with the text again.
  await expect(page.getByTestId('story-text')).toBeFocused()
})

test('a special character is put where the caret is', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+Home')
  const [first = ''] = await paragraphsOf(page)
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('特殊')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '▶' }).click()
  await expect.poll(async () => (await paragraphsOf(page))[0]).toBe(`▶${first}`)
  await page.keyboard.type('甲')
  await expect.poll(async () => (await paragraphsOf(page))[0]).toBe(`▶甲${first}`)
})

test('a story that was emptied has its caret, and is written anew', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.press('Delete')
  await expect.poll(() => paragraphsOf(page)).toEqual([''])
  await expect(page.getByTestId('caret-place')).toHaveText('第 1 段 · 第 1 行')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('story-text')).toBeFocused()
  await page.keyboard.type('从头写起')
  await expect.poll(() => paragraphsOf(page)).toEqual(['从头写起'])
})
