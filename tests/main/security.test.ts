/** Electron's security checklist, item by item, as far as it can be tested without Electron: docs/security.md. */
import { EventEmitter } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/main/policy.ts'

vi.mock('electron', () => ({ BrowserWindow: class {}, nativeTheme: {}, protocol: {} }))
const { closeToOtherAddresses, denyPermissions, startAddress } = await import('../../src/main/window.ts')

const src = join(import.meta.dirname, '../../src')
const sourcesOf = (...folders: string[]): string =>
  folders
    .flatMap((folder) =>
      readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => readFileSync(join(src, folder, name), 'utf8')),
    )
    .join('\n')

it('1, 18: loads its own scheme only, once it is packaged', () => {
  process.env.ELECTRON_RENDERER_URL = 'http://localhost:5173'
  expect(startAddress(true)).toBe('app://bundle/index.html')
  delete process.env.ELECTRON_RENDERER_URL
})

it('4: every window is in the sandbox, whatever its settings say', () => {
  expect(sourcesOf('main')).toContain('app.enableSandbox()')
})

it('5: no permission is ever given', () => {
  const session = { setPermissionRequestHandler: vi.fn(), setPermissionCheckHandler: vi.fn() }
  denyPermissions(session as never)
  const answer = vi.fn()
  session.setPermissionRequestHandler.mock.calls[0]?.[0]({}, 'media', answer)
  expect(answer).toHaveBeenCalledWith(false)
  expect(session.setPermissionCheckHandler.mock.calls[0]?.[0]()).toBe(false)
})

it('7: the policy allows no inline code, no remote content and no evaluation but of WebAssembly', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|wss?:/)
  const html = readFileSync(join(src, 'renderer/index.html'), 'utf8')
  expect(html).not.toMatch(/<script>|on\w+=|javascript:|https?:/)
})

describe('11, 13, 14: a document', () => {
  it('goes nowhere, attaches no web view and opens no window', () => {
    let open: (() => unknown) | undefined
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => unknown) => {
        open = handler
      },
    })
    closeToOtherAddresses(contents as never)
    for (const name of ['will-navigate', 'will-attach-webview']) {
      const event = { preventDefault: vi.fn() }
      contents.emit(name, event)
      expect(event.preventDefault, name).toHaveBeenCalled()
    }
    expect(open?.()).toEqual({ action: 'deny' })
  })

  it('is closed in that way whoever makes it', () => {
    expect(sourcesOf('main')).toMatch(/on\('web-contents-created',[^\n]*closeToOtherAddresses/)
  })
})

it('15: nothing is handed to the system’s browser', () => {
  expect(sourcesOf('main', 'preload', 'renderer')).not.toMatch(/openExternal/)
})

it('20: the bridge gives functions of its own and none of Electron’s', () => {
  const preload = sourcesOf('preload')
  expect(preload).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer|ipcRenderer\s*[,}]\s*\)/)
  expect(preload).toContain('ASK_CHANNELS.includes(channel)')
  expect(preload).toContain('TELL_CHANNELS.includes(channel)')
})

it('text of others is never markup: nothing sets HTML', () => {
  expect(sourcesOf('renderer')).not.toMatch(
    /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/,
  )
})
