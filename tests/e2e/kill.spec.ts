/**
 * The kill test with the whole window: a frame is moved by keys, step by step, and everything is killed at a random
 * moment. What the journal has is held against what was done. `npm run test:kill-window` runs it twenty times.
 */
import { join } from 'node:path'
import { readRecords } from '../../src/core/doc/live/journal-record.ts'
import { LivePage } from '../../src/core/doc/live/live-page.ts'
import { findJournals, readEntriesOf } from '../../src/main/journal/found.ts'
import { expect, firstPage, kill, launch, test } from './window.ts'

const RUNS = Number(process.env.KILLS ?? 1)
/** What must be on the disk by then. */
const PROMISED_MS = 100
/** Playwright's own messages on the way, on a machine with other work. */
const LONGEST_MS = 3000

test.describe.configure({ timeout: 180_000 })

for (let run = 1; run <= RUNS; run++) {
  test(`a kill while frames are moved loses nothing older than a tenth of a second (${run})`, async ({
    folder,
  }) => {
    const app = await launch(folder)
    const page = await firstPage(app)
    await page.getByTestId('story-2').click()
    await page.getByRole('application').focus()
    await page.keyboard.press('Tab')
    const done: number[] = []
    const end = Date.now() + 400 + Math.random() * LONGEST_MS
    while (Date.now() < end) {
      await page.keyboard.press(done.length % 2 === 0 ? 'ArrowDown' : 'ArrowUp')
      done.push(Date.now())
    }
    const killedMs = Date.now()
    await kill(app)
    const root = join(folder, 'profile', 'journals')
    const [found] = await findJournals(root, new Set(), Date.now())
    const read = found && readRecords((await readEntriesOf(root, found.id)) ?? [])
    if (!read) throw new Error('there is no journal')
    const kept = read.steps.filter(({ step }) => step.name !== 'type').length
    const old = done.filter((atMs) => killedMs - atMs > PROMISED_MS).length
    console.log(
      `killed after ${done.length} steps: ${kept} kept, ${Math.max(0, old - kept)} lost that were older`,
    )
    expect(kept).toBeGreaterThanOrEqual(old)
    const live = LivePage.recover(read.state.state, read.steps)
    expect(live.steps.past.length).toBeGreaterThan(0)
    const before = live.doc
    live.undo()
    expect(live.doc).not.toEqual(before)
  })
}
