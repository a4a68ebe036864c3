'use strict'
// Starts Chromium with a throw-away profile and makes sure that neither outlives this process.

const { spawn } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const readline = require('node:readline')
const { debugging, hasDisplay, isRoot, switches } = require('./facts.cjs')

// Switches for Node or for Electron itself, which Chromium must not see.
const NOT_FOR_CHROMIUM = new Set([
  'inspect',
  'inspect-brk',
  'remote-debugging-port',
  'user-data-dir',
  'require',
  'no-startup-window',
  'headless',
])

const ALWAYS = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-search-engine-choice-screen',
  '--allow-file-access-from-files',
  '--hide-crash-restore-bubble',
]

/**
 * Waits until its stdin closes, which happens however this process ends (also by kill -9), then ends the browser's
 * process group and removes the profile. The group is only touched while the profile exists: afterwards its number
 * could belong to someone else.
 */
const WATCHDOG = `cat >/dev/null
tries=0
while [ -d "$2" ] && [ $tries -lt 50 ]; do
  kill -KILL -- "-$1" 2>/dev/null
  rm -rf "$2" 2>/dev/null
  tries=$((tries + 1))
  sleep 0.1
done`

/** @param {{ profile: string, firstPage: string | null }} options */
function chromiumArguments({ profile, firstPage }) {
  const given = [...switches].filter(([name]) => !NOT_FOR_CHROMIUM.has(name))
  const list = [...ALWAYS, `--user-data-dir=${profile}`]
  if (switches.has('remote-debugging-port')) {
    list.push(`--remote-debugging-port=${switches.get('remote-debugging-port')}`)
  }
  if (!hasDisplay) list.push('--headless=new')
  // Chromium's sandbox refuses to run as root.
  if (isRoot && !switches.has('no-sandbox')) list.push('--no-sandbox')
  // Without it a bar about unsupported switches takes the top of each window.
  if (firstPage) list.push('--test-type', `--app=${firstPage}`)
  else list.push('--no-startup-window')
  for (const [name, value] of given) list.push(value === '' ? `--${name}` : `--${name}=${value}`)
  return list
}

/** Playwright reads these lines to find the browser, or to explain why there is none. */
const PASSED_ON = /^DevTools listening|FATAL|Unable to open X display|Missing X server/

function passOnStderr(child) {
  readline.createInterface({ input: child.stderr }).on('line', (line) => {
    if (debugging || PASSED_ON.test(line)) process.stderr.write(`${line}\n`)
  })
}

function startWatchdog(pid, profile) {
  const watchdog = spawn('/bin/sh', ['-c', WATCHDOG, 'stand-in-watchdog', String(pid), profile], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watchdog.unref()
  watchdog.stdin.unref()
}

/** A running Chromium and its profile directory. */
class ChromiumProcess {
  /**
   * @param {string} binary
   * @param {string | null} firstPage address of the first app window; null starts without a window
   */
  constructor(binary, firstPage) {
    this.binary = binary
    this.profile = fs.mkdtempSync(path.join(os.tmpdir(), 'standin-'))
    this.child = spawn(binary, chromiumArguments({ profile: this.profile, firstPage }), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // Its own process group, so that its helpers can be ended with it.
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    this.exited = new Promise((resolve) => this.child.once('exit', resolve).once('error', resolve))
    if (this.child.pid) startWatchdog(this.child.pid, this.profile)
    passOnStderr(this.child)
    process.on('exit', () => this.removeNow())
  }

  get pipes() {
    return { toBrowser: this.child.stdio[3], fromBrowser: this.child.stdio[4] }
  }

  get pid() {
    return this.child.pid
  }

  /** Opens a further window without tabs and address bar: a second start with the same profile asks the first. */
  openAppWindow(address) {
    const list = [`--user-data-dir=${this.profile}`, '--test-type', `--app=${address}`]
    if (isRoot) list.push('--no-sandbox')
    spawn(this.binary, list, { stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '' } })
  }

  kill() {
    if (!this.child.pid || this.child.exitCode !== null || this.child.signalCode !== null) return
    try {
      process.kill(-this.child.pid, 'SIGKILL')
    } catch {
      // It ended by itself in the meantime.
    }
  }

  /** Ends the browser and removes its profile; nothing in the profile is worth a graceful end. */
  async stop() {
    this.kill()
    await this.exited
    this.removeNow()
  }

  removeNow() {
    this.kill()
    try {
      fs.rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
    } catch {
      // A helper still writes there; the watchdog tries again.
    }
  }
}

module.exports = { ChromiumProcess }
