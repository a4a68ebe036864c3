import { dragOnPage, historyNames, pagePoints, placeOfSelected } from './page-points.ts'
import { expect, test } from './window.ts'

test('frames, boxes and rules are drawn from grid to grid', async ({ page }) => {
  const points = await pagePoints(page)
  const viewport = page.locator('.canvas-viewport')
  await viewport.focus()
  const inspector = page.getByTestId('properties')
  // Below the articles, over the advertisement: columns are some 42 mm wide from x 20, with gutters between.
  await page.keyboard.press('f')
  await expect(viewport).toHaveAttribute('data-cursor', 'crosshair')
  await dragOnPage(page, points, [20.5, 330], [104, 400])
  await expect(page.getByTestId('frame-name')).toHaveValue('正文框')
  await expect(page.getByTestId('place-columns')).toHaveValue('1–2')
  await expect(page.getByTestId('tool.select')).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('i')
  await dragOnPage(page, points, [150, 330], [190, 380])
  await expect(page.getByTestId('frame-name')).toHaveValue('空图框')
  await page.keyboard.press('m')
  await dragOnPage(page, points, [200, 330], [250, 380])
  await expect(page.getByTestId('frame-name')).toHaveValue('底框')
  await page.keyboard.press('l')
  await dragOnPage(page, points, [200, 400], [300, 404])
  await expect(page.getByTestId('frame-name')).toHaveValue('线')
  expect((await placeOfSelected(page)).height).toBe(0)
  await expect(inspector).toContainText('框线')

  // A click draws the column under it, ten rows deep.
  await page.keyboard.press('f')
  const at = points.at(330, 420)
  await page.mouse.click(at.x, at.y)
  await expect(page.getByTestId('place-rows')).toHaveValue('10')
  expect(await historyNames(page)).toEqual(['打开时', '画文框', '画图框', '画底框', '画线', '画文框'])
})

test('guides are pulled from the rulers, shown, hidden and removed', async ({ page }) => {
  const points = await pagePoints(page)
  const ruler = await page.locator('.ruler-left').boundingBox()
  if (!ruler) throw new Error('no ruler')
  const to = points.at(123, 300)
  await page.mouse.move(ruler.x + 8, to.y)
  await page.mouse.down()
  await page.mouse.move(to.x - 20, to.y, { steps: 4 })
  await page.keyboard.down('Control')
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Control')
  expect(await historyNames(page)).toEqual(['打开时', '参考线'])
  // The guide is taken hold of where no frame lies: in the margin below the type area.
  const low = points.at(123, 550)
  await page.mouse.move(low.x, low.y)
  await expect(page.locator('.canvas-viewport')).toHaveAttribute('data-cursor', 'column')
  await page.mouse.down()
  await page.mouse.move(ruler.x + 60, low.y, { steps: 4 })
  await page.mouse.move(ruler.x + 2, low.y, { steps: 2 })
  await page.mouse.up()
  expect(await historyNames(page)).toEqual(['打开时', '参考线', '去参考线'])
})

test('rulers count in mm, points, characters, or columns and rows', async ({ page }) => {
  const unit = page.getByTestId('ruler-unit')
  const shots: string[] = []
  for (const name of ['mm', 'pt', '字', '栏行']) {
    await expect(unit).toHaveText(name)
    shots.push((await page.locator('.ruler-top').screenshot()).toString('base64'))
    await unit.click()
    await page.waitForTimeout(100)
  }
  expect(new Set(shots).size).toBe(4)
})
