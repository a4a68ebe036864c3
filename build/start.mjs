// npm start: builds what has changed and opens the app.
//
//   npm start -- [FILE] [--headless]
//
// The app runs in Electron. Where Electron's binary is missing and cannot be downloaded, it runs on an installed
// Chromium through tests/electron-standin, and says so; BANXIN_REQUIRE_REAL=1 forbids that.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { CHROMIUM, ensurePackages } from './system-packages.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const STAND_IN = join(ROOT, 'tests', 'electron-standin')
const ELECTRON = join(ROOT, 'node_modules', 'electron')
const DOWNLOAD_LIMIT_MS = 60_000
const SOURCES = ['src', 'assets', 'package.json', 'electron.vite.config.ts']
const BUNDLES = [
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/cli/common-fonts.js',
]

/** Says the same in Chinese and in English. */
function say(chinese, english) {
  console.error(chinese)
  console.error(english)
}

/** A reason not to start, told to the person in both languages. */
class CannotStart extends Error {
  constructor(chinese, english) {
    super(`${chinese}\n${english}`)
  }
}

// ---- what is asked for

/**
 * @param {string[]} given after `npm start --`
 * @param {string} folder where the person stands; npm itself changes to the project
 * @param {(path: string) => boolean} [exists]
 * @returns {{ headless: boolean, appArguments: string[] }} files as absolute paths, all other arguments as they are
 */
export function readArguments(given, folder, exists = existsSync) {
  const appArguments = given
    .filter((argument) => argument !== '--headless')
    .map((argument) => {
      const file = resolve(folder, argument)
      return !argument.startsWith('-') && exists(file) ? file : argument
    })
  return { headless: given.includes('--headless'), appArguments }
}

/**
 * @param {{ platform: string, env: NodeJS.ProcessEnv, headless: boolean }} situation
 * @returns {boolean} whether a window would have nowhere to appear
 */
export function lacksDisplay({ platform, env, headless }) {
  return platform === 'linux' && !headless && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

function requireDisplay(headless) {
  if (!lacksDisplay({ platform: process.platform, env: process.env, headless })) return
  throw new CannotStart(
    '没有可用的显示器（DISPLAY 和 WAYLAND_DISPLAY 都未设置）。请在桌面会话里运行，或用 ssh -X 登录，或运行 xvfb-run -a npm start；不需要窗口时加 -- --headless。',
    'There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). Run this in a desktop session, log in with ssh -X, or run xvfb-run -a npm start; add -- --headless when no window is needed.',
  )
}

// ---- the build

/** @param {string} path a file, or a folder with all that is in it */
function newestChange(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  const inside = readdirSync(path, { recursive: true }).map((name) => statSync(join(path, name)).mtimeMs)
  return Math.max(stats.mtimeMs, ...inside)
}

/** @param {string} root @returns {boolean} whether all bundles are there and newer than all sources */
export function isBuilt(root) {
  const bundles = BUNDLES.map((path) => join(root, path))
  if (!bundles.every((path) => existsSync(path))) return false
  const sources = SOURCES.map((path) => join(root, path)).filter((path) => existsSync(path))
  const built = Math.min(...bundles.map((path) => statSync(path).mtimeMs))
  return sources.every((path) => newestChange(path) <= built)
}

function buildIfNeeded() {
  if (isBuilt(ROOT)) return
  const { status } = spawnSync('npm', ['run', 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new CannotStart('构建失败，原因见上。', 'The build failed; the reason is above.')
}

// ---- the runtime

/**
 * @param {string} packageFolder of the npm package electron
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null} Electron's binary, if it is installed; resolved as the package itself does
 */
export function findElectron(packageFolder, env) {
  const pathFile = join(packageFolder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH || (name && join(packageFolder, 'dist'))
  if (!folder) return null
  const binary = join(folder, name ?? 'electron')
  return existsSync(binary) ? binary : null
}

function downloadElectron() {
  const installer = join(ELECTRON, 'install.js')
  if (!existsSync(installer)) {
    throw new CannotStart('请先运行 npm ci。', 'Run npm ci first: the npm package electron is not installed.')
  }
  say('正在下载 Electron（最多一分钟）…', 'Downloading Electron (a minute at most) …')
  spawnSync(process.execPath, [installer], { cwd: ROOT, stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS })
}

async function findStandIn() {
  const { findChromium } = createRequire(import.meta.url)(join(STAND_IN, 'lib', 'chromium-path.cjs'))
  if (!findChromium()) await ensurePackages([CHROMIUM])
  return join(STAND_IN, 'electron')
}

/** @returns {Promise<{ binary: string, real: boolean }>} */
async function findRuntime() {
  if (!findElectron(ELECTRON, process.env)) downloadElectron()
  const binary = findElectron(ELECTRON, process.env)
  if (binary) return { binary, real: !resolve(binary).startsWith(STAND_IN) }
  const chinese = 'Electron 没有安装，也无法下载（可以稍后再运行 npx install-electron）。'
  const english = 'Electron is not installed and could not be downloaded (npx install-electron tries again).'
  if (process.env.BANXIN_REQUIRE_REAL === '1') throw new CannotStart(chinese, english)
  if (process.platform === 'win32') {
    throw new CannotStart(
      `${chinese}替代方案只支持 Linux 和 macOS。`,
      `${english} The fallback needs Linux or macOS.`,
    )
  }
  say(
    `${chinese}现在改用本机的 Chromium 运行，没有系统菜单，功能以真正的 Electron 为准。`,
    `${english} The app now runs on an installed Chromium instead; it has no native menus there.`,
  )
  return { binary: await findStandIn(), real: false }
}

/**
 * Switches and environment that the runtime needs besides the app's own arguments.
 * @param {{ real: boolean, headless: boolean, isRoot: boolean, env: NodeJS.ProcessEnv }} situation
 * @returns {{ switches: string[], env: NodeJS.ProcessEnv }}
 */
export function runtimeSettings({ real, headless, isRoot, env }) {
  const switches = []
  if (real && isRoot) switches.push('--no-sandbox')
  if (real && headless) switches.push('--ozone-platform=headless')
  if (real || !headless) return { switches, env }
  // The stand-in is headless whenever there is no display.
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...rest } = env
  return { switches, env: rest }
}

function run(binary, args, env) {
  const child = spawn(binary, args, { cwd: ROOT, stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

async function start() {
  const folder = process.env.INIT_CWD ?? process.cwd()
  const { headless, appArguments } = readArguments(process.argv.slice(2), folder)
  requireDisplay(headless)
  buildIfNeeded()
  const { binary, real } = await findRuntime()
  const isRoot = process.platform === 'linux' && process.getuid() === 0
  const { switches, env } = runtimeSettings({ real, headless, isRoot, env: process.env })
  if (switches.includes('--no-sandbox')) {
    say('以 root 运行：Chromium 的沙箱已关闭。', "Running as root: Chromium's sandbox is off.")
  }
  run(binary, [...switches, ROOT, ...appArguments], env)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await start().catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
