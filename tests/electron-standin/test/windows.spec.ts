import { expect, test } from './fixture.ts'

test('a menu item reaches the renderer', async ({ app, page }) => {
  await app.evaluate(({ Menu, BrowserWindow }) => {
    Menu.getApplicationMenu()!.getMenuItemById('file.save')!.click({}, BrowserWindow.getAllWindows()[0])
  })
  await expect(page.locator('#menu')).toHaveText('save')
})

test('a second window opens, is told apart and closes', async ({ app, page }) => {
  const opened = app.waitForEvent('window')
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('file.new')!.click())
  const second = await opened
  await second.waitForFunction(() => 'page' in window)
  expect(app.windows().length).toBe(2)
  const handle = await app.browserWindow(second)
  expect(await handle.evaluate((window) => window.webContents.getURL())).toBe('app://bundle/index.html')
  await second.close()
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await page.evaluate(() => window.bridge.invoke('echo', 'still here'))).toBe('still here')
})

test('window events come in order and once', async ({ app, page }) => {
  test.skip(Boolean(process.env.DISPLAY), 'a bare X server has no window manager that could maximize')
  const handle = await app.browserWindow(page)
  const events = () => handle.evaluate((window) => (window as unknown as { events: string[] }).events)
  await expect.poll(events).toEqual(['ready-to-show', 'show', 'focus'])
  await handle.evaluate((window) => window.maximize())
  await expect.poll(events).toContain('maximize')
  expect(await handle.evaluate((window) => window.isMaximized())).toBe(true)
  await handle.evaluate((window) => window.unmaximize())
  await expect.poll(events).toContain('unmaximize')
  await handle.evaluate((window) => window.setSize(100, 500))
  expect(await handle.evaluate((window) => window.getSize())).toEqual([400, 500])
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(500)
})

test('the page has the size that the window was given', async ({ page }) => {
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 600])
})

test('a close that the app refuses keeps the window, and the app can still quit later', async ({
  app,
  page,
}) => {
  await page.fill('#text', 'typed')
  const edited = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isDocumentEdited())
  await expect.poll(edited).toBe(true)
  await app.evaluate(({ app: electronApp, dialog }) => {
    dialog.showMessageBoxSync = () => 1
    electronApp.quit()
  })
  expect(await page.evaluate(() => window.bridge.invoke('echo', 1))).toBe(1)
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 0
  })
})

test('navigation and window.open are refused and handed to the system', async ({ app, page }) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    shell.openExternal = async (url) => void opened.push(url)
    Object.assign(globalThis, { opened })
  })
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.com/elsewhere'
  })
  expect(await page.evaluate(() => window.open('https://example.com/new') === null)).toBe(true)
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  await expect.poll(opened).toEqual(['https://example.com/new'])
  await page.waitForTimeout(200)
  expect(page.url()).toBe(before)
  expect(app.windows().length).toBe(1)
})

test('a reload keeps the preload', async ({ page }) => {
  await page.reload()
  await page.waitForFunction(() => 'page' in window)
  expect(await page.evaluate(() => window.bridge.double(4))).toBe(8)
})

test('the colour theme reaches the page', async ({ app, page }) => {
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
})

test('permissions are those that the check handler grants', async ({ page }) => {
  const states = () =>
    page.evaluate(async () => {
      const names = ['notifications', 'geolocation'] as const
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    })
  await expect.poll(states).toEqual(['granted', 'denied'])
})

test('HTML drag and drop, typed text and keys reach the page', async ({ app, page }) => {
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 0
  })
  await page.dragAndDrop('#source', '#target')
  await expect(page.locator('#target')).toHaveText('payload')
  await page.locator('#text').pressSequentially('abc')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(page.locator('#text')).toHaveValue('')
})

test('printToPDF gives the paper size asked for, capturePage a picture', async ({ app, page }) => {
  const handle = await app.browserWindow(page)
  const pdf = await handle.evaluate(async (window) =>
    (await window.webContents.printToPDF({ pageSize: { width: 11.5, height: 22.5 } })).toString('latin1'),
  )
  expect(pdf).toMatch(/MediaBox\s*\[\s*0 0 828 1620\s*\]/)
  expect(await handle.evaluate(async (window) => (await window.capturePage()).getSize())).toEqual({
    width: 900,
    height: 600,
  })
})
