'use strict'

const { existsSync } = require('node:fs')
const { findOnPath } = require('./facts.cjs')

// Debian's /usr/bin/chromium is a shell script that costs a tenth of a second; the binary behind it comes first.
const KNOWN_PLACES = ['/usr/lib/chromium/chromium', '/usr/bin/chromium']
const KNOWN_COMMANDS = ['google-chrome', 'chromium-browser', 'chromium']

/**
 * The Chromium to run on: STANDIN_CHROMIUM, else the first one that is installed.
 * @returns {string | null}
 */
function findChromium() {
  const chosen = process.env.STANDIN_CHROMIUM
  if (chosen) return existsSync(chosen) ? chosen : null
  const place = KNOWN_PLACES.find((candidate) => existsSync(candidate))
  if (place) return place
  for (const command of KNOWN_COMMANDS) {
    const found = findOnPath(command)
    if (found) return found
  }
  return null
}

/** One line that says what to do when there is none. */
function noChromiumMessage() {
  const chosen = process.env.STANDIN_CHROMIUM
  return chosen
    ? `STANDIN_CHROMIUM names ${chosen}, which does not exist`
    : 'no Chromium found: install the package "chromium", or set STANDIN_CHROMIUM to its path'
}

module.exports = { findChromium, noChromiumMessage }
