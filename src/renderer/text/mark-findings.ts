/** Marks and figures that the newsroom's rules doubt, in the story that has the caret, and their fixes. */
import type { TextPlace } from '../../core/compose/caret.ts'
import { type Found, replaceFound } from '../../core/doc/commands/find.ts'
import { paragraphText } from '../../core/doc/paragraph-text.ts'
import type { PageDoc, Paragraph } from '../../core/doc/schema.ts'
import { checkStoryMarks, type Finding } from '../../core/language/check-marks.ts'
import { app } from '../state/app-state.ts'
import { chosenStory } from '../state/editing.ts'
import { changePage } from '../state/page-session.ts'
import { comparePlaces } from './places.ts'
import { selectRange } from './text-session.ts'
import { textState } from './text-state.ts'

export interface PlacedFinding extends Finding {
  paragraph: number
}

const known = new WeakMap<readonly Paragraph[], PlacedFinding[]>()

/** In the order of the text; the same list as long as the text is the same. */
export function findingsOf(doc: PageDoc, story: string): readonly PlacedFinding[] {
  const paragraphs = doc.stories[story]?.paragraphs
  if (!paragraphs) return []
  const before = known.get(paragraphs)
  if (before) return before
  const found = checkStoryMarks(paragraphs.map(paragraphText)).flatMap((each, paragraph) =>
    each.map((finding) => ({ ...finding, paragraph })),
  )
  known.set(paragraphs, found)
  return found
}

let rested: { story: string; paragraphs: readonly Paragraph[]; found: readonly PlacedFinding[] } | undefined

/** Looks for findings anew: when typing rests, as it costs more than a stroke may. */
export function lookForFindings(): void {
  const { page } = app.get()
  const { story } = textState.get()
  const paragraphs = story === null ? undefined : page?.doc.stories[story]?.paragraphs
  rested =
    page && story !== null && paragraphs
      ? { story, paragraphs, found: findingsOf(page.doc, story) }
      : undefined
}

/** What was found last, without the paragraphs that were changed since. */
export function restedFindings(doc: PageDoc, story: string): readonly PlacedFinding[] {
  if (rested?.story !== story) return []
  const { paragraphs, found } = rested
  const now = doc.stories[story]?.paragraphs
  if (now === paragraphs) return found
  return found.filter(({ paragraph }) => now?.[paragraph] === paragraphs[paragraph])
}

/** The finding that a place touches. */
export function findingAt(doc: PageDoc, story: string, place: TextPlace): PlacedFinding | undefined {
  return findingsOf(doc, story).find(
    ({ paragraph, start, end }) =>
      paragraph === place.paragraph && start <= place.offset && place.offset <= end,
  )
}

const storyNow = (): { doc: PageDoc; story: string } | undefined => {
  const { page, selection } = app.get()
  const story = textState.get().story ?? chosenStory({ page, selection })
  return page && story !== undefined ? { doc: page.doc, story } : undefined
}

/** Selects the next one behind the caret, from the last to the first. */
export function goToNextMark(): boolean {
  const now = storyNow()
  if (!now) return false
  const found = findingsOf(now.doc, now.story)
  const { anchor, head } = textState.get()
  const caret = comparePlaces(anchor, head) > 0 ? anchor : head
  const next =
    found.find(({ paragraph, start }) => comparePlaces({ paragraph, offset: start }, caret) > 0) ?? found[0]
  if (!next) return false
  const { paragraph, start, end } = next
  selectRange(now.story, { from: { paragraph, offset: start }, to: { paragraph, offset: end } })
  return true
}

/** False where nothing at the caret can be fixed. */
export function fixMarkAtCaret(): boolean {
  const now = storyNow()
  const finding = now && findingAt(now.doc, now.story, textState.get().head)
  return finding !== undefined && fixMark(finding)
}

export const fixMark = (finding: PlacedFinding): boolean => fixMarks([finding])

export function fixAllMarks(): boolean {
  const now = storyNow()
  return now !== undefined && fixMarks(findingsOf(now.doc, now.story))
}

function fixMarks(findings: readonly PlacedFinding[]): boolean {
  const now = storyNow()
  if (!now) return false
  const { doc, story } = now
  const found = findings.flatMap(({ paragraph, start, end, fix }): Found[] => {
    const stood = doc.stories[story]?.paragraphs[paragraph]
    if (fix === undefined || !stood) return []
    const text = paragraphText(stood).slice(start, end)
    return [{ story, paragraph, start, end, text, replacement: fix }]
  })
  if (found.length === 0) return false
  return changePage({ name: 'fix-marks', values: { n: found.length } }, (page) => replaceFound(page, found))
}
