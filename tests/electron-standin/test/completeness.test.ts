import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import electron from '../lib/electron-module.cjs'
import unemulated from '../lib/unemulated-members.json'

const declarations = readFileSync(join(process.cwd(), 'node_modules', 'electron', 'electron.d.ts'), 'utf8')

const EVENT_METHODS = ['constructor', 'on', 'off', 'once', 'addListener', 'removeListener']

/** Methods of a class or interface in electron.d.ts, with those of its base class. */
function methodsOf(name: string): string[] {
  const pattern = new RegExp(
    `^  (?:class|interface) ${name}(?: extends (\\w+))?[^{]*\\{$([\\s\\S]*?)^  \\}$`,
    'm',
  )
  const [, base, body] = pattern.exec(declarations)!
  const own = [...body!.matchAll(/^ {4}(\w+)\(/gm)].map((match) => match[1]!)
  return [...own, ...(base === 'BaseWindow' ? methodsOf(base) : [])].filter(
    (method) => !EVENT_METHODS.includes(method),
  )
}

/** Names of the values in a namespace of electron.d.ts. */
function valuesOf(namespace: string): string[] {
  const [, body] = new RegExp(`namespace ${namespace} \\{([\\s\\S]*?)^  \\}`, 'm').exec(declarations)!
  return [...body!.matchAll(/^ {4}(?:const|class) (\w+)/gm)].map((match) => match[1]!)
}

const emulated: Record<string, object> = {
  App: electron.app,
  BrowserWindow: electron.BrowserWindow.prototype,
  Clipboard: electron.clipboard,
  CommandLine: electron.app.commandLine,
  CrashReporter: electron.crashReporter,
  Dialog: electron.dialog,
  GlobalShortcut: electron.globalShortcut,
  IpcMain: electron.ipcMain,
  Menu: electron.Menu.prototype,
  Net: electron.net,
  PowerMonitor: electron.powerMonitor,
  Protocol: electron.protocol,
  Screen: electron.screen,
  Session: electron.session.defaultSession,
  Shell: electron.shell,
  WebContents: electron.webContents.prototype,
}

describe('every method of the installed Electron is emulated or throws by name', () => {
  test.each(Object.keys(emulated))('%s', (name) => {
    expect(methodsOf(name).filter((method) => !(method in emulated[name]!))).toEqual([])
  })

  test('modules', () => {
    expect([...valuesOf('Main'), 'nativeImage'].filter((name) => !(name in electron))).toEqual([])
  })
})

test('no member is both emulated and listed as missing', () => {
  const listed = Object.entries(unemulated).filter(([name]) => name !== 'modules')
  for (const [name, members] of listed) {
    const target = emulated[name] as Record<string, unknown>
    for (const member of members)
      expect(() => (target[member] as () => void)()).toThrow(`${member} is not emulated`)
  }
})

test('import and require give the same names', async () => {
  const names = Object.keys(electron)
  const source = readFileSync(join(import.meta.dirname, '..', 'lib', 'electron-module.mjs'), 'utf8')
  const exported = [...source.slice(source.indexOf('export const {')).matchAll(/^ {2}(\w+),$/gm)].map(
    (match) => match[1],
  )
  expect(exported.toSorted()).toEqual(names.toSorted())
})
