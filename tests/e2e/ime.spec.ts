import { caretPoint, cdpOf, commit, compose, enterBody, paragraphsOf } from './text-page.ts'
import { expect, inkShare, test } from './window.ts'

/** What a few characters out of their places change in the share of ink. */
const LEAST = 2e-5

const pictureOf = (page: Parameters<typeof paragraphsOf>[0]) => inkShare(page)

test('what is composed shows in its line, and the page is set anew only when it is committed', async ({
  page,
}) => {
  await enterBody(page, 3)
  await page.getByTestId('tab-paragraph').click()
  await page.getByTestId('story-text').focus()
  await page.keyboard.press('ArrowDown')
  const cdp = await cdpOf(page)
  const before = await paragraphsOf(page)
  const lines = page.getByTestId('story-lines')
  const count = await lines.textContent()
  const place = await caretPoint(page)
  for (const typed of ['m', 'ma', 'man', "man'y", "man'yi", "man'yi'du"]) {
    await compose(cdp, typed)
    await expect(page.getByTestId('composing')).toBeVisible()
  }
  // The document has none of it yet: no step to undo, the same lines.
  expect(await lines.textContent()).toBe(count)
  await expect(page.getByTestId('save-state')).toHaveCount(0)
  // The candidates stand at the string, not where the hidden text happens to lie.
  const now = await caretPoint(page)
  expect(now.x).toBeGreaterThan(place.x)
  expect(Math.abs(now.y - place.y)).toBeLessThan(4)
  await commit(cdp, '满意度')
  await expect(page.getByTestId('composing')).toHaveCount(0)
  const after = await paragraphsOf(page)
  expect(after.join('').length).toBe(before.join('').length + 3)
  expect(after.join('')).toContain('满意度')
  expect(after.join('')).not.toContain("man'yi")
  // One step takes all of it back.
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => paragraphsOf(page)).toEqual(before)
})

test('the composing string is drawn in the page, and its line makes room for it', async ({ page }) => {
  await enterBody(page, 3)
  const cdp = await cdpOf(page)
  const still = await pictureOf(page)
  const changed = async () => Math.abs((await pictureOf(page)) - still)
  await compose(cdp, "xin'de")
  await expect.poll(changed).toBeGreaterThan(LEAST)
  await compose(cdp, '')
  await expect.poll(changed).toBeLessThan(LEAST / 4)
})

test('a composition that is given up leaves nothing behind', async ({ page }) => {
  await enterBody(page, 3)
  const cdp = await cdpOf(page)
  const before = await paragraphsOf(page)
  await compose(cdp, 'xin')
  await compose(cdp, '')
  await expect.poll(() => paragraphsOf(page)).toEqual(before)
  await expect(page.getByTestId('save-state')).toHaveCount(0)
  await page.keyboard.type('甲')
  expect((await paragraphsOf(page)).join('').length).toBe(before.join('').length + 1)
})

test('a selection is replaced by what is composed, and no shortcut runs meanwhile', async ({ page }) => {
  await enterBody(page, 3)
  const cdp = await cdpOf(page)
  const before = (await paragraphsOf(page)).join('\n')
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight')
  const gone = await page.evaluate(() => window.getSelection()?.toString() ?? '')
  expect(gone).toHaveLength(4)
  await compose(cdp, 'gao')
  // Keys that an input method has are told by 229 and mean nothing to the window.
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'F4',
    windowsVirtualKeyCode: 229,
  })
  await expect(page.getByTestId('story-editor')).toHaveCount(0)
  await commit(cdp, '高')
  const after = (await paragraphsOf(page)).join('\n')
  expect(after).toBe(`高${before.slice(4)}`)
})

test('the composition survives a change of the page under it', async ({ page }) => {
  await enterBody(page, 3)
  const cdp = await cdpOf(page)
  const before = await paragraphsOf(page)
  await compose(cdp, 'xin')
  // The window is made anew around it, as for another panel: nothing restructures the text.
  await page.setViewportSize({ width: 1200, height: 800 })
  await compose(cdp, 'xinde')
  await commit(cdp, '新的')
  const after = await paragraphsOf(page)
  expect(after[0]).toBe(`新的${before[0]}`)
  expect(after.slice(1)).toEqual(before.slice(1))
})

test('composes in an empty paragraph, at a paragraph end, and in the story editor', async ({ page }) => {
  await enterBody(page, 3)
  const cdp = await cdpOf(page)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await compose(cdp, 'kong')
  await commit(cdp, '空段')
  expect((await paragraphsOf(page))[0]).toBe('空段')
  await compose(cdp, 'wei')
  await commit(cdp, '尾')
  expect((await paragraphsOf(page))[0]).toBe('空段尾')
  await page.keyboard.press('F4')
  await expect(page.getByTestId('story-editor')).toBeVisible()
  await compose(cdp, 'gao')
  await commit(cdp, '稿')
  expect((await paragraphsOf(page))[0]).toBe('空段尾稿')
})
