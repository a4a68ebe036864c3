/** What every correction works with. */
import type { Reconstruction } from '../reconstruct/types.ts'
import type { SourceText } from '../source/types.ts'
import { Texts } from './texts.ts'

export interface Desk {
  texts: Texts
  /** An article id that the page never had. */
  freeId(): string
}

export function openDesk(source: SourceText, page: Reconstruction): Desk {
  const numbers = page.articles.map(({ id }) => Number(/^a(\d{1,9})$/.exec(id)?.[1] ?? 0))
  let last = Math.max(0, ...numbers)
  return {
    texts: new Texts(source),
    freeId() {
      last += 1
      return `a${last}`
    },
  }
}
