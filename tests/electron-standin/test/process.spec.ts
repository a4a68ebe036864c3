import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright/test'
import { exists, expect, fixtureApp, launch, profileOf, standIn, test } from './fixture.ts'

const launcher = join(standIn, 'electron')

function exitOf(app: ElectronApplication): Promise<number | null> {
  return new Promise((resolve) => app.process().once('exit', (code) => resolve(code)))
}

test('a second instance exits, and the first hears its command line', async ({ app, page, folder }) => {
  await page.title()
  await app.evaluate(({ app: electronApp }) => {
    const heard: string[][] = []
    electronApp.on('second-instance', (_event, argv) => void heard.push(argv))
    Object.assign(globalThis, { heard })
  })
  const second = spawn(launcher, ['.', `--user-data-dir=${join(folder, 'user-data')}`, 'open-me.banxin'], {
    cwd: fixtureApp,
  })
  const code = await new Promise((resolve) => second.once('exit', resolve))
  expect(code).toBe(0)
  const lastArguments = () =>
    app.evaluate(() => (globalThis as unknown as { heard: string[][] }).heard.map((argv) => argv.at(-1)))
  await expect.poll(lastArguments).toEqual(['open-me.banxin'])
})

test('the exit code is the app’s own', async ({ app, page }) => {
  const exit = exitOf(app)
  // Later, so that the answer to the test is there before the page is gone.
  await page.evaluate(() => void setTimeout(() => window.bridge.send('exit', 7), 1000))
  expect(await exit).toBe(7)
})

test('closing the last window ends the app with code 0', async ({ app, page }) => {
  const exit = exitOf(app)
  await page.close()
  expect(await exit).toBe(0)
})

test('Chromium and its profile are gone after the app ends', async ({ app, page }) => {
  await page.title()
  const profile = await profileOf(app)
  expect(exists(profile)).toBe(true)
  await app.close()
  await expect.poll(() => exists(profile)).toBe(false)
})

test('Chromium and its profile are gone after the app is killed', async ({ folder }) => {
  const app = await launch(join(folder, 'user-data'))
  await app.firstWindow()
  const profile = await profileOf(app)
  app.process().kill('SIGKILL')
  await expect.poll(() => exists(profile)).toBe(false)
})

test('the lock of a killed instance does not keep the next one out', async ({ folder }) => {
  const killed = await launch(join(folder, 'user-data'))
  await killed.firstWindow()
  const exit = exitOf(killed)
  killed.process().kill('SIGKILL')
  await exit
  const next = await launch(join(folder, 'user-data'))
  await (await next.firstWindow()).waitForFunction(() => document.title === 'Fixture')
  await next.close()
})

test('the app knows its name, version, path and arguments; its console reaches the test', async ({ app }) => {
  const facts = await app.evaluate(({ app: electronApp }) => [
    electronApp.getName(),
    electronApp.getVersion(),
    electronApp.isPackaged,
    electronApp.getAppPath(),
  ])
  expect(facts).toEqual(['Stand-in Fixture', '1.2.3', false, fixtureApp])
  const message = app.waitForEvent('console')
  await app.evaluate(() => console.log('from the main process'))
  expect((await message).text()).toBe('from the main process')
})

test('a missing Chromium and a missing app are one clear line each', () => {
  const run = (list: string[], env: Record<string, string> = {}) => {
    const { status, stderr } = spawnSync(launcher, list, {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })
    return { status, lines: stderr.trim().split('\n') }
  }
  expect(run([fixtureApp], { STANDIN_CHROMIUM: '/nowhere/chromium' })).toEqual({
    status: 1,
    lines: ['stand-in: STANDIN_CHROMIUM names /nowhere/chromium, which does not exist'],
  })
  expect(run(['/nowhere/app'])).toEqual({ status: 1, lines: ['stand-in: there is no app at /nowhere/app'] })
})

test('a main module that waits for ready at its top level is told so', ({ folder }) => {
  const main = join(folder, 'main.mjs')
  writeFileSync(main, "import { app } from 'electron'\nawait app.whenReady()\n")
  const { status, stderr } = spawnSync(launcher, [main], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('the main module never finished loading')
})
