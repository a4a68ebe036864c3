import { expect, it } from 'vitest'
import { judge } from '../../build/audit.mjs'

const report = (vulnerabilities: Record<string, { severity: string }>) =>
  JSON.stringify({
    vulnerabilities,
    metadata: { vulnerabilities: { total: Object.keys(vulnerabilities).length }, dependencies: { prod: 90 } },
  })

it('passes what has no high weakness', () => {
  expect(judge(report({}))).toEqual({
    code: 0,
    text: 'audited 90 packages that ship: 0 weaknesses, none high',
  })
  expect(judge(report({ a: { severity: 'moderate' } })).code).toBe(0)
})

it('fails on a high one, and names it', () => {
  expect(judge(report({ yjs: { severity: 'critical' } }))).toEqual({ code: 1, text: 'critical: yjs' })
})

it('says that a registry cannot be asked, and fails nothing', () => {
  const closed = JSON.stringify({ error: { code: 'ENOAUDIT', summary: 'Not Found' } })
  expect(judge(closed)).toEqual({
    code: 0,
    text: 'NOT AUDITED: the registry has no audit service (Not Found)',
  })
  expect(judge('')).toMatchObject({ code: 0 })
  expect(judge('<html>').text).toContain('NOT AUDITED')
})
