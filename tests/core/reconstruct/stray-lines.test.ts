import { describe, expect, it } from 'vitest'
import type { LineLabel } from '../../../src/core/reconstruct/paragraphs/line-costs.ts'
import type { PageItem } from '../../../src/core/reconstruct/roles/roles.ts'
import { takeInStrays } from '../../../src/core/reconstruct/roles/stray-lines.ts'
import type { SnippetRole } from '../../../src/core/reconstruct/roles/verdicts.ts'
import { buildItems, textOf } from '../../../src/core/reconstruct/stories/runs.ts'
import { columnLines, labelledLines } from './helpers.ts'

const UPPER = columnLines(12, '“我们要一个懂豆渣的人。”豆制品厂的老板贴出这张需求单。')
const BROKEN = columnLines(12, '他把探头插进土里，几秒钟后屏幕上跳出了读数')
const LOWER = columnLines(12, '每一单完成后，由需求方按速度打分，低于六十分的不予结账。')
const NEWS = columnLines(12, '本报讯 3月7日，望津港第一条自动化码头开始试运行，装卸效率提高近三成。')

/** The texts of the items, paragraphs parted by bars, subheads marked; every line of display type has this role. */
function takenIn(role: SnippetRole, ...lines: [LineLabel, string][]): string[] {
  const items = buildItems(labelledLines(12, ...lines)).map((item) =>
    item.type === 'body' ? item : { ...item, role },
  )
  return takeInStrays(items as PageItem[]).map((item) =>
    item.type === 'body'
      ? item.paragraphs.map((each) => `${each.kind === 'subhead' ? '#' : ''}${textOf(each).text}`).join('|')
      : item.text.text,
  )
}

describe('a line set apart between two pieces of one measure', () => {
  const joined = (lines: [LineLabel, string][]) => lines.map(([, text]) => text).join('')

  it('is the subhead of the lower one, where nothing else has their measure', () => {
    const line: [LineLabel, string] = ['display', '评单：好不好用户说了算']
    expect(takenIn('body', ...UPPER, line, ...LOWER)).toEqual([
      `${joined(UPPER)}|#评单：好不好用户说了算|${joined(LOWER)}`,
    ])
  })

  it('is a piece of the sentence that the upper one stops in', () => {
    const pieces: [LineLabel, string][] = [
      ['display', 'pH'],
      ['display', '值'],
    ]
    expect(takenIn('body', ...BROKEN, ...pieces, ...LOWER)).toEqual([`${joined(BROKEN)}pH值${joined(LOWER)}`])
  })

  it('stays where it is when it is a head, heads a letter, or news or other columns follow', () => {
    const head: [LineLabel, string] = ['display', '自动化码头开始试运行']
    const letter: [LineLabel, string] = ['display', '编辑同志：']
    expect(takenIn('headline', ...UPPER, head, ...LOWER)).toHaveLength(3)
    expect(takenIn('body', ...UPPER, letter, ...LOWER)).toHaveLength(3)
    expect(takenIn('body', ...UPPER, head, ...NEWS)).toHaveLength(3)
    expect(takenIn('body', ...UPPER, head, ...LOWER, head, head, ...LOWER)).toHaveLength(6)
  })
})
