'use strict'
// The modules that a sandboxed preload may require, as far as they are emulated.

class WorldEventEmitter {
  #listeners = new Map()

  on(name, listener) {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
    return this
  }
  addListener(name, listener) {
    return this.on(name, listener)
  }
  once(name, listener) {
    const wrapper = (...args) => {
      this.off(name, wrapper)
      listener.apply(this, args)
    }
    wrapper.listener = listener
    return this.on(name, wrapper)
  }
  off(name, listener) {
    const list = this.#listeners.get(name) ?? []
    const index = list.findLastIndex((entry) => entry === listener || entry.listener === listener)
    if (index >= 0) this.#listeners.set(name, list.toSpliced(index, 1))
    return this
  }
  removeListener(name, listener) {
    return this.off(name, listener)
  }
  removeAllListeners(name) {
    if (name === undefined) this.#listeners.clear()
    else this.#listeners.delete(name)
    return this
  }
  listenerCount(name) {
    return (this.#listeners.get(name) ?? []).length
  }
  emit(name, ...args) {
    const list = this.#listeners.get(name) ?? []
    for (const listener of list) listener.apply(this, args)
    return list.length > 0
  }
}

const notEmulatedInPreload = (what) => () => {
  throw new Error(`stand-in: ${what} is not emulated`)
}

/** @returns an object whose listed members throw */
function throwingMembers(owner, names) {
  return Object.fromEntries(names.map((name) => [name, notEmulatedInPreload(`${owner}.${name}`)]))
}

/**
 * `ipcRenderer`, and `receive` for what the main process sends.
 * @param {{ encode: Function, decode: Function }} codec
 * @param {(message: object) => void} post to the main process
 */
// biome-ignore lint/correctness/noUnusedVariables: used by the scripts that are joined with this one
function makeIpcRenderer(codec, post) {
  const waiting = new Map()
  let lastId = 0

  function encodeArguments(args) {
    try {
      return codec.encode(args)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  const ipcRenderer = Object.assign(new WorldEventEmitter(), {
    send(channel, ...args) {
      post({ kind: 'send', channel, args: encodeArguments(args) })
    },
    async invoke(channel, ...args) {
      const encoded = encodeArguments(args)
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, channel })
        post({ kind: 'invoke', id, channel, args: encoded })
      })
    },
    ...throwingMembers('ipcRenderer', ['sendSync', 'postMessage', 'sendToHost']),
  })

  function receiveReply({ id, error, value }) {
    const call = waiting.get(id)
    waiting.delete(id)
    if (!call) return
    if (error === undefined) call.resolve(codec.decode(value))
    else call.reject(new Error(`Error invoking remote method '${call.channel}': ${error}`))
  }

  function receive(message) {
    if (message.kind === 'reply') receiveReply(message)
    else {
      const event = { sender: ipcRenderer, ports: [], senderId: 0 }
      ipcRenderer.emit(message.channel, event, ...codec.decode(message.args))
    }
  }

  return { ipcRenderer, receive }
}

// biome-ignore lint/correctness/noUnusedVariables: used by the scripts that are joined with this one
function makeContextBridge(bridge) {
  const exposed = new Set()
  return {
    exposeInMainWorld(key, api) {
      if (exposed.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(key)
      bridge.send({ kind: 'expose', key, api: bridge.wrap(api) })
    },
    ...throwingMembers('contextBridge', ['exposeInIsolatedWorld', 'executeInMainWorld']),
  }
}

// biome-ignore lint/correctness/noUnusedVariables: used by the scripts that are joined with this one
function makePreloadProcess(facts) {
  return Object.assign(new WorldEventEmitter(), {
    type: 'renderer',
    platform: facts.platform,
    arch: facts.arch,
    versions: facts.versions,
    argv: facts.argv,
    execPath: facts.execPath,
    resourcesPath: facts.resourcesPath,
    env: {},
    sandboxed: true,
    contextIsolated: true,
    nextTick: (task, ...args) => queueMicrotask(() => task(...args)),
    cwd: () => '/',
    uptime: () => performance.now() / 1000,
  })
}

/** `require` of the sandboxed preload. */
// biome-ignore lint/correctness/noUnusedVariables: used by the scripts that are joined with this one
function makePreloadRequire(electron) {
  const modules = {
    electron: {
      ...electron,
      webUtils: throwingMembers('webUtils', ['getPathForFile']),
      webFrame: throwingMembers('webFrame', ['setZoomFactor', 'getZoomFactor', 'setZoomLevel', 'insertCSS']),
    },
    events: Object.assign(WorldEventEmitter, { EventEmitter: WorldEventEmitter }),
    timers: { setTimeout, setInterval, clearTimeout, clearInterval },
    url: { URL, URLSearchParams },
  }
  return function require(id) {
    const name = id.replace(/^node:/, '').replace(/^electron\/(renderer|common)$/, 'electron')
    if (!Object.hasOwn(modules, name)) throw new Error(`module not found: ${id}`)
    return modules[name]
  }
}
