// Which names Electron exports, read from its own declarations.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What a sandboxed preload gets from `require('electron')`; see "Process Sandboxing" in Electron's documentation. */
export const PRELOAD_ELECTRON = new Set([
  'contextBridge',
  'crashReporter',
  'ipcRenderer',
  'nativeImage',
  'webFrame',
  'webUtils',
])

/**
 * The values that main can import from 'electron'.
 * @param {string} root project whose node_modules holds electron; else the one beside this file
 * @returns {Set<string>}
 */
export function mainElectronNames(root) {
  const declarations = readFileSync(declarationsFile(root), 'utf8')
  const names = ['Main', 'Common'].flatMap((namespace) => valuesOf(declarations, namespace))
  return new Set(names)
}

function declarationsFile(root) {
  for (const base of [join(root, 'package.json'), import.meta.url]) {
    try {
      return join(dirname(createRequire(base).resolve('electron/package.json')), 'electron.d.ts')
    } catch {
      // Not installed there.
    }
  }
  throw new Error('the npm package electron is not installed')
}

function valuesOf(declarations, namespace) {
  const body = new RegExp(`namespace ${namespace} \\{([\\s\\S]*?)^  \\}`, 'm').exec(declarations)?.[1] ?? ''
  return [...body.matchAll(/^ {4}(?:const|class|function) (\w+)/gm)].map((match) => match[1])
}
