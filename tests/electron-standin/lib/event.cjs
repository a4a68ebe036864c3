'use strict'

/**
 * The event object that Electron passes as first argument to its listeners.
 * @param {object} [details] extra members, such as `url`
 */
function makeEvent(details = {}) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
    ...details,
  }
}

module.exports = { makeEvent }
