'use strict'
// The one Chromium behind the app: started before `ready`, asked for a page per BrowserWindow.

const { EventEmitter } = require('node:events')
const { randomBytes } = require('node:crypto')
const { CdpConnection } = require('./cdp.cjs')
const { ChromiumProcess } = require('./chromium-process.cjs')
const { findChromium, noChromiumMessage } = require('./chromium-path.cjs')
const { hasDisplay } = require('./facts.cjs')

const WINDOW_TIMEOUT_MS = 10_000

/** An address that opens an app window and tells that window from all others. */
const blankAppPage = () => `data:text/html;window=${randomBytes(6).toString('hex')},`

/**
 * Emits `exit` when Chromium ends by itself, and `target-destroyed` and `target-crashed` with a target id.
 */
class Browser extends EventEmitter {
  constructor() {
    super()
    this.setMaxListeners(0)
    this.stopping = false
    this.process = null
    this.cdp = null
    /** The app window that Chromium opened at its start and no BrowserWindow has taken yet. */
    this.firstPage = null
  }

  async start() {
    const binary = findChromium()
    if (!binary) throw new Error(noChromiumMessage())
    this.firstPage = hasDisplay ? blankAppPage() : null
    this.process = new ChromiumProcess(binary, this.firstPage)
    const { toBrowser, fromBrowser } = this.process.pipes
    this.cdp = new CdpConnection(toBrowser, fromBrowser)
    this.cdp.on('Target.targetDestroyed', ({ targetId }) => this.emit('target-destroyed', targetId))
    this.cdp.on('Target.targetCrashed', ({ targetId }) => this.emit('target-crashed', targetId))
    await this.cdp
      .send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] })
      .catch(() => {
        throw new Error(`${binary} ended before it answered; run with STANDIN_DEBUG=1 to read what it says`)
      })
    void this.process.exited.then(() => {
      if (!this.stopping) this.emit('exit')
    })
  }

  /**
   * A new page in a window of its own.
   * @param {{ width: number, height: number }} size
   * @returns {Promise<string>} its target id
   */
  async openPage(size) {
    if (hasDisplay) return this.openAppPage()
    const { targetId } = await this.cdp.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    })
    return targetId
  }

  async openAppPage() {
    const address = this.firstPage ?? blankAppPage()
    const isFirst = this.firstPage !== null
    this.firstPage = null
    const found = this.waitForPage(address)
    if (!isFirst) this.process.openAppWindow(address)
    return found
  }

  /** Resolves with the target that shows `address`, now or soon. */
  waitForPage(address) {
    return new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => {
        reject(new Error(`Chromium opened no window within ${WINDOW_TIMEOUT_MS / 1000} s`))
      }, WINDOW_TIMEOUT_MS)
      const look = ({ targetInfo }) => {
        if (targetInfo.url !== address) return
        clearTimeout(tooLate)
        this.cdp.off('Target.targetCreated', look).off('Target.targetInfoChanged', look)
        resolve(targetInfo.targetId)
      }
      this.cdp.on('Target.targetCreated', look).on('Target.targetInfoChanged', look)
      this.cdp
        .send('Target.getTargets')
        .then(({ targetInfos }) => targetInfos.forEach((targetInfo) => void look({ targetInfo })))
        .catch(reject)
    })
  }

  closePage(targetId) {
    return this.cdp.send('Target.closeTarget', { targetId })
  }

  /** @param {string} targetId @returns {Promise<{ windowId: number, bounds: object }>} */
  windowOf(targetId) {
    return this.cdp.send('Browser.getWindowForTarget', { targetId })
  }

  async stop() {
    this.stopping = true
    await this.process?.stop()
  }
}

module.exports = { browser: new Browser() }
