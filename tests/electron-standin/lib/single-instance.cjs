'use strict'
// The single-instance lock: a file with the holder's process id in the user data folder, and beside it an inbox where
// later instances leave their command line.

const fs = require('node:fs')
const path = require('node:path')

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}

/** Tries to create the lock; a lock whose holder is dead is replaced. */
function takeLock(lock) {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return true
    } catch {
      if (isAlive(Number(fs.readFileSync(lock, 'utf8')))) return false
      fs.rmSync(lock, { force: true })
    }
  }
}

function leaveMessage(inbox, extra) {
  const file = path.join(inbox, `${process.pid}-${Date.now()}`)
  const message = { argv: process.argv, cwd: process.cwd(), extra: extra ?? null }
  // Renamed when complete, so that the holder never reads half of it.
  fs.writeFileSync(`${file}.part`, JSON.stringify(message))
  fs.renameSync(`${file}.part`, `${file}.json`)
}

function readMessages(inbox, onMessage) {
  for (const name of fs.readdirSync(inbox).sort()) {
    if (!name.endsWith('.json')) continue
    const file = path.join(inbox, name)
    const message = JSON.parse(fs.readFileSync(file, 'utf8'))
    fs.rmSync(file)
    onMessage(message)
  }
}

/**
 * @param {string} directory the user data folder
 * @param {unknown} extra what a later instance tells the first one
 * @param {(message: { argv: string[], cwd: string, extra: unknown }) => void} onSecondInstance
 * @returns {(() => void) | null} releases the lock; null when another instance holds it and was told
 */
function requestLock(directory, extra, onSecondInstance) {
  const lock = path.join(directory, 'StandinLock')
  const inbox = path.join(directory, 'StandinInbox')
  fs.mkdirSync(inbox, { recursive: true })
  if (!takeLock(lock)) {
    leaveMessage(inbox, extra)
    return null
  }
  const watcher = fs.watch(inbox, () => readMessages(inbox, onSecondInstance))
  watcher.unref()
  return () => {
    watcher.close()
    fs.rmSync(lock, { force: true })
  }
}

module.exports = { requestLock }
