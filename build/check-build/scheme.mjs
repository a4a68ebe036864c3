// The custom scheme: privileged, and registered while main is loading, so before the app is ready.

import { booleanOf, calledName, findAll, keyOf, memberName, runsAtLoad } from './javascript.mjs'

const PRIVILEGES = ['standard', 'secure', 'supportFetchAPI']

/** @param {import('./javascript.mjs').Node[]} trees main's modules @returns {string[]} what is wrong */
export function checkScheme(trees) {
  const registrations = trees.flatMap((ast) =>
    findAll(ast, (node) => calledName(node) === 'registerSchemesAsPrivileged').map((found) => ({
      ...found,
      ast,
    })),
  )
  if (registrations.length === 0) return ['main: no scheme is registered as privileged']
  return registrations.flatMap(({ node, ancestors, ast }) => [
    ...(runsAtLoad(ast, ancestors) && !followsReady(ast, node)
      ? []
      : ['main: the scheme is not registered while main loads, so perhaps after the app is ready']),
    ...checkPrivileges(node.arguments[0]),
  ])
}

/** Whether main waits for `whenReady` at its top level before the registration. */
function followsReady(ast, registration) {
  const waits = findAll(ast, (node) => node.type === 'AwaitExpression')
  return waits.some(
    ({ node, ancestors }) =>
      node.start < registration.start &&
      runsAtLoad(ast, ancestors) &&
      findAll(node, (part) => memberName(part) === 'whenReady').length > 0,
  )
}

function checkPrivileges(list) {
  if (list?.type !== 'ArrayExpression') return ['main: the privileged schemes are not an array literal']
  return list.elements.flatMap((element) => {
    const properties = element?.type === 'ObjectExpression' ? element.properties : []
    const privileges = properties.find((property) => keyOf(property) === 'privileges')?.value
    const granted = (name) =>
      privileges?.properties?.some((entry) => keyOf(entry) === name && booleanOf(entry.value) === true)
    return PRIVILEGES.filter((name) => !granted(name)).map((name) => `main: the scheme lacks ${name}: true`)
  })
}
