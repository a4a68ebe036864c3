'use strict'

const { EventEmitter } = require('node:events')
const { browser } = require('./browser.cjs')
const { debug } = require('./facts.cjs')
const {
  NotEmulatedError,
  acceptWithoutEffect,
  refuseProperties,
  refuseTheRest,
} = require('./not-emulated.cjs')
const { protocol, toBrowserUrl } = require('./protocol.cjs')
const unemulated = require('./unemulated-members.json')

/** Electron's permission names and the permissions of Chromium that they decide. */
const PERMISSIONS = {
  'clipboard-read': [{ name: 'clipboard-read' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
  geolocation: [{ name: 'geolocation' }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  midi: [{ name: 'midi' }],
  notifications: [{ name: 'notifications' }],
}

let checkHandler = null
let requestHandler = null

class Session extends EventEmitter {
  protocol = protocol

  setPermissionCheckHandler(handler) {
    checkHandler = handler
  }

  setPermissionRequestHandler(handler) {
    requestHandler = handler
  }

  async clearCache() {}

  async clearStorageData() {}

  static fromPartition() {
    throw new NotEmulatedError('session.fromPartition')
  }
}

acceptWithoutEffect(Session.prototype, [
  'setDevicePermissionHandler',
  'setDisplayMediaRequestHandler',
  'setSpellCheckerEnabled',
  'setSpellCheckerLanguages',
])
refuseProperties(Session.prototype, 'session', [
  'cookies',
  'extensions',
  'netLog',
  'serviceWorkers',
  'webRequest',
])
refuseTheRest(Session.prototype, 'session', unemulated.Session)

const defaultSession = new Session()

/**
 * Electron asks the check handler at each use. Chromium is told beforehand here, once per document: what the check
 * handler does not grant is denied. With only a request handler, everything is denied, as a request has no moment.
 */
function applyPermissions(webContents, url) {
  if (!checkHandler && !requestHandler) return
  const origin = originOf(url)
  if (!origin) return
  for (const [permission, descriptors] of Object.entries(PERMISSIONS)) {
    const details = { requestingUrl: url, isMainFrame: true }
    const setting = checkHandler?.(webContents, permission, origin, details) === true ? 'granted' : 'denied'
    for (const descriptor of descriptors) setPermission(descriptor, setting, url)
  }
}

/** `app://bundle/` for `app://bundle/index.html`; null for addresses without a host. */
function originOf(url) {
  const { protocol: scheme, host } = new URL(url)
  return host ? `${scheme}//${host}/` : null
}

function setPermission(permission, setting, url) {
  const origin = new URL(toBrowserUrl(url)).origin
  browser.cdp
    .send('Browser.setPermission', { permission, setting, origin })
    .catch((error) => debug('permission:', error.message))
}

module.exports = { Session, defaultSession, applyPermissions }
