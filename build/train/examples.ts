/** What each model learns from a drawn page. */

import { countOf, squash } from '../../src/core/language/characters.ts'
import {
  MAX_HEAD_LINES,
  MAX_HEAD_SIZE,
  spanFeatures,
  spanOf,
} from '../../src/core/reconstruct/links/head-spans.ts'
import { headRuns, likelyTargets } from '../../src/core/reconstruct/links/heads.ts'
import { LinkView, type Target } from '../../src/core/reconstruct/links/link-view.ts'
import { type Labelled, unitFeatures } from '../../src/core/reconstruct/links/links.ts'
import { captionUnit, lineUnit } from '../../src/core/reconstruct/links/unit-features.ts'
import {
  findFacts,
  itemsOf,
  type PageFacts,
  targetOfCaptions,
  targetOfStory,
} from '../../src/core/reconstruct/page-parts.ts'
import type { LabelledLine } from '../../src/core/reconstruct/paragraphs/paragraph-pass.ts'
import { joinFeatures } from '../../src/core/reconstruct/roles/caption-joins.ts'
import { captionFeatures, type PageCaption } from '../../src/core/reconstruct/roles/captions.ts'
import { headClaims } from '../../src/core/reconstruct/roles/head-claims.ts'
import { PageView } from '../../src/core/reconstruct/roles/page-view.ts'
import { captionLine, type DisplayLine } from '../../src/core/reconstruct/roles/roles.ts'
import { layOpen } from '../../src/core/reconstruct/roles/snippets.ts'
import { GOES_ON, rowFeatures } from '../../src/core/reconstruct/roles/verdicts.ts'
import { buildItems, textOf } from '../../src/core/reconstruct/stories/runs.ts'
import { BreakView, borderFeatures, bordersOf } from '../../src/core/reconstruct/stories/story-breaks.ts'
import { findSubheads, mayBeSubhead, subheadFeatures } from '../../src/core/reconstruct/stories/subheads.ts'
import type { Choice } from './choice-training.ts'
import { type DrawnPage, type GoldPlace, goldOf, touchedBy } from './gold.ts'
import type { Example } from './log-linear-training.ts'

export type Named = Example & { text?: string; unit?: string }

const sourceOf = (page: DrawnPage, article: number | undefined, role: string) =>
  `${page.articles[article ?? -1] ? squash(JSON.stringify(page.articles[article!])).slice(8, 120) : page.name}/${role}`

/** For every short text what it is. Its style is what the models at hand see at their first look. */
export function roleExamples(page: DrawnPage, lines: readonly LabelledLine[]) {
  const items = layOpen(itemsOf(lines))
  const view = new PageView(items)
  const snippets = items.filter((item) => item.type !== 'body')
  const golds = snippets.map((item) => goldOf(item.text.text, page, item.type === 'display'))
  const row = rowFeatures(snippets, view)
  const nodes = snippets.map((item, i) => {
    const { role, articles } = golds[i]!
    const last = snippets[i - 1]
    const further = last && isFurther(golds[i]!, golds[i - 1]!, `${last.text.text}${item.text.text}`, page)
    return {
      features: [...row.nodes[i]!.features],
      style: row.style[i]!,
      links: row.nodes[i]!.links,
      label: further ? `${role}${GOES_ON}` : role,
      source: sourceOf(page, articles[0], role),
      text: `${item.type} ${item.text.text}`,
    }
  })
  return { nodes }
}

/** Whether a text goes on with the field of the text before it; \`joined\` is both. */
function isFurther(gold: GoldPlace, last: GoldPlace, joined: string, page: DrawnPage): boolean {
  if (gold.role !== last.role || gold.whole || last.whole) return false
  const solid = squash(joined)
  return gold.articles.some((i) => {
    const article = page.articles[i]!
    if (gold.role === 'caption') return article.captions.some(({ text }) => squash(text).includes(solid))
    const isField = gold.role === 'headline' || gold.role === 'kicker' || gold.role === 'deck'
    return isField && squash(article[gold.role as 'headline'] ?? '').includes(solid)
  })
}

/** For every paragraph that may be a subhead, or begin with one, whether it is. */
export function subheadExamples(page: DrawnPage, lines: readonly LabelledLine[]): Named[] {
  const golds = page.articles.flatMap((article, i) =>
    article.paragraphs
      .filter(({ kind }) => kind === 'subhead')
      .map(({ text }) => ({ text: squash(text), i })),
  )
  return buildItems(lines).flatMap((item) => {
    if (item.type !== 'body') return []
    return item.paragraphs.flatMap((paragraph, i) => {
      if (!mayBeSubhead(paragraph, item)) return []
      const first = squash(paragraph.lines[0]!.tidy.text)
      const two = squash(
        paragraph.lines
          .slice(0, 2)
          .map((line) => line.tidy.text)
          .join(''),
      )
      const gold = golds.find(({ text }) => text === first || (text === two && paragraph.lines.length === 2))
      const source = sourceOf(page, gold?.i, gold ? first : first.slice(0, 5))
      const of = touchedBy(page, [gold?.i ?? goldArticle(squash(textOf(paragraph).text), page, 2)])
      return [{ features: subheadFeatures(item, i), label: gold ? 'yes' : 'no', source, of, text: first }]
    })
  })
}

/** For every border of paragraphs in a run, whether another article begins. */
export function breakExamples(page: DrawnPage, lines: readonly LabelledLine[]): Named[] {
  const items = findSubheads(buildItems(lines))
  const view = new BreakView(items)
  return items.flatMap((item) => {
    if (item.type !== 'body') return []
    const articles = item.paragraphs.map((each) => goldArticle(squash(textOf(each).text), page, 4))
    let start = 0
    return bordersOf(item, view).flatMap((border, i) => {
      const [upper, lower] = [articles[i]!, articles[i + 1]!]
      const before = item.paragraphs.slice(start, i + 1)
      const yes = upper !== lower
      if (yes) start = i + 1
      if (upper < 0 || lower < 0) return []
      const text = textOf(border.after[0]!).text
      const source = sourceOf(page, lower, text.slice(0, 6))
      const of = touchedBy(page, [upper, lower])
      return [
        { features: borderFeatures({ ...border, before }), label: yes ? 'yes' : 'no', source, of, text },
      ]
    })
  })
}

/** For every two lines of captions that follow one another, whether they are of one caption. */
export function joinExamples(page: DrawnPage, lines: readonly LabelledLine[]): Named[] {
  const captions = page.articles.flatMap((article, i) =>
    article.captions.map(({ text }) => ({ text: squash(text), i })),
  )
  const snippets = layOpen(itemsOf(lines))
  const all = snippets.flatMap((snippet, order) => {
    if (snippet.type === 'body') return []
    const texts = snippet.type === 'short' ? snippet.lines.map((line) => line.tidy.text) : [snippet.text.text]
    return texts.map((text, i) => ({
      line: captionLine(snippet, snippet.lines[i]!, text),
      order,
      from: snippet.lines[i]!,
    }))
  })
  const plain = (text: string) => squash(text).replace(/^[▲▼△▶◀■◆●]/u, '')
  return all.slice(1).flatMap((lower, i) => {
    const upper = all[i]!
    const [above, below] = [plain(upper.line.text), plain(lower.line.text)]
    const near = lower.order - upper.order <= 1
    if (!near || above.length < 2 || below.length < 1) return []
    const [first, second] = [above, below].map((line) => captions.filter(({ text }) => text.includes(line)))
    if (first!.length === 0 || second!.length === 0) return []
    const yes = first!.some(({ text }) => text.includes(above + below))
    const sameLine = upper.from === lower.from
    const features = joinFeatures({ ...upper.line, sameLine }, lower.line)
    const of = touchedBy(
      page,
      [...first!, ...second!].map(({ i }) => i),
    )
    const text = `${above} | ${below}`
    return [{ features, label: yes ? 'yes' : 'no', source: above.slice(0, 6), of, text }]
  })
}

/** The article of the gold that a story's words come from. */
function goldArticle(text: string, page: DrawnPage, step = 8): number {
  const counts = page.articles.map((article) => {
    const body = squash(article.paragraphs.map((each) => each.text).join(''))
    let shared = 0
    for (let i = 0; i + step <= text.length; i += step)
      if (body.includes(text.slice(i, i + step))) shared += 1
    return shared
  })
  const most = Math.max(...counts)
  return most > 0 ? counts.indexOf(most) : -1
}

export function captionExamples(page: DrawnPage, facts: PageFacts): Named[] {
  const view = new LinkView(
    facts.items,
    facts.stories.map((story, i) => targetOfStory(story, facts.facts[i]!)),
  )
  const claims = headClaims(facts.captions, view)
  let last = -1
  return facts.captions.flatMap((caption, i) => {
    const gold = goldOf(caption.text.text, page, false)
    if (gold.role !== 'caption') return []
    const article = gold.articles[0]!
    const label =
      page.articles[article]!.paragraphs.length > 0 ? 'of-story' : last === article ? 'with-last' : 'own'
    last = article
    const features = captionFeatures(i, facts.captions, view, claims[i]!)
    return [
      {
        features,
        label,
        source: sourceOf(page, article, caption.text.text.slice(0, 6)),
        of: touchedBy(page, gold.articles),
        text: caption.text.text,
      },
    ]
  })
}

interface GoldTargets {
  view: LinkView
  /** The captions of each target that is a photo story. */
  captions: Map<number, readonly PageCaption[]>
  /** For each target its article in the gold. */
  articles: number[]
}

/** The targets of a page as the gold has them: stories as found, captions where they are stories. */
function goldTargets(page: DrawnPage, facts: PageFacts): GoldTargets {
  const groups = new Map<number, typeof facts.captions>()
  for (const caption of facts.captions) {
    const gold = goldOf(caption.text.text, page, false)
    const article = gold.articles[0]
    if (gold.role !== 'caption' || article === undefined || page.articles[article]!.paragraphs.length > 0)
      continue
    groups.set(article, [...(groups.get(article) ?? []), caption])
  }
  const targets: Target[] = [
    ...facts.stories.map((story, i) => targetOfStory(story, facts.facts[i]!)),
    ...[...groups.values()].map(targetOfCaptions),
  ]
  const articles = [...facts.facts.map(({ text }) => goldArticle(text, page)), ...groups.keys()]
  const captions = new Map([...groups.values()].map((group, i) => [facts.stories.length + i, group]))
  return { view: new LinkView(facts.items, targets), articles, captions }
}

/** Whether the page's dump has kickers behind their headlines. */
function setsKickersLast(page: DrawnPage, facts: PageFacts): boolean {
  let last = 0
  for (const run of headRuns(facts.items)) {
    const golds = run.map((line) => goldOf(line.text.text, page, true))
    golds.slice(1).forEach((gold, i) => {
      const before = golds[i]!
      if (!gold.articles.some((each) => before.articles.includes(each))) return
      if (gold.role === 'kicker' && before.role === 'headline') last += 1
      if (gold.role === 'headline' && before.role === 'kicker') last -= 1
    })
  }
  return last > 0
}

/** For every run of display lines the spans that may be heads, and whether they are. */
export function headExamples(page: DrawnPage, facts: PageFacts): Named[] {
  const { view, articles } = goldTargets(page, facts)
  const kickersLast = setsKickersLast(page, facts)
  const examples: Named[] = []
  for (const run of headRuns(facts.items)) {
    const golds = run.map((line) => goldOf(line.text.text, page, true))
    const isHead = (i: number) => ['headline', 'kicker', 'deck'].includes(golds[i]?.role ?? '')
    for (let start = 0; start < run.length; start++) {
      for (let end = start + 1; end <= Math.min(run.length, start + MAX_HEAD_LINES); end++) {
        const span = spanOf(run, start, end, kickersLast)
        if (end - start > 1 && countOf(span.text) > MAX_HEAD_SIZE) break
        const inside = golds.slice(start, end)
        const common = inside.reduce(
          (all, gold) => all.filter((each) => gold.articles.includes(each)),
          inside[0]!.articles,
        )
        const whole =
          common.length > 0 &&
          inside.every((_, k) => isHead(start + k)) &&
          !(isHead(start - 1) && golds[start - 1]!.articles.some((each) => common.includes(each))) &&
          !(isHead(end) && golds[end]!.articles.some((each) => common.includes(each)))
        for (const target of likelyTargets(span, view)) {
          const yes = whole && common.includes(articles[target]!)
          const source = sourceOf(page, articles[target], yes ? 'yes' : span.text.slice(0, 4))
          examples.push({
            features: spanFeatures(span, target, view),
            label: yes ? 'yes' : 'no',
            source,
            of: touchedBy(page, [
              ...inside.flatMap((gold) => (gold.articles.length > 0 ? gold.articles : [-1])),
              articles[target],
            ]),
            text: span.text,
          })
        }
      }
    }
  }
  return examples
}

const LINKED = ['section', 'byline', 'credit', 'caption']

/** Sections, bylines, credits and captions, and the targets to choose from, once the heads are where the gold has them. */
export function linkExamples(page: DrawnPage, facts: PageFacts, kinds: readonly string[] = LINKED): Choice[] {
  const { view, articles, captions } = goldTargets(page, facts)
  for (const line of headRuns(facts.items).flat()) {
    const gold = goldOf(line.text.text, page, true)
    const target = articles.findIndex((article) => gold.articles.includes(article))
    if (target >= 0 && (gold.whole || gold.role !== 'other')) growHead(view, target, line, gold.role)
  }
  const choices: Choice[] = []
  const add = (unit: Labelled, of: string, gold: GoldPlace, among = view) => {
    if (gold.role !== of || !kinds.includes(of)) return
    const options = articles.map((article, target) => ({
      features: [...unitFeatures(unit, target, among, of)],
      source: sourceOf(page, article, of),
      of: touchedBy(page, [article, ...gold.articles]),
      meant: gold.articles.includes(article),
    }))
    if (options.some(({ meant }) => meant)) choices.push({ options })
  }
  for (const of of ['section', 'byline', 'credit']) {
    const lines = facts.items.filter((item) => item.type === 'display' && item.role === of) as DisplayLine[]
    for (const line of lines) add(lineUnit(line), of, goldOf(line.text.text, page, true))
  }
  for (const caption of facts.captions) {
    const gold = goldOf(caption.text.text, page, false)
    const ofStory = gold.articles.some((each) => page.articles[each]!.paragraphs.length > 0)
    if (ofStory) add(captionUnit(caption), 'caption', gold)
    const [target, group] = [...captions].find(([, each]) => each.includes(caption)) ?? []
    if (target === undefined || group === undefined || group[0] === caption) continue
    // As it is met: the photo story is known by its other captions.
    const others = targetOfCaptions(group.filter((each) => each !== caption))
    const among = new LinkView(view.items, view.targets.with(target, others))
    for (const [index, head] of view.heads) among.heads.set(index, head)
    add(captionUnit(caption), 'caption', gold, among)
  }
  return choices
}

function growHead(view: LinkView, target: number, line: DisplayLine, role: string) {
  const known = view.heads.get(target)
  view.heads.set(target, {
    first: Math.min(known?.first ?? line.order, line.order),
    last: Math.max(known?.last ?? line.order, line.order),
    hasKicker: known?.hasKicker || role === 'kicker',
    hasDeck: known?.hasDeck || role === 'deck',
  })
}

export { findFacts }
