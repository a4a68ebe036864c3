// The preload: in the sandbox it is one classic script and has a handful of modules.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PRELOAD_ELECTRON } from './electron-names.mjs'
import { calledName, findAll, importsOf, keyOf, memberName, parseBundle, textOf } from './javascript.mjs'

const ALLOWED = new Set([
  'electron',
  'electron/common',
  'electron/renderer',
  'events',
  'node:events',
  'node:timers',
  'node:url',
  'timers',
  'url',
])

/** @param {string} folder out/preload @returns {string[]} what is wrong */
export function checkPreload(folder) {
  const files = listFiles(folder).filter((name) => /\.[cm]?js$/.test(name))
  if (files.length !== 1 || files[0] !== 'index.cjs') {
    return [`preload: expected the one file index.cjs, found ${files.join(', ') || 'nothing'}`]
  }
  const { ast, error } = parseBundle(readFileSync(join(folder, 'index.cjs'), 'utf8'), 'script')
  if (error) return [`preload: not a classic script: ${error}`]
  return [...checkModules(ast), ...checkElectronMembers(ast), ...checkCalls(ast)]
}

function listFiles(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function checkModules(ast) {
  return importsOf(ast).flatMap(({ specifier, kind }) => {
    if (kind === 'dynamic') return [`preload: import(${specifier ?? '…'}) does not work in the sandbox`]
    if (specifier === null) return ['preload: require() of a computed name']
    return ALLOWED.has(specifier) ? [] : [`preload: require('${specifier}') is not available in the sandbox`]
  })
}

const isRequireElectron = (node) =>
  node?.type === 'CallExpression' &&
  node.callee.name === 'require' &&
  /^electron(\/|$)/.test(textOf(node.arguments[0]) ?? '')

/** Names taken from `require('electron')`, directly or through a variable. */
function electronMembers(ast) {
  const declarators = findAll(
    ast,
    (node) => node.type === 'VariableDeclarator' && isRequireElectron(node.init),
  )
  const variables = new Set(declarators.map(({ node }) => node.id.name).filter(Boolean))
  const destructured = declarators
    .filter(({ node }) => node.id.type === 'ObjectPattern')
    .flatMap(({ node }) => node.id.properties.map(keyOf))
  const isElectron = (node) =>
    isRequireElectron(node) || (node.type === 'Identifier' && variables.has(node.name))
  const members = findAll(ast, (node) => node.type === 'MemberExpression' && isElectron(node.object))
  return new Set([...destructured, ...members.map(({ node }) => memberName(node))])
}

function checkElectronMembers(ast) {
  const missing = [...electronMembers(ast)].filter((name) => !PRELOAD_ELECTRON.has(name))
  return missing.map((name) => `preload: electron.${name} does not exist in the sandbox`)
}

function checkCalls(ast) {
  const blocking = findAll(ast, (node) => calledName(node) === 'sendSync')
  return blocking.length > 0 ? ['preload: sendSync blocks the window'] : []
}
