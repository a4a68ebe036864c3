/** A writer at work: characters typed and deleted in a paragraph, as states of the document that share all else. */
import type { CopyfitRecord, PageDoc, Paragraph, Story } from '../../../src/core/doc/schema.ts'

/** What is typed: text with marks, figures and Latin in it, some of it not on the page before. */
const TYPED =
  '据了解，2026年以来全区新签约项目137个，其中Banxin等12家企业总投资超过58.6亿元；“十五五”规划纲要（草案）提出：推动高质量发展取得新成效！' +
  '春风又绿江南岸，明月何时照我还？鲲鹏展翅九万里，翻动扶摇羊角。蜀道之难，难于上青天——侧身西望长咨嗟……'
/** So many characters are typed in a row, then deleted again. */
const BURST = 12

/** The story's text with `removed` UTF-16 units at `at` replaced by `added`; all other objects stay the same. */
function retype(
  doc: PageDoc,
  id: string,
  index: number,
  at: number,
  removed: number,
  added: string,
): PageDoc {
  const story = doc.stories[id] as Story
  const paragraph = story.paragraphs[index] as Paragraph
  const paragraphs = story.paragraphs.with(index, retyped(paragraph, at, removed, added))
  return { ...doc, stories: { ...doc.stories, [id]: { ...story, paragraphs } } }
}

function retyped(paragraph: Paragraph, at: number, removed: number, added: string): Paragraph {
  let start = 0
  const index = paragraph.runs.findIndex((run) => {
    if (at <= start + run.text.length) return true
    start += run.text.length
    return false
  })
  const run = paragraph.runs[index]
  if (run === undefined) throw new Error(`the paragraph has no character ${at}`)
  const text = run.text.slice(0, at - start) + added + run.text.slice(at - start + removed)
  const runs = paragraph.runs.with(index, { ...run, text })
  const copyfit = paragraph.copyfit?.map((record) => shifted(record, at, added.length - removed))
  return { ...paragraph, runs, ...(copyfit && { copyfit }) }
}

const shifted = (record: CopyfitRecord, at: number, by: number): CopyfitRecord =>
  record.start >= at
    ? { ...record, start: record.start + by, end: record.end + by }
    : record.end > at
      ? { ...record, end: record.end + by }
      : record

/** The `i`-th character that is typed. */
export type Typist = (i: number) => string

const copyist: Typist = (i) => TYPED[i % TYPED.length] as string

/** Types a burst in one paragraph after the other and deletes it again, for `count` keystrokes. */
export function* keystrokes(doc: PageDoc, id: string, count: number, typist = copyist): Generator<PageDoc> {
  const paragraphs = (doc.stories[id] as Story).paragraphs
  const places = paragraphs.flatMap(({ runs }, index) => {
    const length = runs.reduce((sum, { text }) => sum + text.length, 0)
    return length > 4 * BURST ? [{ index, at: length >> 1 }] : []
  })
  let now = doc
  for (let i = 0; i < count; i++) {
    const burst = Math.floor(i / (2 * BURST))
    const step = i % (2 * BURST)
    const { index, at } = places[burst % places.length] as (typeof places)[number]
    const typing = step < BURST
    const place = at + (typing ? step : 2 * BURST - 1 - step)
    now = retype(now, id, index, place, typing ? 0 : 1, typing ? typist(burst * BURST + step) : '')
    yield now
  }
}
