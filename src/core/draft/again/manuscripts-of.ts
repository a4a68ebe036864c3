/** The articles of a page as manuscripts: what they say, taken from their stories as they were edited. */
import type { Frame, PageDoc, Paragraph, Story } from '../../doc/schema.ts'
import type {
  Article,
  ArticleField,
  ArticleParagraph,
  Caption,
  Reconstruction,
} from '../../reconstruct/types.ts'
import type { HeadPart, Kept, Manuscript } from '../manuscript.ts'
import { HEAD_BASES } from '../page-builder.ts'

const BY_HAND = { confidence: 1, rule: 'page/as-edited' }
const HEAD_PARTS = ['kicker', 'headline', 'deck'] as const

/** In the page's order; `printed` knows the measures and lines of print, where the page was read from one. */
export function manuscriptsOf(doc: PageDoc, printed?: Reconstruction): Manuscript[] {
  return Object.entries(doc.articles)
    .sort(([, a], [, b]) => a.number - b.number)
    .map(([id]) =>
      manuscriptOf(
        doc,
        id,
        printed?.articles.find((article) => article.id === id),
      ),
    )
}

function manuscriptOf(doc: PageDoc, id: string, printed?: Article): Manuscript {
  const parts = partsOf(doc, id)
  const paragraphs = (part: string): Paragraph[] => doc.stories[parts[part] ?? '']?.paragraphs ?? []
  const textOf = (part: HeadPart): string => joinLines(paragraphs(part).filter((p) => !isSection(p, id)))
  const head = styledHeads(doc, id, paragraphs)
  const inHead = head.kicker ? '' : joinLines(paragraphs('kicker').filter((p) => isSection(p, id)))
  const section = joinLines(paragraphs('section')) || inHead
  const byline = paragraphs('byline').map(withoutMarker).join('')
  const measureEm = printed?.measureEm ?? printedMeasure(doc, parts.body)
  const captions = captionsOf(doc, id)
  const body = paragraphs('body')
  return {
    id,
    kind: doc.articles[id]?.kind ?? 'brief',
    ...(section && { section }),
    ...(textOf('kicker') && { kicker: textOf('kicker') }),
    ...(textOf('headline') && { headline: textOf('headline') }),
    ...(textOf('deck') && { deck: textOf('deck') }),
    ...(byline && { byline }),
    ...(measureEm !== undefined && { measureEm }),
    paragraphs: body.map((paragraph) => sourceOf(paragraph, printed)),
    captions: captions.map(
      ({ paragraphs: lines }): Caption => ({ text: textOfAll(lines), from: [], ...BY_HAND }),
    ),
    from: {
      ...spansOf(
        'kicker',
        paragraphs('kicker').filter((p) => !isSection(p, id)),
      ),
      ...spansOf('section', [
        ...paragraphs('section'),
        ...paragraphs('kicker').filter((p) => isSection(p, id)),
      ]),
      ...spansOf('headline', paragraphs('headline')),
      ...spansOf('deck', paragraphs('deck')),
    },
    kept: {
      stories: {
        ...parts,
        ...Object.fromEntries(
          captions.flatMap(({ story }, i) => (story ? [[`caption-${i + 1}`, story]] : [])),
        ),
      },
      pictures: captions.map(({ frame }) => frame),
      body,
      byline: paragraphs('byline'),
      captions: captions.map(({ paragraphs: lines }) => lines),
      head,
      ...measureNow(doc, parts.body),
    },
  }
}

function spansOf(field: ArticleField, paragraphs: readonly Paragraph[]): Article['from'] {
  const from = paragraphs.flatMap((paragraph) => paragraph.from ?? [])
  return from.length > 0 ? { [field]: { from, ...BY_HAND } } : {}
}

/** The story of each part; of several the first. A second text of an article is no part of it. */
function partsOf(doc: PageDoc, id: string): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const storyId of doc.articles[id]?.stories ?? []) {
    const role = doc.stories[storyId]?.role
    if (role && role !== 'caption' && role !== 'folio') parts[role] ??= storyId
  }
  return parts
}

/** All stories of an article that laying it out again moves. */
export function movedStories(doc: PageDoc, { id, kept }: Manuscript): string[] {
  const known = new Set(Object.values(kept?.stories ?? {}))
  return (doc.articles[id]?.stories ?? []).filter((story) => known.has(story))
}

interface PictureWithCaption {
  story?: string
  frame?: string
  paragraphs: Paragraph[]
}

/** Each caption with the picture frame that it says, else that stands in the same place of their rows. */
function captionsOf(doc: PageDoc, id: string): PictureWithCaption[] {
  const frames = Object.entries(doc.frames)
    .filter(([, frame]) => frame.kind === 'picture' && frame.article === id)
    .sort((a, b) => inReadingOrder(a[1], b[1]))
    .map(([frame]) => frame)
  const stories = (doc.articles[id]?.stories ?? []).flatMap((story) => {
    const of = doc.stories[story]
    return of?.role === 'caption' ? [{ story, of }] : []
  })
  const told = new Set(stories.flatMap(({ of }) => (of.captionOf ? [of.captionOf] : [])))
  const free = frames.filter((frame) => !told.has(frame))
  const captions = stories.map(({ story, of }): PictureWithCaption => {
    const own = of.captionOf && frames.includes(of.captionOf) ? of.captionOf : free.shift()
    return { story, paragraphs: of.paragraphs, ...(own && { frame: own }) }
  })
  return [...captions, ...free.map((frame): PictureWithCaption => ({ frame, paragraphs: [] }))]
}

const inReadingOrder = (a: Frame, b: Frame): number => a.y - b.y || a.x - b.x

/** Lines of a head as one text: words of the Latin alphabet are parted by a space, Han are not. */
function joinLines(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .reduce((joined, line) => {
      const words = /[\p{Script=Latin}\d,.]$/u.test(joined) && /^[\p{Script=Latin}\d]/u.test(line)
      return words ? `${joined} ${line}` : joined + line
    }, '')
}

const textOfAll = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')

const withoutMarker = ({ runs }: Paragraph): string =>
  runs
    .filter(({ style }) => style !== 'marker')
    .map(({ text }) => text)
    .join('')

/** A column head without tiles stands above the kicker, in a style of its own. */
const isSection = ({ style }: Paragraph, id: string): boolean => style === `${id}-section-kicker`

/** With the printed lines of a paragraph that nobody has changed; a credit behind it was never in them. */
function sourceOf({ style, runs }: Paragraph, printed: Article | undefined): ArticleParagraph {
  const kind = style === 'subhead' ? 'subhead' : 'body'
  const text = textOfAll([{ style, runs: runs.filter((run) => run.style !== 'credit') }])
  const bare = (of: string) => of.replace(/\s/gu, '')
  const source = printed?.paragraphs.find((each) => bare(each.text) === bare(text))
  return { kind, text, from: [], ...BY_HAND, ...(source?.lines && { lines: source.lines }) }
}

/** Heads in styles of another name, or with parts styled apart, are a person's. */
function styledHeads(doc: PageDoc, id: string, paragraphs: (part: string) => Paragraph[]): Kept['head'] {
  const drawn = (style: string) =>
    style.startsWith(`${id}-`) ||
    HEAD_BASES.some((base) => base === style) ||
    doc.paragraphStyles[style] === undefined
  const styled = HEAD_PARTS.filter((part) =>
    paragraphs(part).some(({ style, runs }) => !drawn(style) || runs.some((run) => run.style !== undefined)),
  )
  return Object.fromEntries(styled.map((part) => [part, paragraphs(part)]))
}

function measureNow(doc: PageDoc, body: string | undefined): Pick<Kept, 'measureEm'> {
  const frame = framesOf(doc, doc.stories[body ?? ''])[0]
  return frame ? { measureEm: frame.width / doc.setup.bodyPt } : {}
}

/** Copyfit that brings printed lines back says that the measure of now is the printed one. */
function printedMeasure(doc: PageDoc, body: string | undefined): number | undefined {
  const story = doc.stories[body ?? '']
  const asPrinted = story?.paragraphs.some(({ copyfit }) => copyfit?.some(({ by }) => by === 'print'))
  return asPrinted ? measureNow(doc, body).measureEm : undefined
}

const framesOf = (doc: PageDoc, story: Story | undefined): Frame[] =>
  (story?.frames ?? []).flatMap((id) => doc.frames[id] ?? [])
