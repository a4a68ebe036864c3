/** A window with page 08 open, for what is measured in it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from 'playwright'
import { runtime } from '../electron-standin/launch.ts'

export interface BenchWindow {
  runtime: string
  page: Page
  /** Answers the next open dialogs with a path. */
  answerOpen(path: string): Promise<void>
  /** Ends it as a power cut would: a page that was changed asks before it closes, and nobody answers. */
  end(): void
}

export async function openSample(): Promise<BenchWindow> {
  const { name, env } = runtime()
  const profile = mkdtempSync(join(tmpdir(), 'banxin-bench-'))
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${profile}`, join(process.cwd(), 'assets/samples/page08.txt')],
    env: { ...process.env, ...env } as Record<string, string>,
  })
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByTestId('story-1').waitFor({ timeout: 30_000 })
  // The window's own shaper comes after the first paint.
  await page.waitForTimeout(4000)
  const end = () => {
    app.process().kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  const answerOpen = (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [filePath] })) as never
    }, path)
  return { runtime: name, page, answerOpen, end }
}
