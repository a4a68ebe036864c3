/** Where the menu of 复核 opens when no pointer says so: at what is selected. */
import type { ReviewMenuKind } from '../state/review-state.ts'
import { setReview } from '../state/reviewing.ts'

export function openMenuAtSelection(kind: ReviewMenuKind): boolean {
  const target = focusedPart() ?? document.querySelector('[data-region="source"] [data-head="true"]')
  const box = target?.getBoundingClientRect()
  if (!box) return false
  setReview({ menu: { kind, x: box.left + Math.min(64, box.width / 2), y: box.bottom } })
  return true
}

/** A part of a card that has the focus. */
function focusedPart(): Element | null {
  const { activeElement } = document
  return activeElement?.closest('[data-region="articles"]') ? activeElement : null
}
