'use strict'

/** Thrown wherever an app asks for something that the stand-in does not do. */
class NotEmulatedError extends Error {
  /** @param {string} what for example `BrowserWindow.setVibrancy` */
  constructor(what) {
    super(`stand-in: ${what} is not emulated`)
    this.name = 'NotEmulatedError'
    this.code = 'ERR_STANDIN_NOT_EMULATED'
  }
}

// Promises, console.log and test runners look these up on every object they meet.
const HARMLESS_LOOKUPS = new Set(['then', 'toJSON', 'prototype', 'name', 'length', 'inspect', '$$typeof'])

/**
 * A value for an Electron module that is missing as a whole: reading a member, calling or constructing it throws.
 * @param {string} name for example `Tray`
 */
function notEmulatedModule(name) {
  return new Proxy(function standInForMissingModule() {}, {
    get(_target, key) {
      if (typeof key === 'symbol' || HARMLESS_LOOKUPS.has(key)) return undefined
      throw new NotEmulatedError(`${name}.${key}`)
    },
    apply() {
      throw new NotEmulatedError(name)
    },
    construct() {
      throw new NotEmulatedError(`new ${name}()`)
    },
  })
}

/**
 * Gives `target` a throwing method for every name it lacks, so that the caller reads what is wrong instead of
 * "is not a function".
 * @param {object} target an emulated object, or the prototype of an emulated class
 * @param {string} owner its name in Electron's documentation
 * @param {string[]} names methods of the real thing
 */
function refuseTheRest(target, owner, names) {
  for (const name of names) {
    if (name in target) continue
    const refuse = () => {
      throw new NotEmulatedError(`${owner}.${name}`)
    }
    Object.defineProperty(target, name, {
      value: refuse,
      configurable: true,
      writable: true,
      enumerable: false,
    })
  }
}

/**
 * The same for members that are objects in Electron: reading one throws.
 * @param {object} target
 * @param {string} owner
 * @param {string[]} names
 */
function refuseProperties(target, owner, names) {
  for (const name of names) {
    const get = () => {
      throw new NotEmulatedError(`${owner}.${name}`)
    }
    Object.defineProperty(target, name, { get, configurable: true, enumerable: false })
  }
}

/**
 * Gives `target` methods that are accepted and have no effect: what they change cannot be seen in a page.
 * @param {object} target
 * @param {string[]} names
 */
function acceptWithoutEffect(target, names) {
  for (const name of names) {
    Object.defineProperty(target, name, {
      value: () => {},
      configurable: true,
      writable: true,
      enumerable: false,
    })
  }
}

module.exports = { NotEmulatedError, notEmulatedModule, refuseTheRest, refuseProperties, acceptWithoutEffect }
