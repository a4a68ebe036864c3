/** Typing in page 08 in a real window: from a key going down to its character painted, and what many keys leave. */
import type { CDPSession, Page } from 'playwright'
import { openSample } from '../window.ts'

/** A fast typist's pace: the next key goes down this much later. */
const PACE_MS = 80
const TIMED_STROKES = 300
/** Words as they come, one letter of them taken back. */
const TYPED = [...'gaoxinqu jineng ', 'Backspace', ...' fazhan ']
const KEYS = 10_000
const VIEWS = [
  { name: 'whole page', key: 'Control+Digit0' },
  { name: 'page width', key: 'Control+Digit2' },
  { name: 'the story', key: 'Control+Digit3' },
]

interface StrokeTimes {
  view: string
  medianMs: number
  p95Ms: number
}

interface Typing {
  runtime: string
  strokes: StrokeTimes[]
  /** Heap in use after a collection: before the keys, after each quarter of them. */
  heapMb: readonly number[]
}

async function measureTyping(): Promise<Typing> {
  const { runtime, page, end } = await openSample()
  await enterLead(page)
  const strokes: StrokeTimes[] = []
  for (const { name: view, key } of VIEWS) {
    await page.keyboard.press(key)
    await page.waitForTimeout(1000)
    strokes.push({ view, ...timesOf(await timeStrokes(page)) })
  }
  const session = await page.context().newCDPSession(page)
  const sizes = [await heapMb(session)]
  for (let quarter = 0; quarter < 4; quarter++) {
    await typeMany(session, KEYS / 4)
    await page.waitForTimeout(2000)
    sizes.push(await heapMb(session))
  }
  end()
  return { runtime, strokes, heapMb: sizes }
}

export async function typingTables(): Promise<string[]> {
  const { runtime: name, strokes, heapMb: heap } = await measureTyping()
  const ms = (value: number) => value.toFixed(1)
  return [
    `| key to paint (${name}), caret in the lead, with | median, ms | 95th percentile, ms |`,
    '|---|---|---|',
    ...strokes.map(({ view, medianMs, p95Ms }) => `| ${view} in sight | ${ms(medianMs)} | ${ms(p95Ms)} |`),
    '',
    `Heap after a collection, before and after each quarter of ${KEYS} keys: ${heap.map(ms).join(', ')} MB.`,
  ]
}

/** The caret goes into the fourth line of the lead's body: all of its columns may move. */
async function enterLead(page: Page): Promise<void> {
  await page.getByTestId('story-1').click({ timeout: 60_000 })
  await page.getByTestId('stories').getByRole('button', { name: /^正文/ }).click()
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('story-text').waitFor({ state: 'attached' })
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
}

async function timeStrokes(page: Page): Promise<number[]> {
  await page.evaluate(listenToStrokes)
  for (let i = 0; i < TIMED_STROKES; i++) {
    await page.keyboard.press(TYPED[i % TYPED.length] as string)
    await page.waitForTimeout(PACE_MS)
  }
  return page.evaluate(() => (window as unknown as { strokeMs: number[] }).strokeMs)
}

/** Runs in the window: from the key's own time to the task behind the frame that follows it. */
function listenToStrokes(): void {
  const own = window as unknown as { strokeMs: number[]; listens?: boolean }
  own.strokeMs = []
  if (own.listens) return
  own.listens = true
  window.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => own.strokeMs.push(performance.now() - timeStamp)
        port2.postMessage(null)
      }),
    true,
  )
}

function timesOf(strokeMs: readonly number[]): { medianMs: number; p95Ms: number } {
  const sorted = [...strokeMs].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { medianMs: at(0.5), p95Ms: at(0.95) }
}

/** Words typed and taken back, as fast as the window takes them: the text is as long after as before. */
async function typeMany(session: CDPSession, keys: number): Promise<void> {
  const word = 'gaoxinqu'
  for (let typed = 0; typed < keys; typed += 2 * word.length) {
    const letters = [...word].flatMap((key) => {
      const code = `Key${key.toUpperCase()}`
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code }),
      ]
    })
    const back = { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }
    const taken = [...word].flatMap(() => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...back }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...back }),
    ])
    await Promise.all([...letters, ...taken])
  }
}

async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}
