import { expect, placeAt, test } from './window.ts'

test('a click on the page selects the frame, and the panels follow', async ({ page }) => {
  await page.keyboard.press('Control+2')
  // Somewhere in the lead's first column.
  const box = await page.locator('.canvas-viewport').boundingBox()
  if (!box) throw new Error('no canvas')
  const at = { x: box.x + 100, y: box.y + box.height * 0.6 }
  const place = await placeAt(page, at.x, at.y)
  expect(place.x).toBeGreaterThan(20)
  await page.mouse.click(at.x, at.y)
  await expect(page.getByTestId('selection')).toHaveText(/^已选：正文框，1 栏/)
  const facts = page.getByTestId('properties')
  await expect(page.getByTestId('frame-name')).toHaveValue('正文框')
  await expect(facts).toContainText('第 1 框，共 5 框')
  await expect(facts).toContainText('12 字')
  await expect(facts).toContainText('宋体 400')
  await expect(page.getByTestId('story-1')).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('selection')).toHaveText('')
  await expect(facts).toContainText('开本')
})

test('Tab and Shift Tab walk the frames in reading order, and Tab goes on past the last', async ({
  page,
}) => {
  const said = page.getByTestId('selection')
  await page.keyboard.press('Tab')
  await expect(said).toHaveText(/^已选：主题框，1–5 栏/)
  await page.keyboard.press('Tab')
  await expect(said).toHaveText(/^已选：作者框/)
  await page.keyboard.press('Tab')
  await expect(said).toHaveText(/^已选：正文框，1 栏/)
  await page.keyboard.press('Shift+Tab')
  await expect(said).toHaveText(/^已选：作者框/)
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab')
    if (!(await page.locator('.canvas-viewport').evaluate((element) => element === document.activeElement)))
      break
  }
  await expect(page.locator('.canvas-viewport')).not.toBeFocused()
})

test('a story and its parts select and fly', async ({ page }) => {
  await page.keyboard.press('Control+1')
  await page.getByTestId('story-3').click()
  await expect(page.getByTestId('properties')).toContainText('企业跨市迁移登记“零跑动”')
  await page.getByRole('button', { name: /^正文 2 框/ }).click()
  await expect(page.getByTestId('properties')).toContainText('整稿 · 2 框')
  await expect(page.getByTestId('properties')).toContainText('30 行')
  await expect(page.getByTestId('properties')).toContainText(/第 \d+–\d+ 行/)
})

test('the source shows the lines of what is selected, and a line leads to its place', async ({ page }) => {
  await page.getByTestId('view.source').click()
  const source = page.getByTestId('source')
  await expect(source).toContainText('整份原稿')
  await expect(source.locator('.fate-shadow').first()).toBeVisible()
  await source.getByRole('button', { name: /抓实干、奋楫笃行/ }).click()
  await expect(page.getByTestId('selection')).toHaveText(/^已选：正文框，1 栏/)
  await expect(source.locator('[data-current="true"]')).toContainText('抓实干、奋楫笃行')
  await page.getByTestId('story-3').click()
  await expect(source).not.toContainText('抓实干')
  await expect(source).toContainText('企业跨市迁移登记')
})
