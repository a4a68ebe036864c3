import { EventEmitter } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lockPathOf } from '../../src/main/files/page-lock.ts'
import { ASK_CHANNELS } from '../../src/shared/ipc.ts'
import type { Recoverable, WindowIntent } from '../../src/shared/ipc-files.ts'

type Handler = (event: unknown, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()
const dialog = { showSaveDialog: vi.fn(), showOpenDialog: vi.fn() }
const shell = { openPath: vi.fn(async () => ''), showItemInFolder: vi.fn() }
const quit = vi.fn()
vi.mock('electron', () => ({
  app: { getVersion: () => '1.2.3', quit, addRecentDocument: vi.fn() },
  dialog,
  shell,
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
  nativeTheme: {},
}))

const { answerWindows } = await import('../../src/main/ipc.ts')
const { Desk } = await import('../../src/main/desk.ts')

/** A window that remembers what it was told. */
class FakeWindow extends EventEmitter {
  readonly told: [channel: string, ...args: unknown[]][] = []
  readonly webContents = Object.assign(new EventEmitter(), {
    send: (channel: string, ...args: unknown[]) => this.told.push([channel, ...args]),
    reload: vi.fn(),
  })
  title = ''
  gone = false
  isDestroyed = () => this.gone
  isMaximized = () => false
  isFullScreen = () => false
  isMinimized = () => false
  focus = vi.fn()
  setTitle = (title: string) => {
    this.title = title
  }
  setDocumentEdited = vi.fn()
  setRepresentedFilename = vi.fn()
  close() {
    const event = { prevented: false, preventDefault: () => undefined as unknown }
    event.preventDefault = () => {
      event.prevented = true
    }
    this.emit('close', event)
    if (event.prevented) return
    this.gone = true
    this.emit('closed')
  }
  ask(channel: string, ...args: unknown[]) {
    const senderFrame = { url: 'app://bundle/index.html', parent: null }
    return handlers.get(channel)?.({ sender: this.webContents, senderFrame }, ...args) as Promise<unknown>
  }
}

let folder = ''
let windows: FakeWindow[] = []
let desk: InstanceType<typeof Desk>
const open = async (intent: WindowIntent = { kind: 'welcome' }) => {
  await desk.open(intent)
  return windows.at(-1) as FakeWindow
}
/** The program as it starts, over what an earlier one has left. */
function startDesk() {
  handlers.clear()
  windows = []
  desk = new Desk({
    userData: join(folder, 'user'),
    openWindow: async (hostOf) => {
      const window = new FakeWindow()
      windows.push(window)
      hostOf(window as never)
    },
    askAboutSilent: async () => false,
  })
  const fonts = join(import.meta.dirname, '../../out/fonts')
  answerWindows({
    desk,
    origin: 'app://bundle',
    sample: join(folder, 'sample.txt'),
    fonts,
    showMenus: () => undefined,
  })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-ipc-'))
  startDesk()
})
afterEach(async () => {
  for (const host of desk.hosts) await host.end(false)
  await desk.settle()
  rmSync(folder, { recursive: true })
})

const bytes = (text: string) => new TextEncoder().encode(text)
const page = (how: string, text = 'page', entries = 1) => ({
  how,
  fileName: '08.banxin',
  title: '高新园区 08 版',
  bytes: bytes(text),
  entries,
})
const saveTo = (filePath: string) =>
  dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath })
const openFrom = (path: string) =>
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path] })
/** A window that shows a page's file. */
async function openPage(path: string) {
  const window = await open()
  openFrom(path)
  const file = (await window.ask('file:open')) as { token: string }
  await window.ask('file:adopt', file.token, '高新园区 08 版')
  return window
}

describe('channels', () => {
  it('are those of the contract, and one that only the preload knows', () => {
    expect([...handlers.keys()].sort()).toEqual([...ASK_CHANNELS, 'file:dropped'].sort())
  })

  it('refuse every other asker', async () => {
    const { webContents } = await open()
    const ours = 'app://bundle/index.html'
    const others = [
      { sender: webContents, senderFrame: { url: 'https://example.com/', parent: null } },
      { sender: webContents, senderFrame: { url: 'app://bundle.evil/', parent: null } },
      { sender: webContents, senderFrame: { url: ours, parent: {} } },
      { sender: {}, senderFrame: { url: ours, parent: null } },
      { sender: webContents, senderFrame: null },
    ]
    for (const event of others) {
      for (const handler of handlers.values()) expect(() => handler(event)).toThrow(/Refused/)
    }
  })

  it('read and write no file that only the window names', async () => {
    const window = await open()
    writeFileSync(join(folder, 'secret.txt'), 'x')
    await expect(window.ask('file:open-recent', join(folder, 'secret.txt'))).rejects.toThrow(/not a recent/)
    await expect(window.ask('file:read-previous', 'no-token')).rejects.toThrow(/token/)
    await window.ask('window:new', { kind: 'open', path: join(folder, 'secret.txt') })
    expect(desk.hosts.at(-1)?.intent).toEqual({ kind: 'welcome' })
    expect(await window.ask('file:view', '/bin/sh')).toBe(false)
    expect(await window.ask('recovery:read', '../../secret.txt')).toBeNull()
  })
})

describe('saving a page', () => {
  it('asks where once, and then no more', async () => {
    const window = await open()
    const path = join(folder, '08.banxin')
    saveTo(path)
    expect(await window.ask('file:save-page', page('save'))).toMatchObject({ ok: true, path, copy: false })
    dialog.showSaveDialog.mockClear()
    await window.ask('file:save-page', page('save', 'again'))
    expect(dialog.showSaveDialog).not.toHaveBeenCalled()
    expect(readFileSync(path, 'utf8')).toBe('again')
    expect(await window.ask('file:recents')).toMatchObject([{ path, title: '高新园区 08 版', there: true }])
  })

  it('leaves the page where it is when it saves a copy', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const window = await openPage(path)
    saveTo(join(folder, 'copy'))
    expect(await window.ask('file:save-page', page('copy'))).toMatchObject({
      copy: true,
      name: 'copy.banxin',
    })
    await window.ask('file:save-page', page('save', 'two'))
    expect(readFileSync(path, 'utf8')).toBe('two')
    expect(readFileSync(join(folder, 'copy.banxin'), 'utf8')).toBe('page')
  })

  it('moves with 另存为, and lets the old place go', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const window = await openPage(path)
    expect(existsSync(lockPathOf(path))).toBe(true)
    const next = join(folder, '09.banxin')
    saveTo(next)
    await window.ask('file:save-page', page('save-as'))
    expect([existsSync(lockPathOf(path)), existsSync(lockPathOf(next))]).toEqual([false, true])
  })

  it('saves a text as a page, never over the text', async () => {
    const text = join(folder, 'dump.txt')
    writeFileSync(text, '长春')
    const window = await openPage(text)
    saveTo(join(folder, 'dump.banxin'))
    await window.ask('file:save-page', page('save'))
    expect(readFileSync(text, 'utf8')).toBe('长春')
  })

  it('stops at what another program wrote until the person decides', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const window = await openPage(path)
    writeFileSync(path, 'theirs')
    expect(await window.ask('file:save-page', page('save'))).toMatchObject({ ok: false, conflict: 'changed' })
    expect(await window.ask('file:read-again')).toMatchObject({ ok: true, bytes: bytes('theirs') })
    await window.ask('file:keep-mine')
    expect(await window.ask('file:save-page', page('save', 'mine'))).toMatchObject({ ok: true })
    expect(readFileSync(path, 'utf8')).toBe('mine')
    writeFileSync(path, 'again')
    expect(await window.ask('file:save-page', page('save'))).toMatchObject({ conflict: 'changed' })
  })

  it('stops at another program of ours that has the page open', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const lock = { host: 'elsewhere', user: 'wang', pid: 1, since: '2025-03-17T14:02:00Z', token: 't' }
    writeFileSync(lockPathOf(path), JSON.stringify(lock))
    const window = await openPage(path)
    const held = { ok: false, conflict: 'held', holder: { host: 'elsewhere', user: 'wang' } }
    expect(await window.ask('file:save-page', page('save'))).toMatchObject(held)
    expect(readFileSync(path, 'utf8')).toBe('one')
    await window.ask('file:keep-mine')
    expect(await window.ask('file:save-page', page('save'))).toMatchObject({ ok: true })
  })

  it('tells of a file that another program changes, and not of its own saving', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const window = await openPage(path)
    await new Promise((done) => setTimeout(done, 400))
    await window.ask('file:save-page', page('save', 'mine'))
    await new Promise((done) => setTimeout(done, 600))
    expect(window.told.filter(([channel]) => channel === 'file:disk')).toEqual([])
    writeFileSync(path, 'theirs')
    await expect.poll(() => window.told, { timeout: 5000 }).toContainEqual(['file:disk', 'changed'])
  })

  it('gives the version before the last save when the file is damaged', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const first = await openPage(path)
    await first.ask('file:save-page', page('save', 'two'))
    first.close()
    await desk.settle()
    const second = await open()
    openFrom(path)
    const file = (await second.ask('file:open')) as { token: string; previous: boolean }
    expect(file.previous).toBe(true)
    expect(await second.ask('file:read-previous', file.token)).toMatchObject({
      name: '08.banxin',
      bytes: bytes('one'),
    })
  })
})

describe('two windows', () => {
  it('never have the same file: the first comes to the front and says so', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const first = await openPage(path)
    const second = await open()
    openFrom(path)
    expect(await second.ask('file:open')).toBeNull()
    expect(first.focus).toHaveBeenCalled()
    expect(first.told).toContainEqual(['file:already-open', '08.banxin'])
    saveTo(path)
    expect(await second.ask('file:save-page', page('save'))).toMatchObject({
      error: { code: 'open-elsewhere' },
    })
  })

  it('take the files of a second start, the empty ones first', async () => {
    const paths = ['a.txt', 'b.txt'].map((name) => join(folder, name))
    for (const path of paths) writeFileSync(path, 'x')
    const first = await open()
    await desk.openFiles(paths.slice(0, 1))
    expect(first.told.at(-1)).toMatchObject(['file:opened', { ok: true, name: 'a.txt' }])
    await first.ask('window:page', { title: '08', dirty: false, empty: false })
    await desk.openFiles(paths.slice(1))
    expect(windows).toHaveLength(2)
    expect(await windows[1]?.ask('app:start')).toMatchObject({ file: { ok: true, name: 'b.txt' } })
  })
})

describe('closing', () => {
  it('asks first when there is something to lose, and goes on as the person says', async () => {
    const window = await open()
    await window.ask('window:page', { title: '08 版', dirty: true, empty: false })
    expect(window.title).toBe('08 版')
    window.close()
    expect(window.told.at(-1)).toEqual(['window:closing'])
    await window.ask('window:may-close', false)
    expect(window.gone).toBe(false)
    await window.ask('window:may-close', true)
    expect(window.gone).toBe(true)
  })

  it('ends the app after the last window, with every journal closed', async () => {
    quit.mockClear()
    const window = await open()
    await window.ask('journal:begin', '08 版', [bytes('state')])
    await window.ask('journal:append', [bytes('一')])
    await window.ask('window:page', { title: '08', dirty: true, empty: false })
    await window.ask('window:may-close', true)
    await desk.settle()
    expect(quit).toHaveBeenCalled()
    expect(readdirSync(desk.journals)).toEqual([])
  })
})

describe('recovery', () => {
  const crashed = async (path?: string) => {
    const window = path === undefined ? await open() : await openPage(path)
    await window.ask('journal:begin', '高新园区 08 版', [bytes('state')])
    await window.ask('journal:append', [bytes('一'), bytes('二')])
    const picture = bytes('picture')
    await window.ask('journal:keep', picture)
    for (const host of desk.hosts) await host.end(true)
    startDesk()
    return open()
  }

  it('offers what a crash left, to the first window', async () => {
    const window = await crashed()
    expect(await window.ask('app:start')).toMatchObject({ recoverable: 1, file: null })
    expect(await (await open()).ask('app:start')).toMatchObject({ recoverable: 0 })
    const [found] = (await window.ask('recovery:list')) as Recoverable[]
    expect(found).toMatchObject({ name: '高新园区 08 版', entries: 2, disk: 'none' })
    expect(await window.ask('recovery:read', found?.id)).toEqual([bytes('state'), bytes('一'), bytes('二')])
  })

  it('goes on in the same journal, so that a second crash loses nothing', async () => {
    const window = await crashed()
    const [found] = (await window.ask('recovery:list')) as Recoverable[]
    expect(await window.ask('recovery:resume', found?.id, false)).toEqual({})
    await window.ask('journal:append', [bytes('三')])
    expect(await window.ask('recovery:list')).toEqual([])
    for (const host of desk.hosts) await host.end(true)
    startDesk()
    expect(await (await open()).ask('recovery:list')).toMatchObject([{ entries: 3 }])
  })

  it('never lets an old journal replace a newer file in silence', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const window = await crashed(path)
    writeFileSync(path, 'newer')
    const [found] = (await window.ask('recovery:list')) as Recoverable[]
    expect(found).toMatchObject({ disk: 'changed', path })
    expect(found?.diskMs).toBeGreaterThan(0)
    expect(await window.ask('recovery:disk', found?.id)).toMatchObject({ bytes: bytes('newer') })
    expect(await window.ask('recovery:resume', found?.id, false)).toMatchObject({ path })
    expect(await window.ask('file:save-page', page('save'))).toMatchObject({ conflict: 'changed' })
    expect(readFileSync(path, 'utf8')).toBe('newer')
  })

  it('as a copy belongs to no file', async () => {
    const path = join(folder, '08.banxin')
    writeFileSync(path, 'one')
    const window = await crashed(path)
    const [found] = (await window.ask('recovery:list')) as Recoverable[]
    expect(await window.ask('recovery:resume', found?.id, true)).toEqual({})
    saveTo(join(folder, '08 找回.banxin'))
    expect(await window.ask('file:save-page', page('save'))).toMatchObject({ ok: true })
    expect(readFileSync(path, 'utf8')).toBe('one')
  })

  it('removes what is given up, and never what is in use', async () => {
    const window = await crashed()
    const [found] = (await window.ask('recovery:list')) as Recoverable[]
    await window.ask('recovery:resume', found?.id, false)
    await window.ask('recovery:discard', [found?.id])
    expect(await window.ask('recovery:read', found?.id)).not.toBeNull()
    await window.ask('journal:end')
    expect(await window.ask('recovery:read', found?.id)).toBeNull()
  })

  it('brings a page back into its window when the window’s process dies', async () => {
    const window = await open()
    await window.ask('journal:begin', '08 版', [bytes('state')])
    await window.ask('journal:append', [bytes('一')])
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' })
    await expect.poll(() => window.webContents.reload).toHaveBeenCalled()
    const { intent } = (await window.ask('app:start')) as { intent: WindowIntent }
    expect(intent).toMatchObject({ kind: 'recover', choice: { as: 'mine' } })
  })
})

describe('a package', () => {
  it('has the page, what belongs to it, and its faces with their licences', async () => {
    const window = await open()
    openFrom(folder)
    const files = [{ path: '08.banxin', bytes: bytes('page') }]
    const answer = await window.ask('file:package', {
      folderName: '08 版',
      files,
      faces: ['song-400', '../x'],
    })
    expect(answer).toMatchObject({ ok: true, name: '08 版' })
    const inside = readdirSync(join(folder, '08 版'), { recursive: true, encoding: 'utf8' }).sort()
    expect(inside).toEqual(
      [
        '08.banxin',
        'fonts',
        'fonts/song-400.licence.txt',
        'fonts/song-400.source.txt',
        'fonts/song-400.ttf',
      ].sort(),
    )
  })
})
