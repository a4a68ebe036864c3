import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftComposer } from '../../src/core/compose/draft-composer.ts'
import { proposePages } from '../../src/core/draft/layout/propose.ts'
import { facts, findingsOf, headline } from '../../src/renderer/layout/proposal-words.ts'
import { isMessage, message } from '../../src/shared/messages.ts'
import { rebuildSample } from '../support/real-page.ts'

const rules = join(import.meta.dirname, '../../src/core/draft/layout/rules')
const say = (key: Parameters<typeof message>[1], values?: Parameters<typeof message>[2]) =>
  message('zh', key, values)

describe('the words for a proposal', () => {
  it('are there for every rule that the checker names', () => {
    const text = readdirSync(rules)
      .map((file) => readFileSync(join(rules, file), 'utf8'))
      .join('\n')
    const names = new Set(
      [...text.matchAll(/(?:broken|flaw)\('([a-z-]+)'|each\(page, '([a-z-]+)'/g)].map((m) => m[1] ?? m[2]),
    )
    expect(names.size).toBeGreaterThan(15)
    for (const name of names) expect(isMessage(`layout.rule.${name}`), name).toBe(true)
  })

  it('say how it is built, how full it is, and which stories its faults are about', async () => {
    const { doc, reconstruction, shaper, template } = await rebuildSample()
    const { proposals } = proposePages(reconstruction, template, draftComposer(shaper), { count: 3 })
    expect(headline(proposals[0], doc, say)).toBe('上下分块 · 头条跨 5 栏 · 疏朗')
    expect(facts(proposals[0], say)).toBe('占满 99.8 % · 深 60 行 · 余 35 行广告')
    const all = proposals.flatMap((proposal) => findingsOf(proposal, doc, say))
    expect(all.map(({ text }) => text)).toContain('头条不在左：第 1 稿')
    const broken = proposals.map((proposal) => findingsOf(proposal, doc, say).map((said) => said.broken))
    for (const each of broken) expect(each).toEqual([...each].sort((a, b) => Number(b) - Number(a)))
  })
})
