import type { SourceText } from '../source/types.ts'
import type { Em } from '../units.ts'
import { accountFor } from './account-for.ts'
import { asHeadline, otherReadings } from './doubts/evidence.ts'
import { calibrated } from './learned/calibration.ts'
import type { AnnotatedText, SourceIndex } from './lines/annotated-text.ts'
import { readSignature } from './lines/people.ts'
import type { HeadPart } from './links/head-parts.ts'
import type { LabelLink, StoryParts } from './page-parts.ts'
import { UNBROKEN } from './paragraphs/line-costs.ts'
import { printedMeasures } from './paragraphs/printed-measure.ts'
import type { PageCaption } from './roles/captions.ts'
import { isClosed, type Paragraph, textOf } from './stories/runs.ts'
import type { Story } from './stories/stories.ts'
import type {
  Article,
  ArticleField,
  ArticleKind,
  ArticleParagraph,
  Caption,
  FieldSource,
  PageFields,
  Piece,
  Reconstruction,
} from './types.ts'

export interface SourcedText {
  text: AnnotatedText
  rule: string
}

/** All that the stages found, still as annotated text. */
export interface Findings {
  page: PageFields
  stories: StoryParts[]
  furniture: SourcedText[]
  shadows: AnnotatedText[]
  unplaced: SourcedText[]
  /** Lines that were never read. */
  beyond: Piece[]
}

/** Turns the findings into `banxin.reconstruction/1`: leads first, then in the order of the dump. Without doubts. */
export function assemble(source: SourceText, index: SourceIndex, findings: Findings): Reconstruction {
  const isLead = (parts: StoryParts) => (kindOf(parts) === 'lead' ? 0 : 1)
  const stories = [...findings.stories].sort((a, b) => isLead(a) - isLead(b) || a.order - b.order)
  const marks: SourcedText[] = []
  const measures = printedMeasures(stories.flatMap(({ story }) => (story ? [story] : [])))
  const articles = stories.map((parts, i) =>
    new ArticleBuilder(`a${i + 1}`, index, measures, marks).build(parts),
  )
  const pieceOf = ({ text, rule }: SourcedText): Piece => ({
    text: text.text,
    from: index.spansOf(text),
    rule,
  })
  const withText = (sourced: SourcedText) => sourced.text.text.trim() !== ''
  const reconstruction: Reconstruction = {
    schema: 'banxin.reconstruction/1',
    page: findings.page,
    articles,
    doubts: [],
    furniture: [...findings.furniture, ...marks].filter(withText).map(pieceOf),
    shadows: findings.shadows
      .map((text) => ({ text, rule: 'doubled' }))
      .filter(withText)
      .map(pieceOf),
    unplaced: [...findings.unplaced.filter(withText).map(pieceOf), ...findings.beyond],
  }
  reconstruction.unplaced.push(...leftovers(source, reconstruction))
  return reconstruction
}

/** What no stage kept hold of: no character of the source may get lost. */
function leftovers(source: SourceText, reconstruction: Reconstruction): Piece[] {
  return accountFor(source, reconstruction).missing.map((span) => ({
    text: source.lines[span.line - 1]!.slice(span.start, span.end),
    from: [span],
    rule: 'left-over',
  }))
}

/** The kind by what a story has: a dateline makes a brief, a column head a column, length or subheads a lead. */
function kindOf({ story, facts, section, byline, credit, captions }: StoryParts): ArticleKind {
  if (!story || !facts) return 'photo'
  const photographed = /摄影报道|文\/图|图\/文/u.test(credit?.text.text ?? '')
  const onlyPicture = captions.length > 0 && facts.bodyCount <= 2 && !facts.hasSubhead && !section
  if (!story.startsNews && (photographed || onlyPicture)) return 'photo'
  if (section) return 'column'
  if (facts.leadLike) return 'lead'
  if (story.startsNews) return 'brief'
  return byline || facts.size > 300 ? 'column' : 'brief'
}

/** What else a text may be, and why it is what it is. */
type Evidence = Partial<Pick<FieldSource, 'others' | 'reasons'>>

class ArticleBuilder {
  readonly #id: string
  readonly #index: SourceIndex
  readonly #measures: ReadonlyMap<Em, Em>
  readonly #marks: SourcedText[]

  /** `measures` turns a story's measure into the printed one; `marks` takes what stood around the fields. */
  constructor(id: string, index: SourceIndex, measures: ReadonlyMap<Em, Em>, marks: SourcedText[]) {
    this.#id = id
    this.#index = index
    this.#measures = measures
    this.#marks = marks
  }

  build(parts: StoryParts): Article {
    const article: Article = { id: this.#id, kind: kindOf(parts), paragraphs: [], captions: [], from: {} }
    const { section, byline, credit, story } = parts
    if (section) this.#setLabel(article, 'section', section.line.text, section)
    this.#setHead(article, parts)
    if (byline) {
      const { text, furniture } = readSignature(byline.line.text)
      this.#setLabel(article, 'byline', text, byline)
      this.#keepMarks(furniture)
    }
    if (credit) {
      this.#set(
        article,
        'credit',
        credit.text,
        credit.where === 'own-line' ? 0.85 : 0.95,
        `credit/${credit.where}`,
      )
      this.#keepMarks(credit.furniture)
    }
    if (story) {
      article.paragraphs = story.paragraphs.map((paragraph) => this.#paragraph(paragraph, story))
      if (!story.paragraphs.every(isUnbroken)) article.measureEm = this.#measures.get(story.measure)!
    }
    article.captions = parts.captions.map((caption) => this.#caption(caption, !article.headline))
    return article
  }

  #setHead(article: Article, { head }: StoryParts): void {
    this.#setPart(article, 'kicker', head.kicker)
    this.#setPart(article, 'headline', head.headline)
    this.#setPart(article, 'deck', head.deck)
  }

  #setPart(article: Article, field: ArticleField, part: HeadPart | undefined): void {
    if (part) this.#set(article, field, part.text, part.confidence, part.rule, part)
  }

  #setLabel(
    article: Article,
    field: 'section' | 'byline',
    text: AnnotatedText,
    { line, confidence }: LabelLink,
  ): void {
    const { chances, reasons } = line
    const sure = confidence * chances[line.role]
    this.#set(article, field, text, sure, `${field}/model`, {
      others: otherReadings(chances, line.role),
      reasons,
    })
  }

  #set(
    article: Article,
    field: ArticleField,
    text: AnnotatedText,
    confidence: number,
    rule: string,
    evidence: Evidence = {},
  ): void {
    article[field] = text.text
    article.from[field] = this.#source(text, calibrated(field, confidence), rule, evidence)
  }

  #paragraph(paragraph: Paragraph, story: Story): ArticleParagraph {
    const text = textOf(paragraph)
    const { confidence, rule } = judge(paragraph, story)
    const out: ArticleParagraph = {
      kind: paragraph.kind,
      text: text.text,
      ...this.#source(
        text,
        calibrated(paragraph.kind === 'subhead' ? 'subhead' : 'paragraph', confidence),
        rule,
      ),
    }
    if (paragraph.kind === 'body' && !isUnbroken(paragraph))
      out.lines = paragraph.printed.map((line) => line.text)
    return out
  }

  /** What is no caption may head a story that has no head yet, whichever part of a head it looks like. */
  #caption(caption: PageCaption, headless: boolean): Caption {
    const { text, mark, chances, reasons, photographer, linkConfidence } = caption
    this.#keepMarks([mark])
    const rule = photographer ? 'caption/photographer' : mark.length > 0 ? 'caption/mark' : 'caption/model'
    const others = otherReadings(headless ? asHeadline(chances) : chances, 'caption')
    return {
      text: text.text,
      ...this.#source(text, calibrated('caption', chances.caption * linkConfidence), rule, {
        others,
        reasons,
      }),
    }
  }

  #source(
    text: AnnotatedText,
    confidence: number,
    rule: string,
    { others = [], reasons = [] }: Evidence = {},
  ): FieldSource {
    const evidence = { ...(others.length > 0 && { others }), ...(reasons.length > 0 && { reasons }) }
    return { from: this.#index.spansOf(text), confidence, rule, ...evidence }
  }

  #keepMarks(texts: readonly AnnotatedText[]): void {
    for (const text of texts)
      this.#marks.push({ text, rule: /[（()）]/u.test(text.text) ? 'bracket' : 'mark' })
  }
}

const isUnbroken = ({ lines }: Paragraph): boolean => lines.every((line) => line.width > UNBROKEN)

/** How sure a paragraph's borders are, and by what they were found. */
function judge(paragraph: Paragraph, story: Story): { confidence: number; rule: string } {
  const { kind, lines, joined } = paragraph
  if (kind === 'subhead') {
    return lines[0]!.echoed
      ? { confidence: 0.85, rule: 'subhead/echoed' }
      : { confidence: 0.9, rule: 'subhead/short-line' }
  }
  if (isUnbroken(paragraph)) return { confidence: 0.95, rule: 'paragraph/unbroken' }
  if (!isClosed(paragraph)) return { confidence: 0.5, rule: 'paragraph/open' }
  if (joined) return { confidence: 0.6, rule: 'paragraph/joined' }
  const last = lines.at(-1)!
  // a full last line leaves the break to the next line's indent alone
  if (last.width > story.measure - 1.5) return { confidence: 0.8, rule: 'paragraph/full-last-line' }
  return { confidence: 0.97, rule: 'paragraph/indent' }
}
