import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './axe-faults.ts'
import { dragMouse, selectInOutline } from './page-points.ts'
import { expect, test, zoomFigure } from './window.ts'

test('panels are made wider at their edge, by mouse and by keys, and stay so', async ({ page }) => {
  const panel = page.locator('.stories-panel')
  const width = async () => Math.round((await panel.boundingBox())?.width ?? 0)
  expect(await width()).toBe(256)
  const edge = page.getByTestId('edge-layout-left')
  const at = await edge.boundingBox()
  if (!at) throw new Error('no edge')
  await dragMouse(page, { x: at.x + 4, y: at.y + 200 }, { x: at.x + 84, y: at.y + 200 })
  expect(await width()).toBe(336)
  await page.keyboard.press('Tab')
  await edge.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(edge).toHaveAttribute('aria-valuenow', '320')
  expect(await width()).toBe(320)
  await page.getByTestId('stage-preflight').click()
  await page.getByTestId('edge-preflight-right').focus()
  await page.keyboard.press('End')
  await expect(page.locator('.signing-region')).toHaveCSS('width', '480px')
  // What is still on its way would be broken off.
  await page.waitForLoadState('networkidle')
  await page.reload()
  await page.getByTestId('stage-layout').click()
  await expect.poll(width).toBe(320)
  await page.getByTestId('edge-layout-left').dblclick()
  await expect.poll(width).toBe(256)
})

test('what finds no room is led to the layouts', async ({ page }) => {
  await selectInOutline(page, '正文框', 4)
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Delete')
  await selectInOutline(page, '正文框', 3)
  const ways = page.getByTestId('overset-ways')
  await expect(ways).toContainText('续排')
  await ways.getByRole('button', { name: '版式' }).click()
  await expect(page.getByTestId('proposals')).toBeVisible()
})

test('the title never lies over the menus', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('English')
  await page.keyboard.press('Enter')
  for (const width of [1440, 1290, 1024, 960]) {
    await page.setViewportSize({ width, height: 700 })
    const [menus, title] = [page.locator('.menus'), page.getByTestId('page-title')]
    const [left, middle] = [await menus.boundingBox(), await title.boundingBox()]
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(middle?.x ?? 0)
  }
})

test('the interface is made larger, falls back to the narrow layout, and is remembered', async ({
  page,
  app,
  folder,
}) => {
  const width = () => page.evaluate(() => window.innerWidth)
  const before = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds().width,
  )
  await page.keyboard.press('Control+Digit1')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('偏好设置')
  await page.keyboard.press('Enter')
  await page.getByTestId('preference-scale').getByRole('button').click()
  await page.getByRole('option', { name: '150 %' }).click()
  await expect.poll(width).toBe(Math.round((before ?? 0) / 1.5))
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('rail-open')).toBeVisible()
  const kept = () => JSON.parse(readFileSync(join(folder, 'profile', 'preferences.json'), 'utf8'))
  await expect.poll(() => kept().scale).toBe(150)
  await page.getByTestId('rail-open').click()
  await expect(page.getByTestId('story-1')).toBeVisible()
  // The interface grows round the page, whose own zoom is as it was.
  await expect.poll(() => zoomFigure(page)).toBe(100)
  await run(page, '界面放大')
  await expect.poll(() => kept().scale).toBe(175)
  await expect.poll(() => zoomFigure(page)).toBe(100)
  await run(page, '界面还原')
  await expect.poll(width).toBe(before)
  await expect.poll(() => zoomFigure(page)).toBe(100)
})

test('the panes of 复核 are made wider at their edges', async ({ page }) => {
  await page.keyboard.press('Alt+Digit1')
  const width = async (pane: string) => Math.round((await page.locator(pane).boundingBox())?.width ?? 0)
  const [source, doubts] = [await width('.source-pane'), await width('.doubts-pane')]
  const edge = await page.getByTestId('edge-review-left').boundingBox()
  if (!edge) throw new Error('no edge')
  await dragMouse(page, { x: edge.x + 4, y: edge.y + 200 }, { x: edge.x - 76, y: edge.y + 200 })
  expect(Math.abs((await width('.source-pane')) - (source - 80))).toBeLessThanOrEqual(1)
  await page.getByTestId('edge-review-right').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await width('.doubts-pane')).toBeGreaterThan(doubts)
})

test.describe('with forced colours', () => {
  test('what is chosen and what can be pressed is still told', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await selectInOutline(page, '正文框')
    const style = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { outlineStyle, backgroundColor } = getComputedStyle(element)
          return { outlineStyle, backgroundColor }
        })
    expect((await style('.choice-button')).outlineStyle).toBe('solid')
    const chosen = await style('.outline-row[data-selected]')
    const other = await style('.outline-row:not([data-selected])')
    expect(chosen.backgroundColor).not.toBe(other.backgroundColor)
  })
})
