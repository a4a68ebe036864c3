'use strict'
// Which windows and web contents exist, and which window has the focus. Shared by app, BrowserWindow and Menu.

let nextId = 1
let focused = null

/** @type {Map<number, import('./browser-window.cjs').BrowserWindow>} */
const windows = new Map()
/** @type {Map<number, import('./web-contents.cjs').WebContents>} */
const contents = new Map()

const takeId = () => nextId++

const openWindows = () => [...windows.values()]

/** The focused window that is still there, or null. */
const focusedWindow = () => (focused && windows.has(focused.id) ? focused : null)

/** @param {import('./browser-window.cjs').BrowserWindow | null} window @returns the window that had the focus before */
function setFocusedWindow(window) {
  const before = focusedWindow()
  focused = window
  return before
}

module.exports = { takeId, windows, contents, openWindows, focusedWindow, setFocusedWindow }
