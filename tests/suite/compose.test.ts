/**
 * Composition cases as plain text: settings, a paragraph, and the lines it must be set in, counted by hand with
 * the fake font; ⏎ is a forced break. A line's notes stand in brackets: squeezed marks and stretched gaps, in em.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { breakParagraph } from '../../src/core/compose/break-paragraph.ts'
import type { Unit } from '../../src/core/compose/unit.ts'
import { prepareParagraph, TypeRoom } from '../../src/core/compose/units.ts'
import type { Paragraph } from '../../src/core/doc/schema.ts'
import { PageBuilder } from '../../src/core/draft/page-builder.ts'
import { fakeShaper } from '../support/fake-shaper.ts'
import { openTemplate } from '../support/real-page.ts'

const folder = join(import.meta.dirname, 'compose')

interface Case {
  name: string
  measure: number
  indent: number
  preset: string
  dateline: string
  breaking: 'first-fit' | 'total-fit' | ''
  orphans: boolean
  text: string
  lines: string[]
}

function readCases(file: string): Case[] {
  const blocks = readFileSync(join(folder, file), 'utf8').split(/^# /m).slice(1)
  return blocks.map((block) => {
    const [head = '', text = '', expected = ''] = block.split(/^---$/m)
    const [name = '', ...settings] = head.trim().split('\n')
    const setting = (key: string, otherwise: string) =>
      settings
        .find((line) => line.startsWith(`${key}:`))
        ?.slice(key.length + 1)
        .trim() ?? otherwise
    return {
      name,
      measure: Number(setting('measure', '8')),
      indent: Number(setting('indent', '0')),
      preset: setting('preset', 'kjrb'),
      dateline: setting('dateline', ''),
      breaking: setting('breaking', '') as Case['breaking'],
      orphans: setting('orphans', 'as the preset has it') === 'never',
      text: text.trim().replaceAll('⏎', '\n'),
      lines: expected.trim().split('\n'),
    }
  })
}

function setLines({ measure, indent, preset, dateline, breaking, orphans, text }: Case): string[] {
  const { doc } = new PageBuilder(openTemplate())
  const body = doc.paragraphStyles.body
  if (!body) throw new Error('the template has no body style')
  doc.paragraphStyles.body = { ...body, indentEm: indent, preset }
  const rules = doc.presets[preset]
  if (!rules) throw new Error(`there is no preset named ${preset}`)
  const changes = { ...(breaking && { breaking }), ...(orphans && { orphanControl: true }) }
  doc.presets = { ...doc.presets, [preset]: { ...rules, ...changes } }
  const runs = dateline
    ? [{ text: dateline, style: 'dateline' }, { text: text.slice(dateline.length) }]
    : [{ text }]
  const paragraph: Paragraph = { style: 'body', runs }
  const broken = breakParagraph(prepareParagraph(doc, paragraph, new TypeRoom(fakeShaper)), measure)
  return broken.lines.map((line) => {
    const notes = [
      note('squeeze', line.squeezedEm) + squeezesUsed(line.shares),
      note('spaces', line.wordStretchEm + line.gapStretchEm),
      note('gaps', line.stretchEm),
      note('over', line.overfullEm),
      line.forced ? 'forced' : '',
    ]
    const said = notes.filter(Boolean).join(', ')
    const units = broken.units.slice(line.from, line.to)
    const shown = text.slice((units[0] as Unit).start, (units.at(-1) as Unit).end)
    const hyphen = units.at(-1)?.hyphen && broken.units[line.next]?.joined ? '-' : ''
    return shown + hyphen + (said && ` [${said}]`)
  })
}

/** Which of the preset's squeezes were used, counted from 1, where there are several. */
const squeezesUsed = (shares: readonly number[]): string => {
  const used = shares.flatMap((share, i) => (share > 0 ? [i + 1] : []))
  return shares.length > 1 && used.length > 0 ? ` by ${used.join('+')}` : ''
}

const note = (name: string, em: number): string =>
  em > 1e-4 ? `${name} ${Math.round(em * 1000) / 1000}` : ''

describe.each(readdirSync(folder).filter((file) => file.endsWith('.txt')))('%s', (file) => {
  it.each(readCases(file).map((each) => [each.name, each] as const))('%s', (_name, each) => {
    expect(setLines(each)).toEqual(each.lines)
  })
})
