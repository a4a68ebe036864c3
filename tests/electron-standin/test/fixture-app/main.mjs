// A small app that uses what Banxin uses of Electron. Its windows show index.html from the scheme app://.

import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron'

const root = import.meta.dirname
const page = 'app://bundle/index.html'
const contentTypes = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
}
const bigFileBytes = 15_000_000

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

// The smallest wasm module with an exported function: add(i32, i32).
const addWasm = Uint8Array.from(
  Buffer.from('0061736d0100000001070160027f7f017f030201000707010361646400000a09010700200020016a0b', 'hex'),
)

async function serve(request) {
  const { pathname } = new URL(request.url)
  if (pathname === '/add.wasm')
    return new Response(addWasm, { headers: { 'content-type': 'application/wasm' } })
  if (pathname === '/big') return new Response(new Uint8Array(bigFileBytes))
  if (pathname === '/url') return new Response(request.url)
  try {
    const body = await readFile(path.join(root, path.basename(pathname)))
    return new Response(body, {
      headers: { 'content-type': contentTypes[path.extname(pathname)] ?? 'text/plain' },
    })
  } catch {
    return new Response('not found', { status: 404 })
  }
}

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    minWidth: 400,
    show: false,
    frame: false,
    titleBarStyle: 'hidden',
    webPreferences: {
      preload: path.join(root, 'preload.cjs'),
      sandbox: true,
      additionalArguments: ['--greeting=hello'],
    },
  })
  window.events = []
  for (const name of [
    'ready-to-show',
    'show',
    'focus',
    'blur',
    'maximize',
    'unmaximize',
    'resize',
    'close',
    'closed',
  ]) {
    window.on(name, () => window.events.push(name))
  }
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    if (window.isDocumentEdited() && dialog.showMessageBoxSync(window, { message: 'Save?' }) === 1)
      event.preventDefault()
  })
  window.webContents.setWindowOpenHandler(({ url }) => {
    void shell.openExternal(url)
    return { action: 'deny' }
  })
  window.webContents.on('will-navigate', (event, url) => {
    if (!url.startsWith('app://bundle/')) event.preventDefault()
  })
  void window.loadURL(page)
  return window
}

function buildMenu() {
  const send = (command) => (_item, window) => window?.webContents.send('menu', command)
  return Menu.buildFromTemplate([
    {
      label: 'File',
      submenu: [
        { id: 'file.new', label: 'New', accelerator: 'CmdOrCtrl+N', click: () => openWindow() },
        { id: 'file.save', label: 'Save', accelerator: 'CmdOrCtrl+S', click: send('save') },
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
  ])
}

ipcMain.handle('echo', (_event, value) => value)
ipcMain.handle('sender', (event) => ({
  url: event.senderFrame.url,
  own: BrowserWindow.fromWebContents(event.sender) !== null,
}))
ipcMain.handle('fail', () => {
  throw new TypeError('boom')
})
ipcMain.handle('unclonable', () => () => {})
ipcMain.handle('save', async (_event, text) => {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: 'page.txt' })
  if (canceled) return null
  await writeFile(filePath, text)
  return filePath
})
ipcMain.on('edited', (event, edited) => BrowserWindow.fromWebContents(event.sender).setDocumentEdited(edited))
ipcMain.on('exit', (_event, code) => app.exit(code))

if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
    session.defaultSession.setPermissionCheckHandler(
      (_contents, permission) => permission === 'notifications',
    )
    protocol.handle('app', serve)
    Menu.setApplicationMenu(buildMenu())
    openWindow()
  })
}
