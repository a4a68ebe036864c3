/** Every stage, panel and dialog held against the rules of WCAG 2 A and AA, by axe. */
import axe from 'axe-core'
import type { Page } from 'playwright/test'
import { selectInOutline } from './page-points.ts'
import { expect, test } from './window.ts'

interface Violation {
  id: string
  nodes: { target: unknown; html: string; failureSummary?: string }[]
}

/** What axe has against the window as it is, one line for each element. */
async function faults(page: Page): Promise<string[]> {
  // A transition's colours are not those that stay.
  await page.waitForTimeout(300)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { axe: own } = window as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<{ violations: Violation[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // Experimental in axe, and wrong about keys that stand beside a name: they are told as its description.
    const rules = { 'label-content-name-mismatch': { enabled: false } }
    // The palette's list is moved through from its field, which keeps the focus.
    const context = { include: [['html']], exclude: [['.palette-list']] }
    const found = await own.run(context, { runOnly: { type: 'tag', values: tags }, rules })
    return found.violations
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  )
}

const clean = async (page: Page, what: string) => expect.soft(await faults(page), what).toEqual([])

async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(command)
  await page.keyboard.press('Enter')
}

test('the layout stage and its panels', async ({ page }) => {
  test.setTimeout(180_000)
  await clean(page, 'layout with nothing selected')
  for (const tab of ['outline', 'styles', 'swatches', 'history', 'stories']) {
    await page.getByTestId(`tab-${tab}`).click()
    await clean(page, `the panel ${tab}`)
  }
  await selectInOutline(page, '正文框')
  await clean(page, 'the properties of a frame')
  await page.getByTestId('tab-paragraph').click()
  await clean(page, 'the paragraph')
  await page.getByRole('tab', { name: '来源' }).click()
  await clean(page, 'the source')
  await page.getByRole('tab', { name: '属性' }).click()
  await page
    .getByTestId('outline')
    .locator('.outline-row')
    .nth(4)
    .click({ modifiers: ['Control'] })
  await clean(page, 'several frames')
  await page.keyboard.press('Control+Shift+l')
  await clean(page, 'locked frames')
})

test('menus and dialogs', async ({ page }) => {
  test.setTimeout(180_000)
  await page.getByTestId('menu-object').click()
  await clean(page, 'a menu')
  await page.keyboard.press('Escape')
  await selectInOutline(page, '主题框')
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Shift+F10')
  await clean(page, 'the menu of a frame')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await clean(page, 'the palette')
  await page.keyboard.press('Escape')
  for (const command of ['快捷键', '排版规则', '关于版心']) {
    await run(page, command)
    await clean(page, command)
    await page.keyboard.press('Escape')
  }
})

test('the review stage', async ({ page }) => {
  test.setTimeout(120_000)
  await page.getByTestId('stage-review').click()
  await clean(page, 'review')
})

test('at night, in English and in a narrow window', async ({ page }) => {
  test.setTimeout(180_000)
  await run(page, '深色')
  await selectInOutline(page, '正文框')
  await clean(page, 'dark')
  await page.getByTestId('stage-review').click()
  await clean(page, 'dark review')
  await page.getByTestId('stage-layout').click()
  await run(page, 'English')
  await page.setViewportSize({ width: 1024, height: 700 })
  await page.getByTestId('rail-open').click()
  await clean(page, 'narrow, with its rail open')
})
