/**
 * A hand that strikes at random: commands, clicks, drags, keys and text in any order. Nothing of it may make the window
 * complain or hang, and all of it undone gives the page back byte for byte. `npm run test:random [STEPS] [--seed N]` runs
 * it long.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { ElectronApplication, Page } from 'playwright/test'
import { COMMANDS } from '../../src/shared/ipc.ts'
import { randomFrom } from '../endurance/random.ts'
import { expect, saveTo, test } from './window.ts'

const STEPS = Number(process.env.STEPS ?? 80)
const SEED = Number(process.env.SEED ?? 20250317)
/** No step may take longer, on a machine with other work too. */
const HANG_MS = 20_000

/** What closes the window or asks for another file is another story. */
const commands = Object.keys(COMMANDS).filter((id) => !/^(file|window|app)\./.test(id))
const TEXTS = ['新华社', 'abc 123', '“燊䶮”', '，。', '\n', '😀', 'é']
const KEYS =
  'Escape Enter Tab Backspace Delete ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowDown Shift+ArrowRight Home End ' +
  'Control+KeyA Control+KeyC Control+KeyX Control+KeyV Control+KeyZ Control+Shift+KeyZ F6 KeyV KeyT'

const send = (app: ElectronApplication, id: string) =>
  app.evaluate(({ BrowserWindow }, command) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('menu:command', command)
  }, id)

/** The hand, and what it did. */
function handOn(app: ElectronApplication, page: Page, random: () => number) {
  const done: string[] = []
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const place = () => ({ x: 280 + random() * 820, y: 110 + random() * 730 })
  const steps: Record<string, () => Promise<void>> = {
    command: async () => {
      const id = one(commands)
      done.push(id)
      await send(app, id)
    },
    click: async () => {
      const { x, y } = place()
      const button = random() < 0.2 ? 'right' : 'left'
      const clickCount = one([1, 1, 1, 2, 3])
      done.push(`${button} click ×${clickCount} ${Math.round(x)},${Math.round(y)}`)
      await page.mouse.click(x, y, { button, clickCount })
    },
    drag: async () => {
      const [from, to] = [place(), place()]
      done.push(`drag ${Math.round(from.x)},${Math.round(from.y)} ${Math.round(to.x)},${Math.round(to.y)}`)
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(to.x, to.y, { steps: 4 })
      if (random() < 0.1) await page.keyboard.press('Escape')
      await page.mouse.up()
    },
    type: async () => {
      const text = one(TEXTS)
      done.push(`type ${JSON.stringify(text)}`)
      await page.keyboard.insertText(text)
    },
    key: async () => {
      const key = one(KEYS.split(' '))
      done.push(key)
      await page.keyboard.press(key)
    },
  }
  const kinds = ['command', 'command', 'command', 'click', 'click', 'drag', 'type', 'key', 'key', 'key']
  return { done, strike: () => (steps[one(kinds)] as () => Promise<void>)() }
}

async function withinTime(step: Promise<void>, done: readonly string[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`hangs after ${done.slice(-8).join(' | ')}`)), HANG_MS)
  })
  await Promise.race([step, late]).finally(() => clearTimeout(timer))
}

/** The page as it would be saved; a copy, so that the window's own file stays as it is. */
async function savedPage(app: ElectronApplication, path: string): Promise<string> {
  await saveTo(app, path)
  await send(app, 'file.save-copy')
  await expect.poll(() => existsSync(path)).toBe(true)
  const page = unzipSync(new Uint8Array(readFileSync(path)))['page.json']
  if (!page) throw new Error('no page.json')
  return strFromU8(page)
}

async function leaveAll(app: ElectronApplication, page: Page): Promise<void> {
  for (let i = 0; i < 4; i++) await page.keyboard.press('Escape')
  await send(app, 'stage.layout')
}

test.describe.configure({ timeout: 60_000 + STEPS * 2_000 })

/** The browser wraps text that is put over several paragraphs in styled elements; the policy stops their styles. */
function forgetStyles(complaints: string[]): string[] {
  const real = complaints.filter((complaint) => !complaint.startsWith('Applying inline style'))
  complaints.splice(0, complaints.length, ...real)
  return complaints
}

test('whatever hands do at random can be undone to the last byte', async ({
  app,
  page,
  folder,
  complaints,
}) => {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = (async () => ({ canceled: true, filePaths: [] })) as never
  })
  const before = await savedPage(app, join(folder, 'before.banxin'))
  const hand = handOn(app, page, randomFrom(SEED))
  console.log(`random: SEED=${SEED} STEPS=${STEPS}`)
  for (let step = 1; step <= STEPS; step++) {
    await withinTime(hand.strike(), hand.done)
    // Else a dialog that is open would take all the rest.
    if (step % 7 === 0) await page.keyboard.press('Escape')
    expect(forgetStyles(complaints), hand.done.slice(-8).join(' | ')).toEqual([])
  }
  await leaveAll(app, page)
  const changed = await savedPage(app, join(folder, 'changed.banxin'))
  expect(changed, 'nothing was done').not.toBe(before)
  // By its place, for the window may be English by now.
  const undo = page.locator('.undo-tools button').first()
  while (await undo.isEnabled()) await undo.click()
  expect(await savedPage(app, join(folder, 'after.banxin'))).toBe(before)
  forgetStyles(complaints)
})
