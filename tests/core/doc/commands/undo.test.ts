/** A thousand mixed steps, undone and done again: the same page, byte for byte. */
import { describe, expect, it } from 'vitest'
import { ok, type Result } from '../../../../src/core/diagnostics.ts'
import { checkReferences } from '../../../../src/core/doc/check-references.ts'
import { alignFrames, distributeFrames, type Edge } from '../../../../src/core/doc/commands/arrange.ts'
import { clipFrames, pasteFrames } from '../../../../src/core/doc/commands/clip.ts'
import type { Command } from '../../../../src/core/doc/commands/command.ts'
import { groupFrames, ungroupFrames } from '../../../../src/core/doc/commands/groups.ts'
import { addGuide, removeGuide } from '../../../../src/core/doc/commands/guides.ts'
import {
  divideText,
  fillFrames,
  lockFrames,
  nameFrame,
  wrapAround,
} from '../../../../src/core/doc/commands/look.ts'
import { continueInNewFrame, drawFrame } from '../../../../src/core/doc/commands/new-frames.ts'
import { type OrderStep, orderFrames } from '../../../../src/core/doc/commands/order.ts'
import { moveFrames, placeFrames } from '../../../../src/core/doc/commands/place.ts'
import { deleteFrames } from '../../../../src/core/doc/commands/remove.ts'
import { defineSwatch } from '../../../../src/core/doc/commands/swatches.ts'
import {
  cutThread,
  splitFrame,
  threadFrames,
  unthreadFrame,
} from '../../../../src/core/doc/commands/thread.ts'
import { LivePage } from '../../../../src/core/doc/live/live-page.ts'
import type { PageDoc } from '../../../../src/core/doc/schema.ts'
import { page, text } from '../../../support/plain-page.ts'

const EDGES: Edge[] = ['left', 'center', 'right', 'top', 'middle', 'bottom']
const ORDERS: OrderStep[] = ['front', 'forward', 'backward', 'back']

const KINDS = 22

const docOf = <T extends { doc: PageDoc }>(result: Result<T>): Result<PageDoc> =>
  result.ok ? ok(result.value.doc) : result

/** What a step does, of three figures: which command, on which frames, by how much. */
function commandOf(doc: PageDoc, [what, which, by]: readonly [number, number, number]): Command {
  const ids = Object.keys(doc.frames)
  const id = ids[which % Math.max(1, ids.length)] ?? ''
  const other = ids[(which * 7 + by) % Math.max(1, ids.length)] ?? ''
  const both = [...new Set([id, other])]
  const box = { x: by, y: which, width: 20 + by, height: 24 + which }
  const commands: Command[] = [
    (now) => moveFrames(now, both, by - 20, which - 20),
    (now) => placeFrames(now, { [id]: box }),
    (now) => alignFrames(now, both, EDGES[by % 6] as Edge),
    (now) => distributeFrames(now, [...both, ids[0] ?? ''], by % 2 ? 'x' : 'y'),
    (now) => orderFrames(now, [id], ORDERS[by % 4] as OrderStep),
    (now) => groupFrames(now, both),
    (now) => ungroupFrames(now, both),
    (now) => ok(lockFrames(now, [id], by % 5 === 0)),
    (now) => nameFrame(now, id, by % 2 ? `框 ${by}` : ''),
    (now) => docOf(drawFrame(now, (['text', 'picture', 'shape', 'rule'] as const)[by % 4] ?? 'text', box)),
    (now) => docOf(continueInNewFrame(now, id, box)),
    (now) => threadFrames(now, id, other),
    (now) => cutThread(now, id),
    (now) => unthreadFrame(now, id),
    (now) => docOf(splitFrame(now, id, 2 + (by % 2), 4)),
    (now) => deleteFrames(now, [id], by % 3 ? 'keep' : 'delete'),
    (now) =>
      docOf(
        pasteFrames(
          now,
          clipFrames(now, [id], () => undefined),
          { dx: by, dy: which },
        ),
      ),
    wrapAround([id], by % 2 ? { top: by, right: 1, bottom: 1, left: 1 } : undefined),
    divideText([id], by % 2 ? { count: 2, gutterPt: 4 } : undefined),
    fillFrames([id], by % 2 ? 'accent' : undefined),
    (now) => defineSwatch(now, `墨 ${by % 5}`, [by, which, 0, 0], undefined),
    (now) => ok(by % 2 ? addGuide(now, { axis: 'x', at: by }) : removeGuide(now, by % 3)),
  ]
  expect(commands.length).toBe(KINDS)
  return commands[what % KINDS] as Command
}

const started = () =>
  page()
    .thread('s', [text('一二三四五'), text('六七八九十')], { a: [50, 60, 90, 24], b: [150, 60, 90, 24] })
    .text('c', [250, 60, 90, 60])
    .picture('p', [50, 300, 90, 60])
    .shape('q', [40, 290, 110, 80])
    .rule('r', [50, 400, 290, 0])
    .doc()

/** Figures of a linear congruential generator: the same for the same seed on every machine. */
function figuresOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 12
  }
}

const bytes = (doc: PageDoc) => JSON.stringify(doc)

describe('a thousand mixed steps', () => {
  it.each([1, 20250317, 66])(
    'undone give back the page as it was, and done again as it became (seed %i)',
    (seed) => {
      const next = figuresOf(seed)
      const live = LivePage.from(started())
      const states = [bytes(live.doc)]
      const done: number[] = []
      while (done.length < 1000) {
        const what = next()
        const result = commandOf(live.doc, [what, next() % 61, next() % 61])(live.doc)
        if (!result.ok || !live.change({ name: 'test' }, () => result.value)) continue
        states.push(bytes(live.doc))
        done.push(what)
      }
      expect(checkReferences(live.doc, []).filter(({ params }) => params?.kind !== 'face')).toEqual([])
      for (let at = states.length - 2; at >= 0; at--) {
        live.undo()
        if (bytes(live.doc) !== states[at])
          expect.fail(`step ${at + 1} of kind ${done[at]! % KINDS} does not undo`)
      }
      for (let at = 1; at < states.length; at++) {
        live.redo()
        if (bytes(live.doc) !== states[at])
          expect.fail(`step ${at} of kind ${done[at - 1]! % KINDS} is not done again`)
      }
    },
  )
})
