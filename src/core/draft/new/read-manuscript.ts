/**
 * A manuscript as it is typed or pasted: one paragraph a line, the head first. Parts may be labelled (引题：主题：副题：
 * 作者：栏目：图片说明：); what is not is told by its place, its length and its marks.
 */
import { DATELINE, type Manuscript } from '../manuscript.ts'

/** A line of a head is no longer, and a subhead is no longer. */
const LONGEST_HEAD = 40
const LONGEST_SUBHEAD = 18
/** A kicker is a short line above a longer one. */
const LONGEST_KICKER = 14
const MOST_HEAD_LINES = 4
/** With less text than this below its captions an article is a photo. */
const PHOTO_TEXT = 150

type Label = 'kicker' | 'headline' | 'deck' | 'byline' | 'credit' | 'section' | 'caption' | 'subhead' | 'body'

const LABELS: Record<string, Label> = {
  引题: 'kicker',
  肩题: 'kicker',
  眉题: 'kicker',
  主题: 'headline',
  标题: 'headline',
  正题: 'headline',
  副题: 'deck',
  副标题: 'deck',
  作者: 'byline',
  署名: 'credit',
  栏目: 'section',
  图片说明: 'caption',
  图说: 'caption',
  图注: 'caption',
  小标题: 'subhead',
  正文: 'body',
}
const LABELLED = new RegExp(`^(${Object.keys(LABELS).join('|')})[：:]\\s*`)
const BYLINE = /^(?:[▶►◆■]\s*|本[报刊]\S{0,4}(?:记者|通讯员)|(?:实习)?记者|通讯员|特约|文[/／])/u
const CAPTION = /^(?:图为|图[①-⑩\d]*[：:]|[上下左右]图|[△▲]|图\/)/u
const SECTION = /^[【［[](.{1,14})[】］\]]$/u
const SENTENCE_END = /[。！？；…][”’」』）)]*$/u
const CREDIT =
  /[（(]((?:本[报刊])?(?:记者|通讯员|文[/／]图?)?[\s　]*[\p{Script=Han}·]{2,4}(?:[\s　、]+[\p{Script=Han}·]{2,4}){0,3})[）)]$/u

type Parts = Omit<Manuscript, 'id' | 'kind' | 'from' | 'kept'>
const WRITTEN = { from: [], confidence: 1, rule: 'manuscript/as-written' }

/** Blank text gives an article without any part. */
export function readManuscript(text: string, id: string): Manuscript {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029\f]/u)
    .map((line) => ({ text: line.trim(), indented: /^(?:[\u3000\t]|\s{2})/.test(line) }))
    .filter((line) => line.text !== '')
  const parts: Parts = { paragraphs: [], captions: [] }
  const rest = takeHead(lines, parts)
  for (const [i, line] of rest.entries()) takeLine(line.text, rest[i + 1]?.text, parts)
  takeCredit(parts)
  return { id, kind: kindOf(parts), ...parts, from: {} }
}

interface Line {
  text: string
  indented: boolean
}

/** Lines that stand before the text, up to the first that is a sentence, an indented or a labelled one. */
function takeHead(lines: readonly Line[], parts: Parts): readonly Line[] {
  const ends = lines.findIndex(
    ({ text, indented }, i) =>
      i >= MOST_HEAD_LINES || LABELLED.test(text) || (i > 0 && (indented || isBody(text))),
  )
  let count = ends < 0 ? Math.min(lines.length, lines.length > 2 ? 1 : lines.length) : ends
  // A single long line is a text without a head.
  if (lines[0] && isBody(lines[0].text)) count = 0
  const heads: string[] = []
  for (const { text } of lines.slice(0, count)) {
    const section = SECTION.exec(text)?.[1]
    if (section !== undefined) parts.section = section
    else if (heads.length > 0 && BYLINE.test(text)) parts.byline = withoutMarker(text)
    else heads.push(text)
  }
  assignHeads(heads, parts)
  return lines.slice(count)
}

const isBody = (text: string): boolean =>
  text.length > LONGEST_HEAD || SENTENCE_END.test(text) || DATELINE.test(text)

function assignHeads(heads: readonly string[], parts: Parts): void {
  const [first, second, ...others] = heads
  if (first === undefined) return
  const kicker =
    second !== undefined && !isDeck(second) && first.length <= LONGEST_KICKER && first.length < second.length
  const rest = kicker ? others : [second, ...others]
  if (kicker) parts.kicker = first
  parts.headline = kicker ? second : first
  const deck = rest.filter((line) => line !== undefined).join('　')
  if (deck) parts.deck = deck
}

const isDeck = (text: string): boolean => /^[—–-]{1,2}/u.test(text)

function takeLine(text: string, next: string | undefined, parts: Parts): void {
  const label = LABELLED.exec(text)
  const kind = label ? (LABELS[label[1] ?? ''] ?? 'body') : unlabelled(text, next, parts)
  const words = label ? text.slice(label[0].length).trim() : text
  if (words === '') return
  switch (kind) {
    case 'body':
    case 'subhead':
      parts.paragraphs.push({ kind, text: words, ...WRITTEN })
      return
    case 'caption':
      parts.captions.push({ text: words, ...WRITTEN })
      return
    case 'byline':
      parts.byline = withoutMarker(words)
      return
    default:
      parts[kind] = words
  }
}

function unlabelled(text: string, next: string | undefined, parts: Parts): Label {
  if (CAPTION.test(text)) return 'caption'
  if (parts.paragraphs.length === 0) return parts.byline === undefined && isByline(text) ? 'byline' : 'body'
  const short = text.length <= LONGEST_SUBHEAD && !/[\p{P}]$/u.test(text)
  return short && next !== undefined && next.length > text.length ? 'subhead' : 'body'
}

const isByline = (text: string): boolean => BYLINE.test(text) && !isBody(text)
const withoutMarker = (text: string): string => text.replace(/^[▶►◆■]\s*/u, '')

/** （李志伟） at the end of the last paragraph is a credit. */
function takeCredit(parts: Parts): void {
  const last = parts.paragraphs.findLast(({ kind }) => kind === 'body')
  const credit = last && parts.credit === undefined ? CREDIT.exec(last.text) : null
  if (!last || credit?.[1] === undefined || credit.index === 0) return
  parts.credit = credit[1].trim()
  const at = parts.paragraphs.indexOf(last)
  parts.paragraphs[at] = { ...last, text: last.text.slice(0, credit.index).trimEnd() }
}

function kindOf({ section, captions, paragraphs }: Parts): Manuscript['kind'] {
  if (section !== undefined) return 'column'
  const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  return captions.length > 0 && length < PHOTO_TEXT ? 'photo' : 'brief'
}
