import { enterBody, paragraphsOf } from './text-page.ts'
import { expect, test } from './window.ts'

type Page = Parameters<typeof enterBody>[0]

/** What other programs put on the clipboard: one copy by the keys says what is copied. */
async function onClipboard(page: Page, data: Record<string, string>): Promise<void> {
  await page.evaluate((entries) => {
    const write = (event: ClipboardEvent) => {
      for (const [type, text] of Object.entries(entries)) event.clipboardData?.setData(type, text)
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('copy', write, { capture: true, once: true })
  }, data)
  await page.keyboard.press('Control+KeyC')
}

async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await onClipboard(page, data)
  await page.keyboard.press('Control+KeyV')
}

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<script>window.hacked = true</script></head><body lang=ZH-CN><!--StartFragment-->
<h2><b>调研纪实</b><o:p></o:p></h2>
<p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:宋体'>　　全国各地<b>高新区</b>加快<i>转型</i>，</span><span
lang=EN-US>GDP</span><span>增长&nbsp;5.5%。</span><del>删掉的话</del><o:p></o:p></p>
<p class=MsoNormal><img src="https://example.invalid/track.png" onerror="window.hacked = true">第二段。</p><!--EndFragment--></body></html>`

const WECHAT = `<section style="margin:0"><section><p style="text-align:center"><strong><span>一、科技自立</span></strong></p>
<p><span>第一句。<br></span></p><p><br></p><p><span onclick="window.hacked = true">第二句。</span></p>
<svg onload="window.hacked = true"></svg><iframe src="javascript:window.hacked = true"></iframe></section></section>`

test('text from Word comes clean: no script, no picture, headings as subheads', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await enterBody(page, 3)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await paste(page, { 'text/html': WORD, 'text/plain': '调研纪实' })
  await expect
    .poll(async () => (await paragraphsOf(page)).slice(0, 3))
    .toEqual(['调研纪实', '全国各地高新区加快转型，GDP增长 5.5%。', '第二段。'])
  const first = page.getByTestId('story-text').locator('p')
  await expect(first.nth(0)).toHaveAttribute('data-style', 'subhead')
  await expect(first.nth(1)).toHaveAttribute('data-style', 'body')
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(asked.filter((url) => url.includes('example.invalid'))).toEqual([])
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(async () => (await paragraphsOf(page))[0]).toBe('')
})

test('text from WeChat comes as paragraphs, without what is empty or would run', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await paste(page, { 'text/html': WECHAT, 'text/plain': 'x' })
  await expect
    .poll(async () => (await paragraphsOf(page)).slice(0, 3))
    .toEqual(['一、科技自立', '第一句。', '第二句。'])
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('plain text becomes paragraphs, and with Shift only text is taken', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+Home')
  const [first = ''] = await paragraphsOf(page)
  await paste(page, { 'text/plain': '　　甲段\r\n\r\n　　乙段' })
  await expect.poll(async () => (await paragraphsOf(page)).slice(0, 2)).toEqual(['甲段', `乙段${first}`])
  await page.keyboard.press('Control+KeyZ')
  await onClipboard(page, { 'text/html': '<h1>大字</h1>', 'text/plain': '小字' })
  await page.keyboard.press('Control+Shift+KeyV')
  await expect.poll(async () => (await paragraphsOf(page))[0]).toBe(`小字${first}`)
})

test('copies with its styles, cuts, and pastes at another place', async ({ page }) => {
  await enterBody(page, 3)
  await page.keyboard.press('Control+Home')
  const before = await paragraphsOf(page)
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+KeyC')
  // As any other program would take it.
  await page.keyboard.press('Control+KeyF')
  await page.getByTestId('find-text').fill('')
  await page.keyboard.press('Control+KeyV')
  await expect(page.getByTestId('find-text')).toHaveValue('本报讯')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+KeyV')
  const last = before.length - 1
  await expect.poll(async () => (await paragraphsOf(page))[last]).toBe(`${before[last]}本报讯`)
  const paragraph = page.getByTestId('story-text').locator('p').nth(last)
  await expect(paragraph.locator('[data-character="dateline"]')).toHaveText('本报讯')
  await page.keyboard.press('Control+KeyA')
  await page.keyboard.press('Control+KeyX')
  await expect.poll(() => paragraphsOf(page)).toEqual([''])
  await page.keyboard.press('Control+KeyV')
  await expect.poll(async () => (await paragraphsOf(page)).length).toBe(before.length)
})
