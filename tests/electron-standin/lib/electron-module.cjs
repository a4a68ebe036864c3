'use strict'
// What `require('electron')` and `import … from 'electron'` give the app's main process.

const { app } = require('./app.cjs')
const { BrowserWindow } = require('./browser-window.cjs')
const { dialog } = require('./dialog.cjs')
const { ipcMain } = require('./ipc-main.cjs')
const { Menu, MenuItem } = require('./menu.cjs')
const { nativeTheme } = require('./native-theme.cjs')
const { net } = require('./net.cjs')
const { notEmulatedModule, refuseTheRest } = require('./not-emulated.cjs')
const { protocol } = require('./protocol.cjs')
const { Session, defaultSession } = require('./session.cjs')
const { shell } = require('./shell.cjs')
const { clipboard, crashReporter, globalShortcut, powerMonitor, screen } = require('./small-modules.cjs')
const { WebContents } = require('./web-contents.cjs')
const unemulated = require('./unemulated-members.json')

refuseTheRest(protocol, 'protocol', unemulated.Protocol)
refuseTheRest(net, 'net', unemulated.Net)
refuseTheRest(ipcMain, 'ipcMain', unemulated.IpcMain)
refuseTheRest(dialog, 'dialog', unemulated.Dialog)

const electron = {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  screen,
  session: { defaultSession, fromPartition: Session.fromPartition },
  shell,
  webContents: WebContents,
}
for (const name of unemulated.modules) electron[name] = notEmulatedModule(name)

module.exports = electron
