'use strict'

const { EventEmitter } = require('node:events')
const path = require('node:path')
const { app } = require('./app.cjs')
const { makeEvent } = require('./event.cjs')
const { debug, isInteractive } = require('./facts.cjs')
const { NotEmulatedError, acceptWithoutEffect, refuseTheRest } = require('./not-emulated.cjs')
const { focusedWindow, openWindows, setFocusedWindow, windows } = require('./registry.cjs')
const { WebContents } = require('./web-contents.cjs')
const unemulated = require('./unemulated-members.json')

const DEFAULT_SIZE = { width: 800, height: 600 }

function checkPreferences(preferences) {
  const weakened =
    preferences.sandbox === false ||
    preferences.contextIsolation === false ||
    preferences.nodeIntegration === true
  if (weakened)
    throw new NotEmulatedError('a window without sandbox, with nodeIntegration or without contextIsolation')
  if (preferences.webviewTag) throw new NotEmulatedError('webPreferences.webviewTag')
  if (preferences.preload && !path.isAbsolute(preferences.preload)) {
    throw new Error(`preload script must have absolute path: ${preferences.preload}`)
  }
}

class BrowserWindow extends EventEmitter {
  #bounds
  /** How often the app has set the bounds. */
  #boundsAsked = 0
  #minimum
  #visible
  #title
  #state = 'normal'
  #menu = null
  #edited = false
  #representedFile = ''
  #destroyed = false
  #closing = false
  #readyToShow = false

  constructor(options = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const preferences = options.webPreferences ?? {}
    checkPreferences(preferences)
    const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = options
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width, height }
    this.#minimum = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 }
    this.#visible = options.show !== false
    this.#title = options.title ?? app.name
    this.webContents = new WebContents(this, { width, height, preferences })
    this.id = this.webContents.id
    windows.set(this.id, this)
    this.#followContents()
    if (this.#visible) this.#takeFocus()
    app.emit('browser-window-created', makeEvent(), this)
  }

  #followContents() {
    this.webContents.on('did-finish-load', () => this.#reportReadyToShow())
    this.webContents.on('destroyed', () => this.#onContentsDestroyed())
    this.webContents.on('page-title-updated', (event, title, explicit) => {
      this.emit('page-title-updated', event, title, explicit)
      if (!event.defaultPrevented) this.#title = title
    })
  }

  #reportReadyToShow() {
    if (this.#readyToShow) return
    this.#readyToShow = true
    this.emit('ready-to-show', makeEvent())
  }

  loadURL(url, options) {
    return this.webContents.loadURL(url, options)
  }

  loadFile(file, options) {
    return this.webContents.loadFile(file, options)
  }

  reload() {
    this.webContents.reload()
  }

  capturePage() {
    return this.webContents.capturePage()
  }

  // ---- closing

  close() {
    if (this.#destroyed || !this.#mayClose()) return
    this.webContents.close({ waitForBeforeUnload: true })
  }

  /** Asks the app with the `close` event. */
  #mayClose() {
    const event = makeEvent()
    this.emit('close', event)
    if (event.defaultPrevented) app.cancelQuit()
    else this.#closing = true
    return !event.defaultPrevented
  }

  destroy() {
    if (!this.#destroyed) this.webContents.close()
  }

  /**
   * The page wants to hold its window back. For a person at the window every page does (see world/preload-world.js),
   * which is the only moment to ask the app before the window manager's close button has its way.
   * @returns {boolean | null} whether the document may go; null leaves the decision to `will-prevent-unload`
   */
  mayUnload() {
    if (!isInteractive) return null
    return this.#closing || this.webContents.isLoading() || this.#mayClose()
  }

  /** The page held the window back: it stays, and so does the app. */
  onCloseRefused() {
    this.#closing = false
    app.cancelQuit()
  }

  #onContentsDestroyed() {
    if (this.#destroyed) return
    this.#destroyed = true
    const hadFocus = focusedWindow() === this
    windows.delete(this.id)
    if (hadFocus) setFocusedWindow(openWindows().at(-1) ?? null)
    this.emit('closed', makeEvent())
    app.onWindowClosed()
  }

  isDestroyed() {
    return this.#destroyed
  }

  // ---- visibility and focus

  show() {
    this.showInactive()
    this.focus()
  }

  showInactive() {
    if (this.#visible) return
    this.#visible = true
    this.emit('show', makeEvent())
  }

  hide() {
    if (!this.#visible) return
    this.#visible = false
    this.emit('hide', makeEvent())
    this.blur()
  }

  isVisible() {
    return this.#visible
  }

  focus() {
    this.webContents.focus()
    this.#takeFocus()
  }

  #takeFocus() {
    const before = setFocusedWindow(this)
    if (before === this) return
    before?.reportBlur()
    this.emit('focus', makeEvent())
    app.emit('browser-window-focus', makeEvent(), this)
  }

  blur() {
    if (focusedWindow() !== this) return
    setFocusedWindow(null)
    this.reportBlur()
  }

  reportBlur() {
    this.emit('blur', makeEvent())
    app.emit('browser-window-blur', makeEvent(), this)
  }

  isFocused() {
    return focusedWindow() === this
  }

  // ---- size and state

  /** @param {'resized' | 'focus' | 'blur'} kind what the page noticed */
  onPageEvent(kind) {
    if (kind === 'focus') this.#takeFocus()
    else if (kind === 'blur') this.blur()
    else void this.#readBounds()
  }

  /** Takes size and state over from Chromium and reports what changed. */
  async #readBounds() {
    const asked = this.#boundsAsked
    try {
      const { left, top, width, height, windowState } = await this.webContents.page.windowBounds()
      // The app has asked for other bounds in the meantime: what was read is out of date.
      if (asked !== this.#boundsAsked) return
      const before = this.#bounds
      this.#bounds = { x: left ?? before.x, y: top ?? before.y, width, height }
      this.#changeState(windowState)
      if (width !== before.width || height !== before.height) this.emit('resize', makeEvent())
      if (this.#bounds.x !== before.x || this.#bounds.y !== before.y) this.emit('move', makeEvent())
    } catch (error) {
      debug('bounds:', error.message)
    }
  }

  #changeState(state) {
    const before = this.#state
    if (state === before) return
    this.#state = state
    const left = { maximized: 'unmaximize', minimized: 'restore', fullscreen: 'leave-full-screen' }[before]
    const entered = { maximized: 'maximize', minimized: 'minimize', fullscreen: 'enter-full-screen' }[state]
    if (left) this.emit(left, makeEvent())
    if (entered) this.emit(entered, makeEvent())
  }

  async #requestState(windowState) {
    try {
      // Chromium goes from one special state to another only by way of the normal one.
      if (this.#state !== 'normal' && windowState !== 'normal') {
        await this.webContents.page.setWindowBounds({ windowState: 'normal' })
      }
      await this.webContents.page.setWindowBounds({ windowState })
      this.#changeState(windowState)
      await this.#readBounds()
    } catch (error) {
      debug('window state:', error.message)
    }
  }

  maximize() {
    void this.#requestState('maximized')
  }

  unmaximize() {
    if (this.#state === 'maximized') void this.#requestState('normal')
  }

  isMaximized() {
    return this.#state === 'maximized'
  }

  minimize() {
    void this.#requestState('minimized')
  }

  restore() {
    if (this.#state !== 'normal') void this.#requestState('normal')
  }

  isMinimized() {
    return this.#state === 'minimized'
  }

  setFullScreen(on) {
    if (on !== this.isFullScreen()) void this.#requestState(on ? 'fullscreen' : 'normal')
  }

  isFullScreen() {
    return this.#state === 'fullscreen'
  }

  isNormal() {
    return this.#state === 'normal'
  }

  getBounds() {
    return { ...this.#bounds }
  }

  getContentBounds() {
    return this.getBounds()
  }

  getNormalBounds() {
    return this.getBounds()
  }

  getSize() {
    return [this.#bounds.width, this.#bounds.height]
  }

  getContentSize() {
    return this.getSize()
  }

  getPosition() {
    return [this.#bounds.x, this.#bounds.y]
  }

  getMinimumSize() {
    return [this.#minimum.width, this.#minimum.height]
  }

  setMinimumSize(width, height) {
    this.#minimum = { width, height }
  }

  setBounds(bounds) {
    const wanted = { ...this.#bounds, ...bounds }
    this.#boundsAsked += 1
    const width = Math.max(wanted.width, this.#minimum.width)
    const height = Math.max(wanted.height, this.#minimum.height)
    this.#bounds = { x: wanted.x, y: wanted.y, width, height }
    this.webContents.page
      .setWindowBounds({ left: wanted.x, top: wanted.y, width, height })
      .catch((error) => debug('setBounds:', error.message))
    this.emit('resize', makeEvent())
  }

  setSize(width, height) {
    this.setBounds({ width, height })
  }

  setContentSize(width, height) {
    this.setSize(width, height)
  }

  setPosition(x, y) {
    this.setBounds({ x, y })
  }

  // ---- title, document, menu

  setTitle(title) {
    this.#title = title
  }

  getTitle() {
    return this.#title
  }

  setDocumentEdited(edited) {
    this.#edited = edited
  }

  isDocumentEdited() {
    return this.#edited
  }

  setRepresentedFilename(file) {
    this.#representedFile = file
  }

  getRepresentedFilename() {
    return this.#representedFile
  }

  setMenu(menu) {
    this.#menu = menu
  }

  removeMenu() {
    this.#menu = null
  }

  /** The menu given with `setMenu`; on Linux it takes the place of the application menu. */
  get ownMenu() {
    return this.#menu
  }

  static getAllWindows() {
    return openWindows()
  }

  static getFocusedWindow() {
    const window = focusedWindow()
    return window?.isVisible() ? window : null
  }

  static fromWebContents(contents) {
    const window = contents?.ownerWindow
    return window && windows.has(window.id) ? window : null
  }

  static fromId(id) {
    return windows.get(id) ?? null
  }
}

acceptWithoutEffect(BrowserWindow.prototype, [
  'center',
  'moveTop',
  'setAlwaysOnTop',
  'setAutoHideMenuBar',
  'setBackgroundColor',
  'setIcon',
  'setMaximizable',
  'setMenuBarVisibility',
  'setMinimizable',
  'setProgressBar',
  'setResizable',
  'setTitleBarOverlay',
  'flashFrame',
])
refuseTheRest(BrowserWindow.prototype, 'BrowserWindow', unemulated.BrowserWindow)

module.exports = { BrowserWindow }
