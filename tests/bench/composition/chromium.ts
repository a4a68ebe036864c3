/** Chromium on the same paragraphs: how it breaks them, and what its layout and reading its lines take. */
import { existsSync } from 'node:fs'
import { chromium, type Page } from 'playwright'
import type { PrintedStory, StoryEnds } from './printed.ts'
import { type Spread, spreadOf } from './stats.ts'

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/lib/chromium/chromium']
const FONT = 'out/fonts/song-400.ttf'
const SIZE_PX = 20
/** A place that is nowhere: all that is asked of it is answered here. */
const ORIGIN = 'https://bench.invalid'
/** Only a page by itself gets a clock finer than a tenth of a millisecond (High Resolution Time, cross-origin isolation). */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
}
const NEW_RUNS = 40
const KEYSTROKES = 400

/** Each with what stands before it. */
interface Reading {
  layout: Spread
  /** Where all lines stand. */
  boxes: Spread
  /** Which characters each line holds. */
  lines: Spread
}

export interface ChromiumTimes {
  version: string
  /** All paragraphs as new nodes. */
  news: Reading
  /** One paragraph's text changed by a character. */
  keystrokes: Reading
}

export interface InChromium {
  times: ChromiumTimes
  /** For each of the widths asked for, in em added to the printed measures. */
  ends: StoryEnds[]
}

/** Lays the stories out in the page's own face: justified, `line-break: strict`. */
export async function measureChromium(
  stories: readonly PrintedStory[],
  widthsEm: readonly number[],
): Promise<InChromium> {
  const executablePath = CHROMIUM.find((path) => existsSync(path))
  if (executablePath === undefined)
    throw new Error('the bench wants an installed Chromium (Debian: chromium)')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.route(`${ORIGIN}/**`, (route) =>
      route.request().url().endsWith('.ttf')
        ? route.fulfill({ path: FONT, headers: ISOLATED })
        : route.fulfill({ body: pageOf(stories), contentType: 'text/html', headers: ISOLATED }),
    )
    await page.goto(`${ORIGIN}/`)
    await page.evaluate(() => document.fonts.load('20px Song'))
    const ends: StoryEnds[] = []
    for (const widthEm of widthsEm) {
      await setMeasures(page, stories, widthEm)
      ends.push(await page.evaluate(readEnds))
    }
    await setMeasures(page, stories, 0)
    const runs = await page.evaluate(timeLayout, { news: NEW_RUNS, keys: KEYSTROKES })
    const version = browser.version().split('.')[0] ?? ''
    const times = { version, news: readingOf(runs.news), keystrokes: readingOf(runs.keystrokes) }
    return { times, ends }
  } finally {
    await browser.close()
  }
}

const readingOf = ({ layout, boxes, lines }: Record<keyof Reading, number[]>): Reading => ({
  layout: spreadOf(layout),
  boxes: spreadOf(boxes),
  lines: spreadOf(lines),
})

/** Every story a column of its own, so that a line more in one moves nothing in another. */
function pageOf(stories: readonly PrintedStory[]): string {
  const style = `@font-face{font-family:Song;src:url(song.ttf)}
    section{position:absolute;top:0;font:${SIZE_PX}px/1.5 Song;text-indent:2em;text-align:justify;line-break:strict;word-break:normal}`
  const columns = stories.map(
    ({ paragraphs }, i) =>
      `<section style="left:${i * 25 * SIZE_PX}px">${paragraphs.map(({ text }) => `<div>${text}</div>`).join('')}</section>`,
  )
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><style>${style}</style>${columns.join('')}`
}

async function setMeasures(page: Page, stories: readonly PrintedStory[], moreEm: number): Promise<void> {
  const widths = stories.map(({ measureEm }) => (measureEm + moreEm) * SIZE_PX)
  await page.evaluate((px) => {
    document.querySelectorAll('section').forEach((section, i) => {
      section.style.width = `${px[i]}px`
    })
  }, widths)
}

/** Runs in the page. */
function readEnds(): number[][][] {
  return [...document.querySelectorAll('section')].map((section) =>
    [...section.querySelectorAll('div')].map((div) => {
      const text = div.firstChild as Text
      const ends: number[] = []
      let top = Number.NaN
      for (let i = 0; i < text.length; i++) {
        const range = document.createRange()
        range.setStart(text, i)
        range.setEnd(text, i + 1)
        const own = range.getBoundingClientRect()
        if (i > 0 && own.top - top > 10) ends.push(i)
        top = own.top
      }
      return [...ends, text.length]
    }),
  )
}

/**
 * Runs in the page. Layout is forced by asking for heights. Line boxes are read by one range a paragraph, the cheapest
 * way there is; which characters each holds, which Chromium does not say, by halving between its neighbours' ends.
 */
function timeLayout({ news, keys }: { news: number; keys: number }) {
  const sections = [...document.querySelectorAll('section')]
  const texts = sections.map((section) => [...section.children].map((div) => div.textContent ?? ''))
  const range = document.createRange()
  const layOut = () => sections.reduce((height, section) => height + section.offsetHeight, 0)
  const boxesOf = (div: Element) => {
    range.selectNodeContents(div)
    return range.getClientRects()
  }
  const topAt = (text: Text, at: number) => {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    return range.getBoundingClientRect().top
  }
  const endsOf = (div: Element) => {
    const boxes = [...boxesOf(div)]
    const text = div.firstChild as Text
    const ends: number[] = []
    for (const { bottom } of boxes) {
      let [inside, outside] = [ends.at(-1) ?? 0, text.length]
      while (outside - inside > 1) {
        const middle = (inside + outside) >> 1
        if (topAt(text, middle) < bottom) inside = middle
        else outside = middle
      }
      ends.push(outside)
    }
    return ends
  }
  const divs = () => sections.flatMap((section) => [...section.children])
  const runs = { layout: [] as number[], boxes: [] as number[], lines: [] as number[] }
  const timed = { news: structuredClone(runs), keystrokes: structuredClone(runs) }
  const time = (change: () => void, { layout, boxes, lines }: typeof runs) => {
    const start = performance.now()
    change()
    layOut()
    layout.push(performance.now() - start)
    divs().forEach(boxesOf)
    boxes.push(performance.now() - start)
    divs().forEach(endsOf)
    lines.push(performance.now() - start)
  }
  const renew = () => {
    sections.forEach((section, s) => {
      const fresh = (texts[s] ?? []).map((text) => {
        const div = document.createElement('div')
        div.textContent = text
        return div
      })
      section.replaceChildren(...fresh)
    })
  }
  for (let i = 0; i < news; i++) time(renew, timed.news)
  const lead = [...(sections[0]?.children ?? [])]
  for (let i = 0; i < keys; i++) {
    const text = lead[(i >> 1) % lead.length]?.firstChild as Text
    const character = String.fromCharCode(0x4e00 + ((i * 7) % 3000))
    const middle = text.length >> 1
    time(
      () => (i % 2 === 0 ? text.insertData(middle, character) : text.deleteData(middle, 1)),
      timed.keystrokes,
    )
  }
  return timed
}
