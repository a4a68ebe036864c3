import { assignOrNone } from './assignment.ts'
import { squash } from './characters.ts'
import type { Head } from './head-model.ts'
import type { DisplayLine } from './roles.ts'
import type { Story, StoryFacts } from './stories.ts'

/** A story with what is known of it when sections and bylines look for theirs. */
export interface Labelled {
  story: Story
  facts: StoryFacts
  head?: Head
  hasKicker: boolean
}

export interface LabelLink {
  line: DisplayLine
  story: Story
  confidence: number
}

/** No page has more bylines or column heads; an assignment of thousands would take minutes. */
const MAX_LABELS = 100

/**
 * Gives each column head (栏目) the story it stands over: an essay without a dateline or without a head,
 * rather than a lead, and one close by. `lost` fit none.
 */
export function assignSections(sections: readonly DisplayLine[], stories: readonly Labelled[]) {
  return assignLines(sections, stories, sectionScore)
}

/** Gives each byline its story. Several bylines of reporters keep the order of the leads they belong to. */
export function assignBylines(
  bylines: readonly DisplayLine[],
  stories: readonly Labelled[],
  withSection: ReadonlySet<Story>,
) {
  const leads = stories.filter(({ facts }) => facts.leadLike)
  const reporters = bylines.filter(isReporters)
  const inOrder = (line: DisplayLine, labelled: Labelled) =>
    leads.length === reporters.length &&
    leads.includes(labelled) &&
    leads.indexOf(labelled) === reporters.indexOf(line)
  return assignLines(
    bylines,
    stories,
    (line, labelled) =>
      bylineScore(line, labelled, withSection.has(labelled.story)) + (inOrder(line, labelled) ? 0.9 : 0),
  )
}

function assignLines(
  lines: readonly DisplayLine[],
  stories: readonly Labelled[],
  score: (line: DisplayLine, labelled: Labelled) => number,
): { links: LabelLink[]; lost: DisplayLine[] } {
  const links: LabelLink[] = []
  const lost = lines.slice(MAX_LABELS)
  const found = assignOrNone(
    lines.slice(0, MAX_LABELS).map((line) => stories.map((labelled) => score(line, labelled))),
  )
  found.forEach(({ column, confidence }, i) => {
    const line = lines[i]!
    if (column < 0) lost.push(line)
    else links.push({ line, story: stories[column]!.story, confidence })
  })
  return { links, lost }
}

function sectionScore({ order, text }: DisplayLine, { story, facts, head, hasKicker }: Labelled): number {
  let score = -3
  if (facts.leadLike) score -= 6
  if (!story.startsNews) score += 3
  if (!head) score += 3.5
  else if (hasKicker) score -= 2
  if (head) score += nearHead(order, head)
  const toBody = story.first - order
  if (toBody === 1) score += 4
  else if (toBody === 2) score += 1
  if (order - story.last === 1) score += 1
  return score + topicScore(squash(text.text), story, facts)
}

function nearHead(order: number, head: Head): number {
  const above = head.lines[0]!.order - order
  if (above > 0) return above === 1 ? 3.5 : above === 2 ? 1.5 : 0
  return order - head.lines.at(-1)!.order === 1 ? 1.2 : 0
}

/** What the words of a column head promise, kept by the story. */
function topicScore(section: string, story: Story, { text }: StoryFacts): number {
  let score = 0
  if (/环球|国际|海外|世界|全球/u.test(section) && /境外|海外|国外|国际|外媒/u.test(text)) score += 4
  const reported = /记者/u.test(text) || /\d{1,2}月\d{1,2}日/u.test(text.slice(0, 30))
  if (/评|论|谈|言/u.test(section) && !reported) score += 1.5
  if (/笔|副刊|絮语|札记|随/u.test(section) && text.includes('我')) score += 2.5
  if (/动态|简讯|快讯|短讯|短波|传真|一线/u.test(section) && story.startsNews) score += 5.5
  for (let i = 0; i + 2 <= section.length; i++) if (text.includes(section.slice(i, i + 2))) score += 0.8
  return score
}

const isReporters = ({ line }: DisplayLine): boolean => (line.people?.roles ?? 0) > 0

function bylineScore(line: DisplayLine, { story, facts, head }: Labelled, inColumn: boolean): number {
  const reporters = isReporters(line)
  const plain = !story.startsNews && !facts.leadLike
  let score = -1
  if (story.startsNews) score -= 6
  if (story.credit) score -= 6
  if (facts.leadLike) score += reporters ? 4 : line.line.people?.marked ? 1 : -1
  if (plain) score += reporters ? 0.5 : 3.5
  if (inColumn && !story.startsNews && !reporters) score += 1.5
  if (head) score += bylineNearHead(line.order, head)
  const toBody = story.first - line.order
  if (toBody === 1) score += 3
  else if (toBody === 2) score += 1.2
  if (line.order - story.last === 1 && !head) score += 0.5
  return score
}

function bylineNearHead(order: number, head: Head): number {
  const [first, last] = [head.lines[0]!.order, head.lines.at(-1)!.order]
  if (order === last + 1) return 2.5
  if (order === first - 1) return 1.8
  return Math.max(0, 1 - 0.1 * Math.min(Math.abs(order - last), Math.abs(order - first)))
}
