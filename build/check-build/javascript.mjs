// Reading bundles: parse them, walk the tree, and answer the questions that the rules ask.

import { parse } from 'acorn'

/**
 * @typedef {import('acorn').Node & Record<string, any>} Node
 * @typedef {{ node: Node, ancestors: Node[] }} Found
 */

/**
 * @param {string} source
 * @param {'module' | 'script'} sourceType
 * @returns {{ ast: Node } | { error: string }}
 */
export function parseBundle(source, sourceType) {
  try {
    // A CommonJS file is the body of a function, so it may return.
    const options = { ecmaVersion: 'latest', sourceType, allowReturnOutsideFunction: sourceType === 'script' }
    return { ast: parse(source, options) }
  } catch (error) {
    return { error: error.message }
  }
}

const isNode = (value) => value !== null && typeof value === 'object' && typeof value.type === 'string'

/**
 * All nodes for which `test` holds, each with the nodes around it (outermost first).
 * @param {Node} root
 * @param {(node: Node) => boolean} test
 * @returns {Found[]}
 */
export function findAll(root, test) {
  const found = []
  const visit = (node, ancestors) => {
    if (test(node)) found.push({ node, ancestors })
    const inside = [...ancestors, node]
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) for (const item of value) isNode(item) && visit(item, inside)
      else if (isNode(value)) visit(value, inside)
    }
  }
  visit(root, [])
  return found
}

export const contains = (root, test) => findAll(root, test).length > 0

/** The text of a string literal or of a template without holes, else null. */
export function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked
  return null
}

/** `true`, `false`, or their minified forms `!0` and `!1`; null for anything else. */
export function booleanOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'boolean') return node.value
  const isNot = node?.type === 'UnaryExpression' && node.operator === '!' && node.argument.type === 'Literal'
  return isNot ? !node.argument.value : null
}

/** The name in `name(…)` and `anything.name(…)`. */
export function calledName(node) {
  if (node.type !== 'CallExpression') return null
  return node.callee.type === 'Identifier' ? node.callee.name : memberName(node.callee)
}

/** The name in `anything.name` and `anything['name']`. */
export function memberName(node) {
  if (node?.type !== 'MemberExpression') return null
  return node.computed ? textOf(node.property) : node.property.name
}

/** The name of an object literal's property. */
export const keyOf = (property) => property.key?.name ?? property.key?.value ?? null

/**
 * @typedef {{ specifier: string | null, kind: 'static' | 'dynamic' | 'require', names: string[], ancestors: Node[] }} Import
 * `specifier` is null when it is computed; `names` are those that a static import takes.
 */

/** @param {Node} ast @returns {Import[]} every way in which a bundle reaches another module */
export function importsOf(ast) {
  const requireNames = new Set(['require', ...namesMadeByCreateRequire(ast)])
  const imports = []
  for (const { node, ancestors } of findAll(ast, () => true)) {
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) && node.source) {
      imports.push({ specifier: textOf(node.source), kind: 'static', names: importedNames(node), ancestors })
    } else if (node.type === 'ImportExpression') {
      imports.push({ specifier: textOf(node.source), kind: 'dynamic', names: [], ancestors })
    } else if (node.type === 'CallExpression' && requireNames.has(node.callee.name)) {
      imports.push({ specifier: textOf(node.arguments[0]), kind: 'require', names: [], ancestors })
    }
  }
  return imports
}

const importedNames = (declaration) =>
  (declaration.specifiers ?? [])
    .map((specifier) => specifier.imported?.name ?? specifier.local?.name)
    .filter((name, index) => declaration.specifiers[index].type !== 'ImportDefaultSpecifier' && name)
    .filter((name) => name !== 'default' && !isNamespaceImport(declaration, name))

const isNamespaceImport = (declaration, name) =>
  declaration.specifiers.some(
    (specifier) => specifier.type === 'ImportNamespaceSpecifier' && specifier.local.name === name,
  )

const namesMadeByCreateRequire = (ast) =>
  findAll(
    ast,
    (node) => node.type === 'VariableDeclarator' && node.init && calledName(node.init) === 'createRequire',
  ).map(({ node }) => node.id.name)

const FUNCTION = /Function(Declaration|Expression)$/

/** The functions around a node, innermost first. */
const functionsAround = (ancestors) => ancestors.filter((node) => FUNCTION.test(node.type)).reverse()

/**
 * Whether the code runs while its module loads: it stands outside of all functions, or in a function declaration that
 * is itself called in such a place.
 * @param {Node} ast
 * @param {Node[]} ancestors of the code
 * @param {Set<string>} [asked] functions already on the way, against recursion
 */
export function runsAtLoad(ast, ancestors, asked = new Set()) {
  const [around] = functionsAround(ancestors)
  if (!around) return true
  const parent = ancestors[ancestors.indexOf(around) - 1]
  const name = around.id?.name ?? (parent?.type === 'VariableDeclarator' ? parent.id.name : null)
  if (!name || asked.has(name)) return false
  const calls = findAll(ast, (node) => node.type === 'CallExpression' && node.callee.name === name)
  return calls.some((call) => runsAtLoad(ast, call.ancestors, new Set([...asked, name])))
}
