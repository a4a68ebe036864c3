import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixture.ts'

// The fixture app's page has these on its window; see fixture-app/preload.cjs and page.mjs.
declare global {
  interface Window {
    // biome-ignore lint/suspicious/noExplicitAny: a test double of many shapes
    bridge: any
    // biome-ignore lint/suspicious/noExplicitAny: a test double of many shapes
    page: any
  }
}

test('values make the round trip to the main process unchanged', async ({ page }) => {
  const same = await page.evaluate(async () => {
    const sent = {
      text: '版心',
      none: undefined,
      minusZero: -0,
      when: new Date(5),
      set: new Set([1]),
      map: new Map([['a', 1n]]),
    }
    const back = await window.bridge.invoke('echo', sent)
    return (
      back.text === '版心' &&
      'none' in back &&
      Object.is(back.minusZero, -0) &&
      back.when.getTime() === 5 &&
      back.set.has(1) &&
      back.map.get('a') === 1n
    )
  })
  expect(same).toBe(true)
})

test('5 MB of bytes go to the main process and come back', async ({ page }) => {
  const back = await page.evaluate(async () => {
    const bytes = new Uint8Array(5_000_000).map((_, index) => index % 251)
    const echoed: Uint8Array = await window.bridge.invoke('echo', bytes)
    return {
      length: echoed.length,
      type: echoed.constructor.name,
      same: echoed.every((byte, index) => byte === index % 251),
    }
  })
  expect(back).toEqual({ length: 5_000_000, type: 'Uint8Array', same: true })
})

test('errors of a handler and values that cannot be cloned reject', async ({ page }) => {
  const messages = await page.evaluate(() => {
    const messageOf = (promise: Promise<unknown>) => promise.catch((error: Error) => error.message)
    return Promise.all([
      messageOf(window.bridge.invoke('fail')),
      messageOf(window.bridge.invoke('unclonable')),
      messageOf(window.bridge.invoke('nobody')),
    ])
  })
  expect(messages).toEqual([
    "Error invoking remote method 'fail': TypeError: boom",
    "Error invoking remote method 'unclonable': Error: An object could not be cloned.",
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  ])
})

test('a handler sees which page and which window sent the message', async ({ page }) => {
  expect(await page.evaluate(() => window.bridge.invoke('sender'))).toEqual({
    url: 'app://bundle/index.html',
    own: true,
  })
})

test('the page sees nothing of the preload and of Node but the bridge', async ({ page }) => {
  const seen = await page.evaluate(() => [
    'leakedFromPreload' in window,
    'require' in window,
    'process' in window,
    '__standinSend' in window,
    '__standinReceive' in window,
  ])
  expect(seen).toEqual([false, false, false, false, false])
})

test('what the bridge exposes is frozen, and its functions work across the worlds', async ({ page }) => {
  const result = await page.evaluate(async () => ({
    frozen: [window.bridge, window.bridge.nested, window.bridge.nested.list].map((value) =>
      Object.isFrozen(value),
    ),
    replaced: Reflect.set(window, 'bridge', null),
    double: window.bridge.double(21),
    inner: window.bridge.nested.list[0].inner(),
    later: await window.bridge.later('soon'),
    thrown: (() => {
      try {
        window.bridge.throws()
      } catch (error) {
        return (error as Error).message
      }
    })(),
  }))
  expect(result).toEqual({
    frozen: [true, true, true],
    replaced: false,
    double: 42,
    inner: 'inner',
    later: 'soon',
    thrown: 'from the preload',
  })
})

test('the window can tell that it runs on the stand-in, and gets additional arguments', async ({ page }) => {
  expect(await page.evaluate(() => [window.bridge.versions, window.bridge.greeting])).toEqual([
    { standin: '1', electron: '45.4.1' },
    '--greeting=hello',
  ])
})

test('a stubbed save dialog is used; one that is not stubbed throws by name', async ({
  app,
  page,
  folder,
}) => {
  const unstubbed = await page.evaluate(() =>
    window.bridge.invoke('save', 'text').catch((error: Error) => error.message),
  )
  expect(unstubbed).toContain('NotEmulatedError: stand-in: dialog.showSaveDialog')
  const file = join(folder, 'out.txt')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as never
  }, file)
  expect(await page.evaluate(() => window.bridge.invoke('save', '报纸'))).toBe(file)
  expect(readFileSync(file, 'utf8')).toBe('报纸')
})

test('members of Electron that are not emulated throw by name', async ({ app }) => {
  const messages = await app.evaluate((electron) => {
    const messageOf = (action: () => unknown) => {
      try {
        action()
      } catch (error) {
        return String(error)
      }
    }
    const window = electron.BrowserWindow.getAllWindows()[0]!
    return [
      messageOf(() => new electron.Tray('icon.png')),
      messageOf(() => window.setVibrancy('menu')),
      messageOf(() => window.webContents.session.webRequest),
      messageOf(() => electron.safeStorage.isEncryptionAvailable()),
    ]
  })
  expect(messages).toEqual([
    'NotEmulatedError: stand-in: new Tray() is not emulated',
    'NotEmulatedError: stand-in: BrowserWindow.setVibrancy is not emulated',
    'NotEmulatedError: stand-in: session.webRequest is not emulated',
    'NotEmulatedError: stand-in: safeStorage.isEncryptionAvailable is not emulated',
  ])
})
