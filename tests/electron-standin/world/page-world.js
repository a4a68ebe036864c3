'use strict'
// Runs in the page's own world before its scripts: takes what the preload exposes, and turns new windows into a
// question to the main process.

// biome-ignore lint/correctness/noUnusedVariables: called by the script that this one is joined with
function preparePage(bridgeToken) {
  if (window !== window.top) return
  const bridge = makeBridge({ target: window, token: bridgeToken, sends: 'page', receives: 'preload' })
  bridge.onMessage((message) => {
    if (message.kind !== 'expose') return
    const value = bridge.unwrap(message.api, true)
    Object.defineProperty(window, message.key, {
      value,
      enumerable: true,
      configurable: false,
      writable: false,
    })
  })

  const askToOpen = (address, frameName, features) => {
    const url = address ? new URL(address, document.baseURI).href : 'about:blank'
    bridge.send({ kind: 'open', url, frameName, features })
  }
  window.open = function open(url = '', target = '', features = '') {
    askToOpen(String(url), String(target), String(features))
    return null
  }
  const SAME_WINDOW = ['', '_self', '_top', '_parent']
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href)
    if (!link || event.defaultPrevented || SAME_WINDOW.includes(link.target)) return
    event.preventDefault()
    askToOpen(link.href, link.target, '')
  })
}
