/** How others break the same paragraphs at the same measures. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import type { Reconstruction } from '../../src/core/reconstruct/types.ts'

export interface PrintedParagraph {
  measureEm: number
  text: string
  lines: string[]
}

/** Offsets in the paragraph's text at which lines end. */
type Ends = number[]

const NEVER_START = /[，。、；：！？”’）》〉」』】…—％%·]/u
const NEVER_END = /[“‘（《〈「『【]/u
const INDENT_EM = 2

export function printedParagraphs(reconstruction: Reconstruction): PrintedParagraph[] {
  return reconstruction.articles.flatMap(({ measureEm, paragraphs }) =>
    paragraphs.flatMap(({ kind, lines }) =>
      kind === 'body' && lines && measureEm !== undefined
        ? [
            {
              measureEm,
              text: lines.join('').replace(/\s/g, ''),
              lines: lines.map((line) => line.replace(/\s/g, '')),
            },
          ]
        : [],
    ),
  )
}

const ranges = (ends: Ends): string[] => ends.map((end, i) => `${ends[i - 1] ?? 0}-${end}`)

export function countMatches(printed: PrintedParagraph[], composed: Ends[]): number {
  return printed.reduce((sum, { lines }, i) => {
    let at = 0
    const wanted = ranges(
      lines.map((line) => {
        at += line.length
        return at
      }),
    )
    const found = new Set(ranges(composed[i] ?? []))
    return sum + wanted.filter((range) => found.has(range)).length
  }, 0)
}

/** Full-width marks, half-width figures, the same forbidden places, no squeeze. */
export function breakNaively({ text, measureEm }: PrintedParagraph): Ends {
  const ends: Ends = []
  let start = 0
  let width = INDENT_EM
  for (let at = 0; at < text.length; at++) {
    width += /[\x20-\x7e]/.test(text[at] as string) ? 0.5 : 1
    if (width <= measureEm) continue
    let cut = at
    const forbidden = () => NEVER_START.test(text[cut] as string) || NEVER_END.test(text[cut - 1] as string)
    while (cut > start + 1 && forbidden()) cut--
    ends.push(cut)
    start = cut
    at = cut - 1
    width = 0
  }
  return [...ends, text.length]
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/lib/chromium/chromium']

/** Lays the paragraphs out in the page's own face and reads where its lines end. */
export async function breakInChromium(printed: PrintedParagraph[]): Promise<Ends[]> {
  const executablePath = CHROMIUM.find((path) => existsSync(path))
  if (executablePath === undefined)
    throw new Error('the bench wants an installed Chromium (Debian: chromium)')
  const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'))
  const font = pathToFileURL(resolve('out/fonts/song-400.ttf')).href
  const size = 20
  const style = `@font-face{font-family:Song;src:url(${font})}
    div{font:${size}px/1.5 Song;text-indent:2em;text-align:justify;line-break:strict;word-break:normal}`
  const body = printed
    .map(({ text, measureEm }) => `<div style="width:${measureEm * size}px">${text}</div>`)
    .join('')
  writeFileSync(
    join(folder, 'page.html'),
    `<meta charset="utf-8"><html lang="zh-Hans"><style>${style}</style>${body}`,
  )
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(join(folder, 'page.html')).href)
    return await page.evaluate(async () => {
      await document.fonts.load('20px Song')
      await document.fonts.ready
      return [...document.querySelectorAll('div')].map((div) => {
        const text = div.firstChild as Text
        const ends: number[] = []
        let top = Number.NaN
        for (let i = 0; i < text.length; i++) {
          const range = document.createRange()
          range.setStart(text, i)
          range.setEnd(text, i + 1)
          const middle = range.getBoundingClientRect()
          if (i > 0 && middle.top - top > 10) ends.push(i)
          top = middle.top
        }
        return [...ends, text.length]
      })
    })
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}
