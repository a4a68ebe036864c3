import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { unpackPage } from '../../src/core/doc/banxin-file.ts'
import { expect, openFrom, saveTo, test } from './window.ts'

const SENTENCE = '园区里的新鲜事一件接着一件，说也说不完，今天就先说到这里。'
const manuscript = (kicker: string, head: string, sentences: number): string => {
  const paragraphs = Array.from({ length: Math.ceil(sentences / 4) }, () => `　　${SENTENCE.repeat(4)}`)
  return [kicker, head, '▶本报记者 樊晨', ...paragraphs].join('\n')
}

const toast = (page: Page) => page.getByTestId('toast')

async function makePage(page: Page, ad?: string): Promise<void> {
  await page.keyboard.press('Control+KeyN')
  await expect(page.getByTestId('template-tabloid-5x12')).toBeVisible({ timeout: 30_000 })
  await page.getByTestId('template-broadsheet-8x12').click()
  await page.getByTestId('new-page-section').fill('要闻')
  await page.getByTestId('new-page-number').fill('A08')
  await page.getByTestId('new-page-date').fill('2025-03-18')
  if (ad) {
    await page.getByTestId('new-page-ad').getByRole('button').click()
    await page.getByRole('option', { name: ad }).click()
  }
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByTestId('story-1')).toHaveCount(0)
  await expect(page.getByTestId('page-title')).toContainText('要闻')
}

/** The layouts are those of the page as it is. */
const proposed = (page: Page): Promise<void> =>
  expect(page.getByTestId('proposals')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 })

async function addStory(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+KeyN')
  await page.getByTestId('manuscript').fill(text)
  await page.getByRole('button', { name: '加到本版' }).click()
}

test('a page is begun from a template, stories are pasted and laid out, saved and opened again', async ({
  page,
  app,
  folder,
}) => {
  await makePage(page, '1/3 版')
  await page.keyboard.press('Control+Shift+KeyN')
  await page.getByTestId('manuscript').fill(manuscript('佛山高新区', '百亿元级半导体集群再启航', 60))
  await expect(page.getByTestId('read-as')).toContainText('百亿元级半导体集群再启航')
  await expect(page.getByTestId('read-as')).toContainText('15 段')
  await page.getByRole('button', { name: '加到本版' }).click()
  await expect(toast(page)).toContainText('已加 1 稿并排好', { timeout: 30_000 })
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')

  await addStory(page, manuscript('宜昌高新区', '企业跨市迁移一次办好', 24))
  await expect(toast(page)).toContainText('已加 1 稿，选一种版式排进去', { timeout: 30_000 })
  await proposed(page)
  await page.getByTestId('proposal-1').click()
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')

  const path = join(folder, 'a08.banxin')
  await saveTo(app, path)
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(toast(page)).toContainText('a08.banxin', { timeout: 30_000 })
  const file = unpackPage(new Uint8Array(readFileSync(path)), 'a08.banxin', [])
  const doc = file.ok ? file.value.doc : undefined
  expect(file.ok || file.error.code).toBe('page-broken-reference')
  if (doc) expect(Object.keys(doc.articles)).toEqual(['a1', 'a2'])
  await openFrom(app, path)
  await page.keyboard.press('Control+KeyO')
  await expect(page.getByTestId('story-2')).toContainText('企业跨市迁移一次办好', { timeout: 30_000 })
})

test('a page that is too full says by how much, and smaller type or a cut list bring all in', async ({
  page,
}) => {
  test.slow()
  await makePage(page, '1/2 版')
  await addStory(page, manuscript('佛山高新区', '百亿元级半导体集群再启航', 96))
  await expect(toast(page)).toContainText('并排好', { timeout: 30_000 })
  await addStory(page, manuscript('宜昌高新区', '企业跨市迁移一次办好', 24))
  await expect(page.getByTestId('layout-page-too-full')).toContainText(
    /放不下 1 篇稿件，约 \d+ 栏行 \d+ 字/,
    {
      timeout: 30_000,
    },
  )
  const ways = page.getByTestId('ways')
  await expect(ways.getByTestId('way-smaller-type')).toContainText(/正文改 [78](\.5)? pt/, {
    timeout: 60_000,
  })
  await expect(ways.getByTestId('way-cut')).toContainText(/删 \d+ 行 \d+ 字/)
  await expect(ways.getByTestId('way-another-page')).toContainText('1 稿另起一版')
  await ways.getByTestId('way-smaller-type').click()
  await expect(page.getByTestId('layout-page-too-full')).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
  await page.keyboard.press('Control+KeyZ')
  await expect(ways.getByTestId('way-cut')).toBeVisible({ timeout: 60_000 })
  await ways.getByTestId('way-cut').click()
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
})

test('left-over stories go to a page of their own', async ({ page, app, folder }) => {
  await makePage(page, '1/2 版')
  await addStory(page, manuscript('佛山高新区', '百亿元级半导体集群再启航', 96))
  await expect(toast(page)).toContainText('并排好', { timeout: 30_000 })
  await addStory(page, manuscript('宜昌高新区', '企业跨市迁移一次办好', 24))
  const way = page.getByTestId('way-another-page')
  await expect(way).toBeVisible({ timeout: 60_000 })
  const path = join(folder, 'next.banxin')
  await saveTo(app, path)
  await way.click()
  await expect(toast(page)).toContainText('1 稿已存到 next.banxin', { timeout: 30_000 })
  await expect(page.getByTestId('story-2')).toHaveCount(0)
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByTestId('story-2')).toBeVisible()
  await page.keyboard.press('Control+KeyY')
  await openFrom(app, path)
  await page.keyboard.press('Control+KeyO')
  await page.getByRole('button', { name: '不存' }).click()
  await expect(page.getByTestId('story-1')).toContainText('企业跨市迁移一次办好', { timeout: 30_000 })
  await expect(page.getByTestId('page-title')).toContainText('A09')
})

test('a file dropped on the page becomes its story', async ({ page }) => {
  await page.evaluate(
    (text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], '简讯.txt'))
      const at = { clientX: 700, clientY: 600, dataTransfer: transfer, cancelable: true }
      window.dispatchEvent(new DragEvent('dragover', at))
      window.dispatchEvent(new DragEvent('drop', at))
    },
    manuscript('宜昌高新区', '招聘会开了三天', 8),
  )
  await expect(page.getByTestId('story-5')).toContainText('招聘会开了三天', { timeout: 30_000 })
  await proposed(page)
  await page.getByTestId('proposal-1').click()
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
})

test('stories of another page come with their pictures', async ({ page }) => {
  const base64 = readFileSync('tests/refs/pages/version-2.banxin').toString('base64')
  await page.evaluate((text) => {
    const transfer = new DataTransfer()
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    transfer.items.add(new File([bytes], 'other.banxin'))
    // Below the middle line of the veil: to the page, not in its place.
    const at = { clientX: 700, clientY: 600, dataTransfer: transfer, cancelable: true }
    window.dispatchEvent(new DragEvent('dragover', at))
    window.dispatchEvent(new DragEvent('drop', at))
  }, base64)
  await expect(page.getByTestId('story-5')).toBeVisible({ timeout: 30_000 })
  await page.getByTestId('tab-outline').click()
  const pictures = page.getByTestId('outline').locator('.outline-row', { hasText: /^图框/ })
  await expect(pictures).not.toHaveCount(0)
  await pictures.first().click()
  await expect(page.getByTestId('properties')).toContainText('park.png')
  await expect(page.getByTestId('properties')).not.toContainText('找不到')
})

test("a page's look is kept as a template, put under the page again, and deleted", async ({ page }) => {
  await page.getByTestId('menu-page').click()
  await page.getByTestId('template.save').click()
  await page.getByTestId('template-name').fill('高新版')
  await page.getByRole('button', { name: '存模板' }).click()
  await expect(toast(page)).toContainText('已存模板：高新版', { timeout: 30_000 })
  await page.getByTestId('menu-page').click()
  await page.getByTestId('template.apply').click()
  const own = page.getByRole('option', { name: /^高新版/ })
  await expect(own).toBeVisible({ timeout: 30_000 })
  await page.getByTestId('template-broadsheet-8x11').click()
  await page.getByRole('button', { name: '换上' }).click()
  await expect(page.getByTestId('properties')).toContainText('8 × 11 字', { timeout: 30_000 })
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByTestId('properties')).toContainText('8 × 12 字')
  await page.getByTestId('menu-page').click()
  await page.getByTestId('template.apply').click()
  await own.click()
  await page.getByRole('button', { name: '删去模板' }).click()
  await expect(own).toHaveCount(0)
})
