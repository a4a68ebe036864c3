#!/usr/bin/env node
/**
 * npm audit of the packages that ship. Known weaknesses of high severity fail; a registry that cannot be asked, as
 * behind a mirror without that service, is said plainly and fails nothing.
 */
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

const FAILING = ['high', 'critical']

/**
 * @param {string} output what `npm audit --json` printed
 * @returns {{ code: 0 | 1, text: string }}
 */
export function judge(output) {
  let report
  try {
    report = JSON.parse(output)
  } catch {
    return { code: 0, text: 'NOT AUDITED: npm audit gave no answer that can be read' }
  }
  const problem = report.error?.summary ?? report.message
  if (!report.metadata?.vulnerabilities) {
    return {
      code: 0,
      text: `NOT AUDITED: the registry has no audit service (${problem || 'no reason given'})`,
    }
  }
  const counts = report.metadata.vulnerabilities
  const bad = Object.entries(report.vulnerabilities ?? {}).filter(([, { severity }]) =>
    FAILING.includes(severity),
  )
  const total = report.metadata.dependencies?.prod ?? 0
  if (bad.length === 0)
    return { code: 0, text: `audited ${total} packages that ship: ${counts.total} weaknesses, none high` }
  return { code: 1, text: bad.map(([name, { severity }]) => `${severity}: ${name}`).join('\n') }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    timeout: 120_000,
  })
  const { code, text } = judge(stdout ?? '')
  console.log(text)
  process.exitCode = code
}
