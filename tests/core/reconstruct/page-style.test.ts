import { describe, expect, it } from 'vitest'
import { styleFeatures } from '../../../src/core/reconstruct/roles/page-style.ts'
import type { Snippet } from '../../../src/core/reconstruct/roles/snippets.ts'
import type { SnippetRole } from '../../../src/core/reconstruct/roles/verdicts.ts'

type Chances = Record<SnippetRole, number>
const NONE = { headline: 0, kicker: 0, deck: 0, section: 0, byline: 0, credit: 0, caption: 0, body: 0 }
const surely = (role: SnippetRole): Chances => ({ ...NONE, other: 0, [role]: 1 })
const display = (doubled: boolean) => ({ type: 'display', lines: [{ doubled }] }) as unknown as Snippet
const styles = (...lines: [doubled: boolean, Chances][]) =>
  styleFeatures(
    lines.map(([doubled]) => display(doubled)),
    lines.map(([, chances]) => chances),
  )

describe('the style of a page', () => {
  const headline = surely('headline')
  const kicker = surely('kicker')

  it('is whether its other headlines and kickers are doubled', () => {
    const unsure: Chances = { ...NONE, other: 0, headline: 0.5, kicker: 0.5 }
    const page = styles([true, headline], [false, kicker], [true, headline], [false, kicker], [false, unsure])
    expect(page.at(-1)).toContain('display:doubled=false&headline=0.88&kicker=0.12')
  })

  it('leaves a text itself out', () => {
    const [first] = styles([true, headline], [false, kicker], [false, kicker])
    expect(first).toContain('display:doubled=true&headline=?')
    expect(first).toContain('display:doubled=true&kicker=0.12')
  })

  it('says nothing where all lines are alike, and of no running text', () => {
    expect(styles([true, headline], [true, kicker])).toEqual([[], []])
    const short = { type: 'short', lines: [{ doubled: false }] } as unknown as Snippet
    const mixed = [display(true), display(false), short]
    expect(styleFeatures(mixed, [headline, kicker, surely('caption')])[2]).toEqual([])
  })
})
