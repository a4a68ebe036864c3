import { enterBody, paragraphsOf } from './text-page.ts'
import { expect, test } from './window.ts'

type Page = Parameters<typeof paragraphsOf>[0]

const count = (page: Page) => page.getByTestId('find-count')

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+KeyF')
  await page.getByTestId('find-text').fill(text)
}

test('finds over the page in the order of reading, and shows where', async ({ page }) => {
  await find(page, '园区')
  await expect(count(page)).toHaveText(/^\d+ 处$/)
  const n = Number((await count(page).textContent())?.replace(/\D/g, ''))
  expect(n).toBeGreaterThan(1)
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText(`1 / ${n} 处`)
  await expect(page.getByTestId('selection')).toHaveText(/^已选：/)
  // It goes round.
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText(`${n} / ${n} 处`)
  await expect(page.getByTestId('find-text')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('find')).toHaveCount(0)
})

test('replaces one, then all, each as one step', async ({ page }) => {
  await enterBody(page, 3)
  const before = await paragraphsOf(page)
  await find(page, '企业')
  await page.getByTestId('find-scope').getByRole('button').click()
  await page.getByRole('option', { name: '本稿' }).click()
  await page.getByTestId('find-replacement').fill('公司')
  const n = before.join('').split('企业').length - 1
  await expect(count(page)).toHaveText(`${n} 处`)
  await page.getByTestId('find-replace').click()
  await page.getByTestId('find-replace').click()
  await expect
    .poll(async () => (await paragraphsOf(page)).join('').split('公司').length - 1)
    .toBe(before.join('').split('公司').length)
  await expect(count(page)).toHaveText(`1 / ${n - 1} 处`)
  await page.getByTestId('find-replace-all').click()
  await expect(page.getByTestId('toast')).toContainText(`替换了 ${n - 1} 处`)
  expect((await paragraphsOf(page)).join('')).not.toContain('企业')
  await page.keyboard.press('Escape')
  await page.getByTestId('story-text').focus()
  await page.keyboard.press('Control+KeyZ')
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => paragraphsOf(page)).toEqual(before)
})

test('a regular expression quotes what it found; one that is wrong, or takes forever, says so', async ({
  page,
}) => {
  await enterBody(page, 3)
  await find(page, '(\\d+)月(\\d+)日')
  await page.getByTestId('find').getByText('正则式').click()
  await page.getByTestId('find-replacement').fill('$1.$2')
  await expect(count(page)).toHaveText(/^\d+ 处$/)
  await page.getByTestId('find-replace-all').click()
  await expect.poll(async () => (await paragraphsOf(page)).join('')).toContain('3.3，')
  await page.getByTestId('find-text').fill('(')
  await expect(count(page)).toHaveText('正则式写得不对')
  await page.getByTestId('find-text').fill('((.+)+)+#')
  await expect(count(page)).toHaveText('这个正则式太慢，停了', { timeout: 20_000 })
  // The window was never held up, and the next search works.
  await page.getByTestId('find-text').fill('企业')
  await expect(count(page)).toHaveText(/^\d+ 处$/)
})
