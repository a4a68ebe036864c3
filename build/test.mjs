#!/usr/bin/env node
/**
 * Everything: format, lint, types, dead code, unit and suite tests, the build, its static check, journeys in a
 * window. Installs missing system tools where it may. The last line counts over all of it.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages, TEST_PACKAGES } from './system-packages.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const RESULTS = join(root, 'out/test')

/** Steps that pass or fail as a whole; `report` names the JSON in which a runner counts its own. */
const STEPS = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'types of core', command: ['tsc', '-p', 'tsconfig.core.json'] },
  { name: 'types of node', command: ['tsc', '-p', 'tsconfig.node.json'] },
  { name: 'types of web', command: ['tsc', '-p', 'tsconfig.web.json'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'audit of what ships', command: ['node', 'build/audit.mjs'] },
  { name: 'build', command: ['npm', 'run', 'build'] },
  { name: 'unit and suite tests', command: ['vitest', 'run'], report: 'unit.json', count: countVitest },
  { name: 'static check of the build', command: ['node', 'build/check-build.mjs'] },
  {
    name: 'stand-in specs',
    command: ['playwright', 'test', '-c', 'tests/electron-standin/playwright.config.ts'],
    report: 'stand-in.json',
    count: countPlaywright,
  },
  {
    name: 'journeys in the window',
    command: ['playwright', 'test'],
    report: 'e2e.json',
    count: countPlaywright,
  },
]

function countVitest(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }
}

function countPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

function run(command) {
  const [program, ...args] = command
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } })
  return new Promise((done) => {
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** What a step counts: its runner's own figures, or one for the step. A runner that died counts as a failure. */
function countStep(step, code) {
  const file = step.report && join(RESULTS, step.report)
  if (file && existsSync(file)) {
    const counted = step.count(JSON.parse(readFileSync(file, 'utf8')))
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
  }
  return code === 0 && !file ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

await ensurePackages(TEST_PACKAGES).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }
for (const step of STEPS) {
  console.log(`\n== ${step.name}`)
  const counted = countStep(step, await run(step.command))
  for (const key of Object.keys(total)) total[key] += counted[key]
  if (counted.failed > 0) console.log(`== ${step.name}: ${counted.failed} failed`)
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed > 0 ? 1 : 0
