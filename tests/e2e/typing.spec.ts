import { dragMouse } from './page-points.ts'
import { caretPlace, caretPoint, enterBody, paragraphsOf, showBody } from './text-page.ts'
import { expect, test } from './window.ts'

const text = (page: Parameters<typeof paragraphsOf>[0]) => page.getByTestId('story-text')

test('a double click goes into the text, what is typed is on the page, and undo takes it back', async ({
  page,
}) => {
  const box = await showBody(page, 3)
  await page.mouse.dblclick(box.x + box.width * 0.3, box.y + box.height * 0.5)
  await expect(text(page)).toBeFocused()
  await expect(caretPlace(page)).toHaveText(/^第 \d+ 段 · 第 \d+ 行$/)
  const before = await paragraphsOf(page)
  await page.keyboard.type('新的文字，')
  const after = await paragraphsOf(page)
  expect(after.join('\n').length).toBe(before.join('\n').length + 5)
  expect(after.join('\n')).toContain('新的文字，')
  await expect(page.getByTestId('save-state')).toContainText('有改动')
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => paragraphsOf(page)).toEqual(before)
  await page.keyboard.press('Control+Shift+KeyZ')
  await expect.poll(() => paragraphsOf(page)).toEqual(after)
  await expect(text(page)).toBeFocused()
  // Out to the frame, then nothing.
  await page.keyboard.press('Escape')
  await expect(text(page)).toHaveCount(0)
  await expect(page.getByTestId('selection')).toHaveText(/^已选：正文框/)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('selection')).toHaveText('')
})

test('with the text tool a click places the caret, two select a word, three a paragraph', async ({
  page,
}) => {
  await page.keyboard.press('KeyT')
  const box = await showBody(page, 3)
  const at = { x: box.x + box.width * 0.3, y: box.y + box.height * 0.5 }
  await page.mouse.click(at.x, at.y)
  await expect(text(page)).toBeFocused()
  // The hidden caret, by which an input method places its candidates, is where the click was.
  await expect.poll(async () => Math.abs((await caretPoint(page)).x - at.x)).toBeLessThan(16)
  await expect.poll(async () => Math.abs((await caretPoint(page)).y - at.y)).toBeLessThan(16)
  const selected = () => page.evaluate(() => window.getSelection()?.toString() ?? '')
  expect(await selected()).toBe('')
  await page.waitForTimeout(600)
  await page.mouse.click(at.x, at.y, { clickCount: 2 })
  const word = await selected()
  expect(word.length).toBeGreaterThan(0)
  expect(word.length).toBeLessThan(6)
  await page.waitForTimeout(600)
  await page.mouse.click(at.x, at.y, { clickCount: 3 })
  const paragraph = await selected()
  expect(await paragraphsOf(page)).toContain(paragraph)
  await expect(caretPlace(page)).toContainText(/选中 \d+ 字/)
})

test('the keys go by characters, words, lines and to the ends, over frames', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+Home')
  await expect(caretPlace(page)).toHaveText('第 1 段 · 第 1 行')
  await page.keyboard.press('ArrowDown')
  await expect(caretPlace(page)).toHaveText('第 1 段 · 第 2 行')
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Home')
  await expect(caretPlace(page)).toContainText(/第 1 段 · 第 2 行选中 [12]\d 字/)
  // From the foot of the first frame to the head of the second, as far along.
  const frames = page.getByTestId('selection')
  await expect(frames).toContainText('第 1')
  for (let i = 0; i < 14; i++) await page.keyboard.press('ArrowDown')
  const below = await caretPoint(page)
  await page.keyboard.press('ArrowUp')
  const above = await caretPoint(page)
  expect(Math.abs(above.x - below.x) > 200 || Math.abs(above.y - below.y) < 60).toBe(true)
  // Words are Chinese words.
  await page.keyboard.press('Control+Home')
  const first = (await paragraphsOf(page))[0] ?? ''
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+ArrowRight')
  const word = await page.evaluate(() => window.getSelection()?.toString() ?? '')
  expect(first.startsWith(word)).toBe(true)
  // 本 报讯 “ 没想到: neither single characters nor whole clauses.
  expect(word.length).toBeGreaterThan(3)
  expect(word.length).toBeLessThan(9)
  await page.keyboard.press('Control+End')
  const count = (await paragraphsOf(page)).length
  await expect(caretPlace(page)).toHaveText(new RegExp(`^第 ${count} 段`))
})

test('Enter, Backspace and Delete part and join paragraphs; a selection is replaced', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+Home')
  const before = await paragraphsOf(page)
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const [first = ''] = before
  await expect.poll(() => paragraphsOf(page)).toEqual([first.slice(0, 3), first.slice(3), ...before.slice(1)])
  await expect(caretPlace(page)).toHaveText('第 2 段 · 第 1 行')
  await page.keyboard.press('Backspace')
  await expect.poll(() => paragraphsOf(page)).toEqual(before)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.type('甲')
  await expect
    .poll(() => paragraphsOf(page))
    .toEqual([`${first.slice(0, 3)}甲${first.slice(5)}`, ...before.slice(1)])
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+Delete')
  expect((await paragraphsOf(page))[0]?.length).toBeLessThan(first.length - 2)
})

test('dragging selects, and what is selected is dragged to another place', async ({ page }) => {
  const box = await showBody(page, 3)
  await page.keyboard.press('KeyT')
  const y = box.y + box.height * 0.5
  await dragMouse(page, { x: box.x + box.width * 0.2, y }, { x: box.x + box.width * 0.3, y })
  const moved = await page.evaluate(() => window.getSelection()?.toString() ?? '')
  expect(moved.length).toBeGreaterThan(2)
  const before = (await paragraphsOf(page)).join('\n')
  const x = box.x + box.width * 0.25
  await dragMouse(page, { x, y }, { x, y: y + 60 })
  const after = (await paragraphsOf(page)).join('\n')
  expect(after).not.toBe(before)
  expect(after.length).toBe(before.length)
  expect([...after].sort()).toEqual([...before].sort())
  expect(await page.evaluate(() => window.getSelection()?.toString() ?? '')).toBe(moved)
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(async () => (await paragraphsOf(page)).join('\n')).toBe(before)
})

test('what finds no room is seen at once, and edited in the story editor', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('这一段放不下了，版面上看不见。')
  await expect(page.getByTestId('light-overset')).toContainText('溢流 1 稿')
  await expect(page.getByTestId('caret-overset')).toBeVisible()
  await page.keyboard.press('F4')
  const editor = page.getByTestId('story-editor')
  await expect(editor).toBeVisible()
  await expect(text(page)).toBeFocused()
  await expect(editor.locator('.overset-text').first()).toBeVisible()
  await expect(page.getByTestId('editor-counts')).toContainText('溢流')
  for (let i = 0; i < 16; i++) await page.keyboard.press('Backspace')
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
  await expect(page.getByTestId('editor-counts')).toContainText('全排下')
  await page.keyboard.press('F4')
  await expect(editor).toHaveCount(0)
  await expect(text(page)).toBeFocused()
})

test('a double click beside all text in the story editor takes nothing and leaves the caret', async ({
  page,
}) => {
  await enterBody(page, 3)
  await page.keyboard.press('F4')
  await expect(page.getByTestId('story-editor')).toBeVisible()
  await page.keyboard.press('Control+Home')
  const box = await text(page).boundingBox()
  if (!box) throw new Error('no text')
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height - 1)
  await page.mouse.dblclick(box.x + 1, box.y + 1)
  await page.keyboard.type('甲')
  await expect.poll(async () => (await paragraphsOf(page))[0]).toMatch(/^甲/)
})

test('the text of a locked frame is refused, and the window says why', async ({ page, app, folder }) => {
  const { readFileSync, writeFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const { openFrom, saveTo } = await import('./window.ts')
  const saved = join(folder, 'page.banxin')
  await saveTo(app, saved)
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(page.getByTestId('toast')).toContainText('已存', { timeout: 30_000 })
  const entries = unzipSync(readFileSync(saved))
  const doc = JSON.parse(strFromU8(entries['page.json'] ?? new Uint8Array()))
  const body = Object.values(
    doc.stories as Record<string, { role: string; article?: string; frames: string[] }>,
  ).find((story) => story.role === 'body' && doc.articles[story.article ?? '']?.number === 3)
  for (const frame of body?.frames ?? []) doc.frames[frame].locked = true
  // Another file: the window would tell of a change to the one that it has open.
  const path = join(folder, 'locked.banxin')
  writeFileSync(path, zipSync({ ...entries, 'page.json': strToU8(JSON.stringify(doc)) }))
  await openFrom(app, path)
  await page.keyboard.press('Control+KeyO')
  // What was said of saving goes when the page is open.
  await expect(page.getByTestId('toast')).toHaveCount(0)
  const box = await showBody(page, 3)
  await page.mouse.dblclick(box.x + box.width * 0.3, box.y + box.height * 0.5)
  await expect(page.getByTestId('toast')).toContainText('文框锁着')
  await expect(text(page)).toHaveCount(0)
})
