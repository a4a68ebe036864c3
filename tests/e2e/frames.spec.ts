import {
  dragOnPage,
  historyNames,
  middleOf,
  outlineRow,
  pagePicture,
  pagePoints,
  pixelsApart,
  placeOfSelected,
  selectInOutline,
} from './page-points.ts'
import { expect, test } from './window.ts'

test('frames are selected by click, Shift, marquee and through overlaps', async ({ page }) => {
  await selectInOutline(page, '空图框')
  const picture = await placeOfSelected(page)
  await selectInOutline(page, '空图框', 1)
  const other = await placeOfSelected(page)
  const points = await pagePoints(page)
  const selected = page.getByTestId('selection')
  const click = async (mm: readonly [number, number], modifiers: ('Shift' | 'Control' | 'Alt')[] = []) => {
    const at = points.at(...mm)
    for (const key of modifiers) await page.keyboard.down(key)
    await page.mouse.click(at.x, at.y)
    for (const key of modifiers) await page.keyboard.up(key)
  }

  await click(middleOf(picture))
  await expect(selected).toContainText('空图框')
  await click(middleOf(other), ['Shift'])
  await expect(selected).toContainText('2 个对象')
  await expect(page.getByTestId('properties')).toContainText('2 个对象')
  await click(middleOf(picture), ['Shift'])
  await expect(selected).toContainText('空图框')

  // A picture over the body of the lead: the second Ctrl click goes through to what is under it.
  await click(middleOf(picture))
  await dragOnPage(page, points, middleOf(picture), [100, 150], { keys: ['Control'] })
  await click([100, 150])
  await expect(selected).toContainText('空图框')
  await click([100, 150], ['Control'])
  await expect(selected).toContainText('正文框')
  await click([100, 150], ['Control'])
  await expect(selected).toContainText('空图框')

  await dragOnPage(page, points, [2, 2], [30, 300])
  await expect(selected).toContainText('个对象')
  await page.keyboard.press('Escape')
  await expect(selected).toHaveText('')
})

test('a drag moves, resizes and copies, in one step each, and Esc leaves all as it was', async ({ page }) => {
  await selectInOutline(page, '空图框')
  const before = await placeOfSelected(page)
  const points = await pagePoints(page)
  const [cx, cy] = middleOf(before)

  // What is shown goes along before it is written, and comes back.
  const still = await pagePicture(page)
  const apart = async () => pixelsApart(still, await pagePicture(page))
  await dragOnPage(page, points, [cx, cy], [cx + 60, cy + 50], { hold: true, keys: ['Control'] })
  await expect.poll(apart).toBeGreaterThan(1000)
  await page.keyboard.press('Escape')
  await page.keyboard.up('Control')
  await page.mouse.up()
  await expect.poll(apart).toBe(0)
  await expect(page.getByTestId('place-x')).toHaveValue(before.x.toFixed(1))
  await expect.poll(() => historyNames(page)).toEqual(['打开时'])

  await dragOnPage(page, points, [cx, cy], [cx + 40, cy + 60])
  await expect(page.getByTestId('place-y')).not.toHaveValue(before.y.toFixed(1))
  const moved = await placeOfSelected(page)
  expect([moved.width, moved.height]).toEqual([before.width, before.height])
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '移动'])

  // The right lower handle, with Ctrl: without snapping it goes just as far as the hand.
  const corner: [number, number] = [moved.x + moved.width, moved.y + moved.height]
  await dragOnPage(page, points, corner, [corner[0] + 10, corner[1] + 20], { keys: ['Control'] })
  const larger = await placeOfSelected(page)
  expect(larger.width - moved.width).toBeCloseTo(10, -0.5)
  expect(larger.height - moved.height).toBeCloseTo(20, -0.5)

  await page.getByTestId('tab-outline').click()
  const pictures = page.getByTestId('outline').locator('.outline-row', { hasText: '空图框' })
  await expect(pictures).toHaveCount(2)
  await dragOnPage(page, points, middleOf(larger), [200, 350], { keys: ['Alt'] })
  await expect(pictures).toHaveCount(3)

  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z')
  await expect(pictures).toHaveCount(2)
  await selectInOutline(page, '空图框')
  expect(await placeOfSelected(page)).toEqual(before)
})

test('places are fields in columns and rows and in mm, which take sums, units and arrows', async ({
  page,
}) => {
  await selectInOutline(page, '空图框')
  const field = (name: string) => page.getByTestId(`place-${name}`)
  const type = async (name: string, text: string) => {
    await field(name).fill(text)
    await field(name).press('Enter')
  }
  await type('columns', '2-3')
  await expect(field('columns')).toHaveValue('2–3')
  await type('row', '50')
  await type('rows', '12')
  await expect(field('row')).toHaveValue('50')
  await expect(field('rows')).toHaveValue('12')
  await type('width', '60.3+2')
  await expect(field('width')).toHaveValue('62.3')
  await type('height', '72 pt')
  await expect(field('height')).toHaveValue('25.4')
  await type('x', '19 em')
  await expect(field('x')).toHaveValue('60.3')
  await field('x').press('ArrowUp')
  await expect(field('x')).toHaveValue('60.4')
  await field('x').press('Shift+ArrowDown')
  await expect(field('x')).toHaveValue('59.4')

  // What can't be read is told, and the old value comes back; so it does with Esc.
  await type('y', '三尺')
  await expect(page.getByText('读不出这个数')).toBeVisible()
  const y = await field('y').inputValue()
  await field('y').fill('1')
  await field('y').press('Escape')
  await expect(field('y')).toHaveValue(y)

  const names = await historyNames(page)
  expect(names.filter((name) => name === '改位置').length).toBe(names.length - 1)
})

test('keys nudge, resize, lock, hide and delete', async ({ page }) => {
  await selectInOutline(page, '空图框')
  await page.locator('.canvas-viewport').focus()
  const row = Number(await page.getByTestId('place-row').inputValue())
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('place-row')).toHaveValue(String(row + 1))
  const x = Number(await page.getByTestId('place-x').inputValue())
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByTestId('place-x')).toHaveValue((x + 1).toFixed(1))
  const rows = Number(await page.getByTestId('place-rows').inputValue())
  await page.keyboard.press('Control+ArrowDown')
  await expect(page.getByTestId('place-rows')).toHaveValue(String(rows + 1))

  await page.keyboard.press('Control+Shift+l')
  await expect(page.getByTestId('properties')).toContainText('已锁定')
  await expect(page.getByTestId('place-x')).toBeDisabled()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('这个框锁着')).toBeVisible()
  await expect(page.getByTestId('place-row')).toHaveValue(String(row + 1))
  await page.keyboard.press('Control+Shift+l')

  await page.keyboard.press('Control+Shift+h')
  await expect(outlineRow(page, '空图框')).toHaveAttribute('data-hidden', 'true')
  await page.keyboard.press('Control+Shift+h')

  await page.keyboard.press('Delete')
  const pictures = page.getByTestId('outline').locator('.outline-row', { hasText: '空图框' })
  await expect(pictures).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(pictures).toHaveCount(2)
})

test('a drag beyond the canvas moves the page under it, as long as it is held there', async ({ page }) => {
  await selectInOutline(page, '空图框')
  const before = await placeOfSelected(page)
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Control+Digit3')
  // The view flies there.
  await page.waitForTimeout(600)
  const box = await page.locator('.canvas-viewport').boundingBox()
  if (!box) throw new Error('no canvas')
  const points = await pagePoints(page)
  const from = points.at(...middleOf(before))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, box.y + box.height - 60, { steps: 4 })
  await page.mouse.move(from.x, box.y + box.height + 20, { steps: 4 })
  const tick = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(true))))
  for (let i = 0; i < 40; i++) await tick()
  await page.mouse.up()
  const moved = await placeOfSelected(page)
  // Further down than the pointer went on the canvas.
  expect(moved.y - before.y).toBeGreaterThan((box.y + box.height + 20 - from.y) / points.pxPerMm + 10)
})
