import { canvasMiddle, expect, inkShare, placeAt, test, zoomFigure } from './window.ts'

test('keys fit the page, its width, its printed size and the selection', async ({ page }) => {
  const whole = await zoomFigure(page)
  await page.keyboard.press('Control+2')
  await expect.poll(() => zoomFigure(page)).toBeGreaterThan(whole)
  await page.keyboard.press('Control+1')
  await expect.poll(() => zoomFigure(page)).toBe(100)
  await page.keyboard.press('Control+0')
  await expect.poll(() => zoomFigure(page)).toBe(whole)
  await page.keyboard.press('Control+Equal')
  await expect.poll(() => zoomFigure(page)).toBeGreaterThan(whole)
  await page.getByTestId('story-2').click()
  await page.keyboard.press('Control+3')
  await expect.poll(() => zoomFigure(page)).toBeGreaterThan(whole * 1.5)
})

test('the wheel zooms at the pointer and pans', async ({ page }) => {
  await page.keyboard.press('Control+2')
  const at = await canvasMiddle(page)
  const before = await placeAt(page, at.x, at.y)
  const zoom = await zoomFigure(page)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -240)
  await page.mouse.wheel(0, -240)
  await page.keyboard.up('Control')
  await expect.poll(() => zoomFigure(page)).toBeGreaterThan(zoom * 1.5)
  const after = await placeAt(page, at.x, at.y)
  expect(Math.abs(after.x - before.x)).toBeLessThan(1)
  expect(Math.abs(after.y - before.y)).toBeLessThan(1)
  await page.mouse.wheel(0, 300)
  await expect.poll(async () => (await placeAt(page, at.x, at.y)).y).toBeGreaterThan(after.y + 20)
  await expect.poll(() => inkShare(page)).toBeGreaterThan(0.005)
})

test('the hand, the middle button and Space with a drag pan', async ({ page }) => {
  await page.keyboard.press('Control+1')
  const at = await canvasMiddle(page)
  const drag = async (button: 'left' | 'middle') => {
    await page.mouse.move(at.x, at.y)
    await page.mouse.down({ button })
    await page.mouse.move(at.x - 96, at.y, { steps: 4 })
    await page.mouse.up({ button })
  }
  const start = (await placeAt(page, at.x, at.y)).x
  await drag('middle')
  // 96 px are 25.4 mm at the printed size.
  expect((await placeAt(page, at.x, at.y)).x).toBeCloseTo(start + 25.4, 0)
  await page.keyboard.press('KeyH')
  await drag('left')
  expect((await placeAt(page, at.x, at.y)).x).toBeCloseTo(start + 50.8, 0)
  await page.keyboard.press('KeyV')
  await page.keyboard.down('Space')
  await drag('left')
  await page.keyboard.up('Space')
  expect((await placeAt(page, at.x, at.y)).x).toBeCloseTo(start + 76.2, 0)
})

test('the zoom tool zooms in by a click and out with Alt', async ({ page }) => {
  await page.keyboard.press('Control+1')
  await page.keyboard.press('KeyZ')
  const at = await canvasMiddle(page)
  await page.mouse.click(at.x, at.y)
  await expect.poll(() => zoomFigure(page)).toBe(150)
  await page.keyboard.down('Alt')
  await page.mouse.click(at.x, at.y)
  await page.keyboard.up('Alt')
  await expect.poll(() => zoomFigure(page)).toBe(100)
})

test('switches show columns, rows, rulers and 排齐', async ({ page }) => {
  for (const name of ['view.columns', 'view.rows', 'view.copyfit']) {
    const before = await page.getByTestId(name).getAttribute('aria-pressed')
    await page.getByTestId(name).click()
    await expect(page.getByTestId(name)).toHaveAttribute('aria-pressed', before === 'true' ? 'false' : 'true')
  }
  await page.keyboard.press('Control+Quote')
  await expect(page.getByTestId('view.columns')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByTestId('view.rows')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.ruler-top')).toBeVisible()
  await page.keyboard.press('Control+KeyR')
  await expect(page.locator('.ruler-top')).toHaveCount(0)
})
