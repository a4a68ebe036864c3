import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { canvasMiddle, expect, looksAs, openFrom, picture, saveTo, test } from './window.ts'

/** Selects a story's body, with the panel of paragraphs in sight. */
async function selectBody(page: Page, story: number): Promise<void> {
  await page.getByTestId(`story-${story}`).click()
  await page
    .getByRole('button', { name: /^正文 / })
    .first()
    .click()
  await page.getByTestId('tab-paragraph').click()
}

const panel = (page: Page) => page.getByTestId('paragraph')
const records = (page: Page) => page.getByTestId('records').locator('li')
const toast = (page: Page) => page.getByTestId('toast')

async function lineCount(page: Page): Promise<number> {
  const text = await page.getByTestId('story-lines').textContent()
  return Number.parseInt(text ?? '', 10)
}

const expectLines = (page: Page, lines: number) =>
  expect(page.getByTestId('story-lines')).toHaveText(`${lines} 行`)

/** The canvas as it is painted, for telling two pages apart. */
async function runFromMenu(page: Page, command: string): Promise<void> {
  await page.getByTestId('menu-type').click()
  await page.getByTestId(command).click()
}

async function choosePreset(page: Page, field: string, name: string): Promise<void> {
  await page.getByTestId(field).getByRole('button').click()
  await page.getByRole('option', { name, exact: true }).click()
}

test('a line is pulled back and gained by menu and by key, undone and redone', async ({ page }) => {
  await selectBody(page, 1)
  const lines = await lineCount(page)
  const before = await picture(page)
  const count = await records(page).count()

  await runFromMenu(page, 'copyfit.pull')
  await expectLines(page, lines - 1)
  await expect(toast(page)).toHaveText(/第 \d+ 段 −[\d.]+‰ em，收回 1 行/)
  await expect(records(page)).toHaveCount(count + 1)
  await expect(panel(page)).toContainText('人工')
  await expect.poll(() => looksAs(page, before)).toBe(false)

  await page.keyboard.press('Alt+ArrowUp')
  await expectLines(page, lines - 2)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(toast(page)).toHaveText(/第 \d+ 段 \+[\d.]+‰ em，多出 1 行/)
  await expectLines(page, lines - 1)

  await page.keyboard.press('Control+KeyZ')
  await expectLines(page, lines - 2)
  await expect(toast(page)).toHaveCount(0)
  await page.keyboard.press('Control+KeyZ')
  await page.keyboard.press('Control+KeyZ')
  await expectLines(page, lines)
  await expect.poll(() => looksAs(page, before)).toBe(true)
  await page.keyboard.press('Control+Shift+KeyZ')
  await expectLines(page, lines - 1)
  await expect(page.getByTestId('step')).toHaveText(/^已重做：第 \d+ 段排齐/)

  await runFromMenu(page, 'copyfit.pull')
  await expectLines(page, lines - 2)
  await toast(page).getByRole('button', { name: '撤销' }).click()
  await expectLines(page, lines - 1)
})

test('the paragraph that was clicked is the one that is fitted, and what cannot be done says why', async ({
  page,
}) => {
  await selectBody(page, 1)
  // A record leads to its line, which then stands in the middle; at once, so that no flight is waited for.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await records(page)
    .first()
    .getByRole('button', { name: /^第 \d+ 段/ })
    .click()
  await page.keyboard.press('Escape')
  const middle = await canvasMiddle(page)
  await page.mouse.click(middle.x, middle.y)
  await expect(page.getByTestId('selection')).toHaveText(/^已选：正文框，\d 栏.* 第 \d+ 段$/)
  const head = panel(page).locator('.inspector-head b')
  const name = (await head.textContent()) ?? ''
  expect(name).toMatch(/^第 \d+ 段$/)
  // Again and again, until the limits of the preset are reached.
  const text = () => toast(page).textContent()
  for (let step = 0, said: string | null = ''; step < 8 && !said?.includes('限度'); step++) {
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(text).not.toBe(said)
    said = await text()
    if (said?.startsWith('第')) expect(said).toContain(`${name} +`)
  }
  await expect(toast(page)).toContainText('在排齐限度内差不出一行')
})

test('a story that is overset is fitted to its frame, and the fit is taken back', async ({ page }) => {
  await selectBody(page, 3)
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
  // Its frames are full: one line more finds no room.
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByTestId('light-overset')).toContainText('溢流 1 稿')
  await runFromMenu(page, 'copyfit.fit')
  await expect(toast(page)).toHaveText(/整稿适合文框：字距 −[\d.]+‰ em/)
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
  const fit = records(page).filter({ hasText: '整稿' })
  await fit.getByRole('button', { name: '取消这条记录' }).click()
  await expect(fit).toHaveCount(0)
  await expect(page.getByTestId('light-overset')).toContainText('溢流 1 稿')
})

test('a printed record is taken back, and all of them', async ({ page }) => {
  await selectBody(page, 1)
  const lines = await lineCount(page)
  const printed = records(page).filter({ hasText: '照印样' })
  const count = await printed.count()
  expect(count).toBeGreaterThan(0)
  const before = await picture(page)
  await printed.first().getByRole('button', { name: '取消这条记录' }).click()
  await expect(printed).toHaveCount(count - 1)
  await expect.poll(() => looksAs(page, before)).toBe(false)
  await page.keyboard.press('Control+KeyZ')
  await expect(printed).toHaveCount(count)
  await expectLines(page, lines)
  await runFromMenu(page, 'copyfit.remove')
  await expect(records(page)).toHaveCount(0)
  await expect(toast(page)).toContainText('已取消排齐')
})

test('presets are chosen for a story and changed for the page, and the file keeps it all', async ({
  page,
  app,
  folder,
}) => {
  await selectBody(page, 2)
  const house = await picture(page)
  await choosePreset(page, 'story-preset', 'CLREQ（clreq）')
  await expect(panel(page)).toContainText('整段求匀')
  await expect.poll(() => looksAs(page, house)).toBe(false)
  const clreq = await picture(page)

  await page.getByTestId('change-preset').click()
  const dialog = page.getByTestId('presets')
  await expect(dialog).toContainText('用在 1 稿')
  await dialog.getByRole('textbox', { name: '数字前 em' }).fill('0.5')
  await page.keyboard.press('Tab')
  await expect.poll(() => looksAs(page, clreq)).toBe(false)
  await expect(dialog).toContainText('改过')
  await dialog.getByRole('button', { name: '还原出厂规则' }).click()
  await expect.poll(() => looksAs(page, clreq)).toBe(true)
  await dialog.getByRole('button', { name: '撤销' }).click()
  await expect(dialog).toContainText('改过')
  await dialog.getByRole('button', { name: '关闭' }).click()

  await page.keyboard.press('Alt+ArrowUp')
  await expect(toast(page)).toContainText('收回 1 行')
  const lines = await lineCount(page)
  const kept = await picture(page)
  const path = join(folder, 'page08.banxin')
  await saveTo(app, path)
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(toast(page)).toContainText('已存 page08.banxin', { timeout: 30_000 })
  await expect(page.getByTestId('save-state')).toContainText('已存')

  await openFrom(app, path)
  await page.keyboard.press('Control+KeyO')
  await expect(panel(page)).toContainText('点一段正文，或选一稿')
  await selectBody(page, 2)
  await expectLines(page, lines)
  await expect(page.getByTestId('story-preset')).toContainText('CLREQ')
  await expect(panel(page)).toContainText('人工')
  await page.getByTestId('change-preset').click()
  await expect(dialog.getByRole('textbox', { name: '数字前 em' })).toHaveValue('0.5')
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect.poll(() => looksAs(page, kept)).toBe(true)
})

test('a correction made later keeps the edits of the page', async ({ page }) => {
  await selectBody(page, 1)
  const lines = await lineCount(page)
  await page.keyboard.press('Alt+ArrowUp')
  await expectLines(page, lines - 1)
  await page.getByTestId('stage-review').click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '已定：' })).toHaveCount(1)
  await page.getByTestId('stage-layout').click()
  await selectBody(page, 1)
  await expectLines(page, lines - 1)
})

test('the overlay counts what was done to the lines, and tells of the one pointed at', async ({ page }) => {
  await selectBody(page, 1)
  await expect(page.getByTestId('fit-legend')).toHaveCount(0)
  await page.getByTestId('view.copyfit').click()
  const legend = page.getByTestId('fit-legend')
  await expect(legend).toHaveText(/本稿挤 \d+ 行撑 \d+ 行收放 \d+ 行松 \d+ 行/)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByTestId('light-loose').click()
  await expect(page.getByTestId('selection')).toHaveText(/第 \d+ 段$/)
  // The line that was flown to stands in the middle of the canvas.
  const middle = await canvasMiddle(page)
  await page.mouse.move(middle.x, middle.y)
  await expect(legend).toHaveText(/第 \d+ 段第 \d+ 行 · 每行 [\d.]+ em .*字间 \+[\d.]+ em.*松行/)
})
