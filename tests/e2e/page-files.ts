/** Pages with something to lose, saved and damaged: where journeys about files begin. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page } from 'playwright/test'
import { firstPage, launch, saveTo } from './window.ts'

/** Something to lose: the lead gives up a line. */
export async function change(page: Page): Promise<void> {
  await page.getByTestId('story-1').click()
  await page.getByRole('application').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByTestId('save-state')).toContainText('有改动')
}

/** Saves a page that has no file yet. */
export async function saveFirst(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await saveTo(app, path)
  await page.keyboard.press('Control+KeyS')
  await expect(page.getByTestId('save-state')).toContainText('已存', { timeout: 30_000 })
}

/** The sample, saved in the folder. */
export async function savedSample(
  folder: string,
): Promise<{ app: ElectronApplication; page: Page; path: string }> {
  const path = join(folder, '08.banxin')
  const app = await launch(folder)
  const page = await firstPage(app)
  await saveFirst(app, page, path)
  return { app, page, path }
}

/** A page whose file was cut short; its path and what is left. */
export function damagedPage(folder: string): { path: string; bytes: Buffer } {
  const path = join(folder, 'broken.banxin')
  const whole = readFileSync('tests/refs/pages/version-2.banxin')
  const bytes = whole.subarray(0, whole.length - 3000)
  writeFileSync(path, bytes)
  return { path, bytes }
}
