import { placeOfSelected, selectInOutline } from './page-points.ts'
import { expect, firstPage, kill, launch, test } from './window.ts'

test('preferences are taken at once, and by the next start', async ({ folder }) => {
  const app = await launch(folder)
  const page = await firstPage(app)
  await selectInOutline(page, '主题框')
  const before = await placeOfSelected(page)

  await page.keyboard.press('Control+Comma')
  const choose = async (field: string, name: string) => {
    await page.getByTestId(`preference-${field}`).getByRole('button').click()
    await page.getByRole('option', { name, exact: true }).click()
  }
  await choose('units', '点')
  await choose('template', '四开 5 栏 × 12 字，10 点')
  await choose('language', 'English')
  await page.screenshot({ path: 'out/test/preferences.png' })
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('ruler-unit')).toContainText('pt')
  const inPt = await placeOfSelected(page)
  expect(inPt.x).toBeCloseTo((before.x * 72) / 25.4, 0)
  await page.getByTestId('place-x').fill(String(inPt.x + 10))
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('place-x')).toHaveValue((inPt.x + 10).toFixed(1))
  // Longer than the journal takes.
  await page.waitForTimeout(500)
  await kill(app)

  const again = await firstPage(await launch(folder, []))
  await expect(again.getByTestId('recovery')).toBeVisible()
  await again.keyboard.press('Escape')
  await expect(again.getByTestId('recovery')).toHaveCount(0)
  await again.keyboard.press('Control+KeyN')
  await expect(again.getByTestId('new-page')).toContainText('New page')
  await expect(again.getByTestId('template-tabloid-5x12')).toHaveAttribute('aria-selected', 'true')
})
