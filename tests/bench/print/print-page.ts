/** Prints a page's file in a process of its own: the first time, warm, and warm after edits. */
import { COMMON_CHARACTERS } from '../../../src/adapters/font-files.ts'
import { FACES } from '../../../src/adapters/harfbuzz.ts'
import { composePage } from '../../../src/core/compose/composer.ts'
import { unpackPage } from '../../../src/core/doc/banxin-file.ts'
import { facesOf } from '../../../src/core/doc/faces-of.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { textOf } from '../../../src/core/doc/text-of.ts'
import { DEFAULT_EXPORT } from '../../../src/core/pipeline/export-options.ts'
import { exportPage } from '../../../src/core/pipeline/export-page.ts'
import type { PrintRun } from './measure.ts'
import { median, openTools, read } from './tools.ts'

/** Prints before those that count: the compiler of JavaScript still learns from them. */
const LEARNING_RUNS = 20
const WARM_RUNS = 20

const [file = '', standard] = process.argv.slice(2)
const ids = FACES.map(({ id }) => id)
const page = unpackPage(read(file), file, ids)
if (!page.ok) throw new Error(JSON.stringify(page.error))
const { doc } = page.value
const tools = await openTools(facesOf(doc))
const options = { ...DEFAULT_EXPORT, standard: standard === 'x1a' ? ('x1a' as const) : ('x4' as const) }

interface Timed {
  ms: number
  cpuMs: number
  bytes: number
}

/** Composing is not in the time. */
async function print(of: PageDoc): Promise<Timed> {
  const composition = composePage(of, tools.shaper)
  const start = performance.now()
  const before = process.cpuUsage()
  const pdf = await exportPage(of, composition, tools, options)
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
  return { ms, cpuMs: (user + system) / 1000, bytes: pdf.bytes.length }
}

/** The longest story with a character in it that the page did not have: its face must be embedded anew. */
function editedWith(character: string): PageDoc {
  const length = ([, { paragraphs }]: [string, PageDoc['stories'][string]]) =>
    JSON.stringify(paragraphs).length
  const [id, story] = Object.entries(doc.stories).sort((a, b) => length(b) - length(a))[0] as [
    string,
    PageDoc['stories'][string],
  ]
  const [first, ...others] = story.paragraphs
  const [run, ...runs] = first?.runs ?? []
  if (first === undefined || run === undefined) throw new Error('the page has no text')
  const edited = { ...first, runs: [{ ...run, text: character + run.text.slice(1) }, ...runs] }
  return { ...doc, stories: { ...doc.stories, [id]: { ...story, paragraphs: [edited, ...others] } } }
}

const first = await print(doc)
const warm: Timed[] = []
for (let i = 0; i < LEARNING_RUNS; i++) await print(doc)
for (let i = 0; i < WARM_RUNS; i++) warm.push(await print(doc))
const present = new Set(textOf(doc))
const strangers = [...COMMON_CHARACTERS].filter((each) => /\p{Script=Han}/u.test(each) && !present.has(each))
const edited: Timed[] = []
for (const character of strangers.slice(0, WARM_RUNS)) edited.push(await print(editedWith(character)))

const run: PrintRun = {
  coldMs: first.ms,
  warmMs: median(warm.map(({ ms }) => ms)),
  cpuMs: median(warm.map(({ cpuMs }) => cpuMs)),
  editedMs: median(edited.map(({ ms }) => ms)),
  bytes: first.bytes,
}
process.stdout.write(JSON.stringify(run))
