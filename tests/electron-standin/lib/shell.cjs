'use strict'
// Hands over to the desktop, for a person only: in a test run nothing outside the test is touched.

const { spawn } = require('node:child_process')
const path = require('node:path')
const { debug, findOnPath, isInteractive, tell } = require('./facts.cjs')
const { refuseTheRest } = require('./not-emulated.cjs')
const unemulated = require('./unemulated-members.json')

function openWithDesktop(what) {
  if (!isInteractive) return debug('not opened in a test run:', what)
  if (!findOnPath('xdg-open')) return tell(`cannot open ${what}: xdg-open is not installed`)
  spawn('xdg-open', [what], { stdio: 'ignore', detached: true }).unref()
}

const shell = {
  async openExternal(url) {
    openWithDesktop(new URL(url).href)
  },
  async openPath(file) {
    openWithDesktop(file)
    return ''
  },
  showItemInFolder(file) {
    openWithDesktop(path.dirname(file))
  },
  beep() {},
}
refuseTheRest(shell, 'shell', unemulated.Shell)

module.exports = { shell }
