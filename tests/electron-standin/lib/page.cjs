'use strict'
// One page in Chromium, as WebContents needs it: opened, prepared with the two worlds' scripts, navigated, closed.

const { EventEmitter } = require('node:events')
const { randomBytes } = require('node:crypto')
const { browser } = require('./browser.cjs')
const { debug } = require('./facts.cjs')
const { injectedScripts } = require('./injected-scripts.cjs')
const { toAppUrl, toBrowserUrl } = require('./protocol.cjs')

const ISOLATED_WORLD = 'Electron Isolated Context'
const BINDING = '__standinSend'

/**
 * Emits: `message` (from the preload's world, with the id of its context), `navigated` (url), `dom-ready`, `load`,
 * `title`, `unload-refused` (an object with `allow()` and `refuse()`), `navigation-request` (url, refuse function),
 * `preload-error`, `crashed`, `gone`.
 */
class Page extends EventEmitter {
  /** @param {{ width: number, height: number, preferences: object }} options */
  constructor(options) {
    super()
    this.options = options
    this.targetId = null
    this.session = null
    /** The isolated world's execution context in the current document. */
    this.contextId = null
    /** What Chromium's own bars add to the content's size. */
    this.frame = { width: 0, height: 0 }
    /** Address that the page itself, not the app, asked to go to. */
    this.requestedByPage = null
    this.opened = this.open()
  }

  async open() {
    const { width, height } = this.options
    this.targetId = await browser.openPage({ width, height })
    this.watchTarget()
    const { sessionId } = await browser.cdp.send('Target.attachToTarget', {
      targetId: this.targetId,
      flatten: true,
    })
    this.session = browser.cdp.session(sessionId)
    this.listen()
    await Promise.all([this.prepareWorlds(), this.setContentSize(width, height)])
  }

  watchTarget() {
    const onDestroyed = (targetId) => {
      if (targetId !== this.targetId) return
      browser.off('target-destroyed', onDestroyed).off('target-crashed', onCrashed)
      this.contextId = null
      this.emit('gone')
    }
    const onCrashed = (targetId) => {
      if (targetId === this.targetId) this.emit('crashed')
    }
    browser.on('target-destroyed', onDestroyed).on('target-crashed', onCrashed)
  }

  prepareWorlds() {
    const scripts = injectedScripts(this.options.preferences, `bridge-${randomBytes(12).toString('hex')}`)
    if (scripts.preloadError) this.emit('preload-error', scripts.preloadError)
    const atDocumentStart = 'Page.addScriptToEvaluateOnNewDocument'
    return Promise.all([
      this.session.send('Page.enable'),
      this.session.send('Runtime.enable'),
      this.session.send('Fetch.enable', {
        patterns: [{ resourceType: 'Document', requestStage: 'Request' }],
      }),
      this.session.send('Runtime.addBinding', { name: BINDING, executionContextName: ISOLATED_WORLD }),
      // The page's side of the bridge must listen before the preload exposes anything.
      this.session.send(atDocumentStart, { source: scripts.pageWorld }),
      this.session.send(atDocumentStart, { source: scripts.isolatedWorld, worldName: ISOLATED_WORLD }),
    ])
  }

  listen() {
    const { session, targetId } = this
    session.on('Runtime.executionContextCreated', ({ context }) => {
      // A main frame's id is its target's id.
      if (context.name === ISOLATED_WORLD && context.auxData?.frameId === targetId)
        this.contextId = context.id
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.contextId === executionContextId) this.contextId = null
    })
    session.on('Runtime.executionContextsCleared', () => {
      this.contextId = null
    })
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING) this.emit('message', JSON.parse(payload), executionContextId)
    })
    session.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) this.emit('navigated', toAppUrl(frame.url + (frame.urlFragment ?? '')))
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === targetId) this.emit('navigated-in-page', toAppUrl(url))
    })
    session.on('Page.domContentEventFired', () => this.emit('dom-ready'))
    session.on('Page.loadEventFired', () => this.emit('load'))
    session.on('Page.javascriptDialogOpening', ({ type }) => this.onDialog(type))
    session.on('Page.frameRequestedNavigation', (request) => this.onPageAsksToNavigate(request))
    session.on('Fetch.requestPaused', (request) => this.onDocumentRequest(request))
  }

  onDialog(type) {
    if (type !== 'beforeunload') return
    const answer = (accept) => this.session.send('Page.handleJavaScriptDialog', { accept }).catch(() => {})
    this.emit('unload-refused', { allow: () => answer(true), refuse: () => answer(false) })
  }

  // Electron reports `will-navigate` for what the page asks for, never for loadURL, reload or a test's page.goto.
  onPageAsksToNavigate({ frameId, reason, disposition, url }) {
    if (frameId === this.targetId && reason !== 'reload' && disposition === 'currentTab')
      this.requestedByPage = url
  }

  onDocumentRequest({ requestId, frameId, request }) {
    let refused = false
    if (frameId === this.targetId && this.requestedByPage === request.url) {
      this.requestedByPage = null
      this.emit('navigation-request', toAppUrl(request.url), () => {
        refused = true
      })
    }
    const answer = refused
      ? this.session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : this.session.send('Fetch.continueRequest', { requestId })
    answer.catch(() => {})
  }

  /** @returns {Promise<string | undefined>} Chromium's error, such as `net::ERR_ABORTED` */
  async navigate(url) {
    await this.opened
    const { errorText } = await this.session.send('Page.navigate', { url: toBrowserUrl(url) })
    return errorText
  }

  /** Sends a message to the preload's world; without a document there it is lost, as in Electron. */
  deliver(message, contextId = this.contextId) {
    if (contextId === null) {
      debug('message dropped, no document:', message.channel ?? message.kind)
      return
    }
    this.session
      .send('Runtime.callFunctionOn', {
        executionContextId: contextId,
        functionDeclaration: 'function (text) { globalThis.__standinReceive(text) }',
        arguments: [{ value: JSON.stringify(message) }],
      })
      .catch((error) => debug('message not delivered:', error.message))
  }

  /** Runs code in the page's own world. */
  async evaluate(expression) {
    await this.opened
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** Starts a command whose failure does not matter to the caller, such as bringing a closing window to the front. */
  command(method, parameters) {
    this.opened
      .then(() => this.session.send(method, parameters))
      .catch((error) => debug(method, 'failed:', error.message))
  }

  async setContentSize(width, height) {
    const { windowId } = await browser.windowOf(this.targetId)
    await browser.cdp
      .send('Browser.setContentsSize', { windowId, width, height })
      .catch((error) => debug('setContentsSize:', error.message))
    const { bounds } = await browser.windowOf(this.targetId)
    this.frame = { width: Math.max(0, bounds.width - width), height: Math.max(0, bounds.height - height) }
  }

  /** @param {object} bounds see the protocol's `Browser.Bounds`; width and height are the content's */
  async setWindowBounds(bounds) {
    await this.opened
    const { windowId } = await browser.windowOf(this.targetId)
    const outer = { ...bounds }
    if (bounds.width !== undefined) outer.width = bounds.width + this.frame.width
    if (bounds.height !== undefined) outer.height = bounds.height + this.frame.height
    await browser.cdp.send('Browser.setWindowBounds', { windowId, bounds: outer })
  }

  /** The page laid out in so much less room, and drawn so much larger; a window resized later keeps that room. */
  async setZoom(factor) {
    await this.opened
    if (factor === 1) {
      await this.session.send('Emulation.clearDeviceMetricsOverride')
      return
    }
    const bounds = await this.windowBounds()
    const [width, height] = [bounds.width, bounds.height].map((length) => Math.round(length / factor))
    await this.session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: factor,
      mobile: false,
    })
  }

  /** The window's state, its place and its content's size. */
  async windowBounds() {
    await this.opened
    const { bounds } = await browser.windowOf(this.targetId)
    return { ...bounds, width: bounds.width - this.frame.width, height: bounds.height - this.frame.height }
  }

  /** @param {{ askPage: boolean }} options `askPage`: let the page refuse with `beforeunload` */
  close({ askPage }) {
    this.opened
      .then(() => (askPage ? this.session.send('Page.close') : browser.closePage(this.targetId)))
      .catch((error) => debug('close:', error.message))
  }
}

module.exports = { Page }
