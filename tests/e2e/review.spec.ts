/** 复核 in the window: what is doubtful is decided, what is wrong is corrected, and the page follows. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright/test'
import { saveFirst } from './page-files.ts'
import { dragMouse } from './page-points.ts'
import { expect, openFrom, test } from './window.ts'

const SAMPLE = 'assets/samples/page08.txt'
const WRONG = 'wrong-heads.txt'
const MANY = 'many-doubts.txt'
/** The head of the third story speaks with the words of the second, and the other way round. */
const THIRD_HEAD = '灯塔产业园区跑出加速度'
const SECOND_HEAD = '登记迁移一站办结'

/** Page 08 without its kickers, and with heads that mislead: each lands on the other's body. */
function dumpWithWrongHeads(): string {
  return readFileSync(SAMPLE, 'utf8')
    .replace(/^宜昌高新区\r?$/m, '')
    .replace(/^佛山高新区\r?$/m, '')
    .replace('企业跨市迁移登记“零跑动”', THIRD_HEAD)
    .replace('百亿元级半导体集群启航', SECOND_HEAD)
}

const card = (page: Page, n: number) => page.getByTestId(`card-${n}`)
const where = (page: Page) => page.getByTestId('review-where')

/** From the doubts to the source, by the key that goes through the regions. */
async function focusSource(page: Page): Promise<void> {
  for (let step = 0; step < 4; step++) {
    if (await page.getByTestId('source-list').evaluate((list) => list === document.activeElement)) return
    await page.keyboard.press('Shift+F6')
  }
  await expect(page.getByTestId('source-list')).toBeFocused()
}

async function goToLine(page: Page, text: string): Promise<void> {
  const line = page.locator('.src-row[data-head="true"]')
  await page.keyboard.press('Control+End')
  for (let step = 0; step < 40; step++) {
    if ((await line.textContent())?.includes(text)) return
    await page.keyboard.press('ArrowUp')
  }
  await expect(line).toContainText(text)
}

/** Goes on through the doubts to the one about a text. */
async function goToDoubt(page: Page, text: string): Promise<void> {
  const doubt = page.getByTestId('doubt-card')
  for (let step = 0; step < 40; step++) {
    if ((await doubt.textContent())?.includes(text)) return
    const place = (await page.getByTestId('doubt-place').textContent()) ?? ''
    await page.keyboard.press('KeyJ')
    await expect(page.getByTestId('doubt-place')).not.toHaveText(place)
  }
  await expect(doubt).toContainText(text)
}

test('shows where every line went, and what is doubtful', async ({ page }) => {
  await page.keyboard.press('Alt+Digit1')
  await expect(page.getByTestId('accounted')).toHaveText('全部有着落')
  await expect(page.getByTestId('stage-review')).toHaveAttribute('aria-checked', 'true')
  await expect(page.getByTestId('review-counts')).toContainText('正文 222 行')
  await expect(page.getByTestId('review-counts')).toContainText('重影 2 处')
  await expect(card(page, 1)).toContainText('长春高新区：为可持续振兴开新局')
  await expect(card(page, 1)).toContainText('2 小标题')
  await goToDoubt(page, '春风行动')
  await expect(page.getByTestId('doubt-card')).toContainText('图片说明，还是主题？')
  await expect(where(page)).toHaveText('第 407 行 → 第 4 稿 图片说明')
  // Back to the page, where nothing has changed.
  await page.keyboard.press('Alt+Digit2')
  await expect(page.locator('.canvas-viewport')).toBeVisible()
})

test('the light of doubts leads to the doubt, and V from there to its place in the page', async ({
  page,
}) => {
  await page.getByTestId('light-doubts').click()
  await goToDoubt(page, '春风行动')
  await page.keyboard.press('KeyV')
  await expect(page.getByTestId('selection')).toHaveText(/图片说明框/)
  await expect(page.getByTestId('source')).toContainText('春风行动')
})

test.describe('with heads on the wrong stories', () => {
  test.use({ files: [WRONG] })
  test.beforeEach(({ folder }) => writeFileSync(join(folder, WRONG), dumpWithWrongHeads()))

  test('is corrected by keys alone, undone, redone, saved and found again', async ({ page, app, folder }) => {
    await page.keyboard.press('Alt+Digit1')
    await expect(card(page, 2)).toContainText(THIRD_HEAD)
    await expect(card(page, 3)).toContainText(SECOND_HEAD)

    await focusSource(page)
    await goToLine(page, THIRD_HEAD)
    await page.keyboard.press('KeyM')
    await expect(page.getByTestId('menu-move')).toBeVisible()
    await page.keyboard.press('3')
    await page.keyboard.press('Enter')
    await expect(card(page, 3)).toContainText(THIRD_HEAD)
    await expect(page.getByTestId('accounted')).toHaveText(`${SECOND_HEAD.length} 字未归`)
    await expect(page.getByTestId('save-state')).toContainText('有改动')

    // The head that had to make room stands unplaced and goes where it belongs.
    await expect(page.getByTestId('source-list')).toBeFocused()
    await goToLine(page, SECOND_HEAD)
    await page.keyboard.press('KeyM')
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    await expect(card(page, 2)).toContainText(SECOND_HEAD)
    await expect(page.getByTestId('accounted')).toHaveText('全部有着落')
    await expect(page.getByTestId('settled')).toHaveText('已定 2 条')

    await page.keyboard.press('Alt+Digit2')
    const third = page.getByTestId('twin').locator('article').nth(2)
    await expect(third).toContainText(THIRD_HEAD)
    await page.keyboard.press('Alt+Digit1')

    await page.keyboard.press('Control+KeyZ')
    await page.keyboard.press('Control+KeyZ')
    await expect(card(page, 2)).toContainText(THIRD_HEAD)
    await expect(page.getByTestId('review-said')).toContainText('已撤销')
    await expect(page.getByTestId('save-state')).toHaveCount(0)
    await page.keyboard.press('Control+Shift+KeyZ')
    await page.keyboard.press('Control+KeyY')
    await expect(card(page, 2)).toContainText(SECOND_HEAD)
    await expect(card(page, 3)).toContainText(THIRD_HEAD)

    const path = join(folder, 'corrected.banxin')
    await saveFirst(app, page, path)
    await openFrom(app, path)
    await page.keyboard.press('Control+KeyO')
    await expect(page.getByTestId('story-3')).toContainText(THIRD_HEAD)
    await page.keyboard.press('Alt+Digit1')
    await expect(card(page, 2)).toContainText(SECOND_HEAD)
    await expect(card(page, 3)).toContainText(THIRD_HEAD)
    await expect(page.getByTestId('settled')).toHaveText('已定 2 条')
  })

  test('a correction is taken back by itself, with the one after it kept', async ({ page }) => {
    await page.keyboard.press('Alt+Digit1')
    await focusSource(page)
    await goToLine(page, THIRD_HEAD)
    await page.keyboard.press('KeyR')
    await page.getByTestId('review.as-unplaced').click()
    await expect(card(page, 2)).not.toContainText(THIRD_HEAD)
    await goToLine(page, SECOND_HEAD)
    await page.keyboard.press('KeyR')
    await page.getByTestId('review.as-unplaced').click()
    await expect(card(page, 3)).not.toContainText(SECOND_HEAD)
    await page.getByRole('button', { name: '查看' }).click()
    const rows = page.getByTestId('settled-dialog').locator('li')
    await expect(rows).toHaveCount(2)
    await rows.nth(1).getByRole('button', { name: '收回' }).click()
    await expect(rows).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(card(page, 2)).toContainText(THIRD_HEAD)
    await expect(card(page, 3)).not.toContainText(SECOND_HEAD)
  })
})

test('doubts are decided one after the other by keys, quicker than the page follows', async ({ page }) => {
  await page.keyboard.press('Alt+Digit1')
  const place = (await page.getByTestId('doubt-place').textContent()) ?? ''
  await goToDoubt(page, '春风行动')
  await page.keyboard.press('Digit2')
  await expect(page.getByTestId('reading-2').locator('input')).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(card(page, 4).locator('[data-role="headline"]').first()).toContainText('春风行动')
  const settled = page.getByTestId('all-settled')
  for (let n = 0; n < 40 && (await settled.count()) === 0; n++) await page.keyboard.press('Enter')
  await expect(settled).toContainText('没有存疑，可以去排版')
  await expect(page.getByTestId('light-doubts')).toHaveText('无存疑')
  for (let n = 0; n < 40 && (await page.getByTestId('settled').count()) > 0; n++) {
    await page.keyboard.press('Control+KeyZ')
  }
  await expect(page.getByTestId('settled')).toHaveCount(0)
  await expect(page.getByTestId('doubt-place')).toHaveText(new RegExp(/共 \d+ 条/.exec(place)?.[0] ?? ''))
})

test.describe('on a page with many doubts', () => {
  test.use({ files: [MANY] })
  test.beforeEach(({ folder }) => copyFileSync('tests/drawn/pages/p011/dump.txt', join(folder, MANY)))

  test('a reading that is clicked is accepted by Enter, and what is skipped waits at the end', async ({
    page,
  }) => {
    await page.keyboard.press('Alt+Digit1')
    const place = page.getByTestId('doubt-place')
    const all = Number(/共 (\d+) 条/.exec((await place.textContent()) ?? '')?.[1])
    expect(all).toBeGreaterThan(2)
    await page.keyboard.press('KeyS')
    const others = page.getByTestId('other-doubts')
    await expect(others).toContainText('跳过了')
    await page.getByTestId('reading-1').click()
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('settled')).toBeVisible()
    await expect(place).toContainText(`共 ${all - 1} 条`)
    await expect(others).toContainText('跳过了')
  })
})

test('a drag selects a stretch of a line, Shift and arrows whole lines', async ({ page }) => {
  await page.keyboard.press('Alt+Digit1')
  // The list opens at the first doubt, wherever that is.
  await page.getByTestId('source-list').evaluate((list) => list.scrollTo(0, 0))
  const text = page.locator('.src-row[data-line="6"] .src-text')
  const box = await text.boundingBox()
  if (!box) throw new Error('no line')
  await dragMouse(page, { x: box.x + 17, y: box.y + 12 }, { x: box.x + 46, y: box.y + 12 })
  await expect(text.locator('[data-selected]')).toHaveText('樊晨')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByTestId('review-where')).toHaveText('第 8 行 → 第 1 稿 主题 · 2 行')
  // A fold opens by Enter and closes the same way.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.src-row[data-line="13"]')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.locator('.src-row[data-line="13"]')).toHaveCount(0)
})

test('pieces of a line are selected and re-read: a credit becomes body text', async ({ page }) => {
  await page.keyboard.press('Alt+Digit1')
  await focusSource(page)
  await goToLine(page, '邓国燊')
  await page.keyboard.press('ArrowLeft')
  await expect(where(page)).toHaveText(/第 2 稿 署名$/)
  await page.keyboard.press('Shift+F10')
  await expect(page.getByTestId('review-menu')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.getByTestId('review.as-unplaced').click()
  await expect(card(page, 2)).not.toContainText('邓国燊')
  await expect(page.getByTestId('accounted')).toHaveText('3 字未归')
})

test('paragraphs are parted, joined and moved, stories parted and merged', async ({ page }) => {
  await page.keyboard.press('Alt+Digit1')
  await page.getByTestId('expand-2').click()
  const paragraphs = card(page, 2).locator('[data-paragraph="true"]')
  await expect(paragraphs).toHaveCount(5)
  const second = await paragraphs.nth(1).textContent()
  await paragraphs.nth(1).click()
  await page.keyboard.press('Shift+KeyB')
  await expect(paragraphs).toHaveCount(4)
  await page.keyboard.press('KeyB')
  await expect(paragraphs).toHaveCount(5)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(paragraphs.first()).toHaveText(second ?? '')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(paragraphs.nth(1)).toHaveText(second ?? '')
  await page.keyboard.press('Shift+KeyN')
  await expect(page.getByTestId('card-5')).toBeVisible()
  await page.keyboard.press('Shift+KeyM')
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('card-5')).toHaveCount(0)
  await expect(card(page, 1)).toContainText('23 段')
})

test('asks before corrections are lost to another file', async ({ page }) => {
  await page.keyboard.press('Alt+Digit1')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('save-state')).toContainText('有改动')
  const open = () =>
    page.evaluate(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([''], 'other.txt'))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }))
    })
  await open()
  await expect(page.getByTestId('unsaved')).toContainText('打开 other.txt 会丢掉')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('settled')).toBeVisible()
  await open()
  await page.getByRole('button', { name: '不存' }).click()
  await expect(page.getByTestId('failure')).toContainText('other.txt 没打开')
})

test('corrections that no longer fit the source are kept and shown', async ({ page, app, folder }) => {
  await page.keyboard.press('Alt+Digit1')
  await page.keyboard.press('Enter')
  const path = join(folder, 'old.banxin')
  await saveFirst(app, page, path)
  const entries = unzipSync(readFileSync(path))
  const corrections = JSON.parse(strFromU8(entries['source/corrections.json']!))
  corrections.push({ kind: 'join', at: { line: 99_999, at: 0 } })
  entries['source/corrections.json'] = strToU8(JSON.stringify(corrections))
  writeFileSync(path, zipSync(entries))

  await openFrom(app, path)
  await page.keyboard.press('Control+KeyO')
  await expect(page.getByTestId('toast')).toContainText('1 条改动对不上现在的原稿')
  await page.getByTestId('toast').getByRole('button', { name: '查看' }).click()
  const rows = page.getByTestId('settled-dialog').locator('li')
  await expect(rows.first()).toContainText('对不上原稿')
  await rows.first().getByRole('button', { name: '收回' }).click()
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('unapplied')).toHaveCount(0)
})
