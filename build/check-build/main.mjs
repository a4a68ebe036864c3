// The main process: what it imports, how it opens windows, and where it writes.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { mainElectronNames } from './electron-names.mjs'
import {
  booleanOf,
  calledName,
  contains,
  findAll,
  importsOf,
  keyOf,
  memberName,
  parseBundle,
  textOf,
} from './javascript.mjs'
import { checkScheme } from './scheme.mjs'

/** Settings of a window, and the only value that is safe. */
const REQUIRED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
}
const DANGEROUS_SWITCHES = [
  'no-sandbox',
  'disable-web-security',
  'allow-file-access-from-files',
  'ignore-certificate-errors',
]
const WRITES = /^(writeFile|appendFile|mkdir|mkdtemp|createWriteStream|cp|copyFile|rename|rm|unlink)(Sync)?$/

/**
 * @param {string} root the project
 * @param {object} packageJson
 * @returns {string[]} what is wrong
 */
export function checkMain(root, packageJson) {
  const folder = join(root, dirname(packageJson.main))
  const files = readdirSync(folder, { recursive: true }).filter((name) => /\.[cm]?js$/.test(name))
  const problems = []
  const trees = []
  for (const name of files) {
    const file = join(folder, name)
    const { ast, error } = parseBundle(
      readFileSync(file, 'utf8'),
      name.endsWith('.cjs') ? 'script' : 'module',
    )
    if (error) problems.push(`main: ${name} is not a module: ${error}`)
    else {
      trees.push(ast)
      problems.push(...checkFile(ast, { root, packageJson, file }))
    }
  }
  return trees.length > 0 ? [...problems, ...checkScheme(trees)] : problems
}

function checkFile(ast, context) {
  return [
    ...checkImports(ast, context),
    ...checkElectronNames(ast, context.root),
    ...checkPreferences(ast),
    ...checkPreloadPath(ast, context),
    ...checkSwitches(ast),
    ...checkCommonJsNames(ast, context.file),
    ...checkWrites(ast),
    ...checkFuses(ast),
  ]
}

const packageNameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const isBuiltin = (specifier) => specifier.startsWith('node:') || builtinModules.includes(specifier)

function checkImports(ast, context) {
  const specifiers = new Set(importsOf(ast).map(({ specifier }) => specifier))
  return [...specifiers].flatMap((specifier) => {
    if (specifier === null || isBuiltin(specifier) || /^electron(\/(main|common))?$/.test(specifier))
      return []
    if (specifier.endsWith('.node')) return [`main: ${specifier} is a native module`]
    return specifier.startsWith('.') ? checkRelative(specifier, context) : checkPackage(specifier, context)
  })
}

function checkRelative(specifier, { root, file }) {
  const target = resolve(dirname(file), specifier)
  return existsSync(target) ? [] : [`main: ${specifier} does not exist beside ${relative(root, file)}`]
}

function checkPackage(specifier, { root, packageJson }) {
  const name = packageNameOf(specifier)
  if (!packageJson.dependencies?.[name]) {
    return [`main: '${specifier}' is not in dependencies, so it is absent from the packaged app`]
  }
  const folder = join(root, 'node_modules', name)
  if (!existsSync(join(folder, 'package.json'))) return [`main: '${specifier}' is not installed`]
  const installed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const native =
    installed.gypfile || installed.napi || installed.binary || existsSync(join(folder, 'binding.gyp'))
  return native ? [`main: '${specifier}' is a native module`] : []
}

function checkElectronNames(ast, root) {
  const names = importsOf(ast)
    .filter(({ specifier, kind }) => kind === 'static' && /^electron(\/|$)/.test(specifier ?? ''))
    .flatMap((entry) => entry.names)
  if (names.length === 0) return []
  const known = mainElectronNames(root)
  return names.filter((name) => !known.has(name)).map((name) => `main: electron does not export ${name}`)
}

function checkPreferences(ast) {
  const objects = findAll(ast, (node) => node.type === 'Property' && keyOf(node) === 'webPreferences')
  const windows = objects.map(({ node }) => node.value)
  if (windows.some((value) => value.type !== 'ObjectExpression'))
    return ['main: webPreferences is not an object literal']
  return windows.flatMap((value) => value.properties.flatMap(checkPreference))
}

function checkPreference(property) {
  const name = keyOf(property)
  if (!Object.hasOwn(REQUIRED_PREFERENCES, name)) return []
  const safe = REQUIRED_PREFERENCES[name]
  const value = booleanOf(property.value)
  if (value === safe) return []
  return [`main: webPreferences.${name} is ${value ?? 'not a literal'}, not ${safe}`]
}

/** The literal parts of `preload: join(…)` must lead to a file, from main's folder or from the one above it. */
function checkPreloadPath(ast, { file }) {
  const paths = findAll(ast, (node) => node.type === 'Property' && keyOf(node) === 'preload')
  return paths.flatMap(({ node }) => {
    const parts = findAll(node.value, (part) => textOf(part) !== null).map((part) => textOf(part.node))
    const starts = [dirname(file), dirname(dirname(file))]
    const exists = parts.length === 0 || starts.some((start) => existsSync(resolve(start, ...parts)))
    return exists ? [] : [`main: the preload ${parts.join('/')} does not exist`]
  })
}

function checkSwitches(ast) {
  const calls = findAll(ast, (node) => calledName(node) === 'appendSwitch')
  const names = calls
    .map(({ node }) => textOf(node.arguments[0]))
    .filter((name) => DANGEROUS_SWITCHES.includes(name))
  return names.map((name) => `main: the switch ${name}`)
}

function checkCommonJsNames(ast, file) {
  if (file.endsWith('.cjs')) return []
  return ['__dirname', '__filename'].flatMap((name) => {
    const declared = contains(ast, (node) => node.type === 'VariableDeclarator' && node.id.name === name)
    const used = contains(ast, (node) => node.type === 'Identifier' && node.name === name)
    return used && !declared ? [`main: ${name} does not exist in a module`] : []
  })
}

const isInsidePackage = (node) =>
  node.type === 'MetaProperty' ||
  (node.type === 'Identifier' && /^__(dirname|filename)$/.test(node.name)) ||
  calledName(node) === 'getAppPath' ||
  memberName(node) === 'resourcesPath'

/** Calls whose result is a path made of the paths that they are given; what any other call gives is its own. */
const MAKES_PATHS = /^(join|resolve|normalize|dirname|fileURLToPath|pathToFileURL|URL|String)$/

function leadsInside(node, isInside) {
  if (node === null || typeof node !== 'object') return false
  if (isInsidePackage(node) || isInside(node)) return true
  if (/Function/.test(node.type)) return false
  if (
    /^(Call|New)Expression$/.test(node.type) &&
    !MAKES_PATHS.test(calledName(node) ?? node.callee?.name ?? '')
  )
    return false
  return Object.values(node).some((part) =>
    Array.isArray(part) ? part.some((each) => leadsInside(each, isInside)) : leadsInside(part, isInside),
  )
}

/** Variables whose value comes from the package's own place, which is read-only once installed. */
function variablesInsidePackage(ast) {
  const inside = new Set()
  const isInside = (part) => part.type === 'Identifier' && inside.has(part.name)
  const declarators = findAll(ast, (node) => node.type === 'VariableDeclarator' && node.init && node.id.name)
  for (let grown = true; grown; ) {
    grown = false
    for (const { node } of declarators) {
      if (inside.has(node.id.name) || !leadsInside(node.init, isInside)) continue
      inside.add(node.id.name)
      grown = true
    }
  }
  return inside
}

function checkWrites(ast) {
  const inside = variablesInsidePackage(ast)
  const isInside = (node) => isInsidePackage(node) || (node.type === 'Identifier' && inside.has(node.name))
  const writes = findAll(ast, (node) => WRITES.test(calledName(node) ?? ''))
  return writes
    .filter(({ node }) => writtenPaths(node).some((path) => contains(path, isInside)))
    .map(
      ({ node }) => `main: ${calledName(node)} writes inside the package, which is read-only once installed`,
    )
}

/** A copy reads its first path and writes its second. */
const writtenPaths = (call) =>
  /^(cp|copyFile)/.test(calledName(call)) ? call.arguments.slice(1, 2) : call.arguments.slice(0, 1)

/** The packaged app has the fuses for RunAsNode and NODE_OPTIONS off. */
function checkFuses(ast) {
  const problems = []
  const forks = importsOf(ast).some(
    ({ specifier, names }) => /child_process$/.test(specifier ?? '') && names.includes('fork'),
  )
  if (forks) problems.push('main: child_process.fork needs the fuse RunAsNode, which is off')
  for (const name of ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS']) {
    const isNamed = (node) => textOf(node) === name || (node.type === 'Identifier' && node.name === name)
    if (contains(ast, isNamed)) problems.push(`main: ${name} has no effect, its fuse is off`)
  }
  return problems
}
