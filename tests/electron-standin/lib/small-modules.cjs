'use strict'
// Modules of which an app needs little: a clipboard of this process only, one fixed display, no global shortcuts.

const { EventEmitter } = require('node:events')
const { refuseTheRest } = require('./not-emulated.cjs')
const unemulated = require('./unemulated-members.json')

let clipboardText = ''
const clipboard = {
  readText: () => clipboardText,
  writeText(text) {
    clipboardText = String(text)
  },
  clear() {
    clipboardText = ''
  },
}
refuseTheRest(clipboard, 'clipboard', unemulated.Clipboard)

const DISPLAY_SIZE = { width: 1280, height: 1024 }
const DISPLAY = {
  id: 1,
  label: 'stand-in',
  scaleFactor: 1,
  rotation: 0,
  bounds: { x: 0, y: 0, ...DISPLAY_SIZE },
  workArea: { x: 0, y: 0, ...DISPLAY_SIZE },
  size: DISPLAY_SIZE,
  workAreaSize: DISPLAY_SIZE,
}
const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => DISPLAY,
  getAllDisplays: () => [DISPLAY],
  getDisplayMatching: () => DISPLAY,
  getDisplayNearestPoint: () => DISPLAY,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
})
refuseTheRest(screen, 'screen', unemulated.Screen)

/** Never fires; an app that asks after registering learns that it does not have the key. */
const globalShortcut = {
  register: () => false,
  isRegistered: () => false,
  unregister() {},
  unregisterAll() {},
}
refuseTheRest(globalShortcut, 'globalShortcut', unemulated.GlobalShortcut)

/** Never reports anything. */
const powerMonitor = new EventEmitter()
refuseTheRest(powerMonitor, 'powerMonitor', unemulated.PowerMonitor)

const crashReporter = { start() {} }
refuseTheRest(crashReporter, 'crashReporter', unemulated.CrashReporter)

module.exports = { clipboard, screen, globalShortcut, powerMonitor, crashReporter }
