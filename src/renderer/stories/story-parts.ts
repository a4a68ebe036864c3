/** The rows under an open story: its parts in reading order, each with what says most about it. */
import type { Selection } from '../state/app-state.ts'
import {
  type ArticleEntry,
  characterCount,
  creditOf,
  type PageModel,
  paragraphText,
  type StoryEntry,
} from '../state/page-model.ts'
import type { Say } from '../state/words.ts'

export interface StoryPart {
  key: string
  label: string
  note: string
  selection: Selection
}

export function storyParts(page: PageModel, entry: ArticleEntry, say: Say): StoryPart[] {
  const parts = entry.stories.flatMap((part): StoryPart[] => {
    const selection = { article: entry.id, story: part.id }
    const own = {
      key: part.id,
      label: say(`role.${part.story.role}`),
      note: noteOf(page, part, say),
      selection,
    }
    const credit = part.story.role === 'body' ? creditOf(page, entry) : undefined
    if (credit === undefined) return [own]
    // The credit stands on the body's last line, in its last frame.
    const frame = part.story.frames.at(-1)
    return [
      own,
      {
        key: `${part.id} credit`,
        label: say('role.credit'),
        note: credit,
        selection: { ...selection, frame },
      },
    ]
  })
  return parts
}

function noteOf(page: PageModel, { story, lines }: StoryEntry, say: Say): string {
  if (story.frames.length === 0) return say('stories.no-frame')
  if (story.role === 'body') {
    const frames = story.frames.length
    return frames > 1 ? say('stories.frames-lines', { frames, n: lines }) : say('stories.lines', { n: lines })
  }
  if (story.role === 'headline') {
    const style = story.paragraphs.at(-1)?.style
    const pt = style === undefined ? undefined : page.doc.paragraphStyles[style]?.sizePt
    if (pt !== undefined) return say('stories.size', { n: characterCount(story.paragraphs), pt: round(pt) })
  }
  return story.paragraphs.map(paragraphText).join(' ')
}

const round = (value: number): number => Math.round(value * 10) / 10
