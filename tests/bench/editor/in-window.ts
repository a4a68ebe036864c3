/**
 * The page in the window under the hand: a frame that text wraps around is dragged over the lead's body with the real
 * mouse, and the frames that the window showed meanwhile are counted; and page 08 is opened again.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { savePage08 } from '../saved-page.ts'
import { openSample } from '../window.ts'

export interface EditorTimes {
  runtime: string
  /** From the command to page 08 composed and painted, in a window that is open; the median. */
  openMs: number
  /** The same from its file, with the dump that it was made from. */
  openFileMs: number
  /** Frames that showed the page anew, for each second of the drag. */
  framesPerSecond: number
  /** From an event of the pointer to the page painted, of all frames. */
  medianMs: number
  p95Ms: number
}

const SECONDS = 4
/** Between two events of an ordinary mouse. */
const MOUSE_MS = 8
const OPENINGS = 5

/** What was selected is no longer so when the page is there: the inspector tells. */
async function openAgain(page: Page, key: string, command = ''): Promise<number> {
  await page.getByTestId('story-1').click()
  await page.waitForTimeout(800)
  await page.locator('.canvas-viewport').focus()
  if (command) await page.keyboard.press('Control+k')
  await page.keyboard.type(command)
  await page.evaluate(watchOpening)
  await page.keyboard.press(key)
  await page.waitForFunction(() => 'openedAt' in window)
  return page.evaluate(() => {
    const { openedAt, askedAt } = window as unknown as { openedAt: number; askedAt: number }
    return openedAt - askedAt
  })
}

/** Runs in the window: from the key that opens until the frame after the story is no longer open in the list. */
function watchOpening(): void {
  const times = window as unknown as { openedAt?: number; askedAt: number }
  delete times.openedAt
  window.addEventListener('keydown', () => (times.askedAt = performance.now()), { capture: true, once: true })
  const story = document.querySelector('[data-testid="story-1"]')
  const look = () => {
    if (story?.getAttribute('aria-expanded') === 'true') requestAnimationFrame(look)
    else requestAnimationFrame(() => setTimeout(() => (times.openedAt = performance.now())))
  }
  look()
}

export async function measureEditor(): Promise<EditorTimes> {
  const { runtime, page, answerOpen, end } = await openSample()
  const median = async (key: string, command?: string) => {
    const opened: number[] = []
    for (let i = 0; i < OPENINGS; i++) opened.push(await openAgain(page, key, command))
    return opened.sort((a, b) => a - b)[Math.floor(OPENINGS / 2)] ?? 0
  }
  const openMs = await median('Enter', '打开样张')
  const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'))
  await answerOpen(savePage08(folder))
  const openFileMs = await median('Control+o')
  rmSync(folder, { recursive: true })
  const times = await dragWrapped(page)
  end()
  return { runtime, openMs, openFileMs, ...times }
}

async function dragWrapped(page: Page): Promise<Omit<EditorTimes, 'runtime' | 'openMs' | 'openFileMs'>> {
  await page.getByTestId('tab-outline').click()
  await page.getByTestId('outline').locator('.outline-row', { hasText: '空图框' }).first().click()
  const type = async (field: string, text: string) => {
    await page.getByTestId(field).fill(text)
    await page.getByTestId(field).press('Enter')
  }
  await type('place-columns', '2–3')
  await type('place-row', '20')
  await type('place-rows', '12')
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('绕排')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(500)
  const viewport = await page.locator('.canvas-viewport').boundingBox()
  const middle = await selectedMiddle(page)
  if (!viewport || !middle) throw new Error('nothing to drag')
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  await page.mouse.move(middle.x + 8, middle.y)
  await page.evaluate(watchFrames)
  // As a mouse does: it moves on whether or not the window has caught up.
  const session = await page.context().newCDPSession(page)
  const moves: Promise<unknown>[] = []
  const began = Date.now()
  for (let i = 0; Date.now() - began < SECONDS * 1000; i++) {
    const angle = i / 40
    const [x, y] = [middle.x + 60 * Math.sin(angle), middle.y + 40 * Math.sin(angle * 0.7)]
    moves.push(
      session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', button: 'left', buttons: 1, x, y }),
    )
    await page.waitForTimeout(MOUSE_MS)
  }
  await Promise.all(moves)
  const seen = await page.evaluate(seenFrames)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  const spent = seen.spent.sort((a, b) => a - b)
  const share = (part: number) => spent[Math.min(spent.length - 1, Math.floor(spent.length * part))] ?? 0
  return { framesPerSecond: seen.frames / seen.seconds, medianMs: share(0.5), p95Ms: share(0.95) }
}

/** Where the selected frame is in the window: from its place in mm and what the status bar says of the pointer. */
async function selectedMiddle(page: Page): Promise<{ x: number; y: number } | undefined> {
  const box = await page.locator('.canvas-viewport').boundingBox()
  if (!box) return undefined
  const told = async (x: number, y: number) => {
    await page.mouse.move(x - 3, y)
    await page.mouse.move(x, y)
    const [, mmX, mmY] =
      /X (-?[\d.]+)Y (-?[\d.]+)/.exec((await page.getByTestId('pointer').textContent()) ?? '') ?? []
    return { x: Number(mmX), y: Number(mmY) }
  }
  const [ax, ay, bx] = [box.x + 60, box.y + 60, box.x + box.width - 60]
  const [a, b] = [await told(ax, ay), await told(bx, ay)]
  const scale = (bx - ax) / (b.x - a.x)
  const field = async (name: string) => Number(await page.getByTestId(`place-${name}`).inputValue())
  const [x, y, width, height] = [
    await field('x'),
    await field('y'),
    await field('width'),
    await field('height'),
  ]
  return { x: ax + (x + width / 2 - a.x) * scale, y: ay + (y + height / 2 - a.y) * scale }
}

interface Watched {
  frames: number
  began: number
  spent: number[]
}

/** Runs in the window: what a frame costs the window's thread, from the pointer's event to the page painted. */
function watchFrames(): void {
  const watched: Watched = { frames: 0, began: performance.now(), spent: [] }
  ;(window as unknown as { watched: Watched }).watched = watched
  let moved = 0
  window.addEventListener('pointermove', () => (moved ||= performance.now()), { capture: true })
  const frame = () => {
    // The page is painted in a callback of this frame, which was asked for before or after this one.
    const channel = new MessageChannel()
    const since = moved
    moved = 0
    channel.port1.onmessage = () => {
      if (since === 0) return
      watched.frames++
      watched.spent.push(performance.now() - since)
    }
    channel.port2.postMessage(null)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

function seenFrames(): { frames: number; seconds: number; spent: number[] } {
  const { frames, began, spent } = (window as unknown as { watched: Watched }).watched
  return { frames, seconds: (performance.now() - began) / 1000, spent }
}

export function editorTables(times: EditorTimes): string[] {
  const ms = (value: number) => value.toFixed(1)
  return [
    `On the ${times.runtime}. A picture frame that text wraps around is dragged over the lead for ${SECONDS} s; each frame composes and paints the page.`,
    '',
    '| | |',
    '|---|---|',
    `| opening page 08 from its dump in an open window, median of ${OPENINGS} | ${ms(times.openMs)} ms |`,
    `| the same from its .banxin file | ${ms(times.openFileMs)} ms |`,
    `| frames a second of the drag | ${times.framesPerSecond.toFixed(1)} |`,
    `| from the pointer to the painted page, median | ${ms(times.medianMs)} ms |`,
    `| the same, 95th percentile | ${ms(times.p95Ms)} ms |`,
  ]
}
