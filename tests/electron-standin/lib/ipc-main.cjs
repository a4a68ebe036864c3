'use strict'

const { EventEmitter } = require('node:events')
const { makeCodec } = require('../world/codec.js')

const codec = makeCodec()

class IpcMain extends EventEmitter {
  #handlers = new Map()

  constructor() {
    super()
    // A renderer may send on a channel named "error", which an EventEmitter without a listener would throw.
    this.on('error', () => {})
  }

  handle(channel, handler) {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel, handler) {
    this.handle(channel, (...args) => {
      this.removeHandler(channel)
      return handler(...args)
    })
  }

  removeHandler(channel) {
    this.#handlers.delete(channel)
  }

  /**
   * Runs the handler of `channel`.
   * @returns {Promise<{ value: unknown } | { error: string }>} the reply as the renderer receives it
   */
  async answerInvoke(channel, event, args) {
    try {
      const handler = this.#handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      return { value: encodeResult(await handler(event, ...args)) }
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      return { error: error instanceof Error ? error.toString() : String(error) }
    }
  }
}

function encodeResult(value) {
  try {
    return codec.encode(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

module.exports = { ipcMain: new IpcMain(), codec }
