'use strict'

const { EventEmitter } = require('node:events')
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const { app } = require('./app.cjs')
const { browser } = require('./browser.cjs')
const { makeEvent } = require('./event.cjs')
const { debug, tell } = require('./facts.cjs')
const { codec, ipcMain } = require('./ipc-main.cjs')
const { clickAccelerator } = require('./menu.cjs')
const { followTheme } = require('./native-theme.cjs')
const { acceptWithoutEffect, refuseProperties, refuseTheRest } = require('./not-emulated.cjs')
const { Page } = require('./page.cjs')
const { capturePage, printToPDF } = require('./page-output.cjs')
const { contents, focusedWindow, takeId } = require('./registry.cjs')
const { applyPermissions, defaultSession } = require('./session.cjs')
const unemulated = require('./unemulated-members.json')

const EDIT_COMMANDS = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll', 'unselect']

/** The frame that a message came from, as `event.senderFrame`. Only the main frame has a preload here. */
function describeMainFrame(url) {
  const { protocol, host } = url ? new URL(url) : { protocol: '', host: '' }
  const frame = {
    url,
    origin: `${protocol}//${host}`,
    routingId: 1,
    processId: 1,
    frameTreeNodeId: 1,
    parent: null,
  }
  return Object.assign(frame, { top: frame, name: '', detached: false, isDestroyed: () => false })
}

class WebContents extends EventEmitter {
  #url = ''
  #title = ''
  #loading = false
  #zoom = 1
  #destroyed = false
  #crashed = false
  #openHandler = null
  #window

  /**
   * @param {import('./browser-window.cjs').BrowserWindow} window
   * @param {{ width: number, height: number, preferences: object }} options
   */
  constructor(window, options) {
    super()
    this.id = takeId()
    this.#window = window
    this.session = defaultSession
    this.page = new Page(options)
    this.page.opened.catch((error) => this.#onNotOpened(error))
    contents.set(this.id, this)
    this.#listenToPage(options.preferences)
    followTheme(this.page)
    app.emit('web-contents-created', makeEvent(), this)
  }

  #listenToPage(preferences) {
    this.page.on('message', (message, contextId) => this.#receive(message, contextId))
    this.page.on('navigated', (url) => this.#onNavigated(url))
    this.page.on('navigated-in-page', (url) => {
      this.#url = url
      this.emit('did-navigate-in-page', makeEvent(), url, true)
    })
    this.page.on('dom-ready', () => this.emit('dom-ready', makeEvent()))
    this.page.on('load', () => this.#onLoad())
    this.page.on('unload-refused', (dialog) => this.#onUnloadRefused(dialog))
    this.page.on('navigation-request', (url, refuse) => {
      const event = makeEvent({ url, isMainFrame: true, isSameDocument: false })
      this.emit('will-navigate', event, url)
      if (event.defaultPrevented) refuse()
    })
    this.page.on('preload-error', (error) => this.#onPreloadError(preferences.preload, error))
    this.page.on('crashed', () => {
      this.#crashed = true
      this.emit('render-process-gone', makeEvent(), { reason: 'crashed', exitCode: 1 })
    })
    this.page.on('gone', () => this.#onGone())
  }

  #onNavigated(url) {
    this.#url = url
    this.#crashed = false
    applyPermissions(this, url)
    this.emit('did-navigate', makeEvent(), url, 200, 'OK')
  }

  #onLoad() {
    this.#loading = false
    this.emit('did-finish-load', makeEvent())
    this.emit('did-stop-loading', makeEvent())
    this.page.evaluate('document.title').then(
      (title) => this.#setTitle(title),
      () => {},
    )
  }

  #setTitle(title) {
    if (title === this.#title) return
    this.#title = title
    this.emit('page-title-updated', makeEvent(), title, true)
  }

  #onUnloadRefused(dialog) {
    const event = makeEvent()
    const decided = this.#window.mayUnload()
    if (decided === null) this.emit('will-prevent-unload', event)
    if (decided ?? event.defaultPrevented) return dialog.allow()
    this.#window.onCloseRefused()
    return dialog.refuse()
  }

  #onPreloadError(preload, error) {
    process.stderr.write(`Unable to load preload script: ${preload}\n${error.stack}\n`)
    // After the app had its chance to listen.
    setImmediate(() => this.emit('preload-error', makeEvent(), preload, error))
  }

  #onNotOpened(error) {
    if (browser.stopping) return
    tell(error.message)
    app.exit(1)
  }

  #onGone() {
    if (this.#destroyed) return
    this.#destroyed = true
    contents.delete(this.id)
    this.emit('destroyed')
  }

  #receive(message, contextId) {
    switch (message.kind) {
      case 'send':
      case 'invoke':
        return this.#receiveIpc(message, contextId)
      case 'open':
        return this.#askToOpen(message)
      case 'preload-error':
        return this.#onPreloadError(this.page.options.preferences.preload, new Error(message.message))
      case 'key':
        return clickAccelerator(message, this.#window)
      default:
        return this.#window.onPageEvent(message.kind)
    }
  }

  async #receiveIpc({ kind, id, channel, args }, contextId) {
    const event = makeEvent({
      type: 'frame',
      sender: this,
      senderFrame: describeMainFrame(this.#url),
      frameId: 1,
      processId: 1,
      ports: [],
      reply: (replyChannel, ...values) => this.send(replyChannel, ...values),
    })
    const values = codec.decode(args)
    if (kind === 'invoke') {
      const reply = await ipcMain.answerInvoke(channel, event, values)
      this.page.deliver({ kind: 'reply', id, ...reply }, contextId)
      return
    }
    this.emit('ipc-message', event, channel, ...values)
    ipcMain.emit(channel, event, ...values)
  }

  #askToOpen({ url, frameName, features }) {
    const details = {
      url,
      frameName,
      features,
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    }
    const answer = this.#openHandler?.(details) ?? { action: 'allow' }
    if (answer.action !== 'deny') {
      tell(`window.open(${url}) was not denied; windows that a page opens are not emulated, none was made`)
    }
  }

  send(channel, ...args) {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    this.page.deliver({ kind: 'message', channel, args: codec.encode(args) })
  }

  async loadURL(url) {
    this.#loading = true
    this.emit('did-start-loading', makeEvent())
    const finished = new Promise((resolve) => this.once('did-finish-load', resolve))
    const errorText = await this.page.navigate(url)
    if (!errorText) return finished
    this.#loading = false
    this.emit('did-fail-load', makeEvent(), -2, errorText, url, true)
    throw new Error(`${errorText} (-2) loading '${url}'`)
  }

  /** @param {string} file @param {{ hash?: string, query?: Record<string, string> }} [options] */
  loadFile(file, options = {}) {
    const url = pathToFileURL(path.resolve(app.getAppPath(), file))
    if (options.hash) url.hash = options.hash
    for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, value)
    return this.loadURL(url.href)
  }

  reload() {
    this.page.command('Page.reload')
  }

  setZoomFactor(factor) {
    if (!(factor > 0)) throw new TypeError("'zoomFactor' must be a double greater than 0.0")
    // Nothing is overridden that was never zoomed: a test may have set the size of its own accord.
    if (factor === this.#zoom) return
    this.#zoom = factor
    this.page.setZoom(factor).catch((error) => debug('setZoomFactor:', error.message))
  }

  getZoomFactor() {
    return this.#zoom
  }

  getURL() {
    return this.#url
  }

  getTitle() {
    return this.#title
  }

  getType() {
    return 'window'
  }

  getOSProcessId() {
    return browser.process.pid
  }

  isLoading() {
    return this.#loading
  }

  isDestroyed() {
    return this.#destroyed
  }

  isCrashed() {
    return this.#crashed
  }

  isFocused() {
    return this.#window.isFocused()
  }

  isDevToolsOpened() {
    return false
  }

  focus() {
    this.page.command('Page.bringToFront')
  }

  get mainFrame() {
    return { ...describeMainFrame(this.#url), executeJavaScript: (code) => this.executeJavaScript(code) }
  }

  executeJavaScript(code) {
    return this.page.evaluate(code)
  }

  async insertCSS(css) {
    const text = JSON.stringify(css)
    await this.page.evaluate(
      `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${text}); document.adoptedStyleSheets.push(sheet) }`,
    )
    return 'inserted-css'
  }

  printToPDF(options) {
    return printToPDF(this.page, options)
  }

  capturePage() {
    return capturePage(this.page)
  }

  setWindowOpenHandler(handler) {
    this.#openHandler = handler
  }

  /** @param {{ waitForBeforeUnload?: boolean }} [options] */
  close(options = {}) {
    this.page.close({ askPage: options.waitForBeforeUnload === true })
  }

  /** The window that shows these contents; BrowserWindow.fromWebContents asks for it. */
  get ownerWindow() {
    return this.#window
  }

  static getAllWebContents() {
    return [...contents.values()]
  }

  static fromId(id) {
    return contents.get(id)
  }

  static fromDevToolsTargetId(targetId) {
    return WebContents.getAllWebContents().find(({ page }) => page.targetId === targetId)
  }

  static getFocusedWebContents() {
    return focusedWindow()?.webContents ?? null
  }
}

for (const command of EDIT_COMMANDS) {
  WebContents.prototype[command] = function edit() {
    void this.page.evaluate(`document.execCommand('${command}')`).catch(() => {})
  }
}
acceptWithoutEffect(WebContents.prototype, ['openDevTools', 'closeDevTools', 'setBackgroundThrottling'])
WebContents.prototype.setVisualZoomLevelLimits = async () => {}
refuseProperties(WebContents.prototype, 'webContents', [
  'debugger',
  'devToolsWebContents',
  'ipc',
  'navigationHistory',
])
refuseTheRest(WebContents.prototype, 'webContents', unemulated.WebContents)

module.exports = { WebContents }
