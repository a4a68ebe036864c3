/** What the recovery dialog shows of a journal: its steps by article, and where on the page they are. */
import type { Composition } from '../../core/compose/composition.ts'
import type { StepRecord } from '../../core/doc/live/journal-record.ts'
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Box } from '../../core/geometry.ts'
import type { Recoverable, RecoveryChoice } from '../../shared/ipc-files.ts'
import type { FoundPage } from '../state/recovering.ts'
import { stepsOf } from '../state/recovering.ts'

export interface FoundEntry {
  listed: Recoverable
  /** Null where it cannot be read. */
  found: FoundPage | null
  composition?: Composition
}

export type Wanted = RecoveryChoice['as'] | 'disk'

/** What is chosen at first: never the older of two in place of the newer. */
export const firstChoice = ({ disk }: Recoverable): Wanted =>
  disk === 'changed' || disk === 'gone' ? 'copy' : 'mine'

/** The steps that no file has, the latest first. */
export function unsavedSteps({ listed, found }: FoundEntry): StepRecord[] {
  if (!found) return []
  const saved = new Set(found.steps.slice(0, Math.max(0, listed.saved - 1)))
  return stepsOf(found)
    .filter((step) => !saved.has(step))
    .reverse()
}

/** The articles that steps are about, numbered as they are met from the latest step on, with the box of each. */
export function markedArticles(
  steps: readonly StepRecord[],
  doc: PageDoc,
): Map<string, { mark: number; box?: Box }> {
  const marks = new Map<string, { mark: number; box?: Box }>()
  for (const { article } of steps) {
    if (article === undefined || marks.has(article)) continue
    const box = boxOfArticle(article, doc)
    marks.set(article, { mark: marks.size + 1, ...(box && { box }) })
  }
  return marks
}

/** Round all frames of the article of that title, as steps name it: its number and its title. */
function boxOfArticle(title: string, doc: PageDoc): Box | undefined {
  const id = Object.keys(doc.articles).find((each) => {
    const article = doc.articles[each]
    return article && `${article.number} ${article.title}` === title
  })
  const frames = Object.values(doc.frames).filter(({ article }) => id !== undefined && article === id)
  if (frames.length === 0) return undefined
  const x = Math.min(...frames.map((frame) => frame.x))
  const y = Math.min(...frames.map((frame) => frame.y))
  const right = Math.max(...frames.map((frame) => frame.x + frame.width))
  const bottom = Math.max(...frames.map((frame) => frame.y + frame.height))
  return { x, y, width: right - x, height: bottom - y }
}
