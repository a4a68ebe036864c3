'use strict'
// The Chrome DevTools protocol over a pair of pipes: JSON messages, each ended by a NUL byte, flat sessions.

const { EventEmitter } = require('node:events')

/**
 * Cuts a byte stream into messages at NUL bytes.
 * @param {(text: string) => void} onMessage
 * @returns {(chunk: Buffer) => void} feed it the chunks as they arrive
 */
function splitAtNul(onMessage) {
  let pieces = []
  return (chunk) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      pieces.push(chunk.subarray(start, end))
      onMessage(Buffer.concat(pieces).toString('utf8'))
      pieces = []
      start = end + 1
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start))
  }
}

/** One attached target. Emits the protocol's events by name. */
class CdpSession extends EventEmitter {
  constructor(connection, id) {
    super()
    this.setMaxListeners(0)
    this.connection = connection
    this.id = id
  }

  send(method, params = {}) {
    return this.connection.send(method, params, this.id)
  }
}

/** The connection to the browser. Emits the browser's own events by name, and `close`. */
class CdpConnection extends EventEmitter {
  /**
   * @param {NodeJS.WritableStream} toBrowser
   * @param {NodeJS.ReadableStream} fromBrowser
   */
  constructor(toBrowser, fromBrowser) {
    super()
    this.toBrowser = toBrowser
    this.lastId = 0
    this.waiting = new Map()
    this.sessions = new Map()
    this.closed = false
    fromBrowser.on(
      'data',
      splitAtNul((text) => this.receive(JSON.parse(text))),
    )
    const end = () => this.end()
    fromBrowser.on('close', end).on('error', end)
    toBrowser.on('error', end)
  }

  /** @returns {Promise<any>} the reply's result; rejects with `<method>: <message>` */
  send(method, params = {}, sessionId = undefined) {
    if (this.closed) return Promise.reject(new Error(`${method}: the browser is gone`))
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, method })
      this.toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** @param {string} id as `Target.attachToTarget` gave it */
  session(id) {
    const session = new CdpSession(this, id)
    this.sessions.set(id, session)
    return session
  }

  receive(message) {
    if (message.id) this.settle(message)
    else
      (message.sessionId ? this.sessions.get(message.sessionId) : this)?.emit(message.method, message.params)
  }

  settle({ id, error, result }) {
    const call = this.waiting.get(id)
    this.waiting.delete(id)
    if (!call) return
    if (error) call.reject(new Error(`${call.method}: ${error.message}`))
    else call.resolve(result)
  }

  end() {
    if (this.closed) return
    this.closed = true
    for (const { reject, method } of this.waiting.values())
      reject(new Error(`${method}: the browser is gone`))
    this.waiting.clear()
    this.emit('close')
  }
}

module.exports = { CdpConnection, splitAtNul }
