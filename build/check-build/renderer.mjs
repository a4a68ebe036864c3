// The renderer: its document, the document's policy, and its scripts, which know neither Electron nor Node.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { tagsOf } from './html.mjs'
import { importsOf, parseBundle } from './javascript.mjs'

const ABSOLUTE = /^(\/|[a-z][a-z0-9+.-]*:)/i
const LOOSE_SCRIPT_SOURCES = ["'unsafe-inline'", "'unsafe-eval'", '*', 'data:', 'blob:', 'http:', 'https:']

/** @param {string} folder out/renderer @returns {string[]} what is wrong */
export function checkRenderer(folder) {
  const document = join(folder, 'index.html')
  if (!existsSync(document)) return ['renderer: index.html does not exist']
  const tags = tagsOf(readFileSync(document, 'utf8'))
  return [...checkPolicy(tags), ...tags.flatMap((tag) => checkTag(tag, folder)), ...checkScripts(folder)]
}

function checkPolicy(tags) {
  const isPolicy = ({ name, attributes }) =>
    name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy'
  const policy = tags.find(isPolicy)
  if (!policy) return ['renderer: index.html has no Content-Security-Policy']
  const loadsBefore = tags.some((tag) => tag.at < policy.at && /^(script|link|style)$/.test(tag.name))
  const late = loadsBefore ? ['renderer: the Content-Security-Policy stands after what it should govern'] : []
  return [...late, ...checkDirectives(readDirectives(policy.attributes.get('content') ?? ''))]
}

/** @returns {Map<string, string[]>} the sources of each directive */
function readDirectives(content) {
  const entries = content.split(';').map((part) => part.trim().split(/\s+/))
  return new Map(entries.filter(([name]) => name).map(([name, ...sources]) => [name.toLowerCase(), sources]))
}

function checkDirectives(directives) {
  const problems = []
  if (!directives.has('default-src')) problems.push('renderer: the policy has no default-src')
  for (const name of ['script-src', 'script-src-elem', 'script-src-attr', 'worker-src', 'default-src']) {
    const loose = (directives.get(name) ?? []).filter((source) => isLoose(source))
    problems.push(...loose.map((source) => `renderer: the policy's ${name} allows ${source}`))
  }
  if (!directives.has('script-src') && !directives.has('default-src')) {
    problems.push('renderer: the policy says nothing about scripts')
  }
  return problems
}

const isLoose = (source) =>
  LOOSE_SCRIPT_SOURCES.includes(source.toLowerCase()) || /^https?:\/\//i.test(source)

function checkTag({ name, attributes }, folder) {
  const problems = []
  if (name === 'script' && !attributes.has('src')) problems.push('renderer: index.html has an inline script')
  for (const [attribute, value] of attributes) {
    if (/^on[a-z]+$/.test(attribute)) problems.push(`renderer: <${name} ${attribute}> is an inline script`)
    if (/^(src|href|poster|data)$/.test(attribute)) problems.push(...checkAddress(value, folder))
  }
  return problems
}

function checkAddress(address, folder) {
  if (ABSOLUTE.test(address)) return [`renderer: ${address} is not relative to index.html`]
  const file = address.replace(/[?#].*$/, '')
  return file === '' || existsSync(join(folder, file)) ? [] : [`renderer: ${file} does not exist`]
}

function checkScripts(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.m?js$/.test(name))
  return names.flatMap((name) => {
    const { ast, error } = parseBundle(readFileSync(join(folder, name), 'utf8'), 'module')
    if (error) return [`renderer: ${name} is not a module: ${error}`]
    return importsOf(ast).flatMap((entry) => checkImport(entry, { name, folder }))
  })
}

const isNode = (specifier) => specifier.startsWith('node:') || builtinModules.includes(specifier)
const CONDITION = /^(IfStatement|ConditionalExpression|LogicalExpression)$/

function checkImport({ specifier, kind, ancestors }, { name, folder }) {
  if (specifier === null) return []
  if (/^electron(\/|$)/.test(specifier)) return [`renderer: ${name} imports electron`]
  if (isNode(specifier)) {
    // Libraries for both worlds reach for Node behind a question that a browser answers with no.
    const guarded = kind !== 'static' && ancestors.some((node) => CONDITION.test(node.type))
    return guarded ? [] : [`renderer: ${name} imports ${specifier}`]
  }
  if (kind === 'require') return []
  if (!specifier.startsWith('.')) return [`renderer: ${name} imports '${specifier}', which is not bundled`]
  const target = join(folder, dirname(name), specifier)
  return existsSync(target) ? [] : [`renderer: ${name} imports ${specifier}, which does not exist`]
}
