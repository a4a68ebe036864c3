/**
 * Composition cases as plain text: settings, a paragraph, and the lines it must be set in, counted by hand with
 * the fake font. A line's notes stand in brackets: squeezed marks and stretched gaps, in em.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { breakLine } from '../../src/core/compose/break-lines.ts'
import { prepareParagraph, type Unit } from '../../src/core/compose/units.ts'
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
      text: text.trim(),
      lines: expected.trim().split('\n'),
    }
  })
}

function setLines({ measure, indent, preset, dateline, text }: Case): string[] {
  const { doc } = new PageBuilder(openTemplate())
  const body = doc.paragraphStyles.body
  if (!body) throw new Error('the template has no body style')
  doc.paragraphStyles.body = { ...body, indentEm: indent, preset }
  const runs = dateline
    ? [{ text: dateline, style: 'dateline' }, { text: text.slice(dateline.length) }]
    : [{ text }]
  const paragraph: Paragraph = { style: 'body', runs }
  const { units } = prepareParagraph(doc, paragraph, fakeShaper)
  const lines: string[] = []
  for (let at = 0; at < units.length; ) {
    const line = breakLine(units, at, measure - (at === 0 ? indent : 0))
    const notes = [
      note('squeeze', line.squeezedEm),
      note('gaps', line.stretchEm),
      note('over', line.overfullEm),
    ]
    const said = notes.filter(Boolean).join(', ')
    lines.push(
      text.slice((units[at] as Unit).start, (units[line.to - 1] as Unit).end) + (said && ` [${said}]`),
    )
    at = line.next
  }
  return lines
}

const note = (name: string, em: number): string =>
  em > 1e-4 ? `${name} ${Math.round(em * 1000) / 1000}` : ''

describe.each(readdirSync(folder).filter((file) => file.endsWith('.txt')))('%s', (file) => {
  it.each(readCases(file).map((each) => [each.name, each] as const))('%s', (_name, each) => {
    expect(setLines(each)).toEqual(each.lines)
  })
})
