'use strict'

const os = require('node:os')
const path = require('node:path')
const { executable, switches } = require('./facts.cjs')

const HOME_FOLDERS = ['desktop', 'documents', 'downloads', 'music', 'pictures', 'videos']
const overrides = new Map()

function defaultPath(name, appName) {
  const home = os.homedir()
  const appData = process.env.XDG_CONFIG_HOME || path.join(home, '.config')
  const userData = () => getPath('userData', appName)
  if (HOME_FOLDERS.includes(name)) return path.join(home, name[0].toUpperCase() + name.slice(1))
  switch (name) {
    case 'home':
      return home
    case 'appData':
      return appData
    case 'userData':
      return switches.get('user-data-dir') || path.join(appData, appName)
    case 'sessionData':
      return userData()
    case 'logs':
      return path.join(userData(), 'logs')
    case 'crashDumps':
      return path.join(userData(), 'Crashpad')
    case 'temp':
      return os.tmpdir()
    case 'exe':
    case 'module':
      return executable
  }
  throw new Error(`Failed to get '${name}' path`)
}

/** @param {string} name as in Electron's `app.getPath` @param {string} appName */
function getPath(name, appName) {
  return overrides.get(name) ?? defaultPath(name, appName)
}

function setPath(name, value) {
  if (!path.isAbsolute(value)) throw new Error('Path must be absolute')
  overrides.set(name, value)
}

module.exports = { getPath, setPath }
