import { countOf, MARKS, squash, widthOf } from '../../language/characters.ts'
import { continues } from '../../language/continues.ts'
import { isPersonName } from '../../language/surnames.ts'
import { isWord } from '../../language/words.ts'
import { startsAsNews, startsWithDate } from '../lines/line-features.ts'
import { isSectionName } from '../lines/section-words.ts'
import { endsWithPhotographer, startsAsCaption } from '../stories/runs.ts'
import { bucket, linesOf, type PageView, SIZES, shapeOf } from './page-view.ts'
import type { Snippet } from './snippets.ts'

type Add = (name: string, ...holds: unknown[]) => void

const LENGTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 23, 26, 30, 36, 45, 60, 90, 140]
const CONTINUES = [-3, -1.5, -0.5, 0.5, 1.5, 3]
const MARK = new RegExp(`^[${MARKS}]`, 'u')
const PLACE_END = /[省市县区镇乡村州盟旗港湾岛]$/u
const OFFICE_END =
  /(?:大学|学院|学校|中学|小学|医院|银行|公司|集团|[局厅处部委会院所站厂馆队场社园]|社区|街道|中心|海关|联盟)$/u
const GENRE_END =
  /(?:见闻|纪实|侧记|掠影|手记|调查|探访|纪事|启示|透视|述评|观察|样本|之路|综述|走笔|速写|对话|访谈|专访)$/u
const PLACE_IN_PICTURE = /[（(](?:[前后]排)?[左右前后中上下](?:图|起|侧|边)?[一二三四五六]?[）)]/u
const WORK_WORD = /摄影报道|摄影|摄|供图|图片|航拍|文\/图|图\/文|整理|编译|绘|制图|撰文|口述|辑|编/u

/** By what the role of a snippet is judged: its words, its shape, and what stands around it. */
export function roleFeatures(snippet: Snippet, page: PageView): Set<string> {
  const features = new Set<string>()
  const add = (name: string, ...holds: unknown[]) => {
    if (holds.every(Boolean)) features.add(`${snippet.type}:${name}`)
  }
  const text = snippet.text.text.trim()
  const solid = squash(text).replace(MARK, '')
  const size = countOf(solid)
  add('')
  addWords(text, solid, size, add)
  addEnds(solid, size, add)
  addShape(snippet, page, size, add)
  addEchoes(text, size, page, add)
  addGroup(snippet, page, size, add)
  addLine(snippet, page, add)
  addPlace(snippet, page, size, add)
  addSeries(snippet, page, size, add)
  return features
}

function addWords(text: string, solid: string, size: number, add: Add) {
  const few = bucket(size, SIZES)
  add(`stops=${bucket(solid.match(/[。！？]/gu)?.length ?? 0, [0, 1, 2, 3])}`)
  add(`commas=${bucket(solid.match(/[，、；]/gu)?.length ?? 0, [0, 1, 2, 4])}&size=${few}`)
  add(`gaps=${bucket(text.match(/\S\s+(?=\S)/gu)?.length ?? 0, [0, 1, 2, 3])}&size=${few}`)
  add('colon', solid.includes('：'))
  add('quotes', /[“”]/u.test(solid))
  add('book', solid.includes('《'))
  add('digits', /[0-9]/.test(solid))
  add('date', startsWithDate(text))
  add('news', startsAsNews(text))
  add('in-picture', PLACE_IN_PICTURE.test(solid))
  add('work', WORK_WORD.test(solid.slice(-6)))
  add('reporter', /记者|通讯员|评论员|撰稿|实习生|作者/u.test(solid))
  add('paper', /本报|本刊|新华社|本网|融媒/u.test(solid))
  add('section-word', isSectionName(solid))
  add('question', /[？?]$|如何|为何|怎样|怎么|什么|吗$/u.test(solid))
  add('function', /[的了着过]/u.test(solid))
  const characters = [...solid].slice(0, 40)
  for (let i = 0; i + 2 <= characters.length; i++) add(`pair=${characters[i]}${characters[i + 1]}`)
}

function addEnds(solid: string, size: number, add: Add) {
  const characters = [...solid]
  add(`size=${bucket(size, LENGTHS)}`)
  add(`last=${characters.at(-1)}`)
  add(`last2=${characters.slice(-2).join('')}`)
  add(`last3=${characters.slice(-3).join('')}`, size > 3)
  add(`first=${characters[0]}`)
  add(`first2=${characters.slice(0, 2).join('')}`)
  add(`end=${/[。！？]$/u.test(solid) ? 'stop' : (/[：；，、—…）”》]$/u.exec(solid)?.[0] ?? 'open')}`)
  add('dash', /^(?:—|--)/u.test(solid))
  add('dash-end', /(?:—|--)$/u.test(solid))
  add('numbered', /^[①-⑩0-9]/u.test(solid))
  add('brackets', /^[（(].*[）)]$/u.test(solid))
  add('photographer', endsWithPhotographer(solid))
  add('caption-start', startsAsCaption(solid))
  add('place', size <= 12 && PLACE_END.test(solid))
  add('office', size <= 14 && OFFICE_END.test(solid))
  add('genre', GENRE_END.test(solid))
  add(`name=${size},word=${isWord(solid)}`, isPersonName(solid))
  add(`word=${size}`, isWord(solid))
}

function addShape(snippet: Snippet, page: PageView, size: number, add: Add) {
  const line = snippet.lines[0]!
  const { people } = line
  const mark = MARK.exec(snippet.text.text.trim())?.[0]
  add(`mark=${mark}`, mark)
  add('marked', mark)
  add(`doubled=${line.doubled}&page=${bucket(page.doubledShare, [0, 0.2, 0.5, 0.8])}`)
  add('chained', line.chained)
  add('echoed', line.echoed)
  add('letter-spaced', line.letterSpaced)
  if (people && snippet.lines.length === 1) {
    const { roles, names, marked, bare, unknownNames, work, furniture } = people
    add(`people:roles=${Math.min(roles, 2)},marked=${marked},known=${unknownNames === 0},bare=${bare}`)
    add(`people:names=${Math.min(names, 3)},size=${bucket(size, SIZES)}`)
    add(`people:work=${work}`, work)
    add(
      'people:brackets',
      furniture.some((each) => /[（(]/u.test(each.text)),
    )
  } else add('no-people')
  if (snippet.type === 'display') return
  add(`lines=${bucket(snippet.lines.length, [1, 2, 3, 4, 6])}`)
  add(`label=${line.label}`)
  add(`end-label=${snippet.lines.at(-1)!.label}`)
  add(`of-run=${snippet.run.paragraphs.length},${snippet.run.paragraphs.indexOf(snippet.paragraph)}`)
  add(`run-lines=${bucket(linesOf(snippet.run), [1, 2, 3, 4, 6, 8])}`)
  add(`share=${bucket(page.measureShare(line.measure), [0.02, 0.08, 0.2, 0.4])}`)
  // behind a first line without an indent the pass sees a measure two em too wide
  add(`flush-share=${bucket(page.measureShare(line.measure - 2), [0.02, 0.08, 0.2, 0.4])}`)
  add(`measure=${bucket(line.measure, [10, 13, 16, 19, 22, 26, 32])}`)
  add('credited', snippet.run.credit)
}

function addEchoes(text: string, size: number, page: PageView, add: Add) {
  const { tie, next, within } = page.echoes(text)
  add(`tie=${bucket(tie / (size + 1), [0, 0.15, 0.3, 0.5, 0.8, 1.2, 1.8])}`)
  add(`tie-sum=${bucket(tie, [0, 1, 2, 4, 7, 11, 16, 25])}`)
  add(`tie-lead=${bucket((tie - next) / (tie + 0.1), [0.05, 0.2, 0.5, 0.8])}`)
  add(`within=${bucket(within, [0, 1, 2])}&size=${bucket(size, SIZES)}`, size <= 20)
}

/** The texts that share a line of the dump, gaps between them: a deck of three parts, two halves of a headline. */
function addLine(snippet: Snippet, page: PageView, add: Add) {
  const line = snippet.lines[0]!
  const at = page.placeOf(snippet)
  const onLine = (item: (typeof page.items)[number] | undefined) =>
    item !== undefined && item.type !== 'body' && item.lines[0] === line
  let [first, last] = [at, at]
  while (onLine(page.items[first - 1])) first -= 1
  while (onLine(page.items[last + 1])) last += 1
  if (first === last) return
  const total = countOf(line.tidy.text)
  add(`line-parts=${Math.min(last - first + 1, 4)}&total=${bucket(total, SIZES)}`)
  add(`line-part=${at - first}&of=${Math.min(last - first + 1, 4)}`)
  const [above, below] = [page.items[first - 1], page.items[last + 1]]
  add(`line-around=${shapeOf(above).split(',')[0]}|${shapeOf(below).split(',')[0]}`)
}

const MAX_GROUP = 3

/** The display type around a line that is tied to the same running text: where in its head the line may stand. */
function addGroup(snippet: Snippet, page: PageView, size: number, add: Add) {
  const own = page.nearest(snippet.text.text)
  add(`longest=${own.longest}`)
  if (own.run < 0) return
  const at = page.placeOf(snippet)
  const reach = (step: 1 | -1) => {
    let [count, strongest] = [0, 0]
    while (count < MAX_GROUP) {
      const other = page.items[at + step * (count + 1)]
      if (other?.type !== 'display' || page.nearest(other.text.text).run !== own.run) break
      strongest = Math.max(strongest, page.ties(other.text.text)[own.run]!)
      count += 1
    }
    return { count, strongest }
  }
  const [up, down] = [reach(-1), reach(1)]
  const stronger = own.tie >= up.strongest && own.tie >= down.strongest
  add(`group=${up.count},${down.count}`)
  add(`group=${up.count},${down.count}&size=${bucket(size, SIZES)}`)
  add(`group=${Math.min(up.count, 1)},${Math.min(down.count, 1)}&stronger=${stronger}`)
  add(`group=${Math.min(up.count, 1)},${Math.min(down.count, 1)}&longest=${own.longest}`)
}

function addPlace(snippet: Snippet, page: PageView, size: number, add: Add) {
  const at = page.placeOf(snippet)
  const [before2, before, after, after2] = [-2, -1, 1, 2].map((step) => page.items[at + step])
  const kindOf = (item: typeof before) => shapeOf(item).split(',')[0]
  add(`before=${shapeOf(before)}`)
  add(`after=${shapeOf(after)}`)
  add(`around=${kindOf(before)}|${kindOf(after)}`)
  add(`around2=${kindOf(before2)}|${kindOf(before)}|${kindOf(after)}|${kindOf(after2)}`)
  add(`at=${bucket(at / (page.items.length || 1), [0.1, 0.3, 0.7, 0.9])}`)
  add('first', at === 0)
  for (const [name, other] of Object.entries({ before, after })) {
    if (other && other.type !== 'body') add(`${name}-sketch=${sketchOf(other, page)}`)
    if (other?.type !== 'display') continue
    add(`${name}-longer=${bucket(countOf(other.text.text) - size, [-12, -6, -2, 1, 5, 11])}`)
    add(`${name}-doubled=${other.line.doubled}|${snippet.lines[0]!.doubled}`)
    add(`${name}-end=${/[：；，、—…）”》]$/u.exec(other.text.text)?.[0] ?? 'open'}`)
    add(`${name}-section`, isSectionName(squash(other.text.text)))
    const [upper, lower] = name === 'before' ? [other, snippet] : [snippet, other]
    const odds = bucket(continues(upper.text.text, lower.text.text), CONTINUES)
    add(`${name}-continues=${odds}`)
    add(`${name}-continues=${odds}&joint=${page.hasJoint(upper.text.text, lower.text.text)}`)
    add(`${name}-joint=${page.hasJoint(upper.text.text, lower.text.text)}&size=${bucket(size, SIZES)}`)
  }
}

const HALVES = /^([^，、；：！？\s]+)[，\s；？！]+([^，、；：！？\s]+)[！？]?$/u

/** What a text is one of: display lines in a row, items under one mark, two halves of one measure; and whether the running text beside it is the one that it has its words of. */
function addSeries(snippet: Snippet, page: PageView, size: number, add: Add) {
  const at = page.placeOf(snippet)
  const [up, down] = [rowLength(page, at, -1), rowLength(page, at, 1)]
  add(`row=${up},${down}`)
  const mark = MARK.exec(snippet.text.text.trim())?.[0]
  const alike = [-1, 1].filter((step) => startsWith(page.items[at + step], mark)).length
  add(`mark=${mark}&alike=${alike}`, mark)
  add(`page-marks=${page.marksCaptions}&marked=${mark !== undefined}`)
  const halves = HALVES.exec(snippet.text.text.trim())
  add(
    `halves=${bucket(Math.abs(countOf(halves?.[1] ?? '') - countOf(halves?.[2] ?? '')), [0, 1, 3])}`,
    halves,
  )
  const own = page.nearest(snippet.text.text)
  if (own.run < 0) return
  const beside = `${page.runBeside(at, -1) === own.run},${page.runBeside(at, 1) === own.run}`
  const near = `${Math.min(up, 3)},${Math.min(down, 3)}`
  add(`beside=${beside}`)
  add(`beside=${beside}&row=${near}`)
  add(`beside=${beside}&tie=${bucket(own.tie / (size + 1), [0.15, 0.5, 1.2])}`)
}

const MAX_ROW = 4

/** How many texts that are no running text follow one another that way. */
function rowLength(page: PageView, at: number, step: 1 | -1): number {
  let count = 0
  while (count < MAX_ROW && page.items[at + step * (count + 1)]?.type === 'display') count += 1
  return count
}

const startsWith = (item: PageView['items'][number] | undefined, mark: string | undefined): boolean =>
  mark !== undefined && item !== undefined && item.type !== 'body' && item.text.text.startsWith(mark)

/** A neighbour in a few words: how long, whether running text has it whole, and whether it names a place. */
function sketchOf(snippet: Snippet, page: PageView): string {
  const solid = squash(snippet.text.text)
  const size = countOf(solid)
  const within = size <= 20 && page.echoes(solid).within > 0
  const named = size <= 14 && (PLACE_END.test(solid) || OFFICE_END.test(solid))
  return `${bucket(size, SIZES)},${within},${named},${/[。！？]$/u.test(solid)}`
}

/** By what the roles of two snippets that follow one another depend on each other. */
export function linkFeatures(upper: Snippet, lower: Snippet, page: PageView): string[] {
  const apart = page.placeOf(lower) - page.placeOf(upper) > 1
  if (apart) return ['apart']
  const shared = sharedRun(upper, lower, page)
  if (upper.lines[0] === lower.lines[0])
    return ['same-line', `same-line:doubled=${upper.lines[0]!.doubled}`, `same-line:run=${shared}`]
  const odds = bucket(continues(upper.text.text, lower.text.text), CONTINUES)
  const weight = `${upper.lines[0]!.doubled}|${lower.lines[0]!.doubled}`
  const kinds = `${upper.type}|${lower.type}`
  // the lines of one head are set to about the same width
  const difference = bucket(
    countOf(lower.text.text) - countOf(upper.text.text),
    [-12, -6, -3, -2, -1, 0, 1, 2, 5, 11],
  )
  const apartBy = Math.abs(widthOf(squash(lower.text.text)) - widthOf(squash(upper.text.text)))
  const widths = bucket(apartBy, [0.3, 0.8, 1.3, 2.3, 4])
  return [
    `${kinds}`,
    `run=${shared}`,
    `run=${shared}&joint=${page.hasJoint(upper.text.text, lower.text.text)}`,
    `run=${shared}&longer=${difference}`,
    `run=${shared}&doubled=${weight}`,
    `widths=${widths}&doubled=${weight}`,
    `${kinds}:doubled=${weight}`,
    `${kinds}:continues=${odds}`,
    `joint=${page.hasJoint(upper.text.text, lower.text.text)}`,
    `longer=${difference}`,
    `longer=${difference}&continues=${odds}`,
    `longer=${difference}&size=${bucket(countOf(lower.text.text), SIZES)}`,
    `widths=${widths}`,
    `widths=${widths}&joint=${page.hasJoint(upper.text.text, lower.text.text)}`,
    `widths=${widths}&continues=${odds}`,
  ]
}

/** Whether two texts are tied to one running text most, and how firmly. */
function sharedRun(upper: Snippet, lower: Snippet, page: PageView): string {
  const [a, b] = [page.nearest(upper.text.text), page.nearest(lower.text.text)]
  if (a.run < 0 || b.run < 0) return 'none'
  const firm = bucket(Math.min(a.tie, b.tie), [1, 4, 9])
  if (a.run === b.run) return `same,${firm}`
  const crossed = Math.max(
    page.ties(upper.text.text)[b.run]! / a.tie,
    page.ties(lower.text.text)[a.run]! / b.tie,
  )
  return `other,${firm},${bucket(crossed, [0.2, 0.6])}`
}
