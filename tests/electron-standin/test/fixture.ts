import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from 'playwright/test'

export const standIn = join(import.meta.dirname, '..')
export const fixtureApp = join(standIn, 'test', 'fixture-app')

// These specs are about the stand-in itself: they run on it even where real Electron is installed.
process.env.ELECTRON_OVERRIDE_DIST_PATH = standIn

/** Starts the fixture app with its own user data folder. */
export function launch(userData: string, more: string[] = []): Promise<ElectronApplication> {
  return _electron.launch({ args: ['.', `--user-data-dir=${userData}`, ...more], cwd: fixtureApp })
}

/** The directory of Chromium's profile, which the stand-in has to remove. */
export async function profileOf(app: ElectronApplication): Promise<string> {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  )
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  const argument = commandLine.find((part) => part.startsWith('--user-data-dir='))!
  return argument.slice('--user-data-dir='.length)
}

export const exists = (path: string) => existsSync(path)

interface Fixtures {
  folder: string
  app: ElectronApplication
  page: Page
}

/** `folder` is a fresh directory, `app` the running fixture app, `page` its first window, loaded. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from a pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-standin-test-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  app: async ({ folder }, use) => {
    const app = await launch(join(folder, 'user-data'))
    await use(app)
    await app.close()
  },
  page: async ({ app }, use) => {
    const page = await app.firstWindow()
    await page.waitForFunction(() => 'page' in window)
    await use(page)
  },
})

export { expect }
