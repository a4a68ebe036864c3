'use strict'
// contextBridge between two worlds of one document. The worlds share the DOM and nothing else, so messages travel as
// CustomEvents, whose `detail` the browser clones from one world into the other. Dispatching is synchronous, so a
// call returns its value as in Electron.

/**
 * @param {object} options
 * @param {EventTarget} options.target shared by both sides
 * @param {string} options.token secret prefix of the event names, so that the page cannot speak on the bridge
 * @param {string} options.sends name of the direction this side sends on
 * @param {string} options.receives name of the direction this side listens to
 */
function makeBridge({ target, token, sends, receives }) {
  // Taken now: the page may replace them later.
  const dispatch = target.dispatchEvent.bind(target)
  const Message = CustomEvent
  const MAX_DEPTH = 1000

  const functions = []
  const functionIds = new WeakMap()
  const promises = new Map()
  const pendingReplies = []
  let promiseCount = 0
  let onMessage = () => {}

  const send = (message) => dispatch(new Message(`${token}:${sends}`, { detail: message }))

  function idOfFunction(value) {
    if (!functionIds.has(value)) functionIds.set(value, functions.push(value) - 1)
    return functionIds.get(value)
  }

  function watchPromise(promise) {
    const id = `${sends}${++promiseCount}`
    promise.then(
      (value) => send({ kind: 'resolve', id, value: wrap(value) }),
      (error) => send({ kind: 'reject', id, value: wrap(error) }),
    )
    return id
  }

  const isPlainObject = (value) =>
    Object.getPrototypeOf(value) === null || Object.prototype.toString.call(value) === '[object Object]'

  /** Functions become numbers, promises names; the rest is cloned. */
  function wrap(value, depth = 0) {
    if (depth > MAX_DEPTH) {
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      )
    }
    if (typeof value === 'function') return ['function', idOfFunction(value)]
    if (typeof value === 'symbol') throw new TypeError('Unsupported type: symbol')
    if (value === null || typeof value !== 'object') return ['value', value]
    if (value instanceof Promise) return ['promise', watchPromise(value)]
    if (Array.isArray(value)) return ['array', value.map((item) => wrap(item, depth + 1))]
    if (value instanceof Error) return ['error', value.message]
    if (!isPlainObject(value)) return ['value', value]
    return ['object', Object.keys(value).map((key) => [key, wrap(value[key], depth + 1)])]
  }

  function unwrap([kind, content], frozen = false) {
    const finish = (value) => (frozen ? Object.freeze(value) : value)
    switch (kind) {
      case 'value':
        return content
      case 'array':
        return finish(content.map((item) => unwrap(item, frozen)))
      case 'object':
        return finish(Object.fromEntries(content.map(([key, item]) => [key, unwrap(item, frozen)])))
      case 'error':
        return new Error(content)
      case 'function':
        return (...args) => call(content, args)
      case 'promise':
        return new Promise((resolve, reject) => promises.set(content, { resolve, reject }))
    }
  }

  function call(id, args) {
    let reply = null
    pendingReplies.push((message) => {
      reply = message
    })
    try {
      send({ kind: 'call', id, args: args.map((argument) => wrap(argument)) })
    } finally {
      pendingReplies.pop()
    }
    if (!reply) throw new Error('contextBridge: the other side did not answer')
    if (reply.error) throw unwrap(reply.error)
    return unwrap(reply.value)
  }

  function answerCall({ id, args }) {
    try {
      send({ kind: 'return', value: wrap(functions[id](...args.map((argument) => unwrap(argument)))) })
    } catch (error) {
      send({ kind: 'return', error: wrap(error instanceof Error ? error : new Error(String(error))) })
    }
  }

  function settlePromise({ kind, id, value }) {
    const promise = promises.get(id)
    promises.delete(id)
    promise?.[kind](unwrap(value))
  }

  function receive(event) {
    event.stopImmediatePropagation()
    const message = event.detail
    if (message.kind === 'call') answerCall(message)
    else if (message.kind === 'return') pendingReplies.at(-1)?.(message)
    else if (message.kind === 'resolve' || message.kind === 'reject') settlePromise(message)
    else onMessage(message)
  }

  target.addEventListener(`${token}:${receives}`, receive, true)
  return {
    send,
    wrap,
    unwrap,
    /** @param {(message: object) => void} listener for messages that are not part of the bridge itself */
    onMessage(listener) {
      onMessage = listener
    },
  }
}

if (typeof module !== 'undefined') module.exports = { makeBridge }
