/** From launch to the composed page on the canvas, in a real window on the runtime at hand. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { runtime } from '../electron-standin/launch.ts'

export interface LaunchTimes {
  runtime: string
  medianMs: number
  worstMs: number
}

export async function measureLaunch(runs: number): Promise<LaunchTimes> {
  const { name, env } = runtime()
  const times: number[] = []
  // One launch before, so that the files are in the system's cache as they are for a program in use.
  for (let i = 0; i <= runs; i++) times.push(await launchOnce(env))
  const sorted = times.slice(1).sort((a, b) => a - b)
  return { runtime: name, medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, worstMs: sorted.at(-1) ?? 0 }
}

async function launchOnce(env: Record<string, string>): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'banxin-launch-'))
  const start = performance.now()
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${profile}`, join(process.cwd(), 'assets/samples/page08.txt')],
    env: { ...process.env, ...env } as Record<string, string>,
  })
  const page = await app.firstWindow()
  await page.waitForFunction(pageIsPainted)
  const took = performance.now() - start
  await app.close()
  rmSync(profile, { recursive: true, force: true })
  return took
}

/** Runs in the window: has the canvas as much ink as a page of text leaves? */
function pageIsPainted(): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('.canvas-viewport canvas')
  if (!canvas || canvas.width === 0) return false
  const copy = new OffscreenCanvas(canvas.width, canvas.height)
  const context = copy.getContext('2d')
  if (!context) return false
  context.drawImage(canvas, 0, 0)
  const { data } = context.getImageData(0, 0, copy.width, copy.height)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255 && (data[at] ?? 255) < 100) dark++
  return dark / (data.length / 4) > 0.004
}
