/**
 * What differs between two states of a page, as boxes to be painted anew: a keystroke or a dragged frame changes a
 * few frames of many.
 */
import type { Composition, PageItem, TextItem } from '../compose/composition.ts'
import type { Box } from '../geometry.ts'
import { boundsOf } from './paint-page.ts'

/** Undefined when so much differs that all is to be painted: another page, or another order. */
export function changedBoxes(before: Composition, after: Composition): Box[] | undefined {
  if (before.width !== after.width || before.height !== after.height) return undefined
  const old = byKey(before.items)
  const now = byKey(after.items)
  if (!sameOrder(old, now)) return undefined
  const boxes: Box[] = []
  for (const [key, item] of now) {
    const was = old.get(key)
    if (was && sameItem(was, item)) continue
    if (was) boxes.push(boundsOf(was))
    boxes.push(boundsOf(item))
  }
  for (const [key, was] of old) if (!now.has(key)) boxes.push(boundsOf(was))
  return boxes
}

/** A frame may have several items of a kind: the rules between its columns. */
function byKey(items: readonly PageItem[]): Map<string, PageItem> {
  const counts = new Map<string, number>()
  return new Map(
    items.map((item) => {
      const name = `${item.kind} ${item.frame}`
      const n = counts.get(name) ?? 0
      counts.set(name, n + 1)
      return [`${name} ${n}`, item]
    }),
  )
}

/** What both have lies in the same order: else what covers what has changed. */
function sameOrder(old: ReadonlyMap<string, PageItem>, now: ReadonlyMap<string, PageItem>): boolean {
  const kept = [...old.keys()].filter((key) => now.has(key))
  const present = [...now.keys()].filter((key) => old.has(key))
  return kept.every((key, i) => key === present[i])
}

function sameItem(a: PageItem, b: PageItem): boolean {
  if (a === b) return true
  if (a.kind === 'text' && b.kind === 'text') return sameText(a, b)
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Lines that kept their place are the same objects. */
const sameText = (a: TextItem, b: TextItem): boolean =>
  a.lines.length === b.lines.length &&
  a.lines.every((line, i) => line === b.lines[i]) &&
  a.box.x === b.box.x &&
  a.box.y === b.box.y &&
  a.box.width === b.box.width &&
  a.box.height === b.box.height
