'use strict'
// What the launcher runs: makes this Node process look like Electron's main process and loads the app.

const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const facts = require('./lib/facts.cjs')

/** Options of Electron's own command line that take the next argument as their value. */
const WITH_VALUE = new Set(['-r', '--require'])

/** @returns {{ preloads: string[], appPath: string | null }} what the arguments name before the app's own */
function readArguments(list) {
  const preloads = []
  for (let index = 0; index < list.length; index++) {
    const argument = list[index]
    if (WITH_VALUE.has(argument)) preloads.push(list[++index])
    else if (!argument.startsWith('-')) return { preloads, appPath: argument }
  }
  return { preloads, appPath: null }
}

function answerVersion() {
  console.log(`v${facts.ELECTRON_VERSION} (stand-in)`)
  process.exit(0)
}

function failAtStart(message) {
  facts.tell(message)
  process.exit(1)
}

function lookLikeElectron() {
  process.argv = [facts.executable, ...facts.launchArguments]
  Object.defineProperty(process, 'execPath', { value: facts.executable, writable: true })
  const versions = { electron: facts.ELECTRON_VERSION, chrome: facts.CHROME_VERSION, standin: '1' }
  for (const [name, value] of Object.entries(versions)) {
    Object.defineProperty(process.versions, name, { value, enumerable: true })
  }
  process.type = 'browser'
  process.defaultApp = true
  process.resourcesPath = path.join(__dirname, 'resources')
}

/** Playwright waits for the inspector's address before anything else. */
function openInspector() {
  const argument = facts.launchArguments.find((entry) => /^--inspect(=|$)/.test(entry))
  if (!argument) return
  require('node:inspector').open(Number(argument.split('=')[1] ?? 9229), '127.0.0.1')
}

/** Answers `require('electron')` and `import 'electron'`. */
function provideElectron() {
  const electron = require('./lib/electron-module.cjs')
  const load = Module._load
  Module._load = function loadOrEmulate(id, ...rest) {
    return /^electron(\/(main|common))?$/.test(id) ? electron : load.call(this, id, ...rest)
  }
  Module.register('./lib/esm-hook.mjs', pathToFileURL(__filename))
  return electron
}

/** @returns {{ root: string, main: string, packageJson: object }} */
function findApp(appPath) {
  const root = path.resolve(appPath)
  if (!fs.existsSync(root)) failAtStart(`there is no app at ${root}`)
  if (!fs.statSync(root).isDirectory()) return { root: path.dirname(root), main: root, packageJson: {} }
  const packageJson = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  return { root, main: path.resolve(root, packageJson.main ?? 'index.js'), packageJson }
}

/** Node ends silently when a module waits for what can only come after it, such as `await app.whenReady()`. */
function reportEndlessLoad() {
  facts.tell('the main module never finished loading; does it await app.whenReady() at its top level?')
  process.exitCode = 1
}

async function loadApp(main) {
  process.once('beforeExit', reportEndlessLoad)
  try {
    await import(pathToFileURL(main).href)
    process.off('beforeExit', reportEndlessLoad)
  } catch (error) {
    process.off('beforeExit', reportEndlessLoad)
    process.stderr.write(`App threw an error during load\n${error?.stack ?? error}\n`)
    process.exit(1)
  }
}

async function boot() {
  if (facts.launchArguments.includes('--version') || facts.launchArguments.includes('-v')) answerVersion()
  if (process.env.ELECTRON_RUN_AS_NODE) failAtStart('ELECTRON_RUN_AS_NODE is not emulated')
  lookLikeElectron()
  openInspector()
  const { app } = provideElectron()
  const { preloads, appPath } = readArguments(facts.launchArguments)
  if (appPath === null) failAtStart('no app given')
  for (const preload of preloads) require(path.resolve(preload))
  const { root, main, packageJson } = findApp(appPath)
  app.describe(root, packageJson)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => app.quit())
  await loadApp(main)
  try {
    await app.start()
  } catch (error) {
    facts.tell(facts.debugging ? error.stack : error.message)
    app.exit(1)
  }
}

void boot()
