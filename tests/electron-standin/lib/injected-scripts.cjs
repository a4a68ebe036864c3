'use strict'
// Puts together the scripts that run in each document before the page's own: one in the page's world, one in the
// isolated world where the preload lives. Both are made of the files in ../world.

const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')
const { executable, isInteractive } = require('./facts.cjs')

const worldFile = (name) => fs.readFileSync(path.join(__dirname, '..', 'world', name), 'utf8')

const PRELOAD_PARAMETERS = 'require, process, Buffer, global, setImmediate, clearImmediate, exports, module'

/** What the sandboxed preload sees of the process, as in Electron's `process` object there. */
function preloadFacts(preferences) {
  return {
    platform: process.platform,
    arch: process.arch,
    versions: { ...process.versions },
    argv: [...process.argv, ...(preferences.additionalArguments ?? [])],
    execPath: executable,
    resourcesPath: process.resourcesPath,
    preloadPath: preferences.preload ?? null,
    interactive: isInteractive,
  }
}

function isolatedWorldScript(bridgeToken, preferences, preloadSource) {
  const facts = JSON.stringify({ ...preloadFacts(preferences), bridgeToken })
  return `(() => {
${worldFile('codec.js')}
${worldFile('bridge.js')}
${worldFile('preload-modules.js')}
${worldFile('preload-world.js')}
runSandboxedPreload(${facts}, function (${PRELOAD_PARAMETERS}) {
${preloadSource}
})
})()`
}

function pageWorldScript(bridgeToken) {
  return `(() => {
${worldFile('bridge.js')}
${worldFile('page-world.js')}
preparePage(${JSON.stringify(bridgeToken)})
})()`
}

/**
 * @param {{ preload?: string, additionalArguments?: string[] }} preferences
 * @param {string} bridgeToken a secret that the two worlds share
 * @returns {{ isolatedWorld: string, pageWorld: string, preloadError: Error | null }} `preloadError` when the preload
 * cannot be read or is not one classic script; the isolated world then runs without it
 */
function injectedScripts(preferences, bridgeToken) {
  const pageWorld = pageWorldScript(bridgeToken)
  const empty = isolatedWorldScript(bridgeToken, preferences, '')
  if (!preferences.preload) return { isolatedWorld: empty, pageWorld, preloadError: null }
  try {
    const source = fs.readFileSync(preferences.preload, 'utf8')
    // As the sandbox does, before anything runs: an `import` in the preload is a syntax error.
    new vm.Script(`(function (${PRELOAD_PARAMETERS}) {${source}\n})`, { filename: preferences.preload })
    return {
      isolatedWorld: isolatedWorldScript(bridgeToken, preferences, source),
      pageWorld,
      preloadError: null,
    }
  } catch (error) {
    return { isolatedWorld: empty, pageWorld, preloadError: error }
  }
}

module.exports = { injectedScripts }
