import type { LinkView } from '../links/link-view.ts'
import { WordTies } from '../links/word-ties.ts'
import type { PageCaption } from './captions.ts'
import { type DisplayLine, isHeadLine } from './roles.ts'

/** How display lines are tied to a caption, above the story that has most of their words. */
export interface HeadClaim {
  /** The one that is most the caption's. */
  most: number
  /** The lines right before and right behind the caption, where there are any. */
  before?: number
  after?: number
}

/** For each caption, what heads speak for a story of its own: a head that shares its words, and no story's. */
export function headClaims(captions: readonly PageCaption[], stories: LinkView): HeadClaim[] {
  const texts = [...stories.targets.map(({ text }) => text), ...captions.map(({ text }) => text.text)]
  const ties = new WordTies(texts)
  const heads = stories.items.filter(
    (item): item is DisplayLine => item.type === 'display' && isHeadLine(item),
  )
  const count = stories.targets.length
  const leads = new Map(
    heads.map((head) => {
      const row = ties.of(head.text.text)
      const story = Math.max(0, ...row.slice(0, count))
      return [head.order, row.slice(count).map((tie) => tie - story)]
    }),
  )
  return captions.map(({ order }, i) => ({
    most: Math.max(-9, ...[...leads.values()].map((row) => row[i]!)),
    before: leads.get(order - 1)?.[i],
    after: leads.get(order + 1)?.[i],
  }))
}
