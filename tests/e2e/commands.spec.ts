import type { ElectronApplication } from 'playwright/test'
import { expect, test, zoomFigure } from './window.ts'

const chooseFromMenu = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu, BrowserWindow }, item) => {
    const window = BrowserWindow.getAllWindows()[0]
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click({}, window, undefined)
  }, id)

test('the palette finds commands by Chinese, initials and English', async ({ page }) => {
  const whole = await zoomFigure(page)
  for (const typed of ['适合页宽', 'shyk', 'fit width']) {
    await page.keyboard.press('Control+0')
    await expect.poll(() => zoomFigure(page)).toBe(whole)
    await page.keyboard.press('Control+KeyK')
    await expect(page.getByRole('textbox')).toBeFocused()
    await page.keyboard.type(typed)
    await expect(page.getByRole('menuitem').first()).toContainText('适合页宽')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('palette')).toHaveCount(0)
    await expect.poll(() => zoomFigure(page)).toBeGreaterThan(whole)
  }
  await page.keyboard.press('Control+KeyK')
  await expect(page.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('qqqq')
  await expect(page.getByTestId('palette')).toContainText('没有这个命令')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('palette')).toHaveCount(0)
})

test('the application menu runs the same commands', async ({ page, app }) => {
  await chooseFromMenu(app, 'view.actual')
  await expect.poll(() => zoomFigure(page)).toBe(100)
  await chooseFromMenu(app, 'help.keys')
  await expect(page.getByRole('dialog')).toContainText('快捷键')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the window’s own menus run commands and tick what is on', async ({ page }) => {
  await page.getByTestId('menu-view').click()
  await page.getByTestId('view.theme-dark').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByTestId('menu-view').click()
  await expect(page.getByRole('menuitem', { name: '深色' })).toContainText('✓')
  await page.keyboard.press('Escape')
})

test('follows the system’s dark, and keeps a choice of its own', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('speaks English when asked, in menus too', async ({ page, app }) => {
  await page.getByTestId('menu-view').click()
  await page.getByTestId('view.english').click()
  await expect(page.getByTestId('story-1')).toContainText('Lead · 1635 chars')
  await expect(page.getByTestId('page-title')).toContainText('高新园区, page 08')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect
    .poll(() =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.export')?.label ?? ''),
    )
    .toBe('Export PDF…')
})

test('F6 goes through the regions', async ({ page }) => {
  const region = () =>
    page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'))
  expect(await region()).toBe('canvas')
  const seen: (string | null | undefined)[] = []
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('F6')
    seen.push(await region())
  }
  expect(seen).toEqual(['inspector', 'status', 'title', 'tools', 'stories', 'canvas'])
})

test('no key runs a command while an input method composes', async ({ page }) => {
  await page.locator('.canvas-viewport').evaluate((element) => {
    const composing = { code: 'KeyH', bubbles: true, isComposing: true }
    element.dispatchEvent(new KeyboardEvent('keydown', composing))
  })
  await expect(page.getByTestId('tool.select')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('KeyH')
  await expect(page.getByTestId('tool.hand')).toHaveAttribute('aria-pressed', 'true')
})
