/** What of the page's picture has to be painted anew, told from the compositions before and after a change. */
import type { ComposedLine, Composition, PageItem, TextItem } from '../../core/compose/composition.ts'
import type { Box } from '../../core/geometry.ts'
import { boundsOfItem, boundsOfLine } from '../../core/paint/paint-page.ts'
import { union } from './place.ts'

/** In pt, one box an item at most; undefined where all of it has to be. */
export function changedBoxes(before: Composition, after: Composition): Box[] | undefined {
  if (before.width !== after.width || before.height !== after.height) return undefined
  if (before.items.length !== after.items.length) return undefined
  const boxes: Box[] = []
  for (const [index, item] of after.items.entries()) {
    const old = before.items[index] as PageItem
    // In another order items may hide each other in another way.
    if (old.kind !== item.kind || old.frame !== item.frame) return undefined
    const box = old === item ? undefined : changedBox(old, item)
    if (box) boxes.push(box)
  }
  return boxes
}

function changedBox(old: PageItem, item: PageItem): Box | undefined {
  if (old.kind === 'text' && item.kind === 'text' && item.story !== undefined) {
    return union(changedLines(old, item).map(boundsOfLine))
  }
  // Labels and shapes are few, and made anew each time.
  if (JSON.stringify(old) === JSON.stringify(item)) return undefined
  return union([boundsOfItem(old), boundsOfItem(item)])
}

/** Lines that keep their place stay the same objects. */
function changedLines(old: TextItem, item: TextItem): ComposedLine[] {
  const known = new Set(old.lines)
  const come = item.lines.filter((line) => !known.delete(line))
  return [...known, ...come]
}
