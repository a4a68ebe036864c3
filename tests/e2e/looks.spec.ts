/**
 * Every panel and state, held against what an eye would find wrong with it. `BANXIN_LOOKS=all` goes through all sizes
 * and keeps the pictures in out/looks.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { run } from './axe-faults.ts'
import { looksFaults } from './looks-faults.ts'
import { backToPage, type Desk, PAGE_STATES } from './looks-states.ts'
import { cdpOf } from './text-page.ts'
import { expect, test } from './window.ts'

interface Look {
  name: string
  width: number
  height: number
  /** Pixels of the screen to one of the window: 200 % of the system's, or of the window's own. */
  pixels?: number
  dark?: boolean
  english?: boolean
}

const LOOKS: readonly Look[] = [
  { name: '1440x900', width: 1440, height: 900 },
  { name: '1440x900-dark-en', width: 1440, height: 900, dark: true, english: true },
  { name: '1024x700', width: 1024, height: 700, english: true },
  { name: '1024x700-dark', width: 1024, height: 700, dark: true },
  { name: '1440x900-hidpi', width: 1440, height: 900, pixels: 2 },
  { name: '1440x900-200', width: 720, height: 450, pixels: 2 },
]
const ALL = process.env.BANXIN_LOOKS ?? ''
const only = new Set((process.env.BANXIN_LOOKS_ONLY ?? '').split(',').filter(Boolean))

for (const look of LOOKS.filter(({ name }) => ALL === 'all' || (ALL || '1024x700') === name)) {
  test(`nothing is cut off, out of reach or over another: ${look.name}`, async ({ page, app, folder }) => {
    test.setTimeout(900_000)
    await takeLook(page, look)
    const desk = { page, app, folder }
    for (const state of PAGE_STATES) {
      if (only.size > 0 && !only.has(state.name)) continue
      await test.step(state.name, async () => {
        await state.show(desk)
        await keep(desk, look, state.name)
        expect.soft(await looksFaults(page), `${look.name}/${state.name}`).toEqual([])
        await state.leave?.(desk)
        await backToPage(page)
      })
    }
  })
}

async function takeLook(page: Page, { width, height, pixels, dark, english }: Look): Promise<void> {
  if (dark) await run(page, '深色')
  if (english) await run(page, 'English')
  await page.setViewportSize({ width, height })
  if (pixels === undefined) return
  const cdp = await cdpOf(page)
  await cdp.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: pixels,
    mobile: false,
  })
}

async function keep({ page }: Desk, { name: size }: Look, state: string): Promise<void> {
  // What fades in is there.
  await page.waitForTimeout(250)
  if (!ALL) return
  const folder = join('out/looks', size)
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ timeout: 8000, path: join(folder, `${state}.png`) })
}
