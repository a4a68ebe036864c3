'use strict'
// Custom schemes. Chromium cannot be taught a scheme from outside, so a local HTTP server answers for it:
//   app://bundle/index.html   is   http://bundle.app.<token>.localhost:<port>/index.html
// Chromium resolves *.localhost to this machine and treats it as a secure context. The token is different in every
// process, so that neither another program nor a web page can guess the address and read what the app serves.

const http = require('node:http')
const { randomBytes } = require('node:crypto')
const { Readable } = require('node:stream')
const { pipeline } = require('node:stream/promises')
const { debug } = require('./facts.cjs')

const token = randomBytes(12).toString('hex')
const privileges = new Map()
const handlers = new Map()
let port = 0
let appIsReady = () => false

const schemeOf = (url) => new URL(url).protocol.slice(0, -1)

/** Address under which Chromium loads `url`; other schemes stay as they are. */
function toBrowserUrl(url) {
  const scheme = schemeOf(url)
  const granted = privileges.get(scheme)
  if (handlers.has(scheme) && !(granted?.standard && granted?.secure)) {
    throw new Error(
      `stand-in: scheme '${scheme}' needs registerSchemesAsPrivileged({ standard: true, secure: true })`,
    )
  }
  if (!granted) return url
  const { host, pathname, search, hash } = new URL(url)
  return `http://${host}.${scheme}.${token}.localhost:${port}${pathname}${search}${hash}`
}

/** The opposite of `toBrowserUrl`: what the app sees instead of the server's address. */
function toAppUrl(url) {
  const server = new RegExp(`^http://([^/]+)\\.([a-z][a-z0-9+-]*)\\.${token}\\.localhost:${port}(/.*)?$`)
  const match = server.exec(url)
  return match && privileges.has(match[2]) ? `${match[2]}://${match[1]}${match[3] ?? '/'}` : url
}

/** @param {http.IncomingMessage} incoming @param {string} url */
function toRequest(incoming, url) {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name === 'host' || name === 'connection') continue
    headers.set(name, name === 'origin' || name === 'referer' ? toAppUrl(String(value)) : String(value))
  }
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  const body = hasBody ? Readable.toWeb(incoming) : undefined
  return new Request(url, { method: incoming.method, headers, body, duplex: 'half' })
}

/** @param {http.IncomingMessage} incoming @param {http.ServerResponse} outgoing */
async function answer(incoming, outgoing) {
  const url = toAppUrl(`http://${incoming.headers.host}${incoming.url}`)
  const handler = handlers.get(schemeOf(url))
  if (!handler) {
    outgoing.writeHead(404).end()
    return
  }
  const response = await handler(toRequest(incoming, url))
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (response.body && incoming.method !== 'HEAD') await pipeline(Readable.fromWeb(response.body), outgoing)
  else outgoing.end()
}

/** Starts the server; to be called once, before Chromium starts. */
async function startSchemeServer() {
  const server = http.createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error) => {
      debug('protocol handler failed:', error?.stack)
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(500).end()
    })
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  port = server.address().port
}

const protocol = {
  registerSchemesAsPrivileged(list) {
    if (appIsReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    for (const entry of list) privileges.set(entry.scheme, entry.privileges ?? {})
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
  unhandle(scheme) {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
}

/** @param {() => boolean} isReady asked by `registerSchemesAsPrivileged` */
function refuseSchemesAfter(isReady) {
  appIsReady = isReady
}

/** The handler that the app registered for the scheme of `url`, if any. */
const handlerFor = (url) => handlers.get(schemeOf(url))

module.exports = { protocol, toBrowserUrl, toAppUrl, startSchemeServer, refuseSchemesAfter, handlerFor }
