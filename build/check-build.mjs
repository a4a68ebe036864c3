// Checks the built bundles for what boots on the stand-in and would fail, or be unsafe, in real Electron.
//
//   node build/check-build.mjs [ROOT]      prints ok, or a line for each problem and exits with 1

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkMain } from './check-build/main.mjs'
import { checkPreload } from './check-build/preload.mjs'
import { checkRenderer } from './check-build/renderer.mjs'

/** The folder of the package that a glob or a path in `files` starts with. */
const fixedPart = (pattern) => pattern.replace(/^\.?\//, '').replace(/\/?[^/]*[*?[{].*$/, '')

function checkPackage(root, packageJson) {
  const problems = []
  if (packageJson.dependencies?.electron) problems.push('package.json: electron belongs to devDependencies')
  else if (!packageJson.devDependencies?.electron)
    problems.push('package.json: electron is not a devDependency')
  if (!packageJson.main || !existsSync(join(root, packageJson.main))) {
    problems.push(`package.json: main "${packageJson.main}" does not exist`)
  }
  return [...problems, ...checkPackagedFiles(packageJson)]
}

/** With a `files` list, all three bundles must be in it. */
function checkPackagedFiles({ files }) {
  if (!Array.isArray(files)) return []
  const starts = files.filter((entry) => typeof entry === 'string' && !entry.startsWith('!')).map(fixedPart)
  const isListed = (path) =>
    starts.some((start) => start === '' || path === start || path.startsWith(`${start}/`))
  return ['out/main', 'out/preload', 'out/renderer']
    .filter((path) => !isListed(path))
    .map((path) => `package.json: ${path} is missing from files`)
}

/**
 * @param {string} root folder of package.json and out/
 * @returns {string[]} one line for each problem; empty when the build is good
 */
export function checkBuild(root) {
  const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const problems = checkPackage(root, packageJson)
  const hasMain = packageJson.main && existsSync(join(root, packageJson.main))
  return [
    ...problems,
    ...(hasMain ? checkMain(root, packageJson) : []),
    ...checkPreload(join(root, 'out', 'preload')),
    ...checkRenderer(join(root, 'out', 'renderer')),
  ]
}

function runAsProgram() {
  const problems = checkBuild(resolve(process.argv[2] ?? '.'))
  console.log(problems.length > 0 ? problems.map((problem) => `FAIL ${problem}`).join('\n') : 'ok')
  process.exitCode = problems.length > 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) runAsProgram()
