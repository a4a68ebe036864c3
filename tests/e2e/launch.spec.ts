import { expect, inkShare, standIn, test } from './window.ts'

test('opens with page 08 composed and its four stories listed', async ({ page }) => {
  await expect(page.getByTestId('page-title')).toHaveText('高新园区 08 版2025-03-17')
  const stories = page.getByTestId('stories').locator('> li')
  await expect(stories).toHaveCount(4)
  await expect(stories.nth(0)).toContainText('长春高新区：为可持续振兴开新局')
  await expect(stories.nth(0)).toContainText('头条 · 1635 字')
  await expect(stories.nth(1)).toContainText('百亿元级半导体集群启航')
  await expect(stories.nth(2)).toContainText('企业跨市迁移登记“零跑动”')
  await expect(stories.nth(3)).toContainText('园区动态')
  await expect(page.getByTestId('fate')).toContainText('全部有着落')
  await expect(page.getByTestId('light-overset')).toHaveText('无溢流')
  await expect(page.getByTestId('light-doubts')).toHaveText(/^存疑 \d+$/)
  await expect.poll(() => inkShare(page)).toBeGreaterThan(0.005)
})

test('says when Chromium stands in for Electron', async ({ page }) => {
  await expect(page.getByTestId('standin')).toHaveCount(standIn ? 1 : 0)
})

test('has the page as a tree in reading order', async ({ page }) => {
  const twin = page.getByTestId('twin')
  await expect(twin.locator('article')).toHaveCount(4)
  const lead = twin.locator('article').first()
  await expect(lead.getByRole('group').first()).toHaveAttribute('aria-label', /^主题框，1–5 栏/)
  await expect(lead).toContainText('3月5日，长春高新区召开2025年重点工作落实推进会议')
})

test('shows the page’s own facts while nothing is selected', async ({ page }) => {
  const facts = page.getByTestId('properties')
  await expect(facts).toContainText('390.0 × 540.0')
  await expect(facts).toContainText('8 × 12 字')
  await expect(facts).toContainText('邓淑华')
})

test('isolates the window', async ({ page, app }) => {
  const seen = await page.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
    bridge: Object.keys((window as unknown as { banxin: object }).banxin).sort(),
    opened: window.open('https://example.com/'),
    policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
  }))
  expect(seen.require).toBe('undefined')
  expect(seen.process).toBe('undefined')
  expect(seen.bridge).toEqual(['ask', 'drop', 'listen', 'pathOf'])
  expect(seen.opened).toBeNull()
  expect(seen.policy).toContain("default-src 'none'")
  expect(seen.policy).not.toContain('unsafe-inline')
  expect(app.windows()).toHaveLength(1)
})

test('refuses channels that the contract does not have', async ({ page }) => {
  const refused = await page.evaluate(async () => {
    const { banxin } = window as unknown as { banxin: { ask(channel: string): Promise<unknown> } }
    return banxin.ask('file:anything').then(
      () => 'answered',
      (error: Error) => error.message,
    )
  })
  expect(refused).toContain('No channel')
})
