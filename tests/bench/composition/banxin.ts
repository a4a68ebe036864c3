/** How fast Banxin composes: a page from nothing, a page after each keystroke, longer texts; and what it keeps. */
import { setImmediate, setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { composePage, createComposer } from '../../../src/core/compose/composer.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import type { Template } from '../../../src/core/draft/template.ts'
import type { Shaper } from '../../../src/core/fonts.ts'
import { keystrokes } from './keystrokes.ts'
import { charactersIn, type PrintedStory, storiesPage } from './printed.ts'
import { randomFrom, type Spread, spreadOf, timed } from './stats.ts'

const FRESH_RUNS = 9
const WARM_RUNS = 40
/** Enough that garbage is collected among them, as it comes. */
const KEYSTROKES = 3_000
export const TYPED_TIMES = 5
export const ALL_KEYSTROKES = TYPED_TIMES * KEYSTROKES
const EDITS = [1_000, 5_000, 10_000]
const TIMES = [1, 4, 16]
const SEED = 20250317

/** Opening fonts leaves tens of MB to be cleared up beside what runs next: a reader's eye takes longer. */
const SETTLED_MS = 300

setFlagsFromString('--expose-gc')
const collectGarbage: (options?: { type: 'minor' }) => void = runInNewContext('gc')

/** `fresh`: nothing shaped before, fonts loaded; `warm`: by a new composer whose shaper knows the characters. */
export async function timeFromNothing(doc: PageDoc, shaper: Shaper, freshShaper: () => Promise<Shaper>) {
  const fresh: number[] = []
  for (let i = 0; i < FRESH_RUNS; i++) {
    const opened = await freshShaper()
    await setTimeout(SETTLED_MS)
    fresh.push(timeOnce(doc, opened))
  }
  return { fresh: spreadOf(fresh), warm: timeWarm(doc, shaper) }
}

/** Without the runs that the compiler of JavaScript still learns from. */
export function timeWarm(doc: PageDoc, shaper: Shaper): Spread {
  const runs = Array.from({ length: WARM_RUNS }, () => timeOnce(doc, shaper))
  return spreadOf(runs.slice(WARM_RUNS >> 2))
}

/** What the run before left is cleared up before this one; a full collection would also empty caches that it needs. */
function timeOnce(doc: PageDoc, shaper: Shaper): number {
  collectGarbage({ type: 'minor' })
  return timed(() => composePage(doc, shaper))
}

/** Each keystroke in the story by itself, the event loop turning in between; in ms. */
async function typeOnce(doc: PageDoc, story: string, shaper: Shaper): Promise<number[]> {
  const composer = createComposer(shaper)
  composer.compose(doc)
  await setTimeout(SETTLED_MS)
  const runs: number[] = []
  for (const next of keystrokes(doc, story, KEYSTROKES)) {
    await setImmediate()
    runs.push(timed(() => composer.compose(next)))
  }
  return runs
}

export const timeKeystrokes = async (doc: PageDoc, story: string, shaper: Shaper): Promise<Spread> =>
  spreadOf(await typeOnce(doc, story, shaper))

/**
 * The same text typed again and again. `felt`: every keystroke of every time, with whatever the machine did besides;
 * `each`: what a keystroke takes most times, so that one that is slow by itself can't hide and an interruption can.
 */
export async function timeTypedAgain(doc: PageDoc, story: string, shaper: Shaper) {
  const times: number[][] = []
  for (let i = 0; i < TYPED_TIMES; i++) times.push(await typeOnce(doc, story, shaper))
  const each = (times[0] as number[]).map((_, key) => spreadOf(times.map((run) => run[key] as number)).median)
  return { felt: spreadOf(times.flat()), each: spreadOf(each) }
}

export interface Growth {
  times: number
  characters: number
  fromNothingMs: number
  keystrokeMs: number
}

export async function measureGrowth(
  stories: readonly PrintedStory[],
  template: Template,
  shaper: Shaper,
): Promise<Growth[]> {
  const rows: Growth[] = []
  for (const times of TIMES) {
    const doc = storiesPage(stories, template, times)
    rows.push({
      times,
      characters: times * charactersIn(stories),
      fromNothingMs: timeWarm(doc, shaper).median,
      keystrokeMs: (await timeKeystrokes(doc, 's0', shaper)).median,
    })
  }
  return rows
}

export interface Held {
  edits: number
  heapMb: number
}

/** What is held after so many edits by one composer: text that never comes twice, with numbers and words. */
export function measureMemory(doc: PageDoc, story: string, shaper: Shaper): Held[] {
  const random = randomFrom(SEED)
  const pick = (characters: string): string => characters[Math.floor(random() * characters.length)] as string
  const typist = () =>
    random() < 0.5 ? pick('0123456789abcdefghij') : pick('高新区为可持续振兴开局的一二三，。、')
  const composer = createComposer(shaper)
  const held: Held[] = []
  let edits = 0
  for (const next of keystrokes(doc, story, EDITS.at(-1) as number, typist)) {
    composer.compose(next)
    edits++
    if (!EDITS.includes(edits)) continue
    collectGarbage()
    held.push({ edits, heapMb: process.memoryUsage().heapUsed / 2 ** 20 })
  }
  return held
}
