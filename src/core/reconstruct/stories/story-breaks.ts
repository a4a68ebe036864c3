import { countOf, isHan, squash } from '../../language/characters.ts'
import { LinkModel } from '../learned/link-model.ts'
import { startsAsNews, startsWithDate } from '../lines/line-features.ts'
import { Grams } from '../links/word-ties.ts'
import weights from '../model/breaks.json' with { type: 'json' }
import { bucket } from '../roles/page-view.ts'
import { takeLastWords } from './credits.ts'
import { type BodyRun, type Item, isClosed, type Paragraph, textOf } from './runs.ts'

const BREAKS = new LinkModel(weights)
/** A story parted in two does more harm than two in one; and printed stories are longer than those of the training. */
const SURE_ENOUGH = 2
/** How many of a paragraph's characters are compared with what stands before it. */
const LOOKED_AT = 160
const ROLE_WORD = /记者|通讯员|本报|读者|来源|综合|整理|据《|辑$|编$|供稿|编译|转自|摘自/u
const BRACKET_END = /[。！？…][”’]?\s*[（(]([^（）()。]{2,26})[）)]$/u
const GAP_END = /[。！？…][”’）)]*\s+([^。！？…；，]{2,26})$/u
const HAN_ONLY = /^\p{Script=Han}+$/u
const SOURCE_START = /^(?:据|记者|本报|新华社|\p{Script=Han}{1,4}讯|编辑同志|问：|答：|读者)/u
const GOES_ON_START =
  /^(?:但|而|然而|同时|此外|目前|如今|据介绍|据了解|据悉|他|她|它|这|那|该|其中|接下来|下一步|随后|于是|不过|另外|最后|对此|为此|因此|除此|与此)/u
const TIME_START = /近日|日前|昨天|昨日|今天|今年|上午|下午|傍晚|凌晨|周末|去年/u

/** A border between two paragraphs of a run, of which the second may begin another story. */
export interface Border {
  before: readonly Paragraph[]
  after: readonly Paragraph[]
  run: BodyRun
  page: BreakView
}

/** The page as breaks are judged on it. */
export class BreakView {
  /** Lines of display type for each run: many where runs hold several stories. */
  readonly headsByRun: number
  readonly #runsWith = new Map<string, number>()
  readonly #texts = new Map<Paragraph, { text: string; solid: string; unsigned: string }>()

  constructor(items: readonly Item[]) {
    const runs = items.filter((item) => item.type === 'body')
    const heads = items.filter((item) => item.type === 'display' && !item.line.people).length
    this.headsByRun = heads / (runs.length || 1)
    for (const run of runs) {
      const text = run.paragraphs.map((each) => this.textOf(each).solid).join('')
      for (const gram of wordsOf(text)) this.#runsWith.set(gram, (this.#runsWith.get(gram) ?? 0) + 1)
    }
  }

  /** A paragraph's text, without blanks, and without what signs it besides; as it is when first asked for. */
  textOf(paragraph: Paragraph): { text: string; solid: string; unsigned: string } {
    const known = this.#texts.get(paragraph)
    if (known) return known
    const { text } = textOf(paragraph)
    const made = { text, solid: squash(text), unsigned: squash(unsigned(text)) }
    this.#texts.set(paragraph, made)
    return made
  }

  /** How many words two texts of one run share that no other run of the page has. */
  ownWords(text: string, other: string): number {
    let count = 0
    for (const gram of wordsOf(text)) if (this.#runsWith.get(gram) === 1 && other.includes(gram)) count += 1
    return count
  }
}

const FUNCTION_WORDS = new Set('的了是在和有不这那一个为与把被到都也就年月日')
/** Runs of two and three Han without function words, each once: as near to words as need be. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  let pair = ''
  let last = ''
  for (const character of text) {
    if (!isHan(character) || FUNCTION_WORDS.has(character)) {
      pair = ''
      last = ''
      continue
    }
    if (pair !== '') words.add(pair + character)
    pair = last === '' ? '' : last + character
    if (pair !== '') words.add(pair)
    last = character
  }
  return words
}

/** Parts every run where the model sees another story begin, and takes the last words off each part. */
export function partRuns(items: readonly Item[]): Item[] {
  const page = new BreakView(items)
  const parted = items.flatMap((item): Item[] => (item.type === 'body' ? partRun(item, page) : [item]))
  parted.forEach((item, order) => {
    item.order = order
  })
  return parted
}

function partRun(run: BodyRun, page: BreakView): BodyRun[] {
  const parts: Paragraph[][] = [[]]
  for (const border of bordersOf(run, page)) {
    parts.at(-1)!.push(border.before.at(-1)!)
    if (BREAKS.odds(borderFeatures({ ...border, before: parts.at(-1)! })) > SURE_ENOUGH) parts.push([])
  }
  parts.at(-1)!.push(run.paragraphs.at(-1)!)
  if (parts.length === 1) return [run]
  return parts.map((paragraphs, i) => {
    const last = i === parts.length - 1
    const part: BodyRun = {
      ...run,
      paragraphs,
      credit: last ? run.credit : undefined,
      openStart: run.openStart && i === 0,
    }
    if (!last) signLast(part)
    return { ...part, freshStart: i > 0 || run.freshStart }
  })
}

export const bordersOf = (run: BodyRun, page: BreakView): Border[] =>
  run.paragraphs.slice(1).map((_, i) => ({
    before: run.paragraphs.slice(0, i + 1),
    after: run.paragraphs.slice(i + 1),
    run,
    page,
  }))

/** Takes the last words off every run that has no credit yet. */
export function signAll(items: readonly Item[]): Item[] {
  for (const item of items) if (item.type === 'body') signLast(item)
  return [...items]
}

/** The last words of a run are its credit, if they can be one. */
function signLast(run: BodyRun): void {
  const last = run.paragraphs.at(-1)
  if (run.credit || last?.kind !== 'body' || !isClosed(last)) return
  const cut = takeLastWords(last.printed)
  if (!cut) return
  last.printed = cut.printed
  run.credit = cut.credit
}

/** By what it is judged whether another story begins. */
export function borderFeatures({ before, after, run, page }: Border): Set<string> {
  const features = new Set<string>([''])
  const add = (name: string, ...holds: unknown[]) => {
    if (holds.every(Boolean)) features.add(name)
  }
  const [upper, lower] = [before.at(-1)!, after[0]!]
  const kinds = `${upper.kind}|${lower.kind}`
  add(`kinds=${kinds}`)
  const { text: lowerText, solid: lowerSolid, unsigned: next } = page.textOf(lower)
  const end = page.textOf(upper).text.trim()
  const start = squash(lowerText.slice(0, 60))
  const news = startsAsNews(start)
  const tail = tailOf(end)
  const opening = news
    ? 'news'
    : SOURCE_START.test(start)
      ? 'source'
      : startsWithDate(start)
        ? 'date'
        : GOES_ON_START.test(start)
          ? 'goes-on'
          : /^[“‘]/u.test(start)
            ? 'quote'
            : /^\d/.test(start)
              ? 'digit'
              : TIME_START.test(start.slice(0, 16))
                ? 'time'
                : 'plain'
  // names and sources that sign two stories are no words they share
  const left = before.map((each) => page.textOf(each).unsigned).join('')
  const begins = new Grams(next.slice(0, LOOKED_AT))
  const cohesion = cohesionOf(begins, left)
  const withRest =
    after.length > 1
      ? cohesionOf(
          new Grams(lowerSolid.slice(0, LOOKED_AT)),
          after
            .slice(1)
            .map((each) => page.textOf(each).solid)
            .join(''),
        )
      : 'none'
  const firstNews = startsAsNews(squash(page.textOf(before[0]!).text.slice(0, 60)))
  const lastLine = upper.lines.at(-1)!
  add(`tail=${tail}`)
  add(`opening=${opening}&news=${firstNews}`)
  add(`opening=${opening}`)
  add(`tail=${tail.split(',')[0]}&opening=${opening}`)
  add(`cohesion=${cohesion}`)
  add(`cohesion=${cohesion}&opening=${opening}`)
  const longest = longestShared(begins, left)
  add(`longest=${longest}`)
  add(`longest=${longest}&opening=${opening}`)
  add(`longest=${longest}&cohesion=${cohesion}`)
  const own = page.ownWords(next.slice(0, 200), left)
  const share = bucket((own * 100) / (countOf(lowerText.slice(0, 200)) + 10), [0, 0.8, 2, 4, 7, 12])
  add(`own=${share}`)
  add(`own=${share}&opening=${opening}`)
  add(`own=${share}&cohesion=${cohesion}`)
  add(`own=${Math.min(own, 3)}&news=${firstNews}`)
  add(`rest=${withRest}`)
  add(`rest=${withRest}&cohesion=${cohesion}`)
  add(`subheads=${before.some((each) => each.kind === 'subhead')}&opening=${opening}`)
  add(`rest-subheads=${after.some((each) => each.kind === 'subhead')}`)
  add(`fill=${bucket(lastLine.width / (run.measure || 1), [0.25, 0.5, 0.75, 0.9])}`)
  add(`closed=${isClosed(upper)}&label=${lower.lines[0]!.label}`)
  add(`heads=${bucket(page.headsByRun, [0.7, 1, 1.5, 2, 3])}`)
  add(`heads=${bucket(page.headsByRun, [0.7, 1, 1.5, 2, 3])}&cohesion=${cohesion}`)
  add('lower-signed', tailOf(lowerText.trim()) !== 'stop')
  return features
}

/** A text without the words behind its last sentence. */
const unsigned = (text: string): string =>
  text
    .trim()
    .replace(/([。！？…][”’]?)\s*[（(][^（）()。]{2,26}[）)]$/u, '$1')
    .replace(/([。！？…][”’）)]*)\s+[^。！？…；，]{2,26}$/u, '$1')

function tailOf(text: string): string {
  const bracket = BRACKET_END.exec(text)?.[1]
  if (bracket) return `bracket,${ROLE_WORD.test(bracket)},${bucket(countOf(bracket), [4, 8, 14])}`
  const gap = GAP_END.exec(text)?.[1]
  if (gap) return `gap,${ROLE_WORD.test(gap)},${bucket(countOf(gap), [4, 8, 14])}`
  if (/[。！？…][”’」』）)]*$/u.test(text)) return 'stop'
  return /[：；，、]$/u.test(text) ? 'comma' : 'open'
}

/** The share of a paragraph's runs of two and three characters that another text has too. */
function cohesionOf(start: Grams, other: string): string {
  const pairs = new Map<string, boolean>()
  for (const pair of start.of(2)) if (!pairs.has(pair)) pairs.set(pair, other.includes(pair))
  const longer = new Set(start.of(3))
  let shared = 0
  for (const found of pairs.values()) if (found) shared += 1
  for (const gram of longer) {
    // most are told by their first or last two characters, without a search
    if (pairs.get(gram.slice(0, 2)) === false || pairs.get(gram.slice(1)) === false) continue
    if (other.includes(gram)) shared += 1
  }
  return bucket((shared * 100) / (pairs.size + longer.size + 4), [0, 1, 2.5, 4.5, 7, 10, 15])
}

/** The length of the longest run of Han that two texts share, as a name; dates and numbers are no words. */
function longestShared(start: Grams, other: string): string {
  const pairs = new Set(start.of(2).filter((gram) => other.includes(gram)))
  // a longer run is only looked for where its first and last two characters are shared
  const isShared = (gram: string) =>
    pairs.has(gram.slice(0, 2)) && pairs.has(gram.slice(-2)) && HAN_ONLY.test(gram) && other.includes(gram)
  for (const size of [8, 6, 5, 4, 3, 2]) {
    const found = start.of(size).filter(isShared).length
    if (found > 0) return `${size},${found > 1}`
  }
  return '0'
}
