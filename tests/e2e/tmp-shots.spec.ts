import { expect, test } from './window.ts'

const S = '园区里的新鲜事一件接着一件，说也说不完，今天就先说到这里。'
const m = (k: string, h: string, n: number) =>
  [k, h, ...Array.from({ length: n / 4 }, () => `　　${S.repeat(4)}`)].join('\n')
test('shots', async ({ page }) => {
  test.slow()
  await page.keyboard.press('Control+KeyN')
  await page.getByTestId('template-broadsheet-8x12').click()
  await page.getByTestId('new-page-section').fill('要闻')
  await page.getByTestId('new-page-number').fill('A08')
  await page.getByTestId('new-page-ad').getByRole('button').click()
  await page.getByRole('option', { name: '1/2 版' }).click()
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByTestId('page-title')).toContainText('要闻')
  await page.waitForTimeout(600)
  await page.screenshot({ path: '/tmp/look/n0.png' })
  for (const [k, h, n] of [
    ['佛山高新区', '百亿元级半导体集群再启航', 96],
    ['宜昌高新区', '企业跨市迁移一次办好', 24],
  ] as const) {
    await page.keyboard.press('Control+Shift+KeyN')
    await page.getByTestId('manuscript').fill(m(k, h, n))
    await page.getByRole('button', { name: '加到本版' }).click()
    await expect(page.getByTestId('toast')).toContainText('已加', { timeout: 30_000 })
    await page.waitForTimeout(800)
  }
  await expect(page.getByTestId('way-smaller-type')).toBeVisible({ timeout: 60_000 })
  await page.screenshot({ path: '/tmp/look/n1.png' })
  await page.getByTestId('menu-view').click()
  await page.getByTestId('view.theme-dark').click()
  await page.getByTestId('menu-view').click()
  await page.getByTestId('view.english').click()
  await page.setViewportSize({ width: 1024, height: 700 })
  await page.waitForTimeout(800)
  await page.screenshot({ path: '/tmp/look/n2.png' })
  await page.keyboard.press('Control+KeyN')
  await page.waitForTimeout(600)
  await page.screenshot({ path: '/tmp/look/n3.png' })
})
