/**
 * One editing session of the kill test, to be killed: opens a page, edits it in the live document, journals every step
 * as the main process does, and saves now and then. What it has done it tells on stdout, a line each, with the time.
 *
 *   node kill-session.js FOLDER SEED
 */
import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { FACES } from '../../src/adapters/harfbuzz.ts'
import { packPage, unpackPage } from '../../src/core/doc/banxin-file.ts'
import { encodeRecord } from '../../src/core/doc/live/journal-record.ts'
import { LivePage } from '../../src/core/doc/live/live-page.ts'
import { factsOf, hashOf } from '../../src/main/files/disk-facts.ts'
import { savePage } from '../../src/main/files/save-page.ts'
import { Journal } from '../../src/main/journal/journal.ts'
import { randomFrom } from './random.ts'

const [folder = '.', seed = '1'] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const path = join(folder, '08.banxin')
/** Written at once: a pipe that buffers would lose with the process what the disk has kept. */
const tell = (word: string, n: number) => writeSync(1, `${word} ${n} ${Date.now()}\n`)

const opened = unpackPage(
  new Uint8Array(readFileSync(path)),
  path,
  FACES.map(({ id }) => id),
)
if (!opened.ok) throw new Error(opened.error.code)
const file = opened.value
let facts = await factsOf(path)
const live = LivePage.from(file.doc)
const headerNow = () => ({
  fact: 'header' as const,
  name: '08',
  startedAt: new Date().toISOString(),
  ...(facts && { file: { path, ...facts } }),
})
const stateNow = () => encodeRecord({ kind: 'state', name: '08', atMs: Date.now(), state: live.state() })
const journal = await Journal.begin(join(folder, 'journals'), headerNow(), [stateNow()])
let entries = 1
live.onUpdate((entry) => {
  entries++
  void journal.append(encodeRecord({ kind: 'step', atMs: Date.now(), ...entry }))
})
tell('ready', 0)

let edit = 0
const stories = Object.keys(file.doc.stories)
for (;;) {
  edit++
  const n = edit
  const story = stories[Math.floor(random() * stories.length)] ?? ''
  live.change({ name: 'type' }, (doc) => {
    const guides = [...(doc.guides ?? []).slice(-40), { axis: 'x' as const, at: n }]
    const own = doc.stories[story]
    if (!own || random() < 0.5) return { ...doc, guides }
    const paragraphs = own.paragraphs.map((paragraph, i) =>
      i > 0 ? paragraph : { ...paragraph, runs: [...paragraph.runs, { text: `第${n}字` }] },
    )
    return { ...doc, guides, stories: { ...doc.stories, [story]: { ...own, paragraphs } } }
  })
  tell('edit', n)
  if (random() < 0.04) {
    const [bytes, base, count] = [packPage({ ...file, doc: live.doc }), stateNow(), entries]
    await journal.saving({ fact: 'saving', path, sha256: hashOf(bytes), entries: count })
    const outcome = await savePage(path, bytes, facts)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    facts = outcome.facts
    await journal.restart(headerNow(), [base])
    entries = 1
    tell('saved', n)
  }
  await new Promise((next) => setTimeout(next, random() * 12))
}
