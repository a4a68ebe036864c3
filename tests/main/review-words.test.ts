/** Whatever the core says of a doubt, the window has words for it. */
import { describe, expect, it } from 'vitest'
import { CHOICES, DOUBT_CODES } from '../../src/core/reconstruct/doubts/doubt-codes.ts'
import { REASON_CODES } from '../../src/core/reconstruct/doubts/doubt-reasons.ts'
import { isMessage } from '../../src/shared/messages.ts'
import { REVIEW_TEXTS } from '../../src/shared/messages-review.ts'
import { dump, page08, reconstructed } from '../core/reconstruct/helpers.ts'

const hasWords = (key: string) => expect(isMessage(key), key).toBe(true)

describe('there are words', () => {
  it('for every doubt, choice and reason', () => {
    for (const code of DOUBT_CODES) hasWords(`doubt.${code}`)
    for (const choice of CHOICES) hasWords(`choice.${choice}`)
    for (const code of REASON_CODES) hasWords(`reason.${code}`)
  })

  it('for every reason that reconstruction gives on pages', () => {
    const pages = [page08(), dump('chromium-pdftotext-raw-heads-last'), dump('chromium-pdftotext-scrambled')]
    const reasons = pages.flatMap((text) => reconstructed(text).doubts.flatMap((doubt) => doubt.reasons))
    expect(reasons.length).toBeGreaterThan(10)
    for (const { code } of reasons) hasWords(`reason.${code}`)
  })
})

describe('the words of review', () => {
  const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

  it('quote the same values in both languages, and keep to the house words', () => {
    for (const [key, { zh, en }] of Object.entries(REVIEW_TEXTS)) {
      expect(values(en), key).toEqual(values(zh))
      expect(zh, key).not.toMatch(/请您|抱歉|！|成功/)
    }
  })
})
