import { countOf, squash } from '../../language/characters.ts'
import { continues } from '../../language/continues.ts'
import { LinkModel } from '../learned/link-model.ts'
import weights from '../model/subheads.json' with { type: 'json' }
import { INDENT } from '../paragraphs/line-costs.ts'
import type { LabelledLine } from '../paragraphs/paragraph-pass.ts'
import { bucket } from '../roles/page-view.ts'
import type { BodyRun, Item, Paragraph } from './runs.ts'

const SUBHEADS = new LinkModel(weights)
const MAX_SIZE = 26
const ORDINAL =
  /^(?:[一二三四五六七八九十]+[、是]|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+|[0-9]+[.．、]|[①-⑩]|之[一二三四五])/u

/** Finds the subheads of all runs: lines that head what follows, also those taken for the start of a paragraph. */
export function findSubheads(items: readonly Item[]): Item[] {
  return items.map((item) => (item.type === 'body' ? { ...item, paragraphs: headed(item) } : item))
}

function headed(run: BodyRun): Paragraph[] {
  return run.paragraphs.flatMap((paragraph, i): Paragraph[] => {
    if (!mayBeSubhead(paragraph, run)) return [paragraph]
    if (SUBHEADS.odds(subheadFeatures(run, i)) <= 0) return [{ ...paragraph, kind: 'body' }]
    const [first, ...rest] = paragraph.lines
    if (rest.length === 0 || isWhole(paragraph)) return [{ ...paragraph, kind: 'subhead' }]
    const head: Paragraph = { kind: 'subhead', printed: paragraph.printed.slice(0, 1), lines: [first!] }
    return [head, { ...paragraph, kind: 'body', printed: paragraph.printed.slice(1), lines: rest }]
  })
}

/** Two lines without a full stop: both are the subhead. */
const isWhole = ({ lines }: Paragraph): boolean => lines.length === 2 && !/[。，]/u.test(lines[1]!.tidy.text)

/** Whether a paragraph, or its first line, is short enough and fits the words of a subhead. */
export function mayBeSubhead({ lines }: Paragraph, run: BodyRun): boolean {
  const first = lines[0]!
  const size = countOf(first.tidy.text)
  if (first.doubled || size < 2 || size > MAX_SIZE || first.width > run.measure - 0.4) return false
  if (/[。；，：]$/u.test(first.tidy.text.trim())) return false
  if (first.startsNews || first.letterSpaced) return false
  if (lines.length <= 1) return true
  // behind a subhead the paragraph itself begins, two em in
  return (
    isWhole({ kind: 'body', printed: [], lines }) ||
    lines[1]!.width <= run.measure - INDENT + 1.2 + 0.5 * lines[1]!.compressible
  )
}

/** By what it is judged whether a paragraph of a run is a subhead, or begins with one. */
export function subheadFeatures(run: BodyRun, index: number): Set<string> {
  const features = new Set<string>([''])
  const add = (name: string, ...holds: unknown[]) => {
    if (holds.every(Boolean)) features.add(name)
  }
  const { lines, kind } = run.paragraphs[index]!
  const [first, second, third] = lines
  const text = squash(first!.tidy.text)
  const size = countOf(text)
  const alone = lines.length === 1
  const whole = !alone && isWhole(run.paragraphs[index]!)
  const shape = `${alone ? 'alone' : whole ? 'two' : 'first'}`
  const end = /[？?]$/u.test(text)
    ? 'asks'
    : /[！!]$/u.test(text)
      ? 'cries'
      : /”$/u.test(text)
        ? 'quote'
        : /[）》]$/u.test(text)
          ? 'bracket'
          : /…$/u.test(text)
            ? 'dots'
            : 'open'
  const twins = run.paragraphs.filter((other, i) => i !== index && isTwin(text, other.lines[0]!, run)).length
  add(`shape=${shape}`)
  add(`shape=${shape}&label=${first!.label}`)
  add(`shape=${shape}&kind=${kind}`)
  add(`end=${end}&shape=${shape}`)
  add(`size=${bucket(size, [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 19])}&shape=${shape}`)
  add(`room=${bucket(run.measure - first!.width, [0.6, 1.5, 2.3, 3.5, 5, 8])}&shape=${shape}`)
  add(`twins=${Math.min(twins, 3)}`)
  add(`twins=${Math.min(twins, 2)}&end=${end}`)
  add('ordinal', ORDINAL.test(text))
  add('colon', text.includes('：'))
  add(`commas=${Math.min(2, text.match(/[，、]/gu)?.length ?? 0)}`)
  add('opens-quote', /^[“‘]/u.test(text))
  add(`balanced=${(text.match(/“/gu)?.length ?? 0) === (text.match(/”/gu)?.length ?? 0)}&end=${end}`)
  add('stop-inside', /[。！？].+/u.test(text))
  add('echoed', first!.echoed)
  add('people', first!.people)
  add('said', /说|表示|介绍|告诉/u.test(text))
  add('digits', /[0-9]/.test(text))
  add('date', first!.startsWithDate)
  add(`at=${index === 0 ? 'first' : index === run.paragraphs.length - 1 ? 'last' : 'inside'}`)
  add(`run=${bucket(run.paragraphs.length, [2, 4, 7, 12])}&shape=${shape}`)
  add(`measure=${bucket(run.measure, [12, 14, 17, 20, 24])}`)
  const before = run.paragraphs[index - 1]
  add(
    `before=${before ? `${before.kind},${before.lines.at(-1)!.label},${before.lines.at(-1)!.endsSentence > 0}` : 'none'}`,
  )
  const after = run.paragraphs[index + 1]
  add(`after=${after ? `${after.kind},${bucket(after.lines.length, [1, 2, 4])}` : 'none'}&shape=${shape}`)
  if (second && !whole) {
    add(`goes-on=${bucket(continues(first!.tidy.text, second.tidy.text), [-3, -1.5, -0.5, 0.5, 1.5, 3])}`)
    add(
      `indent=${bucket(run.measure - second.width, [-0.5, 0.4, 1.2, 1.8, 2.6, 3.5])}&spaced=${second.letterSpaced}`,
    )
    add(`fits=${fitsAsFirst(second, third, run)}`)
    add(
      `fits=${fitsAsFirst(second, third, run)}&goes-on=${bucket(continues(first!.tidy.text, second.tidy.text), [-1.5, 0, 1.5])}`,
    )
  }
  return features
}

/** Whether a line is as wide as one with an indent is, rather than as a full one. */
function fitsAsFirst(line: LabelledLine, next: LabelledLine | undefined, run: BodyRun): string {
  if (!next) return 'last'
  const room = run.measure - line.width
  const piece = next.firstPiece
  if (room <= piece - 0.3) return 'full'
  return room - INDENT <= piece + 0.3 && room >= INDENT - 0.8 ? 'indented' : 'neither'
}

/** Another short line of the run that is built the same way. */
function isTwin(text: string, line: LabelledLine, run: BodyRun): boolean {
  const other = squash(line.tidy.text)
  if (line.width > run.measure - 0.4 || /[。，；]$/u.test(other) || countOf(other) > MAX_SIZE) return false
  const alike =
    Math.abs(countOf(other) - countOf(text)) <= 1 && line.label !== 'middle' && line.label !== 'first'
  const form = (each: string) =>
    `${ORDINAL.test(each)}${each.indexOf('：') > 0}${/[？?]$/u.test(each)}${/^[“‘]/u.test(each)}`
  return (
    (form(text) === form(other) && (form(text) !== 'falsefalsefalsefalse' || alike)) ||
    (text[0] === other[0] && text.at(-1) === other.at(-1))
  )
}
