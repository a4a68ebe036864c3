/** What two versions of a page have different, by what a desk would look at: texts, frames, and the rest. */
import { paragraphText } from './paragraph-text.ts'
import { same } from './same.ts'
import type { Frame, PageDoc, Story } from './schema.ts'

export type Difference = StoryDifference | FrameDifference | OtherDifference
type Change = 'added' | 'removed' | 'changed'

export interface StoryDifference {
  kind: 'story'
  change: Change
  story: string
  role: Story['role']
  article?: string
  /** The part of the text that differs, with a little before and after it; empty where only the looks do. */
  mine: string
  theirs: string
}

export interface FrameDifference {
  kind: 'frame'
  change: Change
  frame: string
  of: Frame['kind']
  article?: string
  /** Of one that both have: its place or size, or anything else of it. */
  what: 'place' | 'look'
}

export interface OtherDifference {
  kind: 'setup' | 'meta' | 'styles' | 'pictures' | 'other'
  change: 'changed'
}

/** From `mine` to `theirs`: `added` is what only they have. */
export function comparePages(mine: PageDoc, theirs: PageDoc): Difference[] {
  return [...compareStories(mine, theirs), ...compareFrames(mine, theirs), ...compareRest(mine, theirs)]
}

function compareStories(mine: PageDoc, theirs: PageDoc): StoryDifference[] {
  return idsOf(mine.stories, theirs.stories).flatMap((id) => {
    const [a, b] = [mine.stories[id], theirs.stories[id]]
    const known = (a ?? b) as Story
    if (a && b && same(withoutThread(a), withoutThread(b))) return []
    const about = {
      story: id,
      role: known.role,
      ...(known.article !== undefined && { article: known.article }),
    }
    const change = a === undefined ? 'added' : b === undefined ? 'removed' : 'changed'
    return [{ kind: 'story', change, ...about, ...excerpts(textOf(a), textOf(b)) }]
  })
}

/** Which frames a story runs through is told by the frames. */
const withoutThread = ({ frames: _, ...rest }: Story) => rest

const textOf = (story: Story | undefined): string => (story?.paragraphs ?? []).map(paragraphText).join('\n')

const AROUND = 8
const MOST = 40

/** What stands between the first and the last character that differ, shortened in the middle. */
function excerpts(mine: string, theirs: string): { mine: string; theirs: string } {
  if (mine === theirs) return { mine: '', theirs: '' }
  const least = Math.min(mine.length, theirs.length)
  let start = 0
  while (start < least && mine[start] === theirs[start]) start++
  let end = 0
  while (end < least - start && mine.at(-1 - end) === theirs.at(-1 - end)) end++
  const from = Math.max(0, start - AROUND)
  const cut = (text: string): string => {
    const to = Math.min(text.length, text.length - end + AROUND)
    const part = text.slice(from, to)
    const short = part.length > MOST ? `${part.slice(0, MOST / 2)}…${part.slice(-MOST / 2)}` : part
    return `${from > 0 ? '…' : ''}${short}${to < text.length ? '…' : ''}`
  }
  return { mine: cut(mine), theirs: cut(theirs) }
}

function compareFrames(mine: PageDoc, theirs: PageDoc): FrameDifference[] {
  return idsOf(mine.frames, theirs.frames).flatMap((id) => {
    const [a, b] = [mine.frames[id], theirs.frames[id]]
    if (a && b && same(a, b)) return []
    const known = (a ?? b) as Frame
    const moved = a && b && !same(boxOf(a), boxOf(b))
    return [
      {
        kind: 'frame',
        change: a === undefined ? 'added' : b === undefined ? 'removed' : 'changed',
        frame: id,
        of: known.kind,
        ...(known.article !== undefined && { article: known.article }),
        what: moved ? 'place' : 'look',
      },
    ]
  })
}

const boxOf = ({ x, y, width, height }: Frame) => ({ x, y, width, height })

function compareRest(mine: PageDoc, theirs: PageDoc): OtherDifference[] {
  const differs = (...names: (keyof PageDoc)[]) => names.some((name) => !same(mine[name], theirs[name]))
  const kinds: [OtherDifference['kind'], boolean][] = [
    ['setup', differs('setup')],
    ['meta', differs('meta')],
    ['styles', differs('paragraphStyles', 'characterStyles', 'swatches', 'presets')],
    ['pictures', differs('assets')],
    ['other', differs('articles', 'guides', 'signOffs', 'preflightProfile', 'template')],
  ]
  return kinds.flatMap(([kind, is]) => (is ? [{ kind, change: 'changed' as const }] : []))
}

const idsOf = (...tables: Record<string, unknown>[]): string[] =>
  [...new Set(tables.flatMap((table) => Object.keys(table)))].sort()
