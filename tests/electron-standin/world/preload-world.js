'use strict'
// Runs in the isolated world of each document: sets up `require` and `process` for the preload and runs it.

/**
 * @param {object} facts see `preloadFacts` in lib/injected-scripts.cjs
 * @param {Function} runPreload the preload's text as a function
 */
// biome-ignore lint/correctness/noUnusedVariables: called by the script that this one is joined with
function runSandboxedPreload(facts, runPreload) {
  if (window !== window.top) return
  const codec = makeCodec()
  const bridge = makeBridge({ target: window, token: facts.bridgeToken, sends: 'preload', receives: 'page' })

  // Taken away from the global object, so that only this closure can reach the main process.
  const sendToMain = globalThis.__standinSend
  delete globalThis.__standinSend
  const post = (message) => sendToMain(JSON.stringify(message))

  bridge.onMessage((message) => {
    if (message.kind === 'open') post(message)
  })
  const { ipcRenderer, receive } = makeIpcRenderer(codec, post)
  globalThis.__standinReceive = (text) => receive(JSON.parse(text))
  reportWindowEvents(post)
  if (facts.interactive) actLikeAnAppWindow(post)

  const module = { exports: {} }
  const require = makePreloadRequire({ contextBridge: makeContextBridge(bridge), ipcRenderer })
  const setImmediate = (task, ...args) => setTimeout(task, 0, ...args)
  try {
    const process = makePreloadProcess(facts)
    runPreload(require, process, undefined, globalThis, setImmediate, clearTimeout, module.exports, module)
  } catch (error) {
    console.error(`Unable to load preload script: ${facts.preloadPath}`)
    console.error(error)
    post({ kind: 'preload-error', message: String(error?.stack ?? error) })
  }
}

function reportWindowEvents(post) {
  window.addEventListener('resize', () => post({ kind: 'resized' }))
}

/**
 * For a person at the window: keys that the page leaves alone go to the app's menu instead of Chromium's own
 * shortcuts, focus is reported, and closing the window first asks the app (a page may only hold its window back with
 * `beforeunload`).
 */
function actLikeAnAppWindow(post) {
  window.addEventListener('focus', () => post({ kind: 'focus' }))
  window.addEventListener('blur', () => post({ kind: 'blur' }))
  window.addEventListener('beforeunload', (event) => event.preventDefault())
  const handKeyToMenu = (event) => {
    if (event.defaultPrevented || !isShortcut(event) || editsText(event)) return
    event.preventDefault()
    const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event
    post({ kind: 'key', key, code, ctrlKey, shiftKey, altKey, metaKey })
  }
  // Added while the event is on its way, it is the last listener to see it, after the page's own.
  const askToBeLast = () => window.addEventListener('keydown', handKeyToMenu, { once: true })
  window.addEventListener('keydown', askToBeLast, true)
}

const isShortcut = (event) =>
  event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key) || event.key === 'Delete'

/** Whether a text field or an editor handles the key itself. */
function editsText(event) {
  const target = event.composedPath()[0]
  const inField = target?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? '')
  const isEditingKey =
    /^(Delete|Backspace|Arrow\w+|Home|End)$/.test(event.key) || /^[acvxyz]$/i.test(event.key)
  return inField && isEditingKey
}
