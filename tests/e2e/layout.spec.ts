import { expect, test } from './window.ts'

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 960, height: 640 },
]

for (const size of WIDTHS) {
  test(`fits ${size.width} × ${size.height} without scrolling or cutting controls`, async ({ page }) => {
    await page.setViewportSize(size)
    const overflow = () =>
      page.evaluate(() => ({
        across: document.documentElement.scrollWidth - window.innerWidth,
        down: document.documentElement.scrollHeight - window.innerHeight,
        cut: [...document.querySelectorAll('.title-bar button, .tool-bar button, .status-bar button')].filter(
          (button) => {
            const box = button.getBoundingClientRect()
            return box.left < 0 || box.right > window.innerWidth || box.width === 0
          },
        ).length,
      }))
    // the panes follow the window a frame later
    await expect.poll(overflow).toEqual({ across: 0, down: 0, cut: 0 })
  })
}

test('below 1280 the stories are a rail that opens over the canvas', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  await expect(page.getByTestId('stories')).toHaveCount(0)
  const canvas = () => page.locator('.canvas-viewport').boundingBox()
  const before = await canvas()
  await page.getByTestId('rail-open').click()
  await expect(page.getByTestId('stories').locator('> li')).toHaveCount(4)
  expect(await canvas()).toEqual(before)
  await page.getByTestId('rail-open').click()
  await page.getByRole('button', { name: /^3 企业跨市/ }).click()
  await expect(page.getByTestId('properties')).toContainText('企业跨市迁移登记')
})

test('below 1280 the menus are behind one sign', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 })
  await page.getByTestId('menus').click()
  await page.getByTestId('menu-view').hover()
  await page.getByTestId('view.guides').click()
  await page.getByTestId('menus').click()
  await page.getByTestId('menu-view').hover()
  await expect(page.getByTestId('view.guides')).not.toContainText('✓')
})

test('below 1024 the inspector opens over the canvas too', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 640 })
  await expect(page.getByTestId('properties')).toHaveCount(0)
  await page.getByRole('button', { name: '属性' }).click()
  await expect(page.getByTestId('properties')).toBeVisible()
  await page.getByRole('button', { name: '收起', exact: true }).click()
  await expect(page.getByTestId('properties')).toHaveCount(0)
})

test('the page keeps fitting while the window changes its size', async ({ page }) => {
  const figure = () => page.getByTestId('zoom').textContent()
  const large = await figure()
  await page.setViewportSize({ width: 1024, height: 700 })
  await expect.poll(figure).not.toBe(large)
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect.poll(figure).toBe(large)
})
