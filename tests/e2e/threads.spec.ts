import { dragOnPage, historyNames, pagePoints, placeOfSelected, selectInOutline } from './page-points.ts'
import { expect, test } from './window.ts'

test('text is loaded from a port, goes on in a new frame, and is cut again', async ({ page }) => {
  await selectInOutline(page, '正文框', 4)
  await expect(page.getByTestId('properties')).toContainText('第 5 框，共 5 框')
  const last = await placeOfSelected(page)
  const points = await pagePoints(page)
  const mm = (px: number) => px / points.pxPerMm
  const outPort = (box: typeof last): [number, number] => [
    box.x + box.width + mm(8),
    box.y + box.height - mm(11),
  ]
  const inPort = (box: typeof last): [number, number] => [box.x - mm(8), box.y + mm(11)]
  const click = async (place: readonly [number, number], key?: string) => {
    const at = points.at(...place)
    await page.mouse.move(at.x, at.y)
    if (key) await page.keyboard.down(key)
    await page.mouse.click(at.x, at.y)
    if (key) await page.keyboard.up(key)
  }

  await click(outPort(last))
  await expect(page.getByTestId('loaded')).toContainText('文字在手上')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('loaded')).toHaveText('')

  await click(outPort(last))
  await dragOnPage(page, points, [60, 400], [105, 480])
  await expect(page.getByTestId('properties')).toContainText('第 6 框，共 6 框')
  await expect(page.getByTestId('loaded')).toHaveText('')
  const added = await placeOfSelected(page)

  await click(inPort(added), 'Alt')
  await expect(page.getByTestId('properties')).not.toContainText('共 6 框')

  // An empty frame is linked by a click; its cursor says so.
  await selectInOutline(page, '正文框', 4)
  await click(outPort(last))
  const target = points.at(added.x + added.width / 2, added.y + added.height / 2)
  await page.mouse.move(target.x, target.y)
  await expect(page.locator('.canvas-viewport')).toHaveAttribute('data-cursor', 'link')
  await page.mouse.click(target.x, target.y)
  await expect(page.getByTestId('properties')).toContainText('第 6 框，共 6 框')
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '续排', '退出串接', '串接'])
})

test('a story is dragged from the list onto empty paper, and onto a frame', async ({ page }) => {
  await selectInOutline(page, '引题框')
  const kicker = await placeOfSelected(page)
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Delete')
  await selectInOutline(page, '图片说明框')
  const caption = await placeOfSelected(page)
  const points = await pagePoints(page)
  await page.getByTestId('tab-stories').click()
  const drag = async (to: readonly [number, number]) => {
    const row = await page.getByTestId('story-2').boundingBox()
    if (!row) throw new Error('no story')
    const at = points.at(...to)
    await page.mouse.move(row.x + 60, row.y + row.height / 2)
    await page.mouse.down()
    await page.mouse.move(at.x - 40, at.y, { steps: 4 })
    await page.mouse.move(at.x, at.y, { steps: 2 })
    await page.mouse.up()
  }

  await drag([kicker.x + 5, kicker.y + 3])
  await expect(page.getByTestId('frame-name')).toHaveValue('引题框')
  const placed = await placeOfSelected(page)
  expect(Math.abs(placed.y - kicker.y)).toBeLessThan(10)
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '删除', '排稿'])

  await page.keyboard.press('Control+KeyZ')
  await page.getByTestId('tab-stories').click()
  await drag([caption.x + caption.width / 2, caption.y + caption.height / 2])
  await expect(page.getByTestId('frame-name')).toHaveValue('引题框')
  expect(await placeOfSelected(page)).toEqual(caption)
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '删除', '排稿'])
})

test('a story that is held at the edge moves the page under it', async ({ page }) => {
  await page.getByTestId('tab-stories').click()
  await page.keyboard.press('Control+Digit1')
  const box = await page.locator('.canvas-viewport').boundingBox()
  const row = await page.getByTestId('story-2').boundingBox()
  if (!box || !row) throw new Error('no canvas')
  const y = async () =>
    Number(/Y (-?[\d.]+)/.exec((await page.getByTestId('pointer').textContent()) ?? '')?.[1])
  await page.mouse.move(row.x + 60, row.y + row.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 300, box.y + box.height / 2, { steps: 4 })
  const middle = await y()
  await page.mouse.move(box.x + 300, box.y + box.height - 6, { steps: 3 })
  const below = await y()
  expect(below).toBeGreaterThan(middle)
  await expect.poll(y).toBeGreaterThan(below + 30)
  await page.keyboard.press('Escape')
  await page.mouse.up()
})

test('what finds no room is marked, and goes on where it is told to', async ({ page }) => {
  await selectInOutline(page, '正文框', 4)
  const last = await placeOfSelected(page)
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('light-overset')).toContainText('溢流')
  await selectInOutline(page, '正文框', 3)
  await expect(page.getByTestId('properties')).toContainText('溢流')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('续排')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('loaded')).toContainText('文字在手上')
  const points = await pagePoints(page)
  await dragOnPage(page, points, [last.x, last.y], [last.x + last.width, last.y + last.height])
  await expect(page.getByTestId('light-overset')).toContainText('无溢流')
})

test('a frame is divided, and its story goes on through the parts', async ({ page }) => {
  await selectInOutline(page, '主题框')
  const heads = page.getByTestId('outline').locator('.outline-row', { hasText: '主题框' })
  await expect(heads).toHaveCount(3)
  await page.getByTestId('menu-object').click()
  await page.getByTestId('frame.split').click()
  // One for each of the five columns that it spans, all selected.
  await expect(heads).toHaveCount(7)
  await expect(page.getByTestId('properties')).toContainText('整稿 · 5 框')
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '拆成分框'])
})
