/** 校样预览: paper, plates and ink as the press has them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { testPictures } from '../support/pictures.ts'
import { expect, test } from './window.ts'

/** The colour of the page's margin, and the share of the canvas that is dark, or strongly red. */
const look = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.canvas-viewport canvas')
    const copy = canvas && new OffscreenCanvas(canvas.width, canvas.height)
    const context = copy?.getContext('2d', { willReadFrequently: true })
    if (!copy || !context) throw new Error('no canvas')
    context.drawImage(canvas, 0, 0)
    const { data } = context.getImageData(0, 0, copy.width, copy.height)
    let [dark, red] = [0, 0]
    for (let at = 0; at < data.length; at += 4) {
      const [r = 0, g = 0, b = 0, a = 0] = data.slice(at, at + 4)
      if (a === 255 && r < 110 && g < 110 && b < 110) dark++
      if (a === 255 && r > 190 && g < 70 && b < 70) red++
    }
    // The middle of the page's upper margin.
    const x = Math.round(copy.width / 2)
    let y = 0
    while (y < copy.height && data[4 * (y * copy.width + x) + 3] !== 255) y++
    const at = 4 * ((y + 6) * copy.width + x)
    const count = data.length / 4
    return { paper: [...data.slice(at, at + 3)], dark: dark / count, red: red / count }
  })

test('shows paper and black of the press, plates apart, and too much ink with its place', async ({
  page,
  app,
  folder,
}) => {
  test.setTimeout(180_000)
  const flood = (await testPictures()).find(({ file }) => file === 'flood.jpg')
  const path = join(folder, 'flood.jpg')
  writeFileSync(path, flood?.bytes ?? '')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [filePath] })) as never
  }, path)
  await page.keyboard.press('Control+KeyD')
  await expect(page.getByTestId('properties')).toContainText('flood.jpg', { timeout: 30_000 })
  const before = await look(page)
  await page.keyboard.press('Control+Shift+KeyY')
  const panel = page.getByTestId('proof')
  await expect(panel).toBeVisible()
  await expect.poll(async () => Math.max(...(await look(page)).paper), { timeout: 30_000 }).toBeLessThan(235)
  await expect(page.getByTestId('proof-most')).toContainText('最多 400%', { timeout: 30_000 })
  const proof = await look(page)
  expect(Math.max(...before.paper)).toBeGreaterThan(240)
  expect(proof.dark).toBeGreaterThan(0)

  // Without the black plate the text is gone; with it alone, there again.
  await panel.getByRole('button', { name: '黑', exact: true }).click()
  await expect.poll(async () => (await look(page)).dark).toBeLessThan(proof.dark * 0.85)
  await panel.getByRole('button', { name: '全部' }).click()
  await expect.poll(async () => (await look(page)).dark).toBeGreaterThan(proof.dark * 0.9)

  await expect(page.getByTestId('proof-most')).toContainText('1 处超限')
  await panel.getByText('标出总墨量超过').click()
  await expect.poll(async () => (await look(page)).red, { timeout: 30_000 }).toBeGreaterThan(0.002)
  const limit = page.getByTestId('proof-limit').getByRole('textbox')
  await limit.fill('400')
  await limit.press('Enter')
  await expect.poll(async () => (await look(page)).red, { timeout: 30_000 }).toBe(0)
  await page.getByTestId('proof-most').getByRole('button').click()
  await expect(page.getByTestId('selection')).toContainText('图框')

  // By keyboard alone: back to the page as it is.
  await page.keyboard.press('Control+Shift+KeyY')
  await expect(panel).toBeHidden()
  await expect.poll(async () => Math.max(...(await look(page)).paper)).toBeGreaterThan(240)
})
