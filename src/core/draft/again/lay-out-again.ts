/**
 * A page that is there already, laid out again: proposals for its articles as they are now, and each as the page it
 * would make. Only frames change, and the sizes and breaks of heads; text and styles stay as they were edited.
 */
import type { PageDoc } from '../../doc/schema.ts'
import type { Reconstruction } from '../../reconstruct/types.ts'
import type { DraftComposer } from '../composer.ts'
import type { Desk } from '../desk.ts'
import { drawMatter } from '../draw/draw-page.ts'
import { Grid } from '../grid.ts'
import { proposePages } from '../layout/propose.ts'
import type { Module, Proposal, Proposals, ProposeOptions } from '../layout/types.ts'
import type { Manuscript, Matter } from '../manuscript.ts'
import { PageBuilder } from '../page-builder.ts'
import type { Template } from '../template.ts'
import { manuscriptsOf, movedStories } from './manuscripts-of.ts'
import { templateOfPage } from './page-template.ts'
import { framesOfArticle, isDrawnWithPage, moduleOnPage, obstaclesOn, stays } from './standing.ts'

/** A page read for the engine. */
export interface StandingPage {
  template: Template
  matter: Matter
  pinned: Module[]
  obstacles: Module[]
  /** Rows below the folio, above what stands at the foot over the whole width. */
  roomRows: number
  /** The frames that go, and the stories that lose theirs. */
  moving: { frames: Set<string>; stories: Set<string> }
}

/** `printed`: what the page was read from, so that printed measures and lines are found again. */
export function readStandingPage(
  doc: PageDoc,
  templates: readonly Template[],
  printed?: Reconstruction,
): StandingPage {
  const template = templateOfPage(doc, templates)
  const grid = new Grid(doc.setup)
  const { folioRows } = template.look
  const articles = manuscriptsOf(doc, printed)
  const pinned = articles.flatMap(({ id }) => {
    const module = stays(doc, id) ? moduleOnPage(doc, id, grid, folioRows) : undefined
    return module ?? []
  })
  const moving = movingParts(
    doc,
    articles.filter(({ id }) => !stays(doc, id)),
  )
  const found = obstaclesOn(doc, moving.frames, grid, folioRows)
  const room = doc.setup.rows - folioRows
  const { obstacles, roomRows } = takeFoot(found, doc.setup.columns, room)
  return { template, matter: { page: doc.meta, articles }, pinned, obstacles, roomRows, moving }
}

export function proposeAgain(
  page: StandingPage,
  composer: DraftComposer,
  options: Pick<ProposeOptions, 'count'> = {},
): Proposals {
  const { matter, template, pinned, obstacles, roomRows } = page
  return proposePages(matter, template, composer, { ...options, pinned, pinsStay: true, obstacles, roomRows })
}

/** The page as a proposal has it. Articles that the proposal leaves out keep their text, without frames. */
export function drawAgain(
  doc: PageDoc,
  { template, matter, moving }: StandingPage,
  composer: DraftComposer,
  proposal: Proposal,
): PageDoc {
  const page = new PageBuilder(template, doc)
  page.clear(moving.frames, moving.stories)
  for (const [id, frame] of Object.entries(doc.frames)) if (isDrawnWithPage(id, frame)) page.clear([id], [])
  const desk: Desk = { page, grid: new Grid(doc.setup), composer }
  const staying = new Set(matter.articles.map(({ id }) => id).filter((id) => stays(doc, id)))
  drawMatter(desk, matter, proposal, staying)
  // A column head is a story of its own on tiles, and a line of the kicker elsewhere.
  page.dropUnless([...moving.stories].filter((id) => HEADS.has(doc.stories[id]?.role ?? 'body')))
  return page.doc
}

const HEADS: ReadonlySet<string> = new Set(['section', 'kicker', 'headline', 'deck'])

/** Of articles that move: the frames of their parts, and what is drawn for them; a second text of theirs stays. */
function movingParts(doc: PageDoc, articles: readonly Manuscript[]): StandingPage['moving'] {
  const stories = new Set(articles.flatMap((article) => movedStories(doc, article)))
  const frames = articles.flatMap(({ id }) =>
    framesOfArticle(doc, id).flatMap(([frameId, frame]) =>
      frame.kind !== 'text' || stories.has(frame.story) ? [frameId] : [],
    ),
  )
  const rules = articles.flatMap(({ id }) => [1, 2].map((number) => `${id}-tile-rule-${number}`))
  return { frames: new Set([...frames, ...rules.filter((rule) => doc.frames[rule])]), stories }
}

/** What stands at the foot over the whole width takes rows off the page; what is above it is laid out round. */
function takeFoot(
  found: readonly Module[],
  columns: number,
  room: number,
): { obstacles: Module[]; roomRows: number } {
  let roomRows = room
  const byFoot = [...found].sort((a, b) => b.row + b.shape.rows - a.row - a.shape.rows)
  const obstacles: Module[] = []
  for (const module of byFoot) {
    const atFoot = module.row + module.shape.rows >= roomRows - 1 && module.shape.span === columns
    if (atFoot && module.row > 0) roomRows = module.row - 1
    else obstacles.push(module)
  }
  return { obstacles, roomRows }
}
