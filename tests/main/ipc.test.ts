import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ASK_CHANNELS } from '../../src/shared/ipc.ts'

type Handler = (event: unknown, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()
const dialog = { showSaveDialog: vi.fn(), showOpenDialog: vi.fn() }
const shell = { openPath: vi.fn(async () => ''), showItemInFolder: vi.fn() }
vi.mock('electron', () => ({
  app: { getVersion: () => '1.2.3', quit: vi.fn() },
  dialog,
  shell,
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
  nativeTheme: {},
}))

const { answerWindow } = await import('../../src/main/ipc.ts')

const webContents = {}
const window = { webContents, isMaximized: () => false, isFullScreen: () => false }
const ours = { sender: webContents, senderFrame: { url: 'app://bundle/index.html', parent: null } }
let folder = ''

beforeEach(() => {
  handlers.clear()
  folder = mkdtempSync(join(tmpdir(), 'banxin-ipc-'))
  answerWindow({
    window: window as never,
    origin: 'app://bundle',
    sample: join(folder, 'sample.txt'),
    takeLaunchFile: () => undefined,
    language: () => 'zh',
    setLanguage: () => undefined,
  })
})
afterEach(() => rmSync(folder, { recursive: true }))

const ask = (channel: string, ...args: unknown[]) => handlers.get(channel)?.(ours, ...args)

describe('channels', () => {
  it('are those of the contract', () => {
    expect([...handlers.keys()].sort()).toEqual([...ASK_CHANNELS].sort())
  })

  it.each([
    ['another document', { sender: webContents, senderFrame: { url: 'https://example.com/', parent: null } }],
    [
      'an origin that only begins alike',
      { sender: webContents, senderFrame: { url: 'app://bundle.evil/', parent: null } },
    ],
    [
      'a frame inside ours',
      { sender: webContents, senderFrame: { url: 'app://bundle/index.html', parent: {} } },
    ],
    ['another window', { sender: {}, senderFrame: { url: 'app://bundle/index.html', parent: null } }],
    ['a frame that is gone', { sender: webContents, senderFrame: null }],
  ])('refuse %s', (_who, event) => {
    for (const handler of handlers.values()) expect(() => handler(event)).toThrow(/Refused/)
  })
})

describe('saving', () => {
  const file = (fileName: string) => ({ kind: 'pdf', fileName, bytes: new TextEncoder().encode('%PDF-') })

  it('writes where the dialog says and may then show the file', async () => {
    const filePath = join(folder, 'page.pdf')
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath })
    expect(await ask('file:save', file('page.pdf'))).toEqual({ ok: true, path: filePath, name: 'page.pdf' })
    expect(readFileSync(filePath, 'utf8')).toBe('%PDF-')
    expect(await ask('file:view', filePath)).toBe(true)
    expect(shell.openPath).toHaveBeenCalledWith(filePath)
  })

  it('opens no other file', async () => {
    shell.openPath.mockClear()
    expect(await ask('file:view', '/bin/sh')).toBe(false)
    expect(await ask('file:reveal', '/bin/sh')).toBe(false)
    expect(shell.openPath).not.toHaveBeenCalled()
  })

  it('lets the window propose a name but no place, and adds a missing extension', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, 'page') })
    expect(await ask('file:save', file('../../etc/page.pdf'))).toMatchObject({ name: 'page.pdf' })
    expect(dialog.showSaveDialog).toHaveBeenLastCalledWith(
      window,
      expect.objectContaining({ defaultPath: 'page.pdf' }),
    )
  })

  it('does nothing when the dialog is cancelled', async () => {
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' })
    expect(await ask('file:save', file('page.pdf'))).toBeNull()
  })
})
