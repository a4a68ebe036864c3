import { resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { MENUS } from '../../src/shared/ipc.ts'

class BrowserWindow {}
vi.mock('electron', () => ({ BrowserWindow, Menu: { buildFromTemplate: (template: unknown) => template } }))

const { acceleratorOf, buildMenu } = await import('../../src/main/menu.ts')
const { fileArguments } = await import('../../src/main/arguments.ts')

interface Entry {
  id?: string
  role?: string
  label?: string
  accelerator?: string
  registerAccelerator?: boolean
  submenu?: Entry[]
  click?(): void
}

const build = (mac: boolean, run = (_id: string) => undefined as unknown) =>
  buildMenu('zh', mac, run as never) as unknown as Entry[]

describe('application menu', () => {
  it('has every command of the window by its id', () => {
    const ids = build(false).flatMap((menu) => menu.submenu?.flatMap((entry) => entry.id ?? []) ?? [])
    expect(ids).toEqual(MENUS.flatMap((menu) => menu.entries.filter((entry) => entry !== '-')))
  })

  it('tells the window which command was chosen', () => {
    const run = vi.fn()
    build(false, run)
      .flatMap((menu) => menu.submenu ?? [])
      .find((entry) => entry.id === 'file.export')
      ?.click?.()
    expect(run).toHaveBeenCalledWith('file.export', undefined)
  })

  it('registers accelerators on macOS only, where no window draws the menus', () => {
    const exportOf = (mac: boolean) =>
      build(mac)
        .flatMap((menu) => menu.submenu ?? [])
        .find((entry) => entry.id === 'file.export')
    expect(exportOf(false)).toMatchObject({ accelerator: 'CmdOrCtrl+E', registerAccelerator: false })
    expect(exportOf(true)).toMatchObject({ accelerator: 'CmdOrCtrl+E', registerAccelerator: true })
    expect(build(true)[0]?.role).toBe('appMenu')
  })

  it('writes keys as Electron does, and leaves single keys to the window', () => {
    expect(acceleratorOf('Mod+Shift+KeyS')).toBe('CmdOrCtrl+Shift+S')
    expect(acceleratorOf('Mod+Digit0')).toBe('CmdOrCtrl+0')
    expect(acceleratorOf('Mod+Slash')).toBe('CmdOrCtrl+/')
    expect(acceleratorOf('KeyV')).toBeUndefined()
    expect(acceleratorOf(undefined)).toBeUndefined()
  })
})

describe('files on the command line', () => {
  it('stand behind the app in development and behind the program when packaged', () => {
    expect(fileArguments(['electron', '.', 'a.txt', 'b.banxin'], false, '/home')).toEqual([
      resolve('/home', 'a.txt'),
      resolve('/home', 'b.banxin'),
    ])
    expect(fileArguments(['banxin', 'a.txt'], true, '/home')).toEqual([resolve('/home', 'a.txt')])
  })

  it('are no switches, and may be missing', () => {
    expect(fileArguments(['electron', '--inspect=1', '.', '--user-data-dir=/x'], false, '/')).toEqual([])
    expect(fileArguments(['banxin', '--no-sandbox', '/tmp/a.banxin'], true, '/')).toEqual([
      resolve('/tmp/a.banxin'),
    ])
  })
})
