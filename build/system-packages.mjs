// Programs that are not npm packages: says which are missing, and installs them where that needs no question.
//
//   node build/system-packages.mjs      installs what the tests need

import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * @typedef {object} SystemPackage
 * @property {string} command the program
 * @property {string[]} [or] other names under which it may be installed
 * @property {string} debian the Debian package that has it
 * @property {string} for what it is needed for
 *
 * @typedef {object} Surroundings
 * @property {(command: string) => boolean} exists whether the program is on the PATH
 * @property {(command: string, args: string[]) => boolean} run whether the program ended well
 * @property {boolean} canInstall root on Debian or a relative of it
 * @property {(line: string) => void} say
 */

/** @type {SystemPackage} */
export const CHROMIUM = {
  command: 'chromium',
  or: ['google-chrome', 'chromium-browser'],
  debian: 'chromium',
  for: 'running the app where Electron is not installed',
}

/** @type {SystemPackage[]} */
export const TEST_PACKAGES = [
  CHROMIUM,
  { command: 'pdftoppm', debian: 'poppler-utils', for: 'drawing exported PDFs' },
  { command: 'pdffonts', debian: 'poppler-utils', for: 'listing the fonts of exported PDFs' },
  { command: 'pdftotext', debian: 'poppler-utils', for: 'reading the text of exported PDFs' },
  { command: 'qpdf', debian: 'qpdf', for: 'checking the structure of exported PDFs' },
  { command: 'mutool', debian: 'mupdf-tools', for: 'drawing exported PDFs a second way' },
  { command: 'gs', debian: 'ghostscript', for: 'separating exported PDFs into plates' },
]

const LOG = join(tmpdir(), `banxin-apt-${process.pid}.log`)
const TEN_MINUTES_MS = 600_000

function isOnPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder && existsSync(join(folder, command)))
}

function runLogged(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: TEN_MINUTES_MS,
  })
  appendFileSync(LOG, `$ ${[command, ...args].join(' ')}\n${stdout ?? ''}${stderr ?? ''}`)
  return status === 0
}

/** @type {Surroundings} */
const thisMachine = {
  exists: isOnPath,
  run: runLogged,
  canInstall: process.getuid?.() === 0 && existsSync('/etc/debian_version') && isOnPath('apt-get'),
  say: (line) => console.error(line),
}

/** @param {SystemPackage[]} packages @param {(command: string) => boolean} exists */
export function missingPackages(packages, exists) {
  return packages.filter(({ command, or = [] }) => ![command, ...or].some((name) => exists(name)))
}

/** @param {SystemPackage[]} missing @returns {string} */
function describeMissing(missing) {
  const lines = missing.map(
    (entry) => `  ${entry.command} (Debian package ${entry.debian}), for ${entry.for}`,
  )
  return ['These programs are missing:', ...lines].join('\n')
}

const debianNames = (packages) => [...new Set(packages.map(({ debian }) => debian))]

function install(names, run) {
  // Another package manager at work is waited for.
  const wait = ['-o', 'DPkg::Lock::Timeout=120']
  return (
    run('apt-get', [...wait, 'update']) &&
    run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...names])
  )
}

/**
 * Makes sure that the programs are there.
 * @param {SystemPackage[]} packages
 * @param {Partial<Surroundings>} [surroundings] for tests
 * @throws when some are missing and cannot be installed; the message names each with its package and its use
 */
export async function ensurePackages(packages, surroundings = {}) {
  const { exists, run, canInstall, say } = { ...thisMachine, ...surroundings }
  const missing = missingPackages(packages, exists)
  if (missing.length === 0) return
  const names = debianNames(missing)
  if (!canInstall) {
    throw new Error(`${describeMissing(missing)}\nInstall them with: sudo apt-get install ${names.join(' ')}`)
  }
  say(`Installing ${names.join(', ')} …`)
  // A mirror that stumbles once is common.
  const installed = install(names, run) || install(names, run)
  const stillMissing = missingPackages(missing, exists)
  if (stillMissing.length === 0) return
  const reason = installed ? 'apt-get reported success, and yet' : 'apt-get failed.'
  throw new Error(`${reason} ${describeMissing(stillMissing)}\nIts output is in ${LOG}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensurePackages(TEST_PACKAGES).catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
