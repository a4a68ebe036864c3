'use strict'
// What is known about this process before any Electron module is loaded.

const { existsSync } = require('node:fs')
const path = require('node:path')

const ELECTRON_VERSION = '45.4.1'
const CHROME_VERSION = '156.0.0.0'

/** The launcher that `process.execPath` and `app.getPath('exe')` name. */
const executable = path.join(__dirname, '..', 'electron')

/** Arguments as the launcher received them. */
const launchArguments = process.argv.slice(2)

/** Command line switches of the app (`--name=value`), which Electron hands on to Chromium. */
const switches = new Map()
for (const argument of launchArguments) {
  const match = /^--([^=]+)(?:=(.*))?$/.exec(argument)
  if (match) switches.set(match[1], match[2] ?? '')
}

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const isRoot = process.getuid?.() === 0
const isTestRun = launchArguments.some((argument) => argument.startsWith('--remote-debugging-port'))

/**
 * Whether a person looks at the windows. Then keys reach the menu and the window's close button asks the app first;
 * under a test runner both stay off, because real Electron does neither for keys and closes sent over the
 * debugging protocol.
 */
const isInteractive = hasDisplay && !isTestRun

const debugging = Boolean(process.env.STANDIN_DEBUG)

/** @param {...unknown} parts one line on stderr, only with STANDIN_DEBUG set */
function debug(...parts) {
  if (debugging) process.stderr.write(`[stand-in] ${parts.join(' ')}\n`)
}

/** @param {string} line something the person who runs the app has to know */
function tell(line) {
  process.stderr.write(`stand-in: ${line}\n`)
}

/** @param {string} command @returns {string | null} its absolute path */
function findOnPath(command) {
  for (const directory of (process.env.PATH ?? '').split(path.delimiter)) {
    const candidate = path.join(directory, command)
    if (directory && existsSync(candidate)) return candidate
  }
  return null
}

module.exports = {
  ELECTRON_VERSION,
  CHROME_VERSION,
  executable,
  launchArguments,
  switches,
  hasDisplay,
  isRoot,
  isInteractive,
  debugging,
  debug,
  tell,
  findOnPath,
}
