import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import { runtime } from '../electron-standin/launch.ts'
import { readOnlyFolder } from '../support/read-only-folder.ts'
import { change } from './page-files.ts'
import { expect, firstPage, launch, saveTo, test } from './window.ts'

test.describe.configure({ timeout: 120_000 })
const PAGE = 'tests/refs/pages/version-2.banxin'

async function openPage(folder: string): Promise<{ app: ElectronApplication; page: Page; path: string }> {
  const path = join(folder, '08.banxin')
  writeFileSync(path, readFileSync(PAGE))
  const app = await launch(folder, [path])
  return { app, page: await firstPage(app), path }
}

test('begins with the welcome, opens the sample, and lists what was saved', async ({ folder }) => {
  const app = await launch(folder, [])
  const page = await firstPage(app)
  await expect(page.getByTestId('empty')).toContainText('试一试第 08 版')
  await page.screenshot({ path: 'out/test/welcome.png' })
  await page.getByRole('button', { name: '打开样张' }).click()
  await expect(page.getByTestId('story-4')).toBeVisible({ timeout: 30_000 })
  await saveTo(app, join(folder, '第 08 版.banxin'))
  await page.keyboard.press('Control+KeyS')
  await expect(page.getByTestId('toast')).toContainText('已存 第 08 版.banxin', { timeout: 30_000 })
  await expect.poll(() => existsSync(join(folder, 'profile/thumbnails')), { timeout: 20_000 }).toBe(true)
  await app.close()

  const again = await firstPage(await launch(folder, []))
  await expect(again.getByTestId('empty')).toContainText('高新园区 08 版')
  await again.screenshot({ path: 'out/test/welcome-recent.png' })
  await again.getByRole('button', { name: /高新园区 08 版/ }).click()
  await expect(again.getByTestId('properties')).toContainText('第 08 版.banxin', { timeout: 30_000 })
})

test('notices that another program changed the file, compares, and takes the one wanted', async ({
  folder,
}) => {
  const { page, path } = await openPage(folder)
  await change(page)
  writeFileSync(path, readFileSync('tests/refs/pages/version-1.banxin'))
  await expect(page.getByTestId('toast')).toContainText('另一个程序改了 08.banxin', { timeout: 20_000 })
  await page.getByRole('button', { name: '看差别' }).click()
  await expect(page.getByTestId('conflict')).toContainText('差别', { timeout: 30_000 })
  await page.getByRole('button', { name: /用磁盘上的/ }).click()
  await expect(page.getByTestId('conflict')).toHaveCount(0)
  await expect(page.getByTestId('save-state')).toHaveCount(0, { timeout: 30_000 })
  expect(readFileSync(path)).toEqual(readFileSync('tests/refs/pages/version-1.banxin'))
})

test('keeps the old file on a full disk, says so in the title, and saves when there is room', async ({
  folder,
}) => {
  const { app, page, path } = await openPage(folder)
  const before = readFileSync(path)
  await change(page)
  const fill = (full: boolean) =>
    app.evaluate((_electron, isFull) => {
      const modules = process as unknown as { getBuiltinModule(name: string): Record<string, unknown> }
      const files = modules.getBuiltinModule('node:fs/promises')
      const state = globalThis as unknown as { open?: unknown }
      state.open ??= files.open
      const open = state.open as (path: string, ...rest: unknown[]) => Promise<unknown>
      files.open = async (path: string, ...rest: unknown[]) => {
        if (isFull && String(path).endsWith('.tmp'))
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
        return open(path, ...rest)
      }
      ;(modules.getBuiltinModule('node:module').syncBuiltinESMExports as () => void)()
    }, full)
  await fill(true)
  await page.keyboard.press('Control+KeyS')
  await expect(page.getByTestId('failure')).toContainText('磁盘已满，08.banxin 没存上', { timeout: 30_000 })
  await expect(page.getByTestId('page-title')).toContainText('没存上')
  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  await fill(false)
  await page.getByRole('button', { name: '知道了' }).click()
  await page.keyboard.press('Control+KeyS')
  await expect(page.getByTestId('save-state')).toContainText('已存', { timeout: 30_000 })
  expect(readFileSync(path)).not.toEqual(before)
})

test('says that a folder is read-only, and keeps the page and its changes', async ({ folder }) => {
  const { app, page } = await openPage(folder)
  await change(page)
  await saveTo(app, join(readOnlyFolder(folder), '08.banxin'))
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(page.getByTestId('failure')).toContainText('没有写权限', { timeout: 30_000 })
  await page.getByRole('button', { name: '知道了' }).click()
  await expect(page.getByTestId('save-state')).toContainText('有改动')
})

test('a second start hands its file over, to the window that has it or to one of its own', async ({
  folder,
}) => {
  const { app, path } = await openPage(folder)
  const start = (file: string) =>
    new Promise((done) => {
      spawn(app.process().spawnfile, ['.', `--user-data-dir=${join(folder, 'profile')}`, file], {
        cwd: process.cwd(),
        env: { ...process.env, ...runtime().env },
        stdio: 'ignore',
      }).on('exit', done)
    })
  await start(path)
  const first = app.windows()[0] as Page
  await expect(first.getByTestId('toast')).toContainText('08.banxin 已经在这个窗口里开着', {
    timeout: 20_000,
  })
  const opened = app.waitForEvent('window')
  await start(join(process.cwd(), 'assets/samples/page08.txt'))
  const second = await opened
  await expect(second.getByTestId('properties')).toContainText('page08.txt', { timeout: 30_000 })
  expect(app.windows()).toHaveLength(2)
})

test('packages the page with its PDF, faces and a report', async ({ folder }) => {
  const app = await launch(folder)
  const page = await firstPage(app)
  await app.evaluate(({ dialog }, parent) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [parent] })) as never
  }, folder)
  await page.getByTestId('menu-file').click()
  await page.getByTestId('file.package').click()
  await expect(page.getByTestId('toast')).toContainText('已打包到', { timeout: 60_000 })
  const name = readdirSync(folder).find((each) => each.startsWith('高新园区')) as string
  const inside = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
  expect(inside).toContain('打包报告.txt')
  expect(inside.some((each) => each.endsWith('.pdf'))).toBe(true)
  expect(inside.some((each) => each.endsWith('.banxin'))).toBe(true)
  expect(inside.some((each) => each.startsWith('fonts/song-400'))).toBe(true)
})
