import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { Page } from 'playwright/test'
import { expect, looksAs, openFrom, picture, saveTo, test } from './window.ts'

const toast = (page: Page) => page.getByTestId('toast')
const proposal = (page: Page, n: number) => page.getByTestId(`proposal-${n}`)
const panel = (page: Page) => page.getByTestId('proposals')

/** The canvas as it is painted, for telling two pages apart. */
async function openLayouts(page: Page): Promise<void> {
  await page.keyboard.press('F9')
  await proposed(page)
}

/** The layouts are those of the page as it is. */
async function proposed(page: Page): Promise<void> {
  await expect(panel(page)).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 })
  await expect(proposal(page, 1)).toBeVisible()
}

/** Where a story stands, as its properties say: columns and first row. */
async function placeOf(page: Page, story: number): Promise<string> {
  await page.getByTestId(`story-${story}`).click()
  return (await page.getByTestId('properties').textContent()) ?? ''
}

test('another layout is previewed, taken by its digit, and undone', async ({ page }) => {
  await openLayouts(page)
  await expect(proposal(page, 1)).toContainText('现用')
  await expect(proposal(page, 1)).toContainText('占满 99.8 %')
  await expect(proposal(page, 1)).toHaveAccessibleName(/^版式 1：.*头条跨 5 栏.*95 分$/)
  const first = await picture(page)
  await proposal(page, 2).hover()
  await expect.poll(() => looksAs(page, first)).toBe(false)
  await expect(page.getByTestId('page-title')).not.toContainText('有改动')
  const shown = await picture(page)
  await page.mouse.move(900, 60)
  await expect.poll(() => looksAs(page, shown)).toBe(false)
  const before = await picture(page)

  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Digit2')
  await expect(toast(page)).toContainText('已选版式 2')
  await expect(proposal(page, 2)).toContainText('现用')
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
  await expect.poll(() => looksAs(page, before)).toBe(false)
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByTestId('step')).toHaveText('已撤销：版式 2')
  await expect.poll(() => looksAs(page, before)).toBe(true)
})

test('a story is pinned, the rest is laid out again, and the page is exported', async ({
  page,
  app,
  folder,
}) => {
  test.slow()
  await openLayouts(page)
  await proposal(page, 2).click()
  await expect(toast(page)).toContainText('已选版式 2')
  const place = await placeOf(page, 2)
  await page.keyboard.press('KeyP')
  await expect(page.getByTestId('story-2')).toContainText('已固定')
  await expect(panel(page)).toContainText('固定 1 稿')
  // The pin asks for layouts anew; those that move the story are gone.
  await expect(proposal(page, 3)).toHaveCount(0, { timeout: 30_000 })
  await proposed(page)
  const count = await page.locator('.proposal').count()
  for (let n = 1; n <= count; n++) {
    await proposal(page, n).click()
    expect(await placeOf(page, 2)).toBe(place)
  }
  await proposal(page, 1).click()
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')

  // A photo goes into an empty frame, and with the frame to another layout.
  const photo = join(folder, '招聘会.jpg')
  const canvas = createCanvas(1500, 1000)
  const context = canvas.getContext('2d')
  context.fillStyle = '#d02030'
  context.fillRect(0, 0, 1500, 1000)
  writeFileSync(photo, canvas.toBuffer('image/jpeg'))
  await openFrom(app, photo)
  await page.getByRole('button', { name: /^空图框/ }).click()
  await page.keyboard.press('Control+KeyD')
  await expect(page.getByTestId('properties')).toContainText('招聘会.jpg', { timeout: 20_000 })
  await proposed(page)
  await page.getByTestId('propose-again').click()
  await proposed(page)
  await proposal(page, 2).click()
  await expect(proposal(page, 2)).toContainText('现用')
  await proposal(page, 1).click()
  await expect(page.getByRole('button', { name: /^空图框/ })).toContainText('1')

  const path = join(folder, 'page.pdf')
  await saveTo(app, path)
  await page.keyboard.press('Control+KeyE')
  await page.getByTestId('export-dialog').getByRole('button', { name: '导出', exact: true }).click()
  await expect(page.getByTestId('export-status')).toContainText('已导出 page.pdf', { timeout: 40_000 })
  await page.keyboard.press('Escape')
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByRole('button', { name: '全部取消' }).click()
  await expect(panel(page)).toContainText('未固定稿件')
  await expect(proposal(page, 3)).toBeVisible({ timeout: 30_000 })
})

test('a story is removed and the rest closes up', async ({ page }) => {
  await page.getByTestId('story-3').click()
  await page.getByTestId('menu-page').click()
  await page.getByTestId('article.remove').click()
  await expect(toast(page)).toContainText('已删第 3 稿')
  await expect(page.getByTestId('story-3')).toHaveCount(0)
  await openLayouts(page)
  await proposal(page, 1).click()
  await expect(toast(page)).toContainText('已选版式 1')
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
  await page.keyboard.press('Control+KeyZ')
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByTestId('story-3')).toContainText('企业跨市迁移登记')
})

test('all is done by keys, and the words are English where the window is', async ({ page }) => {
  await page.keyboard.press('F9')
  await proposed(page)
  await proposal(page, 1).focus()
  await page.keyboard.press('ArrowDown')
  await expect(proposal(page, 2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(proposal(page, 2)).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('menu-view').click()
  await page.getByTestId('view.english').click()
  await expect(proposal(page, 2)).toContainText('Lead not at the left: story 1')
  await expect(proposal(page, 3)).toContainText('Measure not as printed')
  await page.keyboard.press('F9')
  await expect(panel(page)).toHaveCount(0)
})
