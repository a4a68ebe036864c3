import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkBuild } from '../../build/check-build.mjs'

type Files = Record<string, string | null>

const MAIN = `
import { join, dirname } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { app, BrowserWindow, protocol } from 'electron'
import { strFromU8 } from 'fflate'
const here = dirname(import.meta.dirname)
function registerScheme() {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: !0, supportFetchAPI: true } },
  ])
}
registerScheme()
app.whenReady().then(async () => {
  protocol.handle('app', () => new Response(strFromU8(new Uint8Array())))
  new BrowserWindow({ webPreferences: { preload: join(here, 'preload', 'index.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true } })
  await writeFile(join(app.getPath('userData'), 'state.json'), '{}')
})
`
const PRELOAD = `'use strict'
let electron = require('electron')
electron.contextBridge.exposeInMainWorld('api', { ask: (...args) => electron.ipcRenderer.invoke(...args) })
`
const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'"
const HTML = `<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<!-- <script>a comment is not a script</script> -->
<title>版心 <script></title>
<link rel="stylesheet" href="./assets/index.css">
<script type="module" crossorigin src="./assets/index.js"></script>
</head><body><div id="root"></div></body></html>`

const packageJson = (patch: object = {}) =>
  JSON.stringify({
    type: 'module',
    main: 'out/main/index.js',
    dependencies: { fflate: '1', native: '1', absent: '1' },
    devDependencies: { electron: '45.4.1' },
    ...patch,
  })

const GOOD: Files = {
  'package.json': packageJson(),
  'node_modules/fflate/package.json': '{}',
  'node_modules/native/package.json': '{ "gypfile": true }',
  'out/main/index.js': MAIN,
  'out/preload/index.cjs': PRELOAD,
  'out/renderer/index.html': HTML,
  'out/renderer/assets/index.css': '',
  'out/renderer/assets/index.js':
    "import './part.js'; if (typeof process === 'object') await import('node:fs'); console.log('electron', 'node:fs')",
  'out/renderer/assets/part.js': 'export {}',
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Problems of the good build with some files replaced, or left out where the patch says null. */
function problemsWith(patch: Files): string[] {
  const root = mkdtempSync(join(tmpdir(), 'banxin-check-build-'))
  folders.push(root)
  for (const [name, text] of Object.entries({ ...GOOD, ...patch })) {
    if (text === null) continue
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return checkBuild(root)
}

const main = (from: string, to: string): Files => ({ 'out/main/index.js': replaced(MAIN, from, to) })
const mainPlus = (code: string): Files => ({ 'out/main/index.js': `${MAIN}\n${code}` })
const preload = (code: string): Files => ({ 'out/preload/index.cjs': code })
const html = (from: string, to: string): Files => ({ 'out/renderer/index.html': replaced(HTML, from, to) })
const script = (code: string): Files => ({ 'out/renderer/assets/index.js': code })

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the good build does not contain ${from}`)
  return text.replace(from, to)
}

test('a good build has no problems', () => {
  expect(problemsWith({})).toEqual([])
})

const FAULTS: [string, Files, string][] = [
  ['main is missing', { 'out/main/index.js': null }, 'main "out/main/index.js" does not exist'],
  [
    'electron is shipped twice',
    { 'package.json': packageJson({ dependencies: { electron: '45', fflate: '1' } }) },
    'electron belongs to devDependencies',
  ],
  [
    'electron is no dependency at all',
    { 'package.json': packageJson({ devDependencies: {} }) },
    'electron is not a devDependency',
  ],
  [
    'the preload is not packaged',
    { 'package.json': packageJson({ files: ['out/main/**', 'out/renderer'] }) },
    'out/preload is missing from files',
  ],

  [
    'the preload is a module',
    preload("import { ipcRenderer } from 'electron'"),
    'preload: not a classic script',
  ],
  ['the preload has two files', { 'out/preload/part.cjs': '' }, 'preload: expected the one file index.cjs'],
  [
    'the preload has the wrong ending',
    {
      ...main("'index.cjs'", "'index.mjs'"),
      'out/preload/index.cjs': null,
      'out/preload/index.mjs': '',
    },
    'found index.mjs',
  ],
  [
    'the preload requires Node',
    preload("require('node:fs')"),
    "preload: require('node:fs') is not available",
  ],
  [
    'the preload requires a file',
    preload("require('./part.cjs')"),
    "preload: require('./part.cjs') is not available",
  ],
  [
    'the preload requires what it computes',
    preload("require(['f', 's'].join(''))"),
    'preload: require() of a computed name',
  ],
  ['the preload imports later', preload("import('./late.js')"), 'preload: import(./late.js)'],
  [
    'the preload uses a module of main',
    preload("const { shell } = require('electron')"),
    'preload: electron.shell',
  ],
  [
    'the preload uses a module of main by a variable',
    preload("const e = require('electron'); e.dialog"),
    'preload: electron.dialog',
  ],
  ['the preload blocks', preload("require('electron').ipcRenderer.sendSync('x')"), 'preload: sendSync'],

  [
    'main imports a package that is not shipped',
    main("'fflate'", "'vite'"),
    "main: 'vite' is not in dependencies",
  ],
  [
    'main imports a package that is not installed',
    mainPlus("import 'absent/part'"),
    "main: 'absent/part' is not installed",
  ],
  ['main imports a native package', mainPlus("await import('native')"), "main: 'native' is a native module"],
  [
    'main requires a native file',
    mainPlus(
      "import { createRequire } from 'node:module'; const r = createRequire(import.meta.url); r('./addon.node')",
    ),
    './addon.node is a native module',
  ],
  [
    'main imports a chunk that is missing',
    mainPlus("import './chunk.js'"),
    'main: ./chunk.js does not exist',
  ],
  [
    'main imports a name that Electron lacks',
    main('{ app, ', '{ application, app, '),
    'main: electron does not export application',
  ],
  ['main is no module', mainPlus('with (app) {}'), 'main: index.js is not a module'],
  ['main uses __dirname', mainPlus('console.log(__dirname)'), 'main: __dirname does not exist in a module'],
  [
    'main writes into the package',
    mainPlus("await writeFile(join(here, 'cache'), '')"),
    'main: writeFile writes inside the package',
  ],
  [
    'main forks',
    mainPlus("import { fork } from 'node:child_process'; fork('x')"),
    'main: child_process.fork',
  ],
  [
    'main runs Electron as Node',
    mainPlus("process.env.ELECTRON_RUN_AS_NODE = '1'"),
    'main: ELECTRON_RUN_AS_NODE',
  ],
  [
    'main opens Chromium’s doors',
    mainPlus("app.commandLine.appendSwitch('disable-web-security')"),
    'main: the switch disable-web-security',
  ],

  ['no sandbox', main('sandbox: true', 'sandbox: false'), 'main: webPreferences.sandbox is false'],
  [
    'a sandbox that depends',
    main('sandbox: true', 'sandbox: app.isPackaged'),
    'main: webPreferences.sandbox is not a literal',
  ],
  [
    'no isolation, minified',
    main('contextIsolation: true', 'contextIsolation: !1'),
    'main: webPreferences.contextIsolation is false',
  ],
  [
    'Node in the page',
    main('nodeIntegration: false', 'nodeIntegration: true'),
    'main: webPreferences.nodeIntegration is true',
  ],
  [
    'no web security',
    main('webSecurity: true', 'webSecurity: false'),
    'main: webPreferences.webSecurity is false',
  ],
  [
    'the preload path is wrong',
    main("'preload', 'index.cjs'", "'preload', 'index.js'"),
    'main: the preload preload/index.js does not exist',
  ],

  ['the scheme is not standard', main('standard: true, ', ''), 'main: the scheme lacks standard: true'],
  ['the scheme is not secure', main('secure: !0', 'secure: !1'), 'main: the scheme lacks secure: true'],
  [
    'the scheme has no fetch',
    main('supportFetchAPI: true', 'corsEnabled: true'),
    'main: the scheme lacks supportFetchAPI: true',
  ],
  ['no scheme', main('registerSchemesAsPrivileged', 'somethingElse'), 'main: no scheme is registered'],
  [
    'the scheme is registered in whenReady',
    main(
      'registerScheme()\napp.whenReady().then(async () => {',
      'app.whenReady().then(async () => { registerScheme()',
    ),
    'main: the scheme is not registered while main loads',
  ],
  [
    'the scheme is registered after an awaited whenReady',
    main('function registerScheme', 'await app.whenReady()\nfunction registerScheme'),
    'main: the scheme is not registered while main loads',
  ],

  ['no policy', html('http-equiv', 'data-was'), 'renderer: index.html has no Content-Security-Policy'],
  [
    'a policy that allows eval',
    html("'wasm-unsafe-eval'", "'unsafe-eval'"),
    "renderer: the policy's script-src allows 'unsafe-eval'",
  ],
  [
    'a policy that allows inline scripts',
    html("'wasm-unsafe-eval'", "'unsafe-inline'"),
    "renderer: the policy's script-src allows 'unsafe-inline'",
  ],
  [
    'a policy that allows a host',
    html("'wasm-unsafe-eval'", 'https://cdn.example'),
    "renderer: the policy's script-src allows https://cdn.example",
  ],
  ['a policy without a default', html("default-src 'none'; ", ''), 'renderer: the policy has no default-src'],
  [
    'a policy that comes late',
    html('<head>', '<head><script src="./assets/index.js"></script>'),
    'renderer: the Content-Security-Policy stands after',
  ],
  [
    'an inline script',
    html('</body>', '<script type="module">run()</script></body>'),
    'renderer: index.html has an inline script',
  ],
  [
    'a script in an attribute',
    html('id="root"', 'id="root" onclick="run()"'),
    'renderer: <div onclick> is an inline script',
  ],
  [
    'an absolute address',
    html('./assets/index.js', '/assets/index.js'),
    'renderer: /assets/index.js is not relative',
  ],
  [
    'an address on the net',
    html('./assets/index.css', 'https://cdn.example/x.css'),
    'renderer: https://cdn.example/x.css is not relative',
  ],
  [
    'an asset that is missing',
    html('./assets/index.css', './assets/gone.css'),
    'renderer: ./assets/gone.css does not exist',
  ],
  ['no document', { 'out/renderer/index.html': null }, 'renderer: index.html does not exist'],

  [
    'the renderer imports electron',
    script("import { shell } from 'electron'"),
    'renderer: assets/index.js imports electron',
  ],
  [
    'the renderer requires electron',
    script("const e = typeof require === 'function' && require('electron')"),
    'imports electron',
  ],
  [
    'the renderer imports Node',
    script("import fs from 'node:fs'"),
    'renderer: assets/index.js imports node:fs',
  ],
  [
    'the renderer imports Node by its short name',
    script("export * from 'path'"),
    'renderer: assets/index.js imports path',
  ],
  [
    'the renderer imports what is not bundled',
    script("import 'react'"),
    "imports 'react', which is not bundled",
  ],
]

test.each(FAULTS)('%s', (_name, patch, expected) => {
  expect(problemsWith(patch)).toEqual([expect.stringContaining(expected)])
})
