'use strict'

const { EventEmitter } = require('node:events')
const { getPath, setPath } = require('./app-paths.cjs')
const { browser } = require('./browser.cjs')
const { makeEvent } = require('./event.cjs')
const { switches, tell } = require('./facts.cjs')
const { acceptWithoutEffect, refuseTheRest } = require('./not-emulated.cjs')
const { refuseSchemesAfter, startSchemeServer } = require('./protocol.cjs')
const { openWindows, windows } = require('./registry.cjs')
const { requestLock } = require('./single-instance.cjs')
const unemulated = require('./unemulated-members.json')

/** `zh-CN` for `zh_CN.UTF-8`. */
function systemLocale() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  const name = (LC_ALL || LC_MESSAGES || LANG || '').split(/[.@]/)[0]
  return name && name !== 'C' && name !== 'POSIX' ? name.replace('_', '-') : 'en-US'
}

const commandLine = {
  appendSwitch: (name, value = '') => void switches.set(name, String(value)),
  removeSwitch: (name) => void switches.delete(name),
  hasSwitch: (name) => switches.has(name),
  getSwitchValue: (name) => switches.get(name) ?? '',
}
refuseTheRest(commandLine, 'app.commandLine', unemulated.CommandLine)

class App extends EventEmitter {
  isPackaged = false
  name = 'Electron'
  commandLine = commandLine

  #root = process.cwd()
  #package = {}
  #ready = false
  #quitting = false
  #exiting = false
  #releaseLock = null
  #markReady
  #whenReady = new Promise((resolve) => {
    this.#markReady = resolve
  })

  constructor() {
    super()
    refuseSchemesAfter(() => this.#ready)
    browser.on('exit', () => this.#onBrowserExit())
  }

  /** Called by the launcher before the app's main module is loaded. */
  describe(root, packageJson) {
    this.#root = root
    this.#package = packageJson
    this.name = packageJson.productName || packageJson.name || 'Electron'
  }

  /** Called by the launcher after the app's main module is loaded: starts Chromium and reports `ready`. */
  async start() {
    if (this.#exiting || this.#quitting) return
    await startSchemeServer()
    await browser.start()
    this.emit('will-finish-launching')
    // Through the property: Playwright's loader replaces `emit` to hold back this one event.
    this.emit('ready', makeEvent(), {})
    this.#ready = true
    this.#markReady()
  }

  get isQuitting() {
    return this.#quitting
  }

  isReady() {
    return this.#ready
  }

  whenReady() {
    return this.#whenReady
  }

  quit() {
    if (this.#quitting || this.#exiting) return
    const event = makeEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#quitting = true
    if (windows.size === 0) this.#finishQuit()
    else for (const window of openWindows()) window.close()
  }

  /** A window refused to close: the app stays. */
  cancelQuit() {
    this.#quitting = false
  }

  /** To be called after each window that is gone. */
  onWindowClosed() {
    if (windows.size > 0 || this.#exiting) return
    if (this.#quitting) this.#finishQuit()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  #finishQuit() {
    const event = makeEvent()
    this.emit('will-quit', event)
    if (event.defaultPrevented) this.#quitting = false
    else this.exit(0)
  }

  exit(code = 0) {
    if (this.#exiting) return
    this.#exiting = true
    this.emit('quit', makeEvent(), code)
    this.releaseSingleInstanceLock()
    void browser.stop().finally(() => process.exit(code))
  }

  #onBrowserExit() {
    // With a display Chromium ends after its last window; that is the app's normal end.
    const unexpected = windows.size > 0
    if (unexpected) tell('Chromium ended unexpectedly')
    this.exit(unexpected ? 1 : 0)
  }

  requestSingleInstanceLock(additionalData) {
    if (this.#releaseLock) return true
    this.#releaseLock = requestLock(this.getPath('userData'), additionalData, ({ argv, cwd, extra }) => {
      void this.#whenReady.then(() => this.emit('second-instance', makeEvent(), argv, cwd, extra))
    })
    return this.#releaseLock !== null
  }

  hasSingleInstanceLock() {
    return this.#releaseLock !== null
  }

  releaseSingleInstanceLock() {
    this.#releaseLock?.()
    this.#releaseLock = null
  }

  getName() {
    return this.name
  }

  setName(name) {
    this.name = name
  }

  getVersion() {
    return this.#package.version ?? '0.0.0'
  }

  getAppPath() {
    return this.#root
  }

  getPath(name) {
    return getPath(name, this.name)
  }

  setPath(name, value) {
    setPath(name, value)
  }

  getLocale() {
    return switches.get('lang') || systemLocale()
  }

  getSystemLocale() {
    return systemLocale()
  }

  getLocaleCountryCode() {
    return systemLocale().split('-')[1] ?? ''
  }

  getPreferredSystemLanguages() {
    return [systemLocale()]
  }
}

acceptWithoutEffect(App.prototype, [
  'focus',
  'hide',
  'show',
  'setAppUserModelId',
  'setDesktopName',
  'addRecentDocument',
  'clearRecentDocuments',
  'setAboutPanelOptions',
  'enableSandbox',
  'disableHardwareAcceleration',
  'setJumpList',
])
refuseTheRest(App.prototype, 'app', unemulated.App)

module.exports = { app: new App() }
