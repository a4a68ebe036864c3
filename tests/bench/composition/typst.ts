/** Typst, by its WebAssembly build from npm, on the same paragraphs: how it breaks them, and what compiling takes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initSync, type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler'
import { tool } from '../../support/tools.ts'
import { endsOf, type PrintedStory, type StoryEnds } from './printed.ts'
import { type Spread, spreadOf, timed } from './stats.ts'

const MODULE = 'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm'
const FONT = 'out/fonts/song-400.ttf'
const MAIN = '/main.typ'
const NEW_RUNS = 40
const KEYSTROKES = 400
const PAGED = 0
/** Errors as text. */
const DIAGNOSTICS = 3

export interface InTypst {
  version: string
  /** Every paragraph with a character that it has not had before: what Typst knows already it never sets again. */
  fromNothing: Spread
  keystroke: Spread
  /** For each of the widths asked for, in em added to the printed measures. */
  ends: StoryEnds[]
}

export async function measureTypst(
  stories: readonly PrintedStory[],
  widthsEm: readonly number[],
): Promise<InTypst> {
  initSync({ module: readFileSync(MODULE) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  await builder.add_raw_font(readFileSync(FONT))
  const compiler = await builder.build()
  const ends = widthsEm.map((widthEm) => breakInTypst(compiler, stories, widthEm))
  const version = JSON.parse(compiler.query(MAIN, undefined, '<version>', 'value'))[0]
  return { version, ...timeCompiling(compiler, stories), ends }
}

function timeCompiling(compiler: TypstCompiler, stories: readonly PrintedStory[]) {
  let typed = 0
  const next = () => String.fromCharCode(0x4e00 + ((typed++ * 7) % 20_000))
  const replaced = (text: string, at: number) => text.slice(0, at) + next() + text.slice(at + 1)
  const fromNothing = Array.from({ length: NEW_RUNS }, () => {
    const renewed = stories.map((story) => ({
      ...story,
      paragraphs: story.paragraphs.map((each) => ({ ...each, text: replaced(each.text, 3) })),
    }))
    return timeOne(compiler, renewed)
  })
  const [lead, ...others] = stories as [PrintedStory, ...PrintedStory[]]
  const keystroke = Array.from({ length: KEYSTROKES }, (_, i) => {
    const paragraphs = lead.paragraphs.map((each, p) =>
      p === i % lead.paragraphs.length ? { ...each, text: replaced(each.text, each.text.length >> 1) } : each,
    )
    return timeOne(compiler, [{ ...lead, paragraphs }, ...others])
  })
  return { fromNothing: spreadOf(fromNothing), keystroke: spreadOf(keystroke) }
}

/** From the source's text to the laid-out document in Typst's memory; exporting it is not in the time. */
function timeOne(compiler: TypstCompiler, stories: readonly PrintedStory[]): number {
  const source = sourceOf(stories, 0)
  return timed(() => {
    compiler.add_source(MAIN, source)
    const world = compiler.snapshot(null, MAIN, undefined)
    const result = world.compile(PAGED, DIAGNOSTICS)
    world.free()
    if (result.hasError) throw new Error('Typst does not compile the bench text')
  })
}

/** Justified Chinese as Typst's guide sets it, on a page that is as long as the text. */
function sourceOf(stories: readonly PrintedStory[], moreEm: number): string {
  const blocks = stories.map(
    ({ measureEm, paragraphs }) =>
      `#block(width: ${measureEm + moreEm}em)[\n${paragraphs.map(({ text }) => escaped(text)).join('\n\n')}\n]`,
  )
  return [
    '#set page(width: 30em, height: auto, margin: 0pt)',
    '#set text(font: "Noto Serif SC", size: 9pt, lang: "zh", region: "cn")',
    '#set par(justify: true, first-line-indent: (amount: 2em, all: true))',
    '#metadata(str(sys.version)) <version>',
    ...blocks,
  ].join('\n')
}

const escaped = (text: string): string => text.replace(/[\\#*_`$<>@[\]~'"/=+-]/g, (mark) => `\\${mark}`)

/** Typst gives its lines only on paper: the PDF's text in drawing order, a line for each baseline. */
function breakInTypst(compiler: TypstCompiler, stories: readonly PrintedStory[], moreEm: number): StoryEnds {
  compiler.add_source(MAIN, sourceOf(stories, moreEm))
  const { result } = compiler.compile(MAIN, undefined, 'pdf', DIAGNOSTICS)
  if (!result) throw new Error('Typst does not compile the bench text')
  const folder = mkdtempSync(join(tmpdir(), 'banxin-typst-'))
  const file = join(folder, 'stories.pdf')
  writeFileSync(file, result)
  const drawn = tool('mutool', 'draw', '-q', '-F', 'trace', '-o', '-', file)
  rmSync(folder, { recursive: true })
  return sharedOut(linesDrawn(drawn), stories)
}

function linesDrawn(trace: string): string[] {
  const lines: string[] = []
  let baseline = Number.NaN
  for (const [, y, character] of trace.matchAll(/transform="1 0 0 1 \S+ ([^"]+)"|<g unicode="([^"]*)"/g)) {
    if (y === undefined) lines[lines.length - 1] += plain(character as string)
    else if (!(Math.abs(Number(y) - baseline) < 1)) {
      baseline = Number(y)
      lines.push('')
    }
  }
  return lines
}

const plain = (character: string): string =>
  character.replace(/&#x([0-9a-f]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))).trim()

/** Each paragraph begins a line of its own, so its lines are those that add up to its text. */
function sharedOut(lines: string[], stories: readonly PrintedStory[]): StoryEnds {
  let at = 0
  return stories.map(({ paragraphs }) =>
    paragraphs.map(({ text }) => {
      const own: string[] = []
      while (own.join('').length < text.length && at < lines.length) own.push(lines[at++] as string)
      if (own.join('') !== text) throw new Error(`Typst's lines do not hold the text: ${own.join('')}`)
      return endsOf(own)
    }),
  )
}
